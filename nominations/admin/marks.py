"""What the appraisal page sends: marks of criteria, ticks of papers, the office's note."""

from dataclasses import dataclass, field

from django.http import HttpRequest, QueryDict

from nominations.enums import CheckState
from nominations.facts.supplements import points_of
from nominations.models import Dossier, DossierPart, DossierStage, SupplementPoint
from nominations.services.appraisal import appraise
from nominations.services.parts import check_part
from nominations.services.supplements import tick_point
from thiduakt.door import change

OUTCOME, NOTE, PAPER, PAPER_NOTE = "outcome_", "mark_note_", "paper_", "paper_note_"
POINT, POINT_NOTE = "point_", "point_note_"
WORDS = (NOTE, PAPER_NOTE, POINT_NOTE, "office_note")


@dataclass
class Typed:
    """Only what differs from what is kept: pressing save twice leaves one event."""

    marks: dict[int, tuple[str, str]] = field(default_factory=dict)
    papers: list[tuple[DossierPart, str, str]] = field(default_factory=list)
    points: list[tuple[SupplementPoint, str, str]] = field(default_factory=list)
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
    return Typed(
        marks_in(request, stage),
        papers_in(request, parts),
        points_in(request, stage),
        note if changed else None,
    )


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


def points_in(request: HttpRequest, stage: DossierStage) -> list[tuple[SupplementPoint, str, str]]:
    """Asked only where the page had points."""
    if not any(name.startswith(POINT) for name in request.POST):
        return []
    found = []
    for point in points_of(stage):
        state = request.POST.get(f"{POINT}{point.pk}", "")
        note = lines(request.POST.get(f"{POINT_NOTE}{point.pk}", ""))
        if state and (state, note) != (point.state, lines(point.note)):
            found.append((point, state, note))
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
    for point, state, note in typed.points:
        tick_point(point, state, by=by, note=note)
    if typed.marks or typed.office_note is not None:
        appraise(dossier, typed.marks, by=by, office_note=typed.office_note)
    return bool(typed.marks or typed.papers or typed.points or typed.office_note is not None)
