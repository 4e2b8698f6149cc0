"""What the five plans say, spelled out: numbers, dates, counts (each beside the words of its plan)."""

from collections import Counter

import pytest

from tests.campaigns.plan_contract import NUMBERS, load

pytestmark = pytest.mark.pure

HEADS = {
    "000": ("Sở Công Thương", None, "KH-SCT", "Ninh Thuận", None, 2, 2020),
    "001": ("Sở Tài chính", None, None, None, None, None, None),
    "002": ("Ủy ban nhân dân huyện Ninh Phước", 26, "KH-UBND", "Ninh Phước", 3, 2, 2021),
    "003": ("Sở Khoa học và Công nghệ tỉnh Ninh Thuận", None, "KH-SKHCN", "Ninh Thuận", None, 3, 2022),
    "004": ("Sở Công Thương", None, None, None, None, None, None),
}
KINDS = {
    "000": ("campaign", 2020),
    "001": ("campaign", 2020),
    "002": ("campaign", 2021),
    "003": ("campaign", 2022),
    "004": ("annual_plan", 2020),
}
BASES = {
    "000": [("288/KH-UBND", "2020-02-06", "parent_plan"), ("1194/KH-SCT", "2016-09-22", "basis")],
    "001": [("288/KH-UBND", "2020-02-06", "parent_plan")],
    "002": [("3641/QĐ-UBND", "2020-11-05", "basis")],
    "003": [
        ("681/QĐ-UBND", "2021-10-27", "basis"),
        ("1366/KH-SKHCN", "2021-11-09", "basis"),
        ("2395/QĐ-UBND", "2021-12-24", "basis"),
        ("1535/KH-SKHCN", "2021-12-08", "basis"),
        ("967/KH-UBND", "2022-03-10", "parent_plan"),
    ],
    "004": [
        ("01/CT-UBND", "2020-01-21", "basis"),
        ("01/CTLT-BCT-CĐCT", "2020-01-02", "basis"),
        ("02/KH-KTĐ", "2019-01-23", "basis"),
        ("34-CT/TW", "2014-04-07", "basis"),
        ("91/2017/NĐ-CP", "2017-07-31", "basis"),
        ("12/2019/TT-BNV", "2019-01-04", "basis"),
        ("13/2012/NĐ-CP", "2012-03-02", "basis"),
        ("33/2018/QĐ-UBND", "2018-12-28", "basis"),
        ("2583/UBND-TĐKT", "2019-11-18", "basis"),
    ],
}
TARGETS = {
    "000": [("collective", "III.1-1"), ("individual", "III.1-2")],
    "001": [("both", "II.1¶1")],
    "002": [("both", "II.1-1"), ("both", "II.1-2")],
    "003": [],
    "004": [],
}
CRITERIA = {
    "000": {"common": 4, "collective": 1, "individual": 1},
    "001": {"common": 5},
    "002": {"collective": 4, "individual": 4},
    "003": {"collective": 10, "individual": 5, "head": 4},
    "004": {},
}
PERIODS = {
    "000": (True, "2020-12-20", False, "III.3"),
    "001": (False, None, None, None),
    "002": (True, "2021-11-15", False, "II.3"),
    "003": (True, "2022-12-30", False, "3.a"),
    "004": (False, None, None, None),
}
REGISTRATIONS = {
    "000": (True, "Văn phòng sở", None, None, "IV.1¶1"),
    "001": (False, None, None, None, None),
    "002": (False, None, None, None, None),
    "003": (False, None, None, None, None),
    "004": (True, "Hội đồng thi đua, khen thưởng Sở (qua Văn phòng Sở)", "2020-02-28", False, "III.1.1"),
}
AWARDS = {
    "000": [("GK", "Giám đốc sở", "GK"), ("BK", "Chủ tịch Ủy ban nhân dân tỉnh", "BKT")],
    "001": [],
    "002": [("GK", "Ủy ban nhân dân huyện", "GK")],
    "003": [("BK", "Ủy ban nhân dân tỉnh", "BKT")],
    "004": [],
}
QUOTAS = {
    "000": [(["GK", "BK"], "individual", 3, "exact"), (["GK", "BK"], "collective", 3, "exact")],
    "001": [],
    "002": [(["GK"], "collective", 7, "max"), (["GK"], "individual", 10, "max")],
    "003": [(["BK"], "collective", 1, "requested"), (["BK"], "individual", 1, "requested")],
    "004": [],
}
PARTS = {
    "000": [],
    "001": [],
    "002": ["submission", "submission", "nominee", "nominee"],
    "003": [],
    "004": [],
}
DEADLINES = {
    "000": [("review", "2020-12", True)],
    "001": [],
    "002": [("dossier", "2021-11-30", True), ("appraisal", "--12-05", False), ("own_plan", "--01-30", False)],
    "003": [],
    "004": [("registration", "2020-02-28", False), ("initiative_registration", "2020-08-28", False)],
}
TASKS = {
    "000": ["V.1-1", "V.1-2", "V.2¶1", "V.2¶2"],
    "001": ["II.3-1"],
    "002": ["V.1", "V.2", "V.3", "V.4"],
    "003": ["5-3", "5-4"],
    "004": ["1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "3.2", "4.1", "4.2", "4.3", "4.4", "5"],
}
INHERITED = {
    "000": [("dossier_parts", "288/KH-UBND", "IV.3")],
    "001": [],
    "002": [],
    "003": [("targets", "967/KH-UBND", "4"), ("criteria", "967/KH-UBND", "4")],
    "004": [],
}
SIGNATORIES = {
    "000": (["GIÁM ĐỐC"], "Phạm Đăng Thành"),
    "001": ([], "Hồ Trọng Luật"),
    "002": (["KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Bạch Văn Nguyên"),
    "003": (["GIÁM ĐỐC"], "Lê Tiến Dũng"),
    "004": (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Đào Thị Thu Nguyệt"),
}
# Clauses, recipients, notes.
COUNTS = {"000": (33, 6, 9), "001": (21, 5, 3), "002": (43, 10, 5), "003": (36, 4, 6), "004": (69, 7, 8)}


def picked(rows, *keys):
    return [tuple(row[key] for key in keys) for row in rows]


def check(expected, found):
    assert {number: found(load(number)) for number in NUMBERS} == expected


def test_heads_keep_their_blanks():
    keys = ("number", "symbol", "place", "day", "month", "year")
    check(HEADS, lambda plan: (plan["issuer"], *picked([plan["document"]], *keys)[0]))


def test_kinds_and_years():
    check(KINDS, lambda plan: (plan["kind"], plan["year"]))


def test_legal_bases():
    check(BASES, lambda plan: picked(plan["legal_bases"], "reference", "dated", "relation"))


def test_targets():
    check(TARGETS, lambda plan: picked(plan["targets"], "group", "clause"))


def test_criteria_per_group():
    check(CRITERIA, lambda plan: dict(Counter(each["group"] for each in plan["criteria"])))


def test_periods_end_before_their_day():
    keys = ("from_issue", "until", "until_inclusive", "clause")
    check(PERIODS, lambda plan: picked([plan["period"]], *keys)[0])


def test_registrations():
    keys = ("required", "to", "deadline", "inclusive", "clause")
    check(REGISTRATIONS, lambda plan: picked([plan["registration"]], *keys)[0])


def test_awards():
    check(AWARDS, lambda plan: picked(plan["awards"], "form", "authority", "type"))


def test_quotas():
    check(QUOTAS, lambda plan: picked(plan["quotas"], "forms", "group", "limit", "kind"))


def test_dossier_parts():
    check(PARTS, lambda plan: [part["per"] for part in plan["dossier_parts"]])


def test_deadlines():
    check(DEADLINES, lambda plan: picked(plan["deadlines"], "what", "on", "inclusive"))


def test_tasks():
    check(TASKS, lambda plan: [task["number"] for task in plan["tasks"]])


def test_inherited_rules():
    check(INHERITED, lambda plan: picked(plan["inherits"], "what", "reference", "clause"))


def test_signatories():
    check(SIGNATORIES, lambda plan: picked([plan["signatory"]], "lines", "name")[0])


def test_counts_of_clauses_recipients_and_notes():
    check(COUNTS, lambda plan: tuple(len(plan[key]) for key in ("clauses", "recipients", "notes")))


def test_objectives_of_plan_003():
    wanted = [("PAR INDEX", "10", "bậc", 2021, "1-1"), ("PCI", "0,5-1", "điểm", 2021, "1-1")]
    assert picked(load("003")["objectives"], "indicator", "change", "unit", "baseline", "clause") == wanted


def test_disqualifiers_by_clause():
    found = [
        (number, criterion["clause"], each["kind"], each["percent"], each["of"], each["exception"])
        for number in NUMBERS
        for criterion in load(number)["criteria"]
        for each in criterion["disqualifiers"]
    ]
    assert found == [
        ("002", "II.2.a-4", "share_over", 10, "posts", None),
        ("003", "2.a-6", "below", 100, None, "vì lý do chủ quan"),
        ("003", "2.a-10", "share_over", 10, "posts", None),
        ("003", "2.a-10", "share_over", 10, "subordinate_units", None),
        ("003", "2.a-10", "any", None, None, None),
    ]


def test_head_criteria_of_plan_003():
    heads = [each for each in load("003")["criteria"] if each["group"] == "head"]
    assert [(each["clause"], [m["kind"] for m in each["measures"]]) for each in heads] == [
        ("2.b¶1+1", ["rating_at_least", "indicator_rise"]),
        ("2.b¶1+2", ["percent_at_least"]),
        ("2.b¶1+3", ["percent_at_least"]),
        ("2.b¶1+4", ["none_of"]),
    ]


def indicators(plan):
    measures = [measure for criterion in plan["criteria"] for measure in criterion["measures"]]
    return [measure["indicators"] for measure in measures if measure["kind"] == "indicator_rise"]


def test_indicators_keep_the_spelling_of_the_plan():
    found = {number: indicators(load(number)) for number in NUMBERS}
    assert found == {
        "000": [["PCI", "PAR", "INDER", "PAPI", "SIPAS"]],
        "001": [["PARINDEX", "PCI", "PAPI", "SIPAS"]],
        "002": [["PAR INDEX", "PAPI", "SIPAS", "PCI"]],
        "003": [["PAR INDEX", "PCI"], ["DDCI"], ["DDCI"]],
        "004": [],
    }
