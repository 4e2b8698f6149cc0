"""The 38 criteria of the four plans: what facts alone decide, in every direction, and the others with why."""

import json
from decimal import Decimal

import pytest

from criteria.measures import FactSet, Outcome, Reading, Share, evaluate, overall
from criteria.measures.person import why_a_person
from thiduakt.settings import BASE_DIR

pytestmark = pytest.mark.pure

FAMILIES = {"PARINDEX": "PAR INDEX", "PAR": "PAR INDEX", "INDER": "PAR INDEX", "PCI03": "PCI"}
HOURS, UNITS, DISCIPLINE = "vi_pham_gio_giac", "don_vi_vi_pham", "vi_pham_ky_luat"
PAYOUT, FILES, DIRECTIVES = "giai_ngan", "ho_so_tre_hen", "van_ban_chi_dao"


def rated(scale, rating):
    return {"ratings": {scale: rating}}


def figures(**found):
    return {"figures": found}


def names(code, *found):
    return {"names": {code: list(found)}}


def scored(assigned, **readings):
    found = {code.replace("_", " "): Reading(*pair) for code, pair in readings.items()}
    return {"assigned": assigned, "indicators": found, "families": FAMILIES, "own": ["DDCI"]}


WORK_EXCELLENT = (rated("nhiem_vu", "HTXSNV"), rated("nhiem_vu", "HTTNV"), {})
WORK_GOOD = (rated("nhiem_vu", "HTTNV"), rated("nhiem_vu", "HTNV"), rated("cchc", "Tốt"))
REFORM_GOOD = (rated("cchc", "Tốt"), rated("cchc", "Khá"), rated("nhiem_vu", "HTXSNV"))
NO_BREACH = (figures(**{DISCIPLINE: 0}), figures(**{DISCIPLINE: 1}), figures(**{FILES: 0}))
NO_LATE_FILE = (figures(**{FILES: 0}), figures(**{FILES: 3}), figures(**{DISCIPLINE: 0}))
INITIATIVE = (names("sang_kien", "Một cửa lưu động"), names("sang_kien"), {})
INDICES = (
    scored(["PAR INDEX"], PAR_INDEX=(84, 86), PCI=(66, 60)),
    scored(["PAR INDEX", "PCI 03"], PAR_INDEX=(84, 86), **{"PCI_03": (6, Decimal("5.9"))}),
    scored(["PAR INDEX"], PCI=(60, 66)),
)
HOURS_10 = (figures(**{HOURS: Share(2, 20)}), figures(**{HOURS: Share(3, 20)}), {})
PAID_OUT = (figures(**{PAYOUT: 100}), figures(**{PAYOUT: Decimal("99.9")}), {})
DDCI = (
    scored(None, DDCI=(70, 69, 12, 9)),
    scored(None, DDCI=(70, 69, 12, 12)),
    scored(None, PCI=(60, 66)),
)
NO_LATE_PAPER = Share(40, 40)
DISCIPLINED = {HOURS: Share(2, 20), UNITS: Share(1, 10), DIRECTIVES: NO_LATE_PAPER}
DISCIPLINE_003 = (
    figures(**DISCIPLINED),
    figures(**DISCIPLINED | {UNITS: Share(2, 10)}),
    figures(**{HOURS: Share(2, 20), DIRECTIVES: NO_LATE_PAPER}),
)
PERSON_003 = (
    figures(**{DISCIPLINE: 0, FILES: 0}),
    figures(**{DISCIPLINE: 0, FILES: 1}),
    figures(**{DISCIPLINE: 0}),
)
HEAD_REFORM = (
    rated("cchc", "Tốt") | DDCI[0],
    rated("cchc", "Tốt") | DDCI[1],
    rated("cchc", "Tốt"),
)
DONE_IN_TIME = (figures(**{DIRECTIVES: NO_LATE_PAPER}), figures(**{DIRECTIVES: Share(39, 40)}), {})

# (plan, clause): facts with which it is met, with which it is not, and without what it needs.
COMPUTED = {
    ("000", "III.2-1"): WORK_EXCELLENT,
    ("000", "III.2-2"): WORK_GOOD,
    ("000", "III.2-3"): NO_BREACH,
    ("000", "III.2-5"): INDICES,
    ("000", "III.2-6"): INITIATIVE,
    ("001", "II.2-1"): WORK_EXCELLENT,
    ("001", "II.2-3"): REFORM_GOOD,
    ("001", "II.2-4"): INDICES,
    ("002", "II.2.a-2"): REFORM_GOOD,
    ("002", "II.2.a-3"): INDICES,
    ("002", "II.2.a-4"): HOURS_10,
    ("002", "II.2.b-1"): WORK_GOOD,
    ("002", "II.2.b-4"): NO_BREACH,
    ("003", "2.a-1"): WORK_EXCELLENT,
    ("003", "2.a-3"): (names("ke_hoach_thi_dua", "12/KH-PNV"), names("ke_hoach_thi_dua"), {}),
    ("003", "2.a-4"): REFORM_GOOD,
    ("003", "2.a-5"): INITIATIVE,
    ("003", "2.a-6"): (PAID_OUT[0], PAID_OUT[1] | {"excused": False}, {}),
    ("003", "2.a-7"): NO_LATE_FILE,
    ("003", "2.a-8"): INDICES,
    ("003", "2.a-9"): DDCI,
    ("003", "2.a-10"): DISCIPLINE_003,
    ("003", "2.b-1"): WORK_EXCELLENT,
    ("003", "2.b-4"): INITIATIVE,
    ("003", "2.b-5"): PERSON_003,
    ("003", "2.b¶1+1"): HEAD_REFORM,
    ("003", "2.b¶1+2"): PAID_OUT,
    ("003", "2.b¶1+3"): DONE_IN_TIME,
    ("003", "2.b¶1+4"): NO_LATE_FILE,
}
# The rest: why no record decides them.
TOO_GOOD = "“thực hiện tốt”: kế hoạch không nêu thế nào là tốt"
QUALITY = "“đảm bảo chất lượng”: chất lượng văn bản không có số đo"
FOR_A_PERSON = {
    ("000", "III.2-4"): TOO_GOOD,
    ("001", "II.2-2"): TOO_GOOD,
    ("001", "II.2-5"): "“thực hiện nghiêm”: kế hoạch không nêu ngưỡng vi phạm",
    ("002", "II.2.a-1"): "“hoàn thành tốt”: kế hoạch không nêu thế nào là tốt",
    ("002", "II.2.b-2"): TOO_GOOD,
    ("002", "II.2.b-3"): QUALITY,
    ("003", "2.a-2"): TOO_GOOD,
    ("003", "2.b-2"): TOO_GOOD,
    ("003", "2.b-3"): QUALITY,
}


def of_plan(number: str) -> list[dict]:
    path = BASE_DIR / "fixtures" / "plans" / f"{number}.json"
    return json.loads(path.read_text(encoding="utf-8"))["criteria"]


CRITERIA = {
    (number, criterion["clause"]): criterion
    for number in ("000", "001", "002", "003")
    for criterion in of_plan(number)
}


def judged(key, facts: dict):
    criterion = CRITERIA[key]
    return evaluate(criterion["measures"], criterion["disqualifiers"], FactSet(**facts), criterion["text"])


def test_every_criterion_is_computed_or_has_its_reason():
    assert len(CRITERIA) == 38
    assert {*COMPUTED, *FOR_A_PERSON} == set(CRITERIA)
    counted = [sum(plan == number for plan, _ in COMPUTED) for number in ("000", "001", "002", "003")]
    assert counted == [5, 3, 5, 16]


@pytest.mark.parametrize(
    ("key", "facts", "expected"),
    [
        pytest.param(key, facts, expected, id=f"{'-'.join(key)}-{expected}")
        for key, cases in COMPUTED.items()
        for facts, expected in zip(cases, ("met", "unmet", "unknown"), strict=True)
    ],
)
def test_computed_criterion(key, facts, expected):
    lines = judged(key, facts)
    assert str(overall(lines)) == expected
    assert all(line.slot and line.threshold for line in lines)
    assert all(line.value for line in lines if line.outcome in (Outcome.MET, Outcome.UNMET))
    assert all(line.cure for line in lines if line.outcome == Outcome.UNKNOWN)


@pytest.mark.parametrize("key", FOR_A_PERSON, ids="-".join)
def test_criterion_for_a_person_says_why(key):
    everything = FactSet(
        ratings={"nhiem_vu": "HTXSNV", "cchc": "Xuất sắc"},
        figures={DISCIPLINE: 0, FILES: 0, PAYOUT: 100, DIRECTIVES: NO_LATE_PAPER, HOURS: Share(0, 9)},
    )
    criterion = CRITERIA[key]
    lines = evaluate(criterion["measures"], criterion["disqualifiers"], everything, criterion["text"])
    assert [line.outcome for line in lines] == [Outcome.CONFIRM]
    assert why_a_person(criterion["text"]) == FOR_A_PERSON[key]
    assert FOR_A_PERSON[key] in lines[0].say


@pytest.mark.parametrize(
    ("excused", "expected", "bars"), [(None, "confirm", False), (False, "unmet", True), (True, "met", False)]
)
def test_money_not_paid_out_bars_only_for_a_cause_of_one_s_own(excused, expected, bars):
    [line] = judged(("003", "2.a-6"), PAID_OUT[1] | {"excused": excused})
    assert (str(line.outcome), line.bars, line.value, line.threshold) == (
        expected,
        bars,
        "99,9%",
        "từ 100%",
    )
    assert line.excuses == "vì lý do chủ quan"


@pytest.mark.parametrize(
    ("change", "bars"),
    [
        ({}, [False, False, False]),
        ({HOURS: Share(3, 20)}, [True, False, False]),
        ({UNITS: Share(2, 19)}, [False, True, False]),
        ({DIRECTIVES: Share(39, 40)}, [False, False, True]),
    ],
)
def test_each_disqualifier_of_one_bracket_bars_by_itself(change, bars):
    lines = judged(("003", "2.a-10"), figures(**DISCIPLINED | change))
    assert [line.bars for line in lines] == bars


def test_unit_without_an_index_of_the_plan_is_for_a_person():
    lines = judged(("003", "2.a-8"), scored(["SIPAS"], SIPAS=(80, 90)))
    assert str(overall(lines)) == "confirm"
