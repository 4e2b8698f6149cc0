"""Initiatives: whose they are, by which paper they were recognised, how they were scored and used."""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Exists, F, OuterRef, Sum

from documents.enums import DocumentState
from initiatives.enums import RECOGNISED_STATES, UNSENT, Scope
from initiatives.models import Author, Initiative, Recognition, Score, ScoreSheet
from initiatives.services.sheets import overlapping
from nominations.models import InitiativeUse
from thiduakt.clock import today

WHOLE = Decimal(100)


def shares_whole() -> Iterator[str]:
    """Shares of the authors are 100 % together from the registration on."""
    rows = Initiative.objects.exclude(state__in=UNSENT).annotate(total=Sum("authors__share"))
    for pk, total in rows.order_by("pk").values_list("pk", "total"):
        if total is None or Decimal(total) != WHOLE:
            yield f"sáng kiến {pk}: tỷ lệ đóng góp cộng lại là {total or 0}%"


def recognised_has_paper() -> Iterator[str]:
    """A recognised initiative has the issued paper of its recognition at the base, and nothing else has."""
    base = Recognition.objects.filter(
        initiative=OuterRef("pk"), scope=Scope.BASE, document__state=DocumentState.ISSUED
    )
    rows = Initiative.objects.annotate(papered=Exists(base)).order_by("pk")
    for pk in rows.filter(state__in=RECOGNISED_STATES, papered=False).values_list("pk", flat=True):
        yield f"sáng kiến {pk}: được công nhận nhưng không có văn bản"
    for pk in rows.filter(papered=True).exclude(state__in=RECOGNISED_STATES).values_list("pk", flat=True):
        yield f"sáng kiến {pk}: có quyết định công nhận nhưng trạng thái khác"


def used_by_author() -> Iterator[str]:
    """What is put forward is the nominee's own, and recognised."""
    own = Author.objects.filter(initiative=OuterRef("initiative"), person=OuterRef("person"))
    rows = InitiativeUse.objects.filter(ended_at__isnull=True).annotate(own=Exists(own)).order_by("pk")
    for use in rows.select_related("initiative", "dossier"):
        recognised = use.initiative.state in RECOGNISED_STATES
        if not (use.own and recognised and use.dossier.person_id == use.person_id):
            yield f"hồ sơ {use.dossier_id}: sáng kiến {use.initiative_id} không phải của người được đề nghị"


def points_within_sheet() -> Iterator[str]:
    rows = Score.objects.filter(points__gt=F("row__max_points")).order_by("pk")
    for pk, points, most in rows.values_list("pk", "points", "row__max_points"):
        yield f"điểm chấm {pk}: {points} điểm, tối đa {most}"


def one_sheet_a_day() -> Iterator[str]:
    """Of one body no two score sheets hold on the same day."""
    for sheet in ScoreSheet.objects.order_by("pk"):
        other = overlapping(sheet.unit_id, sheet.valid_from, sheet.valid_to, leaving_out=sheet.pk)
        if other and other.pk > sheet.pk:
            yield f"phiếu chấm {sheet.pk} và {other.pk}: cùng áp dụng một ngày"


def applied_in_the_past() -> Iterator[str]:
    rows = Initiative.objects.filter(applied_on__gt=today()).order_by("pk")
    for pk, day in rows.values_list("pk", "applied_on"):
        yield f"sáng kiến {pk}: áp dụng từ ngày chưa đến {day:%d/%m/%Y}"
