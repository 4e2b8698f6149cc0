"""Councils with their members, and their sessions, as rows of a file."""

from collections.abc import Iterator

from councils.models import CouncilMember

AT_A_TIME = 1_000
SESSION_HEADINGS = (
    *("STT", "Hội đồng", "Của đơn vị", "Ngày họp", "Bắt đầu lúc", "Nội dung", "Địa điểm"),
    *("Số đề nghị", "Tình trạng"),
)
MEMBER_HEADINGS = (
    *("STT", "Hội đồng", "Của đơn vị", "Loại", "Số quyết định thành lập", "Ngày quyết định"),
    *("Họ và tên thành viên", "Vị trí", "Từ ngày", "Đến hết ngày"),
)


def session_lines(sessions) -> Iterator[tuple]:
    """With `item_count` of each."""
    for number, row in enumerate(sessions.select_related("council__unit").iterator(AT_A_TIME), start=1):
        yield (
            number,
            row.council.name,
            row.council.unit.name,
            row.held_on,
            f"{row.starts_at:%H:%M}" if row.starts_at else "",
            row.subject,
            row.place,
            row.item_count,
            row.get_state_display(),
        )


def member_lines(councils) -> Iterator[tuple]:
    """A line for each seat, of those that ended too."""
    seats = CouncilMember.objects.filter(council__in=councils.order_by().values("pk"))
    seats = seats.select_related("council__unit", "person")
    ordered = seats.order_by("council__unit__sort_key", "-council__kind", "council", "order", "pk")
    for number, row in enumerate(ordered.iterator(AT_A_TIME), start=1):
        council = row.council
        yield (
            number,
            council.name,
            council.unit.name,
            council.get_kind_display(),
            council.decision_number,
            council.decision_date,
            row.person.full_name,
            row.get_seat_display(),
            row.since,
            row.until,
        )
