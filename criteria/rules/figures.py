"""What a figure may be: asked when it is entered, and again of all that stand there."""

from collections.abc import Mapping
from decimal import Decimal

from criteria.eligibility.work import DISCIPLINE
from criteria.measures.met import RATINGS

FIRST_YEAR = 2000
HUNDRED = Decimal(100)
# Kind of fact → the words it is entered by.
SCALES = {
    "xep_loai_nhiem_vu": RATINGS["nhiem_vu"],
    "xep_loai_cchc": RATINGS["cchc"],
    "ky_luat": DISCIPLINE,
}
ALL_WORDS = {code: word for scale in SCALES.values() for code, word in scale.items()}
# scale → which of value, total, rating are entered.
RATING, SHARE, COUNT, PERCENT = "rating", "share", "count", "percent"


def words_of(code: str) -> Mapping[str, str]:
    """The scale of a kind of fact, {stored: shown}; empty for what is entered as a number."""
    return SCALES.get(code, {})


def year_fault(year: int, this_year: int) -> str | None:
    if FIRST_YEAR <= year <= this_year:
        return None
    return f"Năm từ {FIRST_YEAR} đến {this_year}; năm chưa đến thì chưa có số liệu."


def figure_fault(scale: str, code: str, value, total, rating: str) -> str | None:
    """What is wrong with a recorded figure, in a sentence."""
    if scale == RATING:
        return rating_fault(code, value, total, rating)
    if rating:
        return "Loại số liệu này ghi bằng số, không ghi xếp loại."
    if value is None:
        return "Chưa ghi số; không có trường hợp nào thì ghi 0."
    if value < 0:
        return "Số không được âm."
    if scale == PERCENT:
        return percent_fault(value, total)
    if value != int(value) or (total is not None and total != int(total)):
        return "Ghi số nguyên: số người, số đơn vị, số văn bản."
    return share_fault(value, total) if scale == SHARE else no_total(total)


def rating_fault(code: str, value, total, rating: str) -> str | None:
    words = words_of(code)
    if value is not None or total is not None:
        return "Loại số liệu này ghi xếp loại, không ghi số."
    if rating not in words:
        return f"Chọn một mức: {', '.join(words.values())}." if words else "Chưa có thang xếp loại này."
    return None


def percent_fault(value, total) -> str | None:
    if value > HUNDRED:
        return "Tỷ lệ từ 0 đến 100%."
    return no_total(total)


def share_fault(value, total) -> str | None:
    if total is None:
        return None
    if total <= 0:
        return "Tổng số phải lớn hơn 0."
    return "Số ghi không được lớn hơn tổng số." if value > total else None


def no_total(total) -> str | None:
    return None if total is None else "Loại số liệu này không ghi tổng số."


def score_fault(score, rank, max_score, max_rank) -> str | None:
    """What is wrong with a published score: outside the range of its index."""
    if score is None and rank is None:
        return "Ghi điểm hoặc thứ hạng."
    if score is not None and not 0 <= score <= max_score:
        return f"Điểm từ 0 đến {max_score:f}.".replace(".00.", ".")
    if rank is not None and not 1 <= rank <= (max_rank or rank):
        return f"Thứ hạng từ 1 đến {max_rank}." if max_rank else "Thứ hạng từ 1 trở lên."
    return None
