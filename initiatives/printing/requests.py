"""Đơn yêu cầu công nhận sáng kiến: the authors' own paper, from what they wrote part by part."""

import datetime as dt

from django.utils import timezone

from initiatives.enums import EDITABLE
from initiatives.models import Author, Initiative
from thiduakt.clock import vietnam_day
from thiduakt.vietnamese.days import short_date
from units.facts import full_name

HEADINGS = ["STT", "Họ và tên", "Ngày sinh", "Chức danh, nơi công tác", "Trình độ", "Đóng góp (%)"]
SIGNED = ["STT", "Họ và tên", "Ký xác nhận"]
PLEDGE = (
    "xin cam đoan mọi thông tin nêu trong đơn là trung thực, đúng sự thật và hoàn toàn chịu trách nhiệm "
    "trước pháp luật"
)
# The parts of the description in the order of the form; optional ones only where something was written.
PARTS = (
    ("known_state", "Tình trạng giải pháp đã biết"),
    ("content", "Nội dung giải pháp, tính mới"),
    ("applicability", "Khả năng áp dụng"),
    ("secrets", "Những thông tin cần được bảo mật"),
    ("conditions", "Các điều kiện cần thiết để áp dụng sáng kiến"),
    ("benefits", "Lợi ích thu được theo ý kiến của tác giả"),
    ("user_benefits", "Lợi ích thu được theo ý kiến của nơi đã áp dụng"),
    ("testers", "Danh sách những người đã tham gia áp dụng thử hoặc áp dụng lần đầu"),
)
ALWAYS = {"known_state", "content", "applicability", "benefits"}


def request_paper(initiative: Initiative, *, on: dt.date) -> dict:
    """The request as a dict for initiative_request.html; a draft while its authors may still write it."""
    authors = list(initiative.authors.select_related("person"))
    we = "Chúng tôi" if len(authors) > 1 else "Tôi"
    day = signed_on(authors) or on
    return {
        "issuer": None,
        "place": initiative.office.place_name,
        "day": day.day,
        "month": day.month,
        "year": day.year,
        "created": day.isoformat(),
        "type_line": "ĐƠN YÊU CẦU",
        "title": "Công nhận sáng kiến",
        "to": full_name(initiative.office, on),
        "opening": f"{we} ghi tên dưới đây:",
        "authors": {"headings": HEADINGS, "rows": author_rows(authors, on)},
        "asks": f"Là {'đồng ' if len(authors) > 1 else ''}tác giả đề nghị xét công nhận sáng kiến: "
        f"“{initiative.name}”.",
        "fields": [{"label": label, "value": value} for label, value in fields(initiative) if value],
        "sections": sections(initiative),
        "pledge": f"{we} {PLEDGE}",
        "signed": {"headings": SIGNED, "rows": signed_rows(authors)},
        "signature": {
            "lines": ["NGƯỜI NỘP ĐƠN"],
            "name": authors[0].person.full_name if len(authors) == 1 else None,
        },
        "draft": initiative.state in EDITABLE,
    }


def signed_on(authors: list[Author]) -> dt.date | None:
    """The day of the last signature; None while one is missing."""
    days = [vietnam_day(author.signed_at) for author in authors if author.signed_at]
    return max(days) if days and len(days) == len(authors) else None


def author_rows(authors: list[Author], on: dt.date) -> list[list[str]]:
    return [
        [
            f"{number:02d}",
            author.person.full_name,
            short_date(author.person.birth_date) if author.person.birth_date else "",
            author.position or post_of(author, on),
            author.qualification,
            author.share_words,
        ]
        for number, author in enumerate(authors, start=1)
    ]


def post_of(author: Author, on: dt.date) -> str:
    """Before it is handed in: as it is today."""
    held = author.person.appointment_on(on)
    return f"{held.position}, {held.unit.name}" if held else ""


def fields(initiative: Initiative) -> list[tuple[str, str]]:
    day = initiative.applied_on
    return [
        ("Chủ đầu tư tạo ra sáng kiến", initiative.investor),
        ("Lĩnh vực áp dụng", initiative.field),
        ("Loại giải pháp", initiative.get_kind_display().lower()),
        ("Ngày sáng kiến được áp dụng lần đầu hoặc áp dụng thử", short_date(day) if day else "chưa ghi"),
    ]


def sections(initiative: Initiative) -> list[dict]:
    """[{"heading", "text"}]: what is required stands there even while it is empty."""
    written = [(key, title, getattr(initiative, key).strip()) for key, title in PARTS]
    kept = [(title, text) for key, title, text in written if text or key in ALWAYS]
    return [
        {"heading": f"{number}. {title}", "text": text} for number, (title, text) in enumerate(kept, start=1)
    ]


def signed_rows(authors: list[Author]) -> list[list[str]]:
    return [
        [
            f"{number:02d}",
            author.person.full_name,
            f"{timezone.localtime(author.signed_at):Đã ký trên hệ thống lúc %H:%M, ngày %d/%m/%Y}"
            if author.signed_at
            else "",
        ]
        for number, author in enumerate(authors, start=1)
    ]
