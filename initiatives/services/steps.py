"""One door for every step of an initiative: lock, look up, guard, write, record."""

import datetime as dt

from documents.models import IssuedDocument
from initiatives.flow import INITIATIVE_FLOW
from initiatives.models import Initiative, InitiativeEvent
from initiatives.permissions import membership_used, roles_on
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from thiduakt.workflow import Step, refusals
from units.services import tell_units

from .guards import GUARDS, Case
from .locking import lock_for


def reasons_against(case: Case, action: str) -> list[str]:
    initiative = case.initiative
    return refusals(
        INITIATIVE_FLOW,
        state=initiative.state,
        state_label=initiative.get_state_display(),
        action=action,
        roles=roles_on(initiative, case.by, case.on),
        guard=lambda name: GUARDS[name](case),
    )


def case_for(
    initiative: Initiative, *, by, at: dt.datetime | None = None, decision: IssuedDocument | None = None
) -> Case:
    at = at or database_now()
    return Case(initiative, by, at, vietnam_day(at), decision)


def check_step(initiative: Initiative, action: str, *, by, at: dt.datetime | None = None) -> list[str]:
    """Why a step may not be taken now, in sentences; empty when it may. Nothing is written."""
    return reasons_against(case_for(initiative, by=by, at=at), action)


def available_steps(initiative: Initiative, by, *, on: dt.date) -> list[Step]:
    """The steps that state and role offer someone, those with a page of their own left out."""
    held = roles_on(initiative, by, on)
    return [step for step in INITIATIVE_FLOW.available(initiative.state, held) if step.direct]


@change
def move_initiative(
    initiative: Initiative, action: str, *, by, note: str = "", at: dt.datetime | None = None
) -> Initiative:
    """Take one step. Raises Refused with every reason; nothing is written then."""
    locked = lock_for(INITIATIVE_FLOW.named(action), [initiative.pk])[0]
    return move_locked(locked, action, by=by, note=note, at=at)


def move_locked(
    initiative: Initiative,
    action: str,
    *,
    by,
    note: str = "",
    at: dt.datetime | None = None,
    decision: IssuedDocument | None = None,
) -> Initiative:
    """The step of an initiative that is locked already; the clock is read after the lock."""
    case = case_for(initiative, by=by, at=at, decision=decision)
    if reasons := reasons_against(case, action):
        raise Refused(*reasons)
    step = INITIATIVE_FLOW.find(initiative.state, action)
    if step.needs_note and not note.strip():
        raise Refused(f"Chưa ghi lý do “{step.label}”.")
    was, initiative.state = initiative.state, step.target
    EFFECTS.get(action, nothing)(case)
    initiative.save()
    record(initiative, action, by=by, at=case.at, was=was, note=note, roles=step.roles)
    tell(case, action, note)
    return initiative


def record(
    initiative: Initiative,
    action: str,
    *,
    by,
    at: dt.datetime,
    roles,
    was: str = "",
    note: str = "",
    data: dict | None = None,
) -> None:
    """One row of the trail, with the membership by which it was done; `roles` allow the act."""
    append(
        InitiativeEvent,
        initiative,
        action=action,
        by=by,
        membership=membership_used(initiative, by, roles, vietnam_day(at)),
        at=at,
        from_state=was or initiative.state,
        to_state=initiative.state,
        note=note,
        data=data or {},
    )


def tell(case: Case, action: str, note: str) -> None:
    """A line to the unit about a result; what waits for somebody stands in his list of work."""
    initiative = case.initiative
    if action == "decline":
        text = f"Sáng kiến “{initiative.name}” không được công nhận: {note}"
        tell_units([initiative.unit_id], text, initiative.get_absolute_url(), on=case.on)


def nothing(case: Case) -> None:
    return None


def registered(case: Case) -> None:
    case.initiative.registered_at = case.at


def freeze_positions(case: Case) -> None:
    """Position and workplace of the authors as they are when the description is handed in."""
    for author in case.initiative.authors.all():
        held = author.person.appointment_on(case.on)
        author.position = f"{held.position}, {held.unit.name}" if held else ""
        author.save(update_fields=["position"])


def off_the_agenda(case: Case) -> None:
    """Another session may score it: the points of the one before stay with that session."""
    initiative = case.initiative
    initiative.item = initiative.sheet = initiative.points = initiative.decision = None


EFFECTS = {
    "register": registered,
    "submit": freeze_positions,
    "resubmit": freeze_positions,
    "reconsider": off_the_agenda,
}
