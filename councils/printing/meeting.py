"""Giấy mời, chương trình họp with its danh sách trình, phiếu bầu: plain dicts for meeting.html (mẫu 1.10)."""

import datetime as dt

from councils.enums import Seat
from councils.models import CouncilSession, SessionItem
from units.facts import letterhead

from .minutes import GROUPS, ROMAN, lower_first, starts

BLANK = "…"
STEPS = (
    "Tuyên bố lý do, điểm danh, kiểm tra số thành viên tham gia",
    "Thường trực Hội đồng báo cáo kết quả thẩm định hồ sơ",
    "Thành viên Hội đồng thảo luận",
    "Biểu quyết, bỏ phiếu; công bố kết quả kiểm phiếu",
    "Chủ tịch Hội đồng kết luận; thông qua biên bản",
)


def head(session: CouncilSession, type_line: str, title: str, *, on: dt.date) -> dict:
    """Number and day stay blank: the records clerk writes them."""
    unit = session.council.unit
    return {
        "issuer": letterhead(unit, session.held_on),
        "number": None,
        "symbol": None,
        "place": unit.place_name,
        "day": None,
        "month": on.month,
        "year": on.year,
        "created": on.isoformat(),
        "type_line": type_line,
        "title": title,
        "body": [],
        "fields": [],
        "tables": [],
    }


def invitation_paper(session: CouncilSession, *, on: dt.date) -> dict:
    """One for all members, by name; who is sent for one is invited in his place."""
    council = session.council
    rows = session.attendances.select_related("member__person", "substitute")
    invited = [(row.substitute or row.member.person, row.member.get_seat_display()) for row in rows]
    symbol = f"GM-{council.unit.symbol}" if council.unit.symbol else None
    return head(session, "GIẤY MỜI", f"Họp {council.name}", on=on) | {
        "symbol": symbol,
        "body": [f"{council.name} trân trọng kính mời các thành viên Hội đồng (danh sách dưới đây)"],
        "fields": [
            {"label": "Tới dự", "value": f"Phiên họp {lower_first(session.subject)}"},
            {"label": "Chủ trì", "value": chair_of(rows)},
            {"label": "Thời gian", "value": starts(session)},
            {"label": "Địa điểm", "value": session.place or BLANK},
        ],
        "tables": [
            {
                "heading": "Thành viên được mời",
                "headings": ["STT", "Họ và tên", "Trong Hội đồng"],
                "widths": [12, 83, 70],
                "rows": [[f"{n:02d}", who.full_name, seat] for n, (who, seat) in enumerate(invited, 1)],
            }
        ],
        "closing": "Thành viên vắng mặt gửi ý kiến, hoặc ủy quyền cho người dự thay, bằng văn bản",
        "recipients": ["Như trên", "Lưu: VT"],
        "signature": {"lines": ["TM. HỘI ĐỒNG", "CHỦ TỊCH"], "name": name_of(rows, Seat.CHAIR)},
    }


def agenda_paper(session: CouncilSession, *, on: dt.date) -> dict:
    """What is done in which order, and the proposals with the votes that each needs."""
    council, rows = session.council, session.attendances.select_related("member__person")
    items, total = list(session.items.all()), rows.count()
    title = f"{council.name} {lower_first(session.subject)}"
    return head(session, "CHƯƠNG TRÌNH HỌP", title, on=on) | {
        "body": [f"{number}. {step}." for number, step in enumerate(STEPS, 1)],
        "fields": [
            {"label": "Thời gian", "value": starts(session)},
            {"label": "Địa điểm", "value": session.place or BLANK},
        ],
        "tables": lists(items, ["Cần phiếu"], [19], lambda item: [f"{item.votes_needed(total)}/{total}"]),
        "closing": f"Danh sách trình có {len(items):02d} đề nghị",
        "recipients": ["Thành viên Hội đồng", "Lưu: VT"],
        "signature": {"lines": ["THƯ KÝ"], "name": name_of(rows, Seat.SECRETARY)},
    }


def ballot_sheet(session: CouncilSession) -> dict:
    """Phiếu bầu: one page to be copied for every voter; nothing on it tells one from another."""
    items, day = list(session.items.all()), session.held_on
    title = f"{session.council.name}, phiên họp ngày {day:%d/%m/%Y}"
    return head(session, "PHIẾU BẦU", title, on=day) | {
        "plain": True,
        "recipients": [],
        "body": [
            "Với mỗi đề nghị, đánh dấu X vào một ô: đồng ý hoặc không đồng ý. Đánh cả hai ô hoặc để trống "
            "thì đề nghị ấy tính là không hợp lệ. Việc của chính mình thì gạch bỏ cả dòng."
        ],
        "tables": lists(items, ["Đồng ý", "Không đồng ý"], [19, 22], lambda item: ["", ""]),
        "closing": "Phiếu kín: không ghi tên, không ký",
    }


def lists(items: list[SessionItem], heads: list[str], widths: list[int], cells) -> list[dict]:
    """The proposals by group: number, name, award and office, and what else a paper asks."""
    found = []
    for group, words in GROUPS:
        rows = [item for item in items if item.group == group]
        if rows:
            found.append(
                {
                    "heading": f"{ROMAN[len(found)]}. {words}",
                    "headings": ["STT", "Họ và tên, tên tập thể", "Hình thức; chức vụ, đơn vị", *heads],
                    "widths": [12, 60, 60, *widths],
                    "rows": [
                        [f"{n:02d}", row.title, for_what(row), *cells(row)] for n, row in enumerate(rows, 1)
                    ],
                }
            )
    return found


def for_what(item: SessionItem) -> str:
    return "; ".join(filter(None, [item.award_name, item.detail]))


def name_of(rows, seat: str) -> str | None:
    """Who holds a seat, whether he comes or not."""
    return next((row.member.person.full_name for row in rows if row.member.seat == seat), None)


def chair_of(rows) -> str:
    name = name_of(rows, Seat.CHAIR)
    return f"{name}, {Seat.CHAIR.label}" if name else BLANK
