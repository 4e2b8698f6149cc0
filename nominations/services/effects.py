"""What a step does besides changing the state: freezing, sealing, opening the next level."""

import datetime as dt
from collections.abc import Callable

from documents.enums import DocumentState
from documents.services import papers
from nominations.enums import StageState
from nominations.flow import DOSSIER_FLOW
from nominations.models import DossierStage
from nominations.permissions import APPRAISERS
from thiduakt.errors import Refused
from units.models import Membership, Unit

from .cases import Case
from .standing import standing_rows
from .supplements import ask_points, close_points
from .trail import record

# What the others on the list are told of it.
LEFT = "leave_decision"
# What the trail keeps of a line of a decision.
LINE = ("gold_book_number", "coefficient", "base_salary", "bonus")


def nothing(*_args) -> None:
    pass


def seal_papers(case: Case, note: str) -> None:
    """What was handed in stays as it was: later edits open a new version."""
    case.dossier.parts.filter(sealed_at__isnull=True).update(sealed_at=case.at)
    case.stage.keep_verdicts(standing_rows(case.dossier))


def ask_for_more(case: Case, note: str) -> None:
    """The request and its day, shown to the unit; the day lies ahead."""
    case.stage.request_note = note
    if case.stage.level >= 1:
        ask_points(case, note)
        return
    if case.due_on and case.due_on < case.on:
        raise Refused("Ngày bổ sung phải từ hôm nay trở đi.")
    case.stage.due_on = case.due_on


def freeze_nominee(case: Case, note: str) -> None:
    """Name, position and unit as they are on the day the list is sent; papers use these."""
    dossier = case.dossier
    dossier.frozen_name = dossier.nominee_name
    dossier.frozen_unit_name = dossier.unit.name
    dossier.frozen_position = position_of(case)
    dossier.save(update_fields=["frozen_name", "frozen_unit_name", "frozen_position"])
    case.stage.submission = case.submission
    case.data = {
        "name": dossier.frozen_name,
        "group": dossier.group,
        "award": dossier.award_type.code,
        "unit": dossier.frozen_unit_name,
        "submission": case.submission.pk if case.submission else None,
    }
    keep_verdicts(case, note)


def position_of(case: Case) -> str:
    """`Công chức Phòng Kinh tế`: what stands beside the name on papers."""
    if not case.dossier.person_id:
        return ""
    appointment = case.dossier.person.appointment_on(case.on)
    return f"{appointment.position}, {appointment.unit.name}" if appointment else ""


def open_next_level(case: Case) -> None:
    """The receiving level gets its own stage; the verdicts as they stood at sending go along.

    A level without an office here is only waited for: whoever sent it there enters its answer.
    """
    inside = has_office(case.submission.to_unit, case.on)
    DossierStage.objects.create(
        dossier=case.dossier,
        unit=case.submission.to_unit,
        level=case.stage.level + 1,
        state=StageState.ARRIVED if inside else StageState.AWAITED,
        submission=case.submission,
        arrived_at=case.at,
        changed_at=case.at,
        verdicts=case.stage.verdicts,
        outcomes=case.stage.outcomes,
    )


def has_office(unit: Unit, on: dt.date) -> bool:
    """Whether somebody at a unit receives and appraises here on a day."""
    held = Membership.objects.on(on).filter(unit=unit, role__in=APPRAISERS, user__is_active=True)
    return held.exists()


def tell_item(case: Case, note: str) -> None:
    """The line of the agenda whose votes are this dossier's."""
    case.data = {"item": case.stage.item_id}


def tell_line(case: Case, note: str) -> None:
    """The line of the decision, as it was given: its place in the gold book and its money."""
    line = case.lines.get(case.dossier.pk, {})
    kept = {key: line[key] for key in LINE if key in line}
    case.data = {"decision": case.decision.pk} | kept


def keep_decision(case: Case, note: str) -> None:
    """The paper by which the level above answered."""
    case.stage.decision = case.decision
    tell_line(case, note)


def keep_verdicts(case: Case, note: str) -> None:
    case.stage.keep_verdicts(standing_rows(case.dossier))


def remember_state(case: Case, note: str) -> None:
    """Where a held dossier goes back to."""
    last = DossierStage.objects.values_list("state", flat=True).get(pk=case.stage.pk)
    case.stage.held_from = last


def end(case: Case, note: str) -> None:
    """A withdrawn dossier no longer stands in the way of another one."""
    case.dossier.is_live = False
    case.dossier.save(update_fields=["is_live"])


def leave_decision(case: Case, note: str) -> None:
    """A change of the list discards the draft that names it; the others wait for a new one.

    The others are locked with this one already. The draft is locked first: an approval at the same
    moment wins or loses, never both.
    """
    decision = case.stage.decision
    if decision is None:
        return
    decision = papers.locked(decision)
    if decision.state not in (DocumentState.PREPARED, DocumentState.DISCARDED):
        raise Refused("Quyết định đã được duyệt nên không rút khỏi danh sách được.")
    if decision.state == DocumentState.PREPARED:
        papers.discard(decision, by=case.by, at=case.at, note="Danh sách trình ký thay đổi.")
    others = DossierStage.objects.filter(decision=decision, state=StageState.PROPOSED)
    for stage in others.exclude(pk=case.stage.pk).select_related("dossier").order_by("dossier"):
        stage.decision = None
        stage.save(update_fields=["decision"])
        told = f"{case.dossier.nominee_name} rút khỏi danh sách."
        roles = DOSSIER_FLOW.named("unpropose")[0].roles
        record(stage.dossier, stage, LEFT, by=case.by, at=case.at, was=stage.state, note=told, roles=roles)
    case.stage.decision = None


EFFECTS: dict[str, Callable] = {
    "submit": seal_papers,
    "resubmit": seal_papers,
    "unit_return": ask_for_more,
    "request_changes": ask_for_more,
    "receive": close_points,
    "send": freeze_nominee,
    "mark_eligible": keep_verdicts,
    "mark_ineligible": keep_verdicts,
    "hold": remember_state,
    "withdraw": end,
    "unpropose": leave_decision,
    "to_council": tell_item,
    "award": tell_line,
    "revoke": tell_line,
    "enter_revocation": tell_line,
    "enter_award": keep_decision,
    "enter_refusal": keep_decision,
}
AFTER: dict[str, Callable] = {"send": open_next_level, "forward": open_next_level}


def of(action: str) -> Callable:
    return EFFECTS.get(action, nothing)


def after(action: str) -> Callable:
    return AFTER.get(action, nothing)
