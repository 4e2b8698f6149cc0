"""The list of what is paid: by unit with sums, out of whose fund, why a line is nought."""

from decimal import Decimal

import pytest

from criteria.models import AwardType
from documents.models import IssuedDocument
from nominations.facts.payments import PAY_HEADINGS, PayLine, by_unit, pay_rows
from nominations.models import Award
from nominations.printing.payments import row_of

pytestmark = pytest.mark.pure

FUND, WHY = "UBND xã Ninh Phước", "Đã chi mức cao nhất: Bằng khen, Quyết định số 05/QĐ-UBND"


def award(name: str) -> Award:
    given = Award(name=name, position="Chuyên viên", coefficient=Decimal("0.3"), base_salary=2_530_000)
    given.award_type = AwardType(name="Giấy khen")
    given.decision = IssuedDocument(number=2, symbol="QĐ-UBND")
    return given


LINES = [
    PayLine(award("Lê An"), "Phòng Kinh tế", 760_000),
    PayLine(award("Vũ Bình"), "Phòng Kinh tế", 0, WHY),
    PayLine(award("Hồ Chi"), "Trạm Y tế", 760_000),
]


def test_lines_are_summed_by_unit():
    found = [(unit, len(lines), total) for unit, lines, total in by_unit(LINES)]
    assert found == [("Phòng Kinh tế", 2, 760_000), ("Trạm Y tế", 1, 760_000)]


def test_rows_of_the_file_name_fund_and_why_nothing_is_paid():
    rows = [dict(zip(PAY_HEADINGS, row, strict=True)) for row in pay_rows(LINES, FUND)]
    assert [(row["STT"], row["Quyết định"], row["Quỹ chi"], row["Ghi chú"]) for row in rows] == [
        (1, "02/QĐ-UBND", FUND, ""),
        (2, "02/QĐ-UBND", FUND, WHY),
        (3, "02/QĐ-UBND", FUND, ""),
    ]
    assert sum(row["Tiền thưởng (đồng)"] for row in rows) == 1_520_000


def test_printed_line_says_why_nothing_is_paid():
    said = [(row["award"], row["amount"]) for row in map(row_of, LINES[:2])]
    assert said == [
        ("Giấy khen, QĐ số 02/QĐ-UBND", 760_000),
        (f"Giấy khen, QĐ số 02/QĐ-UBND. {WHY}", 0),
    ]
