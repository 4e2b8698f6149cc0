"""What waits about initiatives: to write and sign, to send up, to receive, to score, to recognise."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.http import urlencode

from campaigns.enums import DeadlineKind
from campaigns.facts import due_on
from councils.enums import CouncilKind, Presence, SessionState
from councils.models import Attendance, CouncilMember, CouncilSession
from initiatives.enums import InitiativeState as S
from initiatives.models import Author, Initiative, Score
from thiduakt.vietnamese.days import short_date
from units.enums import UNIT_ROLES, Role

from .items import TaskItem, task
from .office import office_units

MANY = 5
WRITE = {
    S.DRAFT: ("register", "Gửi đăng ký sáng kiến “{}”"),
    S.REGISTERED: ("write", "Viết mô tả sáng kiến “{}”"),
    S.UNIT_CHANGES: ("supplement", "Bổ sung sáng kiến “{}” theo yêu cầu của đơn vị"),
    S.CHANGES_REQUESTED: ("supplement", "Bổ sung sáng kiến “{}” theo yêu cầu của nơi xét"),
}
OFFICE = {
    S.FORWARDED: ("receive", "Tiếp nhận {} sáng kiến"),
    S.RECEIVED: ("agenda", "Đưa {} sáng kiến ra Hội đồng sáng kiến"),
    S.COUNCIL_APPROVED: ("prepare", "Lập quyết định công nhận {} sáng kiến"),
}


def writing_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """What its authors and who drew it up have to write or sign; the clerk also what came back."""
    back = Q(state__in=[S.UNIT_CHANGES, S.CHANGES_REQUESTED])
    mine = Q(created_by=user) | back & Q(unit__in=user.acting_unit_ids(on, [Role.UNIT_CLERK]))
    if user.person_id:
        mine |= Q(authors__person=user.person_id)
    rows = Initiative.objects.filter(pk__in=Initiative.objects.filter(mine).values("pk"), state__in=WRITE)
    rows = rows.prefetch_related("campaign__deadline_set__campaign").annotate(
        unsigned=Exists(
            Author.objects.filter(initiative=OuterRef("pk"), person=user.person_id, signed_at__isnull=True)
        )
    )
    for one in rows.order_by("pk"):
        kind, words = WRITE[S(one.state)]
        plan = one.campaign
        due = due_on(plan, DeadlineKind.INITIATIVE_REGISTRATION) if plan and one.state == S.DRAFT else None
        title = words.format(one.name)
        if one.state == S.REGISTERED and one.content and one.benefits and one.unsigned:
            kind, title = "sign", f"Ký xác nhận sáng kiến “{one.name}”"
        yield task(kind, title, one.get_absolute_url(), one.code, on=on, due=due, campaign=plan)


def unit_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Handed in to the unit: its clerk or head looks and sends it up."""
    units = user.acting_unit_ids(on, UNIT_ROLES)
    if not units:
        return
    rows = list(Initiative.objects.filter(unit__in=units, state=S.SUBMITTED).select_related("unit"))
    if len(rows) > MANY:
        yield task(
            "forward", f"Gửi {len(rows)} sáng kiến lên nơi xét", listed(S.SUBMITTED), "Sáng kiến", on=on
        )
        return
    for one in rows:
        title = f"Gửi sáng kiến “{one.name}” lên nơi xét"
        yield task("forward", title, one.get_absolute_url(), f"{one.code}, {one.unit}", on=on)


def listed(state: str) -> str:
    return f"{reverse('initiatives:list')}?{urlencode({'trang_thai': state})}"


def office_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """At the office, one line for each state; one's own cases are left to colleagues."""
    units = office_units(user, on)
    if not units:
        return
    own = Q(created_by=user) | Q(authors__person=user.person_id, authors__person__isnull=False)
    rows = Initiative.objects.filter(office__in=units, state__in=OFFICE, decision=None)
    rows = rows.exclude(pk__in=Initiative.objects.filter(own).values("pk"))
    counted = dict(rows.values_list("state").annotate(n=Count("pk")).order_by())
    for state, (kind, words) in OFFICE.items():
        if state in counted:
            url = reverse("initiatives:decisions") if state == S.COUNCIL_APPROVED else listed(state)
            yield task(kind, words.format(counted[state]), url, "Sáng kiến", on=on)


def score_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Sessions with initiatives for which one's own sheet is not filled in yet."""
    if not user.person_id:
        return
    here = Attendance.objects.in_the_room(user.person_id) | Attendance.objects.filter(
        presence=Presence.WRITTEN, member__person=user.person_id
    )
    here = here.filter(session__council__kind=CouncilKind.INITIATIVE)
    seats = CouncilMember.objects.filter(pk__in=here.values("member"))
    still = CouncilSession.objects.exclude(state=SessionState.CLOSED)
    sessions = set(still.filter(pk__in=here.values("session")).values_list("pk", flat=True))
    if not sessions:
        return
    waiting = Initiative.objects.filter(item__session__in=sessions).exclude(item__excluded__in=seats)
    mine = Score.objects.filter(item=OuterRef("item"), member__in=seats)
    left = waiting.annotate(scored=Exists(mine)).filter(scored=False)
    rows = left.values_list("item__session", "item__session__held_on", "item__session__council__name")
    for pk, day, council in rows.distinct().order_by("item__session"):
        url, title = (
            reverse("initiatives:session-scores", args=[pk]),
            f"Chấm điểm sáng kiến, phiên {short_date(day)}",
        )
        yield task("score", title, url, council, on=on, due=day)
