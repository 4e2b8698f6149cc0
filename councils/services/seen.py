"""Two who write one session: the second is told what the first kept and writes over nothing unseen."""

from django.db.models import Max
from django.utils import timezone

from councils.models import CouncilSession
from thiduakt.errors import Refused
from thiduakt.vietnamese.days import short_date

WRITINGS = ("plan", "open", "write", "substitute")
COUNTINGS = ("votes", "count", "cancel_round")


def newest(session: CouncilSession, actions: tuple[str, ...]) -> int:
    """The number of the last of these acts in the session's trail, 0 when there was none."""
    return session.events.filter(action__in=actions).aggregate(last=Max("seq"))["last"] or 0


def refuse_unseen(
    session: CouncilSession, actions: tuple[str, ...], seen: int | None, kept: list[str]
) -> None:
    """Raises Refused when somebody did one of these acts after the page was opened.

    `seen`: the newest act that the page knew (None: not asked by a page); `kept`: what stands now, in
    lines to be read before it is written over.
    """
    after = session.events.filter(action__in=actions, seq__gt=seen) if seen is not None else None
    event = after.select_related("by__person", "membership").last() if after is not None else None
    if event is None or not kept:
        return
    at = timezone.localtime(event.at)
    raise Refused(
        f"{event.who} đã ghi phiên họp này lúc {at:%H:%M} ngày {short_date(at)}, sau khi anh/chị mở trang. "
        "Chữ anh/chị gõ vẫn còn ở dưới; so với bản đang lưu, sửa cho đúng rồi lưu lại.",
        *kept,
    )
