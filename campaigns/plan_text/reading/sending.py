"""To whom papers go: "gửi về Ủy ban nhân dân huyện (qua Phòng Nội vụ) trước ngày …"."""

import re

from .bodies import BODY, LEAD
from .phrases import without_last_mark

SENT = re.compile(
    r"\b(?:gửi|nộp|báo cáo|đăng ký)\b(?:[^.;()]{0,100}?\s)??(?:\s?(?:về|đến|cho|tới|qua|tại"
    r"|với)\s+|\s+)"
    rf"(?=(?-i:[A-ZĐ])|{LEAD}{BODY})",
    re.IGNORECASE,
)
STOP = re.compile(
    r"\s*(?:,(?!\s+(?:khen thưởng|đơn vị\b))|[;.|]|\s(?:trước|chậm nhất|muộn nhất|để|nhằm|đến hết|trong"
    r"|theo|vào|xem xét|tổng hợp|bằng|kèm|đúng|hạn|hoàn thành|xong|hằng năm|hàng năm|định kỳ|kết quả)\b"
    r"|\sđến\s+(?:ngày|hết)|\sngày\s\d)",
)
LONGEST = 160


def sent_to(text: str) -> str | None:
    """The body with its bracket, as written."""
    for found in SENT.finditer(text):
        name = receiver(text, found.end())
        if name and not re.match(r"(?:trước|ngày|hết|các cơ quan)", name):
            return name
    return None


def receiver(text: str, start: int) -> str | None:
    """Up to the first stop outside a bracket."""
    place, stop = start, min(len(text), start + LONGEST)
    while place < stop:
        bracket = text.find("(", place, stop)
        end = STOP.search(text, place, bracket if bracket >= 0 else stop)
        if end or bracket < 0:
            return without_last_mark(text[start : end.start() if end else stop]) or None
        place = text.find(")", bracket) + 1 or stop
    return without_last_mark(text[start:stop]) or None
