"""What a cell says, kind by kind."""

import datetime as dt
from decimal import Decimal

import pytest

from thiduakt.sheets.columns import Column, Kind
from thiduakt.sheets.values import Unfit, value_of

pytestmark = pytest.mark.pure
DAY, NUMBER, DECIMAL, YES = (
    Column("k", "Cột", kind) for kind in (Kind.DATE, Kind.INTEGER, Kind.DECIMAL, Kind.YES)
)
TEXT = Column("k", "Cột", longest=10)


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        (DAY, "5/3/1980", dt.date(1980, 3, 5)),
        (DAY, "05-12-2026", dt.date(2026, 12, 5)),
        (DAY, "5.12.2026", dt.date(2026, 12, 5)),
        (DAY, "2026-12-05", dt.date(2026, 12, 5)),
        (DAY, ["date", "2026-12-05"], dt.date(2026, 12, 5)),
        (NUMBER, "12", 12),
        (NUMBER, 12.0, 12),
        (NUMBER, "1.234", 1234),
        (DECIMAL, "85,5", Decimal("85.5")),
        (DECIMAL, "1.234,5", Decimal("1234.5")),
        (DECIMAL, 85.25, Decimal("85.25")),
        (DECIMAL, "10%", Decimal(10)),
        (YES, "X", True),
        (YES, "có", True),
        (YES, ["yes", ""], None),
        (TEXT, 5.0, "5"),
        (TEXT, "  a\u00a0 b ", "a b"),
        (TEXT, "   ", None),
        (TEXT, None, None),
    ],
)
def test_cell_as_its_column_wants_it(column, cell, value):
    assert value_of(cell, column) == value


@pytest.mark.parametrize(
    ("column", "cell", "advice"),
    [
        (DAY, "31/02/1980", "không phải là ngày có thật. Ghi ngày/tháng/năm, ví dụ 05/12/1980."),
        (DAY, "5/3/80", "năm chỉ có hai chữ số. Ghi đủ bốn chữ số, ví dụ 05/12/1980."),
        (DAY, "1980", "chỉ có năm. Ghi đủ ngày/tháng/năm, ví dụ 05/12/1980."),
        (DAY, 29281, "là số, không phải ngày. Nếu là ngày 01/03/1980 thì định dạng ô thành ngày."),
        (DAY, "hôm qua", "không đọc được thành ngày. Ghi ngày/tháng/năm, ví dụ 05/12/1980."),
        (NUMBER, "mười hai", "phải là số nguyên, chỉ gõ chữ số, ví dụ 25."),
        (NUMBER, 12.5, "phải là số nguyên."),
        (DECIMAL, "NaN", "phải là số, ví dụ 85,5."),
        (DECIMAL, "1e999999999", "phải là số, ví dụ 85,5."),
        (YES, "chắc vậy", "ghi “x” hoặc “có” nếu đúng, để trống nếu không."),
        (TEXT, "dài hơn mười chữ", "dài 16 chữ, nhiều nhất là 10."),
        (TEXT, ["error", "#REF!"], "ô báo lỗi #REF! của Excel. Sửa công thức hoặc gõ thẳng giá trị."),
    ],
)
def test_unfit_cell_is_told_what_to_type(column, cell, advice):
    with pytest.raises(Unfit) as unfit:
        value_of(cell, column)
    assert str(unfit.value) == advice
