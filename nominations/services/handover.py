"""What a closed unit left unfinished goes to the unit that came of it, by a recorded act."""

import datetime as dt

from campaigns.models import Campaign
from campaigns.services.locking import lock_campaign
from campaigns.services.plans import log
from councils.models import Council
from initiatives.services.handover import HAND_OVER, hand_over_initiatives
from nominations.enums import FINAL, RegistrationState, SubmissionState
from nominations.facts.open_work import GOING, OPEN_REGISTRATIONS
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
from units.models import Unit, UnitEvent
from units.models.dated import in_force
from units.services.rights import refuse_stranger

from .locking import lock_for
from .trail import record

KEEPERS = (*KEEPING_ROLES, Role.ADMIN)


def heirs_of(unit: Unit, on: dt.date):
    """The units that keep the records of a closed one and exist on the day."""
    return Unit.objects.on(on).filter(inherited__unit=unit, inherited__since__lte=on).distinct()


@change
def hand_over(old: Unit, new: Unit, *, by, note: str = "", at: dt.datetime | None = None) -> int:
    """Plans that run, dossiers, registrations, draft letters, initiatives without a result, and the councils.

    Returns the number of them; each trail cites the act by which the old unit ended.

    Raises Refused: the old unit still exists, the new one does not keep its records, nothing is left.
    """
    at = at or database_now()
    on = vietnam_day(at)
    refuse_stranger(by, on, units=[new])
    if old.valid_to is None or old.valid_to >= on:
        raise Refused(f"{old.name} còn hoạt động, chưa phải chuyển tiếp.")
    if not heirs_of(old, on).filter(pk=new.pk).exists():
        raise Refused(f"{new.name} không phải là nơi kế thừa của {old.name}.")
    note = " ".join(filter(None, [f"{old.name} → {new.name}.", act_between(old, new), note]))
    done = [
        *hand_over_plans(old, new, by, at, note),
        *hand_over_dossiers(old, new, by, at, note),
        *hand_over_registrations(old, new, by, at, note),
        *hand_over_letters(old, new, by, at, note),
        *hand_over_initiatives(old, new, by=by, at=at, note=note, roles=KEEPERS),
    ]
    done += hand_over_councils(old, new, on)
    if not done:
        raise Refused(f"{old.name} không còn việc nào chưa xong.")
    told = {"from": old.code, "count": len(done)}
    append(UnitEvent, locked(new), action=HAND_OVER, by=by, at=at, note=note, data=told)
    return len(done)


def locked(unit: Unit) -> Unit:
    return Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)


def act_between(old: Unit, new: Unit) -> str:
    """The decision by which the one came of the other; empty where it came by others between."""
    found = old.successions.filter(successor=new, act__isnull=False).select_related("act").first()
    return f"{found.act.citation}." if found else ""


def hand_over_plans(old: Unit, new: Unit, by, at: dt.datetime, note: str) -> list[Campaign]:
    """Plans go on under the heir: who launches, extends, decides and closes. Their words and papers stay."""
    keys = Campaign.objects.filter(issuer=old, state__in=GOING).order_by("pk").values_list("pk", flat=True)
    plans = [lock_campaign(pk) for pk in keys]
    for plan in plans:
        plan.issuer = new
        plan.save(update_fields=["issuer"])
        log(plan, HAND_OVER, by=by, at=at, note=note, roles=KEEPERS)
    return plans


def hand_over_councils(old: Unit, new: Unit, on: dt.date) -> list[Council]:
    """A council goes on with its members and sessions until the heir ends it and founds its own."""
    rows = Council.objects.select_for_update(no_key=True).filter(unit=old)
    councils = list(rows.filter(in_force(on, start="valid_from", end="valid_to")).order_by("pk"))
    for council in councils:
        council.unit = new
        council.save(update_fields=["unit"])
    return councils


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
    """Its own, and those that units below it had begun to write to it."""
    drafts = Submission.objects.select_for_update(no_key=True).filter(state=SubmissionState.DRAFT)
    drafts.filter(to_unit=old).update(to_unit=new)
    sent = Submission.objects.of_registrations().filter(to_unit=old, state=SubmissionState.SENT)
    sent.update(to_unit=new)
    rows = drafts.filter(unit=old).order_by("pk")
    return [handed(row, SubmissionEvent, new, by, at, note) for row in rows]


def handed(row, event, new: Unit, by, at: dt.datetime, note: str):
    row.unit = new
    row.save(update_fields=["unit"])
    state = {"from_state": row.state, "to_state": row.state}
    append(event, row, action=HAND_OVER, by=by, at=at, note=note, **state)
    return row
