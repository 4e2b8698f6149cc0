"""Papers that wait for a signature or for their number."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Q

from documents.enums import DocumentState, Kind
from documents.models import IssuedDocument
from units.enums import SIGNING_ROLES, Role

from .items import TaskItem, task

NUMBERED = {
    Kind.KE_HOACH: "Cấp số, ban hành kế hoạch",
    Kind.QUYET_DINH: "Cấp số, ban hành quyết định",
    Kind.BIEN_BAN: "Cấp số biên bản",
}
UPWARD = "Cấp số, trình cấp trên"


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
    """Approved papers; a unit's tờ trình gets its number from whoever sends it."""
    units = user.acting_unit_ids(on, [Role.RECORDS])
    if not units:
        return
    upward = Q(kind=Kind.TO_TRINH, submission__level__gte=1)
    waiting = waiting_papers(DocumentState.APPROVED, units).filter(Q(kind__in=NUMBERED) | upward)
    for paper in waiting.select_related("unit", "campaign", "submission"):
        yield paper_task("number", NUMBERED.get(Kind(paper.kind), UPWARD), paper, on)


def waiting_papers(state: str, units):
    papers = IssuedDocument.objects.filter(state=state, unit__in=units).defer("snapshot")
    return papers.select_related("unit", "campaign").order_by("pk")


def paper_task(kind: str, title: str, paper: IssuedDocument, on: dt.date) -> TaskItem:
    """The number of a plan, or of a list sent up, is given on its own page, every other on the paper's."""
    plan = getattr(paper, "campaign", None)
    about = plan or (getattr(paper, "submission", None) if kind == "number" else None)
    page = about if about and kind == "number" else paper
    return task(kind, title, page.get_absolute_url(), f"{paper.unit}: {paper.title}", on=on, campaign=plan)
