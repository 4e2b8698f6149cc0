"""Papers that wait for a signature or for their number, and sessions that wait for their minutes."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q

from councils.enums import Seat, SessionState
from councils.models import CouncilMember, CouncilSession
from documents.enums import DocumentState, Kind
from documents.models import IssuedDocument
from thiduakt.vietnamese.days import short_date
from units.enums import SIGNING_ROLES, Role
from units.models.dated import in_force

from .items import TaskItem, task

NUMBERED = {
    Kind.KE_HOACH: "Cấp số, ban hành kế hoạch",
    Kind.QUYET_DINH: "Cấp số, ban hành quyết định",
    Kind.BIEN_BAN: "Cấp số biên bản",
}
SESSION_WORDS = {SessionState.PLANNED: "Chuẩn bị phiên họp", SessionState.OPEN: "Ghi và kết thúc phiên họp"}


def signing_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Drafts that name this person as signer, at the units where the account may sign."""
    units = user.acting_unit_ids(on, SIGNING_ROLES)
    if not units:
        return
    mine = Q(signer=user.person_id) | Q(signer__isnull=True) if user.person_id else Q(signer__isnull=True)
    drafts = waiting_papers(DocumentState.PREPARED, units).filter(mine)
    for paper in drafts:
        yield paper_task("sign", f"Duyệt dự thảo {paper.get_kind_display().lower()}", paper, on)


def numbering_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Approved papers; a tờ trình gets its number from whoever sends it."""
    units = user.acting_unit_ids(on, [Role.RECORDS])
    if not units:
        return
    for paper in waiting_papers(DocumentState.APPROVED, units).filter(kind__in=NUMBERED):
        yield paper_task("number", NUMBERED[Kind(paper.kind)], paper, on)


def waiting_papers(state: str, units):
    papers = IssuedDocument.objects.filter(state=state, unit__in=units).defer("snapshot")
    return papers.select_related("unit", "campaign").order_by("pk")


def paper_task(kind: str, title: str, paper: IssuedDocument, on: dt.date) -> TaskItem:
    """A plan's number is given on the plan's page, every other on the paper's."""
    plan = getattr(paper, "campaign", None)
    page = plan if plan and kind == "number" else paper
    return task(kind, title, page.get_absolute_url(), f"{paper.unit}: {paper.title}", on=on, campaign=plan)


def session_tasks(user, on: dt.date) -> Iterator[TaskItem]:
    """Sessions planned or open, for who keeps them: secretary, chair, and at a unit its clerk."""
    seats = CouncilMember.objects.filter(
        in_force(on),
        person=user.person_id,
        person__isnull=False,
        seat__in=[Seat.SECRETARY, Seat.CHAIR],
    ).values("council")
    clerk = user.acting_unit_ids(on, [Role.UNIT_CLERK])
    sessions = CouncilSession.objects.filter(
        Q(council__in=seats) | Q(council__unit__in=clerk), state__in=SESSION_WORDS
    )
    for session in sessions.select_related("council").order_by("held_on", "pk"):
        words = SESSION_WORDS[SessionState(session.state)]
        title = f"{words} ngày {short_date(session.held_on)}"
        sub = f"{session.council}: {session.subject}"
        yield task("session", title, session.get_absolute_url(), sub, on=on, due=session.held_on)
