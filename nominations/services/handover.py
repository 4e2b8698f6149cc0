"""What a closed unit left unfinished goes to the unit that came of it, by a recorded act."""

import datetime as dt

from nominations.enums import FINAL, RegistrationState, SubmissionState
from nominations.facts.open_work import OPEN_REGISTRATIONS
from nominations.models import (
    Dossier,
    DossierStage,
    Registration,
    RegistrationEvent,
    Submission,
    SubmissionEvent,
)
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from units.enums import KEEPING_ROLES, Role
from units.models import Unit
from units.services.rights import refuse_stranger

from .locking import lock_for
from .steps import record

HAND_OVER = "hand_over"
KEEPERS = (*KEEPING_ROLES, Role.ADMIN)


def heirs_of(unit: Unit, on: dt.date):
    """The units that keep the records of a closed one and exist on the day."""
    return Unit.objects.on(on).filter(inherited__unit=unit, inherited__since__lte=on).distinct()


@change
def hand_over(old: Unit, new: Unit, *, by, note: str = "", at: dt.datetime | None = None) -> int:
    """Every dossier, registration and draft letter without a result; the number of them.

    Raises Refused: the old unit still exists, the new one does not keep its records, nothing is left.
    """
    at = at or database_now()
    on = vietnam_day(at)
    refuse_stranger(by, on, units=[new])
    if old.valid_to is None or old.valid_to >= on:
        raise Refused(f"{old.name} còn hoạt động, chưa phải chuyển tiếp.")
    if not heirs_of(old, on).filter(pk=new.pk).exists():
        raise Refused(f"{new.name} không phải là nơi kế thừa của {old.name}.")
    note = f"{old.name} → {new.name}. {note}".strip()
    done = [
        *hand_over_dossiers(old, new, by, at, note),
        *hand_over_registrations(old, new, by, at, note),
        *hand_over_letters(old, new, by, at, note),
    ]
    if not done:
        raise Refused(f"{old.name} không còn việc nào chưa xong.")
    return len(done)


def hand_over_dossiers(old: Unit, new: Unit, by, at: dt.datetime, note: str) -> list[Dossier]:
    """Those it nominated, and those that wait at it as the receiving level."""
    open_stages = DossierStage.objects.current().exclude(state__in=FINAL)
    nominated = open_stages.filter(dossier__unit=old).values_list("dossier", flat=True)
    waiting = open_stages.filter(unit=old).values_list("dossier", flat=True)
    locks = lock_for(HAND_OVER, {*nominated, *waiting})
    for dossier in locks.dossiers:
        stage = dossier.stage
        if dossier.unit_id == old.pk:
            dossier.unit = new
            dossier.save(update_fields=["unit"])
            dossier.stages.filter(level=0).update(unit=new)
        dossier.stages.filter(pk=stage.pk, unit=old).update(unit=new)
        record(dossier, dossier.stage, HAND_OVER, by=by, at=at, roles=KEEPERS, was=stage.state, note=note)
    return locks.dossiers


def hand_over_registrations(old: Unit, new: Unit, by, at: dt.datetime, note: str) -> list[Registration]:
    live = (*OPEN_REGISTRATIONS, RegistrationState.ACCEPTED)
    rows = Registration.objects.select_for_update(no_key=True).filter(unit=old, state__in=live)
    return [handed(row, RegistrationEvent, new, by, at, note) for row in rows.order_by("pk")]


def hand_over_letters(old: Unit, new: Unit, by, at: dt.datetime, note: str) -> list[Submission]:
    rows = Submission.objects.select_for_update(no_key=True).filter(unit=old, state=SubmissionState.DRAFT)
    return [handed(row, SubmissionEvent, new, by, at, note) for row in rows.order_by("pk")]


def handed(row, event, new: Unit, by, at: dt.datetime, note: str):
    row.unit = new
    row.save(update_fields=["unit"])
    state = {"from_state": row.state, "to_state": row.state}
    append(event, row, action=HAND_OVER, by=by, at=at, note=note, **state)
    return row
