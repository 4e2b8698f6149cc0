"""Rules R10 to R31 of the law, asked of the rows of the catalogue, at their boundaries and regime changes."""

import datetime as dt
from decimal import Decimal

import pytest

from campaigns.dates import Limit, end_instant, is_late
from campaigns.quota import Pool, fits
from councils.quorum import TWO_THIRDS, needed_percent, quorum_met
from councils.voting import passes, rank, votes_needed
from criteria.eligibility import Asked, Initiative, Known, Rated
from criteria.eligibility.general import Held, exists, free_of_holds, one_award, registered
from criteria.eligibility.shares import percent_floor, within_cap
from criteria.measures import FactSet, Share, evaluate
from criteria.rules.choice import conferring, lineage, proposing, regime_on
from nominations.money import bonus
from tests.criteria.rules.rows import CATALOGUE, REGIMES, Row, members, rows, rule, standing, won

pytestmark = pytest.mark.pure

D = dt.date
BEFORE, AFTER, REFORM, AMENDED = D(2023, 12, 31), D(2024, 1, 1), D(2025, 7, 1), D(2026, 10, 1)
MADE = Initiative("Một cửa lưu động", 2023, "co_so")


@pytest.mark.parametrize(
    ("inclusive", "at", "late"),
    [
        (True, "2021-11-30T23:59:59", False),
        (True, "2021-12-01T00:00:00", True),
        (False, "2021-11-29T23:59:59", False),
        (False, "2021-11-30T00:00:00", True),
    ],
)
def test_r10_last_instant_of_a_deadline(inclusive, at, late):
    end = end_instant(Limit(on=D(2021, 11, 30), inclusive=inclusive))
    assert is_late(dt.datetime.fromisoformat(f"{at}+07:00"), end) is late


@pytest.mark.parametrize(
    ("mode", "accepted", "outcome"),
    [("none", False, None), ("warn", False, "confirm"), ("block", False, "unmet"), ("block", True, "met")],
)
def test_r11_registration(mode, accepted, outcome):
    finding = registered(mode, accepted, "Chưa đăng ký.")
    assert (finding and str(finding.outcome)) == outcome


@pytest.mark.parametrize(
    ("on", "facts", "outcomes"),
    [
        (BEFORE, {"initiatives": [MADE]}, ["met", "met"]),
        (BEFORE, {"initiatives": [], "ratings": {2023: Rated(2023, "HTXSNV")}}, ["met", "unmet"]),
        (AFTER, {"initiatives": [], "ratings": {2024: Rated(2024, "HTXSNV")}}, ["met", "met"]),
        (AFTER, {"initiatives": [MADE]}, ["met", "met"]),
        (AFTER, {"initiatives": [], "ratings": {2024: Rated(2024, "HTTNV")}}, ["met", "unmet"]),
        (AMENDED, {"initiatives": [], "ratings": {2026: Rated(2026, "HTXSNV")}}, ["met", "met"]),
    ],
)
def test_r12_cstdcs_is_ldtt_and_what_its_regime_asks(on, facts, outcomes):
    assert standing("CSTDCS", on, won=won("LDTT", on.year), **facts) == outcomes


def test_r12_cstdcs_without_ldtt():
    assert standing("CSTDCS", AFTER, ratings={2024: Rated(2024, "HTXSNV")}) == ["unmet", "met"]


@pytest.mark.parametrize(
    ("on", "base", "most"),
    [(BEFORE, 47, 7), (BEFORE, 13, 1), (BEFORE, 6, 0), (AFTER, 47, None), (REFORM, 6, None)],
)
def test_r13_cap_of_cstdcs(on, base, most):
    cap = rule("CSTDCS", on)["cap_percent"]
    assert (cap and percent_floor(cap, base)) == (most if cap else None)
    assert within_cap(cap, base, 7) is (most is None)


def test_r14_initiative_counts_once():
    spent = Initiative("Đã dùng", 2023, "co_so", used_for="Giấy khen năm 2022")
    ask = Asked.of({"key": "initiative_recognised", "parameters": {}, "citation": "x"})
    warn = Asked.of({"key": "initiative_recognised", "parameters": {"reuse": "warn"}, "citation": "x"})
    known = Known(2023, initiatives=[spent])
    assert [str(each.judged(known).outcome) for each in (ask, warn)] == ["unmet", "confirm"]


@pytest.mark.parametrize(
    ("award", "on", "people", "outcomes"),
    [
        ("TTLDTT", BEFORE, members(10, LDTT=5), ["unmet", "met"]),
        ("TTLDTT", BEFORE, members(10, LDTT=6), ["met", "met"]),
        ("TTLDTT", AFTER, members(10, LDTT=6), ["met", "unmet", "met"]),
        ("TTLDTT", AFTER, members(9, LDTT=7), ["met", "met", "met"]),
        ("TTLDTT", AFTER, members(9, LDTT=6), ["met", "unmet", "met"]),
        ("TTLDXS", AFTER, members(10, LDTT=7, CSTDCS=1), ["met", "met", "met", "met", "met"]),
        ("TTLDXS", AFTER, members(10, LDTT=7), ["met", "met", "met", "unmet", "met"]),
    ],
)
def test_r15_shares_of_members(award, on, people, outcomes):
    facts = {"members": people, "ratings": {on.year: Rated(on.year, "HTXSNV")}}
    assert standing(award, on, "collective", **facts) == outcomes


WIDE = [Initiative("Rộng", 2024, "toan_quoc")]


@pytest.mark.parametrize(
    ("award", "facts", "outcomes"),
    [
        ("CSTDT", {"won": won("CSTDCS", 2022, 2023, 2024), "initiatives": WIDE}, ["met", "met"]),
        ("CSTDT", {"won": won("CSTDCS", 2021, 2023, 2024), "initiatives": [MADE]}, ["unmet", "unmet"]),
        ("CSTDTQ", {"won": won("CSTDT", 2023, 2024), "initiatives": WIDE}, ["met", "met"]),
        ("CSTDTQ", {"won": won("CSTDT", 2022, 2024), "initiatives": WIDE}, ["unmet", "met"]),
        ("BKT", {"won": won("CSTDCS", 2023, 2024), "initiatives": []}, ["met"]),
        (
            "BKT",
            {
                "won": won("CSTDCS", 2022, 2024),
                "initiatives": [MADE, *WIDE],
                "ratings": {year: Rated(year, "HTXSNV") for year in (2023, 2024)},
            },
            ["met"],
        ),
        ("BKT", {"won": won("CSTDCS", 2022, 2024), "initiatives": []}, ["unmet"]),
    ],
)
def test_r16_running_years(award, facts, outcomes):
    assert standing(award, AFTER, **facts) == outcomes


def test_r17_thematic_results_do_not_count_for_the_years_work():
    five = {year: Rated(year, "HTTNV") for year in range(2020, 2025)}
    held = won("CSTDCS", 2021, 2022, 2023)
    for merit, outcome in ((True, "met"), (False, "unmet")):
        facts = {"won": [*held, *won("BKT", 2022, merit=merit)], "ratings": five}
        assert standing("BKTTG", AFTER, **facts) == [outcome, "met", "met"]
    assert standing("BKT", AFTER, merit=False) == []


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (D(2026, 3, 31), "met"),
        (D(2026, 4, 1), "unmet"),
        (D(2026, 6, 30), "unmet"),
        (D(2026, 7, 1), "confirm"),
    ],
)
def test_r18_hold_blocks_and_achievements_count_from_its_end(on, outcome):
    hold = Held("Đang thi hành kỷ luật", D(2026, 4, 1), D(2026, 6, 30), discipline=True)
    holds = [hold] if on >= hold.since else []
    assert str(free_of_holds(holds, on, 2026).outcome) == outcome
    assert str(free_of_holds([hold], D(2027, 1, 1), 2027).outcome) == "met"


def test_r19_one_award_for_one_achievement():
    assert [str(one_award(forms).outcome) for forms in ([], ["Giấy khen"])] == ["met", "unmet"]


def test_r20_quota_and_the_order_over_it():
    assert [fits(Pool(7, used)) for used in (6, 7)] == [True, False]
    marks = [(row.item, row.mark) for row in rank([("a", 9), ("b", 8), ("c", 8), ("d", 7)], 2)]
    assert marks == [("a", "in"), ("b", "tie"), ("c", "tie"), ("d", "out")]


@pytest.mark.parametrize(("count", "outcome"), [(2, "met"), (3, "unmet")])
def test_r21_threshold_is_strict(count, outcome):
    over = {
        "kind": "share_over",
        "percent": 10,
        "of": "posts",
        "exception": None,
        "about": "vi_pham_gio_giac",
    }
    [verdict] = evaluate([], [over], FactSet(figures={"vi_pham_gio_giac": Share(count, 20)}))
    assert (str(verdict.outcome), verdict.bars) == (outcome, outcome == "unmet")


@pytest.mark.parametrize("award", ["GK", "CSTDCS", "LDTT", "TTLDXS", "BKT"])
def test_r22_every_award_asks_for_its_papers(award):
    [row] = [row for row in CATALOGUE["award_types"] if row["code"] == award]
    assert {"submission", "report", "minutes"} <= {part["paper"] for part in row["required_parts"]}


@pytest.mark.parametrize(
    ("total", "ninety", "eighty", "two_thirds"), [(11, 10, 9, 8), (15, 14, 12, 10), (7, 7, 6, 5)]
)
def test_r23_thresholds_on_all_members(total, ninety, eighty, two_thirds):
    assert (votes_needed(total, 90), votes_needed(total, 80)) == (ninety, eighty)
    assert needed_percent(total, TWO_THIRDS) == two_thirds
    assert [passes(yes, total, 90) for yes in (ninety - 1, ninety)] == [False, True]
    assert [quorum_met(total, two_thirds - 1, more, TWO_THIRDS) for more in (0, 1)] == [False, True]


def test_r24_ballot_from_cstdcs_upward():
    awards = ("LDTT", "CSTDCS", "CSTDT", "CSTDTQ")
    assert [rule(award, AFTER)["ballot_required"] for award in awards] == [False, True, True, True]
    assert [rule(award, AFTER)["vote_percent"] for award in awards] == [None, 80, 90, 90]


@pytest.mark.parametrize(
    ("award", "group", "kind", "on", "percent"),
    [
        # NĐ 98/2023, Điều 30 khoản 7: Cờ by the council of who sends it up; titles of persons by bộ, tỉnh.
        ("CTDT", "collective", "xa", AFTER, 80),
        ("CTDT", "collective", "so", REFORM, 80),
        ("CTDCP", "collective", "tinh", AMENDED, 80),
        ("CTDCP", "collective", "xa", AFTER, None),
        ("CTDT", "collective", "so", BEFORE, None),
        ("CSTDTQ", "individual", "tinh", BEFORE, 90),
        ("CSTDTQ", "individual", "tinh", AFTER, 90),
        ("CSTDT", "individual", "xa", AFTER, None),
    ],
)
def test_r23_share_that_binds_the_council_of_who_sends_up(award, group, kind, on, percent):
    found = proposing(rows(award, group), lineage(regime_on(REGIMES, on), REGIMES), kind)
    assert (found and found.entry["vote_percent"]) == percent


@pytest.mark.parametrize(
    ("on", "kind", "allowed"),
    [
        (D(2025, 6, 30), "huyen", True),
        (D(2025, 7, 1), "huyen", False),
        (D(2025, 6, 30), "xa", False),
        (D(2025, 7, 1), "xa", True),
        (D(2026, 10, 1), "xa", True),
    ],
)
def test_r26_authority_on_that_day(on, kind, allowed):
    lines = lineage(regime_on(REGIMES, on), REGIMES)
    assert (conferring(rows("CSTDCS", "individual"), lines, kind) is not None) is allowed


@pytest.mark.parametrize(
    ("coefficient", "base", "money"),
    [("0.3", 2_340_000, 710_000), ("0.3", 1_490_000, 450_000), ("1.0", 2_340_000, 2_340_000)],
)
def test_r27_bonus_is_rounded_up(coefficient, base, money):
    assert bonus(Decimal(coefficient), base) == money


def test_r28_collective_is_twice_the_individual():
    both = {}
    for row in CATALOGUE["award_rules"]:
        if row["award"] in ("GK", "BKT", "BKB", "BKTTG") and row["coefficient"]:
            key = (row["award"], row["regime"], tuple(row["unit_kinds"]))
            both.setdefault(key, {})[row["group"]] = Decimal(row["coefficient"])
    wrong = [key for key, found in both.items() if found["collective"] != 2 * found["individual"]]
    assert (len(both), wrong) == (14, [])


def test_r28_household_is_half_more():
    found = {
        row["regime"]: row["coefficient"] for row in CATALOGUE["award_rules"] if row["group"] == "household"
    }
    assert found["2025"] == "0.45"


@pytest.mark.parametrize(
    ("on", "outcome"),
    [(D(2025, 6, 30), "met"), (D(2025, 7, 1), "unmet"), (D(1992, 3, 31), "unmet"), (D(1992, 4, 1), "met")],
)
def test_r31_body_that_ended_is_not_nominated(on, outcome):
    assert str(exists("Huyện Ninh Phước", D(1992, 4, 1), D(2025, 6, 30), on).outcome) == outcome


@pytest.mark.parametrize(
    ("on", "code"),
    [(BEFORE, "2017"), (AFTER, "2024"), (D(2026, 9, 30), "2025"), (AMENDED, "2026"), (D(2017, 9, 30), None)],
)
def test_regime_of_the_day(on, code):
    found = regime_on(REGIMES, on)
    assert (found and found.pk) == code


def test_regime_that_inherits_in_a_circle_ends():
    circle = [Row("a", inherits_id="b"), Row("b", inherits_id="a")]
    assert [row.pk for row in lineage(circle[0], circle)] == ["a", "b"]
