"""Biên bản họp Hội đồng as a plain dict for minutes.html (NĐ 30/2020, mẫu 1.9)."""

from councils.enums import Presence, RoundState, Seat
from councils.facts import thresholds
from councils.models import CouncilSession, SessionItem
from councils.registry import BUSINESS
from councils.voting import passes
from thiduakt.vietnamese.days import long_date
from units.facts import letterhead

GROUPS = (("collective", "Tập thể"), ("individual", "Cá nhân"), ("household", "Hộ gia đình"))
ROMAN = ("I", "II", "III")
NOT_COUNTED = "…"
HERE = (Presence.PRESENT, Presence.SUBSTITUTE)


def minutes_paper(session: CouncilSession) -> dict:
    """Time, place, who took part, the votes on the total membership, the conclusion."""
    council = session.council
    attendances = list(session.attendances.select_related("member__person", "substitute"))
    items = list(session.items.prefetch_related("excluded__person"))
    return {
        "issuer": letterhead(council.unit, session.held_on),
        "number": None,
        "symbol": None,
        "place": None,
        "day": None,
        "month": None,
        "year": session.held_on.year,
        "created": session.held_on.isoformat(),
        "type_line": "BIÊN BẢN",
        "title": f"Họp {council.name} {lower_first(session.subject)}",
        "recipients": ["Lưu: VT, Hồ sơ"],
        "fields": fields(session, attendances),
        "content": paragraphs(session.discussion)
        + stepped_out(items, attendances)
        + secret_ballots(session)
        + chair_decided(session, items),
        "groups": groups(items, len(attendances)),
        "conclusion": paragraphs(session.conclusion) or conclusion(items),
        "closing": closing(session),
        "secretary": {"lines": ["THƯ KÝ"], "name": name_in(attendances, Seat.SECRETARY)},
        "signature": {"lines": ["CHỦ TỌA"], "name": name_in(attendances, Seat.CHAIR)},
    } | instead_of_votes(session)


def instead_of_votes(session: CouncilSession) -> dict:
    """What minutes of a council that scores say in their place; what was typed as conclusion stays."""
    business = BUSINESS.get(session.council.kind)
    if business is None or business.minutes is None:
        return {}
    said = business.minutes(session)
    return said | ({"conclusion": paragraphs(session.conclusion)} if session.conclusion.strip() else {})


def fields(session: CouncilSession, attendances: list) -> list[dict]:
    marks = [row.presence for row in attendances]
    present = [
        f"{row.member.person.full_name} ({row.member.get_seat_display()}{sent_by(row)})"
        for row in attendances
        if row.presence in HERE
    ]
    absent = [
        f"{row.member.person.full_name} ({row.get_presence_display().lower()}{row.note and f'; {row.note}'})"
        for row in attendances
        if row.presence not in HERE
    ]
    return [
        {"label": "Thời gian bắt đầu", "value": starts(session)},
        {"label": "Địa điểm", "value": session.place or None},
        {"label": "Chủ trì", "value": name_in(attendances, Seat.CHAIR)},
        {"label": "Thư ký", "value": name_in(attendances, Seat.SECRETARY)},
        {"label": "Tổng số thành viên", "value": f"{len(marks):02d}"},
        {"label": f"Có mặt {len(present):02d}", "value": "; ".join(present) or "không"},
        {"label": f"Vắng {len(absent):02d}", "value": "; ".join(absent) or "không"},
    ]


def sent_by(row) -> str:
    """`; do bà … dự thay theo …`"""
    return f"; {row.substitute.full_name} dự thay, {row.note}" if row.substitute else ""


def secret_ballots(session: CouncilSession) -> list[str]:
    """Each counted round in a sentence; its own record goes with the minutes."""
    return [
        f"Bỏ phiếu kín lượt {row.number} ({row.get_mode_display().lower()}): phát ra {row.issued:02d} phiếu, "
        f"thu vào {row.returned:02d}, hợp lệ {row.valid:02d}, không hợp lệ {row.invalid:02d}; "
        f"trưởng ban kiểm phiếu: {row.head_teller} (có biên bản kiểm phiếu kèm theo)."
        for row in session.rounds.filter(state=RoundState.COUNTED)
    ]


def chair_decided(session: CouncilSession, items: list[SessionItem]) -> list[str]:
    """The chair's order among equal votes, with the reason that was written."""
    why = {}
    for event in session.events.filter(action="ties").order_by("seq"):
        why |= dict.fromkeys(map(int, event.data["ranks"]), event)
    told: dict = {}
    for item in sorted((item for item in items if item.chair_rank), key=lambda item: item.chair_rank):
        told.setdefault(why.get(item.pk), []).append(f"thứ {item.chair_rank}: {item.title}")
    return [
        f"Bằng phiếu, Chủ tịch Hội đồng quyết định thứ tự: {'; '.join(order)}."
        + (f" Lý do: {event.note.rstrip('. ')}." if event and event.note else "")
        for event, order in told.items()
    ]


def starts(session: CouncilSession) -> str:
    hour = f"{session.starts_at:%H} giờ {session.starts_at:%M}, " if session.starts_at else ""
    return hour + long_date(session.held_on)


def closing(session: CouncilSession) -> str:
    hour = f"{session.ends_at:%H} giờ {session.ends_at:%M}" if session.ends_at else "… giờ …"
    return f"Cuộc họp kết thúc vào {hour}, {long_date(session.held_on)}"


def lower_first(text: str) -> str:
    """The subject goes on with the council's name: Họp Hội đồng … xét khen thưởng …"""
    return text[:1].lower() + text[1:]


def stepped_out(items: list[SessionItem], attendances: list) -> list[str]:
    """Who took part but did not vote in his own case, by the proposal it was about."""
    here = {row.member_id for row in attendances if row.presence != Presence.ABSENT}
    names = {item: [m.person.full_name for m in item.excluded.all() if m.pk in here] for item in items}
    return [
        f"{item.title}: {', '.join(found)} không tham gia biểu quyết vì là việc của chính mình."
        for item, found in names.items()
        if found
    ]


def name_in(attendances: list, seat: str) -> str | None:
    """Who sat in the seat that day; the vice chair where the chair was away."""
    seats = (seat, Seat.VICE) if seat == Seat.CHAIR else (seat,)
    here = [row for row in attendances if row.presence == Presence.PRESENT]
    found = [row for wanted in seats for row in here if row.member.seat == wanted]
    return found[0].member.person.full_name if found else None


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def groups(items: list[SessionItem], total: int) -> list[dict]:
    found = []
    for group, words in GROUPS:
        of_group = [item for item in items if item.group == group]
        if of_group:
            heading = f"{ROMAN[len(found)]}. {words}"
            rows = [vote_row(item, total) for item in of_group]
            made = {"heading": heading, "rows": rows, "notes": shares(of_group, total)}
            found.append(made | {"bare": not any(item.detail for item in of_group)})
    return found


def shares(items: list[SessionItem], total: int) -> list[str]:
    """The share that each award needs with its source, and who has not reached it."""
    terms = thresholds(items, total)
    found = [
        (f"{', '.join(one.awards)}: cần" if len(terms) > 1 else "Cần")
        + f" {one.needed}/{total} phiếu đồng ý, {one.percent} % tổng số thành viên Hội đồng"
        + (f" ({one.citation})." if one.citation else ".")
        for one in terms
    ]
    short = [i.title for i in items if i.yes is not None and not passes(i.yes, total, i.threshold_percent)]
    return found + ([f"Không đủ phiếu: {'; '.join(short)}."] if short else [])


def vote_row(item: SessionItem, total: int) -> dict:
    """Shares are of all members of the council, present or not."""
    if item.yes is None:
        share = NOT_COUNTED
    else:
        share = f"{item.yes * 100 / total:.1f}".removesuffix(".0").replace(".", ",")
    return {
        "name": item.title,
        "detail": item.detail,
        "award": item.award_name,
        "votes_for": NOT_COUNTED if item.yes is None else item.yes,
        "votes_total": total,
        "percent": f"{share} %",
    }


def conclusion(items: list[SessionItem]) -> list[str]:
    """What the counts say, when nothing was typed; nothing while a result is open."""
    if any(item.result == "pending" for item in items):
        return []
    approved = sum(item.result == "approved" for item in items)
    return [f"Hội đồng thống nhất đề nghị khen thưởng {approved:02d} trên {len(items):02d} đề nghị."]
