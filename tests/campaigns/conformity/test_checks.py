import datetime as dt
from dataclasses import replace

import pytest

from campaigns.conformity import BLOCKS, HINT, MET, Dated, Line, PlanForm, form_checks
from campaigns.conformity.labels import misnumbered, ordinal
from campaigns.conformity.signing import contradiction

pytestmark = pytest.mark.pure
ON = dt.date(2026, 2, 3)
LINES = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
GOOD = PlanForm(
    on=ON,
    title="Phát động phong trào thi đua năm 2026",
    year=2026,
    issuer="Ủy ban nhân dân xã Ninh Phước",
    symbol="UBND",
    place="Ninh Phước",
    grounds=["Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"],
    bases=[Dated("06/2022/QH15", dt.date(2022, 6, 15))],
    clauses=[Line("I", "I.", "Mục đích"), Line("II", "II.", "Tổ chức thực hiện./.")],
    recipients=["Các phòng", "Lưu: VT, VP"],
    signer="Bạch Văn Nguyên",
    lines=LINES,
    expected_lines=LINES,
    period=Dated("thi đua đến", dt.date(2026, 11, 15), "II"),
)


def outcome(key: str, **changes) -> str:
    return next(row.outcome for row in form_checks(replace(GOOD, **changes)) if row.key == key)


def test_plan_in_order_is_met_throughout():
    assert {row.outcome for row in form_checks(GOOD)} == {MET}


@pytest.mark.parametrize(
    ("key", "changes", "expected"),
    [
        ("issuer", {"issuer": ""}, BLOCKS),
        ("symbol", {"symbol": ""}, HINT),
        ("place", {"place": ""}, HINT),
        ("title", {"title": " "}, BLOCKS),
        ("title", {"title": "Phát động năm 2026."}, HINT),
        ("grounds", {"grounds": []}, HINT),
        ("grounds", {"grounds": ["Căn cứ Luật"]}, HINT),
        ("ground_dates", {"bases": [Dated("12/2026", ON + dt.timedelta(days=1))]}, BLOCKS),
        ("ground_dates", {"bases": [Dated("12/2026", ON)]}, MET),
        ("text", {"clauses": []}, BLOCKS),
        ("numbering", {"clauses": [Line("I", "I."), Line("I'", "I.")]}, HINT),
        ("end_mark", {"clauses": [Line("I", "I.", "Hết.")]}, HINT),
        ("end_mark", {"clauses": [Line("I", "I.", "Hết./."), Line("II", "II.", "Thêm.")]}, HINT),
        ("signer", {"signer": ""}, BLOCKS),
        ("signer", {"expected_lines": None}, BLOCKS),
        ("capacity", {"lines": ["CHỦ TỊCH"]}, BLOCKS),
        ("capacity", {"lines": ["KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH"]}, HINT),
        ("capacity", {"signer_refusal": "Không giữ chức vụ."}, BLOCKS),
        ("recipients", {"recipients": []}, BLOCKS),
        ("recipients", {"recipients": ["Lưu: VT", "Sở Nội vụ"]}, HINT),
        ("doubts", {"open_doubts": 2}, BLOCKS),
        ("past", {"deadlines": [Dated("gửi hồ sơ", ON - dt.timedelta(days=1), "III", "dossier")]}, HINT),
        ("past", {"deadlines": [Dated("gửi hồ sơ", ON, "III", "dossier")]}, MET),
        ("year", {"title": "Phát động thi đua năm 2025"}, HINT),
        ("year", {"period": Dated("thi đua đến", dt.date(2024, 1, 1))}, HINT),
        ("quotas", {"awards": 1}, HINT),
        ("parts", {"awards": 1, "parts": 4}, MET),
        ("dossier", {"awards": 1}, HINT),
        ("registration", {"awards": 1, "registration_demanded": True}, HINT),
        ("tasks", {"work_plan": True}, HINT),
        ("inherited", {"unresolved": [("Tiêu chí", "288/KH-UBND", "IV.3")]}, HINT),
    ],
)
def test_line_of_the_check(key, changes, expected):
    assert outcome(key, **changes) == expected


def test_deadlines_out_of_order_name_both():
    rows = [
        Dated("đăng ký", dt.date(2026, 12, 1), "1", "registration"),
        Dated("gửi hồ sơ", dt.date(2026, 11, 1), "2", "dossier"),
    ]
    found = next(row for row in form_checks(replace(GOOD, deadlines=rows)) if row.key == "order")
    assert (found.outcome, found.paths) == (HINT, ["1", "2"])


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("IV.", ("roman", 4)),
        ("XIX.", ("roman", 19)),
        ("1.2.", ("arabic", 2)),
        ("đ)", ("letter", 5)),
        ("e)", ("letter", 6)),
        ("Điều 3.", ("arabic", 3)),
        ("-", None),
        ("", None),
    ],
)
def test_ordinal_of_label(label, number):
    assert ordinal(label) == number


@pytest.mark.parametrize(
    ("labels", "wrong"),
    [
        ("I. II. III.", []),
        ("a) b) c) d) đ) e) g)", []),
        ("I. II. IV.", ["sau “II.” là “IV.”"]),
        ("IV. IV.", ["“IV.” lặp lại"]),
        ("1. a) 2.", []),
        ("- - -", []),
    ],
)
def test_misnumbered_among_neighbours(labels, wrong):
    rows = [Line(str(n), label) for n, label in enumerate(labels.split())]
    assert [words for words, _ in misnumbered(rows)] == wrong


def test_numbers_start_anew_below_another_parent():
    rows = [
        Line("I", "I."),
        Line("I.1", "1.", parent="I"),
        Line("II", "II."),
        Line("II.1", "1.", parent="II"),
    ]
    assert misnumbered(rows) == []


@pytest.mark.parametrize(
    ("lines", "expected", "agrees"),
    [
        (["GIÁM ĐỐC"], ["GIÁM ĐỐC"], True),
        (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], ["GIÁM ĐỐC"], False),
        (["GIÁM ĐỐC"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], False),
        (["CHỦ TỊCH"], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], True),
        ([], ["GIÁM ĐỐC"], False),
    ],
)
def test_capacity_agrees_with_the_position(lines, expected, agrees):
    assert (contradiction(lines, expected) == "") is agrees
