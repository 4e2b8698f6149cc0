"""What the appraisal page sends: marks of criteria, ticks of papers, the office's note."""

from dataclasses import dataclass, field

from django.http import HttpRequest, QueryDict

from nominations.enums import CheckState, Outcome
from nominations.models import Dossier, DossierPart, DossierStage
from nominations.services.appraisal import appraise
from nominations.services.parts import check_part
from thiduakt.door import change

OUTCOME, NOTE, PAPER, PAPER_NOTE = "outcome_", "mark_note_", "paper_", "paper_note_"


@dataclass
class Typed:
    """Only what differs from what is kept: pressing save twice leaves one event."""

    marks: dict[int, tuple[str, str]] = field(default_factory=dict)
    papers: list[tuple[DossierPart, str, str]] = field(default_factory=list)
    office_note: str | None = None


class Overlay:
    """What was typed, shown again in the place of what is kept: nothing is lost when it was refused."""

    def __init__(self, data: QueryDict):
        self.data = data

    def get(self, name: str, kept: str) -> str:
        return self.data.get(name, kept)


def typed_in(request: HttpRequest, stage: DossierStage, parts: list[DossierPart]) -> Typed:
    note = request.POST.get("office_note")
    changed = note is not None and lines(note) != lines(stage.office_note)
    return Typed(marks_in(request, stage), papers_in(request, parts), note if changed else None)


def marks_in(request: HttpRequest, stage: DossierStage) -> dict[int, tuple[str, str]]:
    kept = {row.criterion_id: (row.outcome, lines(row.note)) for row in stage.assessments.all()}
    typed = {
        pk: (request.POST[f"{OUTCOME}{pk}"], lines(request.POST.get(f"{NOTE}{pk}", "")))
        for pk in keys(request, OUTCOME)
    }
    return {pk: mark for pk, mark in typed.items() if mark != kept.get(pk)}


def papers_in(request: HttpRequest, parts: list[DossierPart]) -> list[tuple[DossierPart, str, str]]:
    found = []
    for part in parts:
        state = request.POST.get(f"{PAPER}{part.pk}", "")
        note = lines(request.POST.get(f"{PAPER_NOTE}{part.pk}", ""))
        if state in CheckState.values and (state, note) != (part.check_state, lines(part.check_note)):
            found.append((part, state, note))
    return found


def keys(request: HttpRequest, prefix: str) -> list[int]:
    found = (name.removeprefix(prefix) for name in request.POST if name.startswith(prefix))
    return [int(key) for key in found if key.isdecimal()]


def lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


@change
def keep(dossier: Dossier, typed: Typed, *, by) -> bool:
    """Everything typed or nothing. Raises Refused. False when there was nothing new."""
    for part, state, note in typed.papers:
        check_part(part, state, by=by, note=note)
    if typed.marks or typed.office_note is not None:
        appraise(dossier, typed.marks, by=by, office_note=typed.office_note)
    return bool(typed.marks or typed.papers or typed.office_note is not None)


def points(stage: DossierStage, numbers: dict[int, int], parts: list[DossierPart]) -> str:
    """What a request for a supplement begins with: the notes under criteria and papers, a line each."""
    rows = stage.assessments.exclude(outcome=Outcome.MET).exclude(note="").order_by("criterion__order")
    said = [
        f"Tiêu chí {numbers[row.criterion_id]}: {row.note}" for row in rows if row.criterion_id in numbers
    ]
    bad = (part for part in parts if part.check_state in (CheckState.MISSING, CheckState.WRONG))
    said += [
        f"{part.requirement.get_paper_display()}, {part.get_check_state_display().lower()}: {part.check_note}"
        for part in bad
    ]
    return "\n".join(said)
