"""A dossier's way through the levels, the council and the decision."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from councils.enums import ItemResult, Presence
from councils.models import SessionItem
from documents.enums import DocumentState
from nominations.enums import PASSED_ON, StageState
from nominations.models import Dossier, DossierStage
from units.models import UnitHeir


def levels_chained() -> Iterator[str]:
    """Levels 0, 1, … without a gap; every level but the last has passed the dossier on."""
    stages = DossierStage.objects.order_by("dossier", "level").only("dossier", "level", "state")
    for dossier, found in groupby(stages.iterator(chunk_size=2000), key=attrgetter("dossier_id")):
        *before, last = found
        levels = [stage.level for stage in (*before, last)]
        if levels != list(range(len(levels))):
            yield f"hồ sơ {dossier}: các cấp là {levels}"
        elif last.state in PASSED_ON or any(stage.state not in PASSED_ON for stage in before):
            yield f"hồ sơ {dossier}: cấp trước chưa trình hoặc cấp cuối đã trình mà không có cấp nhận"


def one_open_stage() -> Iterator[str]:
    """Each dossier has a stage; it is live unless that stage was withdrawn."""
    without = Dossier.objects.filter(stages__isnull=True).order_by("pk")
    yield from (f"hồ sơ {pk}: không có cấp xét nào" for pk in without.values_list("pk", flat=True))
    current = DossierStage.objects.current()
    wrong = current.filter(
        Q(state=StageState.WITHDRAWN, dossier__is_live=True)
        | (~Q(state=StageState.WITHDRAWN) & Q(dossier__is_live=False))
    )
    for dossier, state in wrong.order_by("dossier").values_list("dossier", "state"):
        yield f"hồ sơ {dossier}: trạng thái {state} không khớp với việc còn hiệu lực"


def level_units() -> Iterator[str]:
    """Level 0 is the nominating unit's; a receiving level is where its tờ trình was sent, or its heir."""
    home = DossierStage.objects.filter(level=0).exclude(unit=F("dossier__unit"))
    yield from (f"hồ sơ {pk}: cấp 0 không phải đơn vị đề nghị" for pk in keys(home))
    sent = DossierStage.objects.filter(level__gte=1)
    heir = UnitHeir.objects.filter(unit=OuterRef("submission__to_unit"), heir=OuterRef("unit"))
    elsewhere = ~Q(unit=F("submission__to_unit")) & ~Exists(heir)
    astray = sent.filter(Q(submission__isnull=True) | elsewhere)
    yield from (f"hồ sơ {pk}: cấp xét không phải nơi nhận tờ trình" for pk in keys(astray))


def keys(stages) -> list[int]:
    return list(stages.order_by("dossier").values_list("dossier", flat=True))


def proposed_decision_alive() -> Iterator[str]:
    """A dossier waits in no decision that was put aside: nobody would find it again."""
    stages = DossierStage.objects.filter(state=StageState.PROPOSED)
    lost = stages.filter(decision__state__in=[DocumentState.DISCARDED, DocumentState.ISSUED])
    for dossier, decision in lost.order_by("dossier").values_list("dossier", "decision"):
        yield f"hồ sơ {dossier}: còn nằm trong dự thảo {decision} đã bỏ hoặc đã ban hành"


def council_states() -> Iterator[str]:
    """What the council said in its session is what the dossier says."""
    said = {
        StageState.COUNCIL_APPROVED: ItemResult.APPROVED,
        StageState.COUNCIL_REJECTED: ItemResult.REJECTED,
        StageState.IN_COUNCIL: ItemResult.PENDING,
    }
    for state, result in said.items():
        wrong = DossierStage.objects.filter(state=state).exclude(item__result=result, item__isnull=False)
        yield from (f"hồ sơ {pk}: {state.label}, phiên họp ghi khác" for pk in keys(wrong))


def votes_within_attendance() -> Iterator[str]:
    """The votes of a decided item are not more than the members who took part."""
    taking_part = [Presence.PRESENT, Presence.WRITTEN]
    here = Q(session__attendances__presence__in=taking_part)
    stepped_out = Q(
        excluded__attendances__session=F("session"), excluded__attendances__presence__in=taking_part
    )
    items = SessionItem.objects.exclude(result=ItemResult.PENDING).annotate(
        voters=Count("session__attendances", filter=here, distinct=True)
        - Count("excluded", filter=stepped_out, distinct=True),
        votes=F("yes") + F("no") + Coalesce("blank", 0),
    )
    for item in items.filter(votes__gt=F("voters")).order_by("pk"):
        yield f"mục họp {item.pk}: {item.votes} phiếu, {item.voters} người tham gia"
