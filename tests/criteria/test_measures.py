from decimal import Decimal

import pytest

from criteria.measures import FactSet, Outcome, Reading, Share, Verdict, evaluate, overall

pytestmark = pytest.mark.pure

OVER_10 = {"kind": "share_over", "percent": 10, "of": "posts", "exception": None, "about": "vi_pham_gio_giac"}
BELOW_100 = {
    "kind": "below",
    "percent": 100,
    "of": None,
    "exception": "vì lý do chủ quan",
    "about": "giai_ngan",
}
ANY = {"kind": "any", "percent": None, "of": None, "exception": None, "about": "van_ban_chi_dao"}
HOURS, UNITS = "vi_pham_gio_giac", "don_vi_vi_pham"
WHOLE = {"kind": "percent_at_least", "percent": 100, "about": "giai_ngan"}


def met(say):
    return [Verdict(Outcome.MET, say)]


def unmet(say, cure=""):
    return [Verdict(Outcome.UNMET, say, cure)]


def barred(say):
    return [Verdict(Outcome.UNMET, say, bars=True)]


def outcomes(measures, disqualifiers=(), **facts):
    return [str(verdict.outcome) for verdict in evaluate(measures, disqualifiers, FactSet(**facts))]


def test_criterion_without_measures_is_for_a_person():
    assert evaluate([], [], FactSet()) == [Verdict(Outcome.CONFIRM, "Người thẩm định xác nhận.")]
    [verdict] = evaluate([], [], FactSet(), "Thực hiện tốt các nhiệm vụ được giao.")
    assert verdict.say.endswith("Không tính được, “thực hiện tốt”: kế hoạch không nêu thế nào là tốt.")


def test_unknown_kind_is_for_a_person():
    assert outcomes([{"kind": "spirit"}], [{"kind": "spirit"}]) == ["confirm", "confirm"]
    assert outcomes([{"kind": "rating_at_least", "scale": "khac", "rating": "A"}]) == ["confirm"]


@pytest.mark.parametrize(
    ("scale", "least", "rating", "verdict"),
    [
        ("cchc", "Tốt", "Tốt", met("Xếp loại “Tốt”.")),
        ("cchc", "Tốt", "xuất sắc", met("Xếp loại “Xuất sắc”.")),
        ("cchc", "Tốt", "Khá", unmet("Xếp loại “Khá”, cần từ “Tốt” trở lên.")),
        ("nhiem_vu", "HTTNV", "HTXSNV", met("Xếp loại “Hoàn thành xuất sắc nhiệm vụ”.")),
        (
            "nhiem_vu",
            "HTTNV",
            "HTNV",
            unmet("Xếp loại “Hoàn thành nhiệm vụ”, cần từ “Hoàn thành tốt nhiệm vụ” trở lên."),
        ),
    ],
)
def test_rating_at_least_follows_the_order_of_its_scale(scale, least, rating, verdict):
    measure = {"kind": "rating_at_least", "scale": scale, "rating": least}
    assert evaluate([measure], [], FactSet(ratings={scale: rating})) == verdict


@pytest.mark.parametrize("rating", [None, "", "Vàng"])
def test_rating_that_is_not_on_record_is_unknown(rating):
    measure = {"kind": "rating_at_least", "scale": "cchc", "rating": "Tốt"}
    assert evaluate([measure], [], FactSet(ratings={"cchc": rating})) == [
        Verdict(
            Outcome.UNKNOWN,
            "Chưa có dữ liệu về xếp loại cải cách hành chính.",
            "Nhập xếp loại cải cách hành chính của năm, kèm văn bản công nhận.",
        )
    ]


@pytest.mark.parametrize(
    ("count", "of", "verdict"),
    [
        (2, 23, met("2 người trên 23 biên chế, bằng 8,7% (không quá 10%).")),
        (2, 20, met("2 người trên 20 biên chế, bằng 10% (không quá 10%).")),
        (3, 20, barred("3 người trên 20 biên chế, bằng 15% (quá 10%).")),
        (0, 20, met("0 người trên 20 biên chế, bằng 0% (không quá 10%).")),
        (1001, 10000, barred("1001 người trên 10000 biên chế, bằng 10,01% (quá 10%).")),
        (Decimal("2.00"), Decimal("20"), met("2 người trên 20 biên chế, bằng 10% (không quá 10%).")),
    ],
)
def test_share_over_is_strictly_more(count, of, verdict):
    assert evaluate([], [OVER_10], FactSet(figures={HOURS: Share(count, of)})) == verdict


def test_share_over_another_threshold():
    facts = FactSet(figures={HOURS: Share(3, 20)})
    assert evaluate([], [OVER_10 | {"percent": 40}], facts) == met(
        "3 người trên 20 biên chế, bằng 15% (không quá 40%)."
    )
    assert outcomes([], [OVER_10 | {"percent": 0.1}], figures={HOURS: Share(1, 1000)}) == ["met"]


def test_share_over_of_subordinate_units():
    facts = FactSet(figures={UNITS: Share(2, 12)})
    assert evaluate([], [OVER_10 | {"of": "subordinate_units", "about": UNITS}], facts) == barred(
        "2 đơn vị trên 12 đơn vị thuộc, trực thuộc, bằng 16,7% (quá 10%)."
    )


@pytest.mark.parametrize("figures", [{}, {HOURS: Share(0, 0)}])
def test_share_over_without_posts_is_unknown(figures):
    assert evaluate([], [OVER_10], FactSet(figures=figures)) == [
        Verdict(
            Outcome.UNKNOWN,
            "Chưa có dữ liệu về số người vi phạm giờ giấc và biên chế.",
            "Nhập số người vi phạm và số biên chế, kèm nguồn theo dõi.",
        )
    ]


@pytest.mark.parametrize(
    ("reading", "or_rank", "verdict"),
    [
        (Reading(Decimal("84.60"), Decimal("86.5")), False, met("PCI tăng 1,9 điểm (84,6 → 86,5).")),
        (Reading(86, 86), False, unmet("PCI không tăng điểm (86 → 86).")),
        (Reading(86, Decimal("85.5")), False, unmet("PCI giảm 0,5 điểm (86 → 85,5).")),
        (Reading(86, 85, 7, 5), True, met("PCI giảm 1 điểm (86 → 85), lên 2 hạng (7 → 5).")),
        (Reading(86, 85, 5, 5), True, unmet("PCI giảm 1 điểm (86 → 85), không đổi hạng (5 → 5).")),
        (Reading(86, 85, 5, 6), True, unmet("PCI giảm 1 điểm (86 → 85), xuống 1 hạng (5 → 6).")),
        (Reading(86, 85, 7, 5), False, unmet("PCI giảm 1 điểm (86 → 85).")),
        (Reading(86, 87), True, met("PCI tăng 1 điểm (86 → 87).")),
        (Reading(None, None, 7, 5), True, met("PCI lên 2 hạng (7 → 5).")),
    ],
)
def test_indicator_rise(reading, or_rank, verdict):
    measure = {"kind": "indicator_rise", "indicators": ["PCI"], "or_rank": or_rank}
    assert evaluate([measure], [], FactSet(indicators={"PCI": reading}, assigned=["PCI"])) == verdict


@pytest.mark.parametrize(
    ("reading", "or_rank", "say"),
    [
        (Reading(86, None), False, "Chưa có dữ liệu về chỉ số PCI."),
        (Reading(86, 85), True, "Chưa có dữ liệu về thứ hạng chỉ số PCI."),
        (Reading(None, 85, 5, 5), True, "Chưa có dữ liệu về điểm chỉ số PCI."),
    ],
)
def test_indicator_rise_without_both_years_is_unknown(reading, or_rank, say):
    measure = {"kind": "indicator_rise", "indicators": ["PCI"], "or_rank": or_rank}
    [verdict] = evaluate([measure], [], FactSet(indicators={"PCI": reading}, assigned=["PCI"]))
    assert (verdict.outcome, verdict.say) == (Outcome.UNKNOWN, say)


FAMILIES = {"PARINDEX": "PAR INDEX", "INDER": "PAR INDEX", "PAR": "PAR INDEX", "PCI07": "PCI"}


@pytest.mark.parametrize(
    ("assigned", "found"),
    [
        (None, ["unknown"]),
        ([], ["confirm"]),
        (["PAR INDEX"], ["met"]),
        (["PAR INDEX", "PAPI", "PCI"], ["met", "unknown", "unmet"]),
        (["PCI 07"], ["met"]),
        (["SIPAS"], ["confirm"]),
    ],
)
def test_indicator_rise_asks_only_for_assigned_indicators(assigned, found):
    measure = {"kind": "indicator_rise", "indicators": ["PARINDEX", "PAPI", "PCI"], "or_rank": False}
    readings = {"PAR INDEX": Reading(1, 2), "PCI": Reading(2, 1), "PCI 07": Reading(5, 6)}
    facts = FactSet(indicators=readings, assigned=assigned, families=FAMILIES)
    assert [str(verdict.outcome) for verdict in evaluate([measure], [], facts)] == found


def test_index_every_body_has_of_its_own_is_asked_without_an_assignment():
    measure = {"kind": "indicator_rise", "indicators": ["DDCI"], "or_rank": True}
    facts = {"indicators": {"DDCI": Reading(60, 61)}, "own": ["DDCI"]}
    assert outcomes([measure], **facts) == ["met"]
    assert outcomes([measure], **facts, assigned=["PCI"]) == ["met"]


def test_spellings_of_one_index_are_asked_once():
    measure = {"kind": "indicator_rise", "indicators": ["PAR", "INDER"], "or_rank": False}
    facts = {"indicators": {"PAR INDEX": Reading(1, 2)}, "assigned": ["PAR INDEX"], "families": FAMILIES}
    assert outcomes([measure], **facts) == ["met"]


@pytest.mark.parametrize(
    ("percent", "verdict"),
    [
        (100, met("Đạt 100% (đủ 100%).")),
        (Share(11, 11), met("Đạt 11 trên 11, bằng 100% (đủ 100%).")),
        (Share(10, 11), unmet("Đạt 10 trên 11, bằng 90,9% (chưa đủ 100%).")),
        (Decimal("99.99"), unmet("Đạt 99,99% (chưa đủ 100%).")),
    ],
)
def test_percent_at_least(percent, verdict):
    assert evaluate([WHOLE], [], FactSet(figures={"giai_ngan": percent})) == verdict


def test_percent_at_least_without_a_total_is_unknown():
    assert outcomes([WHOLE]) == ["unknown"]
    assert outcomes([WHOLE], figures={"giai_ngan": Share(0, 0)}) == ["unknown"]


@pytest.mark.parametrize(
    ("excused", "outcome", "bars"),
    [(None, "confirm", False), (False, "unmet", True), (True, "met", False)],
)
def test_below_with_an_exception_waits_for_a_person(excused, outcome, bars):
    facts = FactSet(figures={"giai_ngan": Decimal("92.5")}, excused=excused)
    [verdict] = evaluate([], [BELOW_100], facts)
    assert (str(verdict.outcome), verdict.bars) == (outcome, bars)
    assert verdict.say.startswith("Đạt 92,5% (chưa đủ 100%)")


def test_below_at_the_threshold_does_not_bar():
    facts = FactSet(figures={"giai_ngan": 100})
    assert evaluate([], [BELOW_100], facts) == met("Đạt 100% (đủ 100%).")
    assert outcomes([], [BELOW_100]) == ["unknown"]


@pytest.mark.parametrize(("late", "outcome"), [(None, "unknown"), (0, "met"), (1, "unmet")])
def test_any_bars_from_the_first_case(late, outcome):
    figures = {} if late is None else {"van_ban_chi_dao": Share(20 - late, 20)}
    assert outcomes([], [ANY], figures=figures) == [outcome]


@pytest.mark.parametrize(("breaches", "outcome"), [(None, "unknown"), (0, "met"), (2, "unmet")])
def test_none_of(breaches, outcome):
    figures = {} if breaches is None else {"vi_pham_ky_luat": breaches}
    assert outcomes([{"kind": "none_of", "about": "vi_pham_ky_luat"}], figures=figures) == [outcome]


@pytest.mark.parametrize(
    "text", ["Không có trường hợp nào.", "Thực hiện tốt quy chế dân chủ.", "Giải ngân 100% vốn."]
)
def test_none_of_without_a_known_subject_is_for_a_person(text):
    facts = FactSet(figures={"vi_pham_ky_luat": 0, "giai_ngan": 0})
    assert [str(line.outcome) for line in evaluate([{"kind": "none_of"}], [], facts, text)] == ["confirm"]


@pytest.mark.parametrize(
    ("measure", "kind", "name"),
    [
        ({"kind": "document_exists", "about": "ke_hoach_thi_dua"}, "ke_hoach_thi_dua", "12/KH-PNV"),
        ({"kind": "initiative_recognised"}, "sang_kien", "Một cửa lưu động"),
        ({"kind": "title_held", "award": "CSTDCS"}, "titles", "CSTDCS"),
    ],
)
def test_what_must_be_there_is_unknown_until_looked_for(measure, kind, name):
    assert outcomes([measure]) == ["unknown"]
    assert outcomes([measure], names={kind: []}) == ["unmet"]
    [verdict] = evaluate([measure], [], FactSet(names={kind: [name]}))
    assert verdict.outcome == Outcome.MET
    assert verdict.say.endswith(f": {name}.")


def test_another_title_is_not_the_one_asked_for():
    assert outcomes([{"kind": "title_held", "award": "CSTDCS"}], names={"titles": ["LDTT"]}) == ["unmet"]


def test_unmet_and_unknown_verdicts_say_what_to_do():
    measures = [{"kind": "document_exists", "about": "ke_hoach_thi_dua"}, WHOLE]
    verdicts = evaluate(measures, [OVER_10, BELOW_100, ANY], FactSet(names={"ke_hoach_thi_dua": []}))
    assert [bool(verdict.cure) for verdict in verdicts] == [True] * 5


@pytest.mark.parametrize(
    ("found", "whole"),
    [
        ([], "confirm"),
        (["met", "met"], "met"),
        (["met", "confirm"], "confirm"),
        (["confirm", "unknown"], "unknown"),
        (["unknown", "unmet", "met"], "unmet"),
    ],
)
def test_overall(found, whole):
    assert overall([Verdict(Outcome(each), "") for each in found]) == Outcome(whole)
