"""Each rule about a person: met, unmet and without data, at its boundary."""

import datetime as dt

import pytest

from criteria.eligibility import RULES, Asked, Effect, Initiative, Known, Rated, Won
from criteria.eligibility.titles import earliest
from criteria.eligibility.work import whole_months

pytestmark = pytest.mark.pure

NAMES = {"LDTT": "Lao động tiên tiến", "CSTDCS": "Chiến sĩ thi đua cơ sở", "BKT": "Bằng khen"}
MADE = Initiative("Một cửa lưu động", 2025, "co_so", "12/QĐ")
SECOND = Initiative("Hẹn giờ trực tuyến", 2024, "co_so", "9/QĐ")
OLD = Initiative("Cách cũ", 2023, "toan_quoc")
SPENT = Initiative("Đã dùng", 2025, "tinh", used_for="Chiến sĩ thi đua cơ sở năm 2024")


def won(award: str, *years: int, merit: bool | None = True) -> list[Won]:
    return [Won(award, year, f"{year}/QĐ", merit) for year in years]


def rated(words: dict[int, str]) -> dict[int, Rated]:
    return {year: Rated(year, word) for year, word in words.items()}


def ask(key: str, *, year: int = 2025, facts: dict, **parameters) -> str:
    entry = {"key": key, "parameters": parameters, "citation": "x"}
    return str(Asked.of(entry).judged(Known(year, names=NAMES, **facts)).outcome)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ({2025: "HTTNV"}, "met"),
        ({2025: "HTXSNV"}, "met"),
        ({2025: "HTNV"}, "unmet"),
        ({2024: "HTXSNV"}, "unknown"),
        ({2025: "Tốt"}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_rating_of_the_year(words, outcome):
    assert ask("rating_at_least", facts={"ratings": rated(words)}, rating="HTTNV") == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"won": won("LDTT", 2025)}, "met"),
        ({"won": won("LDTT", 2024)}, "unmet"),
        ({"won": won("LDTT", 2025, merit=False)}, "unmet"),
        ({"under_way": ["LDTT"]}, "confirm"),
        ({}, "unmet"),
    ],
)
def test_title_of_the_same_year(facts, outcome):
    assert ask("holds_title", facts=facts, award="LDTT") == outcome


@pytest.mark.parametrize(
    ("years", "times", "outcome"),
    [
        ((2023, 2024, 2025), 3, "met"),
        ((2022, 2023, 2024), 3, "met"),
        ((2021, 2022, 2023), 3, "unmet"),
        ((2022, 2023, 2025), 3, "unmet"),
        ((2024, 2025), 2, "met"),
        ((2023, 2025), 2, "unmet"),
        ((), 2, "unknown"),
    ],
)
def test_titles_in_a_row_have_no_gap(years, times, outcome):
    facts = {"won": won("CSTDCS", *years)}
    assert ask("titles_in_a_row", facts=facts, awards=["CSTDCS"], times=times) == outcome


@pytest.mark.parametrize(
    ("years", "times", "first"),
    [
        ((2023, 2024), 3, 2025),
        ((2024, 2025), 3, 2026),
        ((2022, 2023), 3, 2027),
        ((2023, 2025), 2, 2026),
        ((), 2, 2026),
        ((2022, 2023, 2024, 2025), 3, 2025),
    ],
)
def test_earliest_year_of_a_whole_run(years, times, first):
    assert earliest(Known(2025, won=won("CSTDCS", *years)), ["CSTDCS"], times) == first


def test_titles_in_a_row_name_the_missing_year():
    known = Known(2025, won=won("CSTDCS", 2023, 2025), names=NAMES)
    finding = RULES["titles_in_a_row"].ask(known, ["CSTDCS"], 3)
    assert (finding.say, finding.cure) == (
        "Chưa đủ 3 năm liên tục Chiến sĩ thi đua cơ sở: đã có năm 2023, 2025, thiếu năm 2024.",
        "Nếu đã được tặng, ghi quyết định vào lịch sử khen thưởng.",
    )
    assert [fact.source for fact in finding.evidence] == ["2023/QĐ", "2025/QĐ"]


def test_either_title_makes_the_row():
    facts = {"won": won("CSTDT", 2024) + won("CSTDB", 2025)}
    assert ask("titles_in_a_row", facts=facts, awards=["CSTDT", "CSTDB"], times=2) == "met"


@pytest.mark.parametrize(
    ("years", "outcome"), [((2021, 2023, 2025), "met"), ((2020, 2023, 2025), "unmet"), ((), "unknown")]
)
def test_titles_within_some_years(years, outcome):
    facts = {"won": won("CSTDCS", *years)}
    assert ask("title_times", facts=facts, awards=["CSTDCS"], times=3, within=5) == outcome


@pytest.mark.parametrize(
    ("history", "outcome"),
    [
        (won("BKT", 2022), "met"),
        (won("BKT", 2022, merit=False), "unmet"),
        (won("BKT", 2022, merit=None), "confirm"),
        (won("GK", 2022), "unmet"),
        ([], "unknown"),
    ],
)
def test_form_for_a_movement_is_no_ground(history, outcome):
    assert ask("form_held", facts={"won": history}, award="BKT") == outcome


GOOD = dict.fromkeys((2021, 2022, 2024, 2025), "HTTNV")


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        (GOOD | {2023: "HTXSNV"}, "met"),
        (dict.fromkeys(range(2020, 2025), "HTXSNV"), "met"),
        (GOOD, "unknown"),
        (GOOD | {2023: "HTNV"}, "unmet"),
    ],
)
def test_years_rated_without_a_gap(words, outcome):
    assert ask("years_rated", facts={"ratings": rated(words)}, rating="HTTNV", years=5) == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"disciplined": Rated(2025, "khien_trach")}, "met"),
        ({"disciplined": Rated(2025, "canh_cao")}, "unmet"),
        ({"disciplined": Rated(2025, "buoc_thoi_viec")}, "unmet"),
        ({"clean": True}, "met"),
        ({}, "confirm"),
    ],
)
def test_discipline_from_a_form_upward(facts, outcome):
    assert ask("not_disciplined", facts=facts, at_least="canh_cao") == outcome


@pytest.mark.parametrize(
    ("start", "months"),
    [
        (dt.date(2025, 3, 1), 10),
        (dt.date(2025, 3, 2), 9),
        (dt.date(2025, 1, 1), 12),
        (dt.date(2024, 7, 1), 18),
        (dt.date(2026, 1, 5), 0),
    ],
)
def test_whole_months_until_the_years_end(start, months):
    assert whole_months(start, dt.date(2025, 12, 31)) == months


@pytest.mark.parametrize(
    ("start", "outcome"), [(dt.date(2025, 3, 1), "met"), (dt.date(2025, 3, 2), "unmet"), (None, "unknown")]
)
def test_new_people_are_only_reminded_of(start, outcome):
    assert ask("months_worked", facts={"started": start}, months=10) == outcome
    assert RULES["months_worked"].effect == Effect.REMIND


@pytest.mark.parametrize(
    ("initiatives", "parameters", "outcome"),
    [
        (None, {}, "unknown"),
        ([], {}, "unmet"),
        ([MADE], {}, "met"),
        ([OLD], {}, "unmet"),
        ([MADE], {"scope": "tinh"}, "unmet"),
        ([Initiative("Rộng", 2024, "toan_quoc")], {"scope": "tinh"}, "met"),
        ([SPENT], {}, "unmet"),
        ([SPENT], {"reuse": "warn"}, "confirm"),
        ([SPENT, MADE], {}, "met"),
        ([MADE], {"times": 2}, "unmet"),
        ([MADE, SECOND], {"times": 2}, "met"),
    ],
)
def test_initiative_counts_once(initiatives, parameters, outcome):
    assert ask("initiative_recognised", facts={"initiatives": initiatives}, **parameters) == outcome


@pytest.mark.parametrize(
    ("word", "initiatives", "outcome"),
    [
        ("HTXSNV", [], "met"),
        ("HTTNV", [MADE], "met"),
        ("HTTNV", [SPENT], "unmet"),
        ("HTTNV", None, "unknown"),
        (None, [], "unknown"),
        (None, [MADE], "met"),
    ],
)
def test_initiative_or_excellent(word, initiatives, outcome):
    facts = {"ratings": rated({2025: word}) if word else {}, "initiatives": initiatives}
    assert ask("initiative_or_excellent", facts=facts) == outcome


EXCELLENT = rated({2024: "HTXSNV", 2025: "HTXSNV"})


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"won": won("CSTDCS", 2024, 2025)}, "met"),
        ({"won": won("CSTDCS", 2023, 2025), "ratings": EXCELLENT}, "unknown"),
        ({"won": won("CSTDCS", 2025), "ratings": EXCELLENT, "initiatives": [MADE, SECOND]}, "met"),
        ({"won": won("CSTDCS", 2025), "ratings": EXCELLENT, "initiatives": [MADE]}, "unmet"),
        (
            {
                "won": won("CSTDCS", 2025),
                "ratings": EXCELLENT | rated({2024: "HTTNV"}),
                "initiatives": [MADE, SECOND],
            },
            "unmet",
        ),
    ],
)
def test_two_ways_to_a_bang_khen(facts, outcome):
    assert ask("titles_or_excellent", facts=facts, awards=["CSTDCS"], times=2) == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"won": won("TTLDXS", 2024, 2025)}, "met"),
        ({"ratings": EXCELLENT}, "met"),
        ({"won": won("TTLDXS", 2025), "ratings": EXCELLENT | rated({2024: "HTTNV"})}, "unmet"),
    ],
)
def test_two_ways_to_a_bang_khen_of_a_collective(facts, outcome):
    parameters = {"awards": ["TTLDXS"], "times": 2, "rating": "HTXSNV", "years": 2}
    assert ask("titles_or_rated", facts=facts, **parameters) == outcome
