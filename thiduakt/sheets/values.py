"""What a cell says as the kind of its column wants it. Raises `Unfit` with what to type instead."""

import datetime as dt
import re
from decimal import Decimal

from thiduakt.errors import Refused
from thiduakt.vietnamese.text import clean_text, search_key

from .columns import Column, Kind
from .content import DATE, ERROR, UNCALCULATED, YES

DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})(?: 00:00(?::00)?)?")
ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
YEAR = re.compile(r"(?:năm\s*)?(1[89]\d\d|20\d\d)", re.IGNORECASE)
SHORT_YEAR = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}")
SERIAL = range(3_000, 80_000)  # how Excel counts the days of 1908 to 2118
EPOCH = dt.date(1899, 12, 30)
DIGITS = 15  # more than any amount, score or count has
WHOLE = re.compile(r"[+-]?\d{1,3}(?:[. ]\d{3})+|[+-]?\d+", re.ASCII)
THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)", re.ASCII)
EITHER = re.compile(r"([+-]?[1-9]\d{0,2})\.(\d{3})", re.ASCII)  # thousands here, a decimal point elsewhere
NUMERIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?%?", re.ASCII)
YES_WORDS, NO_WORDS = {"x", "co", "1", "yes", "true", "dung"}, {"", "khong", "0", "no", "false", "sai"}
# Letters that only the old fonts (TCVN3, VNI) leave in a text of today.
OLD_LETTERS = (
    r"\u00a1-\u00a9\u00ab-\u00b1\u00b4-\u00b9\u00bb-\u00bf\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d1\u00d6-\u00d8\u00db"
    r"\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee\u00ef\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff"
)
OLD_FONT = re.compile(f"[{OLD_LETTERS}]|e[ãàáâ]")


class Unfit(ValueError):
    """A cell that cannot be taken; the words say what to type instead."""


class YearOnly(Exception):
    """A year where a day would be needed, and may be left out."""


def value_of(cell, column: Column):
    """The cell's value: str, date, int, Decimal, bool, a key of `choices`, or None when it is empty.

    Raises Unfit, or YearOnly for a year in a column to which a year is enough.
    """
    if isinstance(cell, list):
        cell = unpacked(cell)
    if cell is None or (isinstance(cell, str) and not cleaned(cell)):
        return None
    return READERS[column.kind](cell, column)


def unpacked(cell: list):
    kind, words = cell
    if kind == ERROR and not words:
        raise Unfit("là số quá lớn. Gõ lại số.")
    if kind == ERROR:
        raise Unfit(f"ô báo lỗi {words} của Excel. Sửa công thức hoặc gõ thẳng giá trị.")
    if kind == UNCALCULATED:
        raise Unfit("ô là công thức chưa có kết quả. Mở tệp bằng Excel, lưu lại, rồi tải lên.")
    if kind == DATE:
        return dt.date.fromisoformat(words)
    return words if kind == YES else None


def cleaned(text: str) -> str:
    try:
        return clean_text(text.replace("\n", " "))
    except Refused as refused:
        raise Unfit(refused.reasons[0]) from refused


def as_text(cell, column: Column) -> str:
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    text = cleaned(str(int(cell)) if isinstance(cell, float) and cell == int(cell) else str(cell))
    if OLD_FONT.search(text):
        raise Unfit("chữ gõ bằng phông cũ (TCVN3, VNI). Chuyển tệp sang Unicode rồi tải lên.")
    if len(text) > column.longest:
        raise Unfit(f"dài {len(text)} chữ, nhiều nhất là {column.longest}.")
    return text


def as_date(cell, column: Column) -> dt.date:
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, int | float):
        return numeric_date(cell, column)
    text = cleaned(cell)
    if found := DAY.fullmatch(text):
        return real_day(*reversed([int(part) for part in found.groups()]))
    if found := ISO_DAY.fullmatch(text):
        return real_day(*(int(part) for part in found.groups()))
    if found := YEAR.fullmatch(text):
        only_year(found.group(1), column)
    if SHORT_YEAR.fullmatch(text):
        raise Unfit("năm chỉ có hai chữ số. Ghi đủ bốn chữ số, ví dụ 05/12/1980.")
    raise Unfit("không đọc được thành ngày. Ghi ngày/tháng/năm, ví dụ 05/12/1980.")


def numeric_date(cell: float, column: Column) -> dt.date:
    """A number is a year, or the count of days that a cell without date format shows; the latter is asked."""
    if cell == int(cell) and YEAR.fullmatch(str(int(cell))):
        only_year(str(int(cell)), column)
    if cell in SERIAL:
        meant = EPOCH + dt.timedelta(days=int(cell))
        raise Unfit(f"là số, không phải ngày. Nếu là ngày {meant:%d/%m/%Y} thì định dạng ô thành ngày.")
    raise Unfit("không phải là ngày. Ghi ngày/tháng/năm, ví dụ 05/12/1980.")


def only_year(text: str, column: Column):
    if column.year_is_enough:
        raise YearOnly(text)
    raise Unfit("chỉ có năm. Ghi đủ ngày/tháng/năm, ví dụ 05/12/1980.")


def real_day(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise Unfit("không phải là ngày có thật. Ghi ngày/tháng/năm, ví dụ 05/12/1980.") from None


def as_integer(cell, column: Column) -> int:
    number = as_decimal(cell, column) if not isinstance(cell, str) else whole(cell)
    if number != int(number):
        raise Unfit("phải là số nguyên.")
    return int(number)


def whole(text: str) -> int:
    text = cleaned(text)
    if not WHOLE.fullmatch(text):
        raise Unfit("phải là số nguyên, chỉ gõ chữ số, ví dụ 25.")
    digits = re.sub(r"[. ]", "", text)
    if len(digits) > DIGITS:
        raise Unfit("là số quá lớn. Gõ lại số.")
    return int(digits)


def as_decimal(cell, column: Column) -> Decimal:
    """Comma or point as decimal mark; points in threes are thousands; one that may be either is asked."""
    if isinstance(cell, dt.date):
        raise Unfit("là ngày, cần một số.")
    number = decimal_of(cleaned(cell).replace(" ", "")) if isinstance(cell, str) else shortest(cell)
    if number.adjusted() > DIGITS:
        raise Unfit("là số quá lớn. Gõ lại số.")
    return number


def shortest(number: int | float) -> Decimal:
    """What Excel shows of a sum of its own: 85.3, not 85.30000000000001."""
    return Decimal(number) if isinstance(number, int) else Decimal(f"{number:.12g}")


def decimal_of(text: str) -> Decimal:
    if either := EITHER.fullmatch(text):
        whole, rest = either.groups()
        raise Unfit(f"đọc được hai cách. Ghi {whole}{rest} hoặc {whole},{rest}.")
    if THOUSANDS.fullmatch(text):
        text = text.replace(".", "")
    elif not NUMERIC.fullmatch(text):
        raise Unfit("phải là số, ví dụ 85,5.")
    return Decimal(text.replace(",", ".").removesuffix("%"))


def as_yes(cell, column: Column) -> bool:
    word = search_key(cleaned(str(cell)))
    if word in YES_WORDS or word in NO_WORDS:
        return word in YES_WORDS
    raise Unfit("ghi “x” hoặc “có” nếu đúng, để trống nếu không.")


def as_choice(cell, column: Column) -> str:
    word = search_key(cleaned(str(cell)))
    for key, label in column.choices.items():
        if word in (search_key(key), search_key(label)):
            return key
    words = ", ".join(f"“{label}”" for label in column.choices.values())
    raise Unfit(f"không có trong các giá trị nhận được: {words}.")


READERS = {
    Kind.TEXT: as_text,
    Kind.DATE: as_date,
    Kind.INTEGER: as_integer,
    Kind.DECIMAL: as_decimal,
    Kind.YES: as_yes,
    Kind.CHOICE: as_choice,
}
