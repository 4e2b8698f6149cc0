"""Who appraises a dossier now: taken by opening it, kept by working on it, taken over in words."""

import datetime as dt

from django.db.models import F

from nominations.enums import APPRAISED_IN
from nominations.models import Dossier, DossierStage, Lease
from nominations.permissions import APPRAISERS, is_own_case, own_case_told, roles_on
from thiduakt.clock import VIETNAM, database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused

from .locking import lock_for
from .trail import record

LENGTH = dt.timedelta(minutes=20)


def leases_of(stages: list[DossierStage]) -> dict[int, Lease]:
    """The last lease of each stage that may be appraised, by the stage's key."""
    keys = [stage.pk for stage in stages if stage.state in APPRAISED_IN]
    rows = Lease.objects.filter(stage__in=keys).select_related("holder") if keys else ()
    return {row.stage_id: row for row in rows}


def held_by_other(lease: Lease | None, by, at: dt.datetime) -> str | None:
    """Who has it, in a sentence; None where someone may write."""
    if lease is None or lease.until <= at or lease.holder_id == by.pk:
        return None
    since, until = local(lease.since), local(lease.until)
    return f"{lease.holder} đang thẩm định, từ {since}, giữ đến {until}; anh/chị chỉ xem được."


def half_gone(lease: Lease, at: dt.datetime) -> bool:
    """Whether a look at the page makes it go on: not at every look."""
    return lease.until - at < LENGTH / 2


def refuse_held(stage: DossierStage, by, at: dt.datetime) -> None:
    """Raises Refused while somebody else appraises. The dossier is locked."""
    if sentence := held_by_other(leases_of([stage]).get(stage.pk), by, at):
        raise Refused(sentence)


def writable_stage(dossier: Dossier, by, on: dt.date) -> DossierStage:
    """Where the dossier stands, when someone may appraise there. Raises Refused."""
    stage = dossier.stage
    if stage.state not in APPRAISED_IN:
        raise Refused(f"Không thẩm định được khi hồ sơ ở trạng thái “{stage.get_state_display()}”.")
    if not roles_on(dossier, by, on, stage=stage) & APPRAISERS:
        raise Refused("Anh/chị không có quyền thẩm định hồ sơ này.")
    if is_own_case(dossier, by, on):
        raise Refused(own_case_told(by, on))
    return stage


@change
def hold_lease(dossier: Dossier, *, by, at: dt.datetime | None = None) -> Lease:
    """Take the lease, or go on with one's own. Raises Refused while somebody else has it."""
    stage, at = locked_stage(dossier, by, at)
    refuse_held(stage, by, at)
    return put(stage, by, at)


@change
def take_over(dossier: Dossier, *, by, at: dt.datetime | None = None) -> Lease:
    """Appraise instead of who has it now; whose it was stands in the trail of the office."""
    stage, at = locked_stage(dossier, by, at)
    held = leases_of([stage]).get(stage.pk)
    if held_by_other(held, by, at):
        note = f"đang do {held.holder} thẩm định từ {local(held.since)}"
        record(dossier, stage, "take_over", by=by, at=at, roles=APPRAISERS, was=stage.state, note=note)
    return put(stage, by, at)


def locked_stage(dossier: Dossier, by, at: dt.datetime | None) -> tuple[DossierStage, dt.datetime]:
    dossier = lock_for("lease", [dossier.pk]).dossiers[0]
    at = at or database_now()
    return writable_stage(dossier, by, vietnam_day(at)), at


def put(stage: DossierStage, by, at: dt.datetime) -> Lease:
    """One's own goes on from when it began. What one only looked at is let go: its lease never went on."""
    before = Lease.objects.filter(stage=stage, holder=by, until__gt=at).first()
    Lease.objects.filter(holder=by, until=F("since") + LENGTH).exclude(stage=stage).delete()
    values = {"holder": by, "since": before.since if before else at, "until": at + LENGTH}
    return Lease.objects.update_or_create(stage=stage, defaults=values)[0]


@change
def let_go(stages: list[DossierStage], *, by) -> None:
    """Done with them, or on to the next; somebody else's stays."""
    Lease.objects.filter(stage__in=stages, holder=by).delete()


def local(moment: dt.datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%H:%M}"
