"""A list of registrations at the level that it was sent to: received, or sent back with a reason."""

import datetime as dt

from nominations.enums import RegistrationState
from nominations.flow import LIST_FLOW
from nominations.models import Registration, Submission
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.workflow import Step, refusals
from units.enums import REVIEW_ROLES

from .letters import append_event
from .meanwhile import since_for_list
from .registrations import locked_registrations, record, take

# What the answer to a unit's list does to each registration in it.
EACH = {"receive": "accept", "return_list": "request_changes"}


def check_list(submission: Submission, action: str, *, by, on: dt.date) -> list[str]:
    """Why a step may not be taken; empty when it may."""
    return refusals(
        LIST_FLOW,
        state=submission.state,
        state_label=submission.get_state_display(),
        action=action,
        roles=by.roles_at(submission.to_unit_id, on),
        guard=lambda name: None,
    )


@change
def answer_list(
    submission: Submission, action: str, *, by, note: str = "", at: dt.datetime | None = None
) -> list[Registration]:
    """Receive a list, or send it back; returns those left to a colleague: the own cases of whoever acts.

    A registration counts once the organising unit accepted it: with its unit's list, or by itself.
    """
    rows = Submission.objects.select_for_update(no_key=True, of=("self",))
    submission = rows.select_related("to_unit").get(pk=submission.pk)
    at = at or database_now()
    if reasons := check_list(submission, action, by=by, on=vietnam_day(at)):
        raise Refused(*reasons, *since_for_list(submission, action))
    step = LIST_FLOW.find(submission.state, action)
    if step.needs_note and not note.strip():
        raise Refused(f"Chưa ghi lý do “{step.label}”.")
    left = answer_each(submission, step, by=by, note=note, at=at)
    was, submission.state = submission.state, step.target
    submission.save(update_fields=["state"])
    append_event(
        submission, action, by=by, unit=submission.to_unit_id, roles=REVIEW_ROLES, at=at, was=was, note=note
    )
    return left


def answer_each(submission: Submission, step: Step, *, by, note: str, at: dt.datetime) -> list[Registration]:
    """At the organising unit each takes its step; above it each keeps a line. Those left out are returned."""
    rows = locked_registrations(submission.registrations.values_list("pk", flat=True))
    if submission.level:
        held = by.membership_for(submission.to_unit_id, REVIEW_ROLES, vietnam_day(at))
        for row in rows:
            word = f"above_{step.action}"
            record(row, word, by=by, membership=held, at=at, was=row.state, note=note)
        return []
    left = []
    for row in rows:
        if row.state != RegistrationState.SUBMITTED:
            continue
        try:
            take(row, EACH[step.action], by=by, note=note, at=at)
        except Refused:
            left.append(row)
    return left
