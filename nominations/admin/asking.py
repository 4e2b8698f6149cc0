"""A request for a supplement as the page asks for it: a field for each thing that was noted, with its day."""

from dataclasses import dataclass

from django import forms

from nominations.enums import CheckState, Outcome, PointState
from nominations.facts import criteria_of
from nominations.facts.supplements import paper_name, points_of
from nominations.models import DossierStage
from nominations.services.supplements import Asked, in_words
from thiduakt.errors import Refused
from thiduakt.flow_admin import date_field
from thiduakt.vietnamese.fields import BlockInput

from .appraisal import sealed_parts

TEXT, DUE = "text_", "due_"


@dataclass(frozen=True)
class Noted:
    """What was found wanting: `key` names its fields, `label` says what it is about."""

    key: str
    label: str
    asked: Asked


def noted(stage: DossierStage) -> list[Noted]:
    """Criteria with a word why, papers missing or wrong, and what of the last request was not done."""
    numbers = {row.pk: number for number, row in enumerate(criteria_of(stage.dossier), 1)}
    rows = stage.assessments.exclude(outcome=Outcome.MET).exclude(note="").order_by("criterion__order")
    found = [
        Noted(f"c{row.criterion_id}", f"Tiêu chí {numbers[row.criterion_id]}", criterion_asked(row))
        for row in rows
        if row.criterion_id in numbers
    ]
    bad = (CheckState.MISSING, CheckState.WRONG)
    found += [paper_noted(part) for part in sealed_parts(stage.dossier) if part.check_state in bad]
    known = {(one.asked.requirement, one.asked.criterion) for one in found}
    again = [point for point in points_of(stage) if point.state == PointState.NOT_DONE]
    return found + [
        Noted(f"d{point.pk}", f"Điểm {point.number} lần trước, chưa xong", asked_again(point))
        for point in again
        if (point.requirement_id, point.criterion_id) not in known - {(None, None)}
    ]


def criterion_asked(row) -> Asked:
    return Asked(row.note, criterion=row.criterion_id)


def paper_noted(part) -> Noted:
    label = f"{paper_name(part.requirement)}, {part.get_check_state_display().lower()}"
    return Noted(f"p{part.requirement_id}", label, Asked(part.check_note, requirement=part.requirement_id))


def asked_again(point) -> Asked:
    return Asked(point.note or point.text, requirement=point.requirement_id, criterion=point.criterion_id)


def request_fields(stage: DossierStage, fields: dict[str, forms.Field]) -> dict[str, forms.Field]:
    """The fields of the step with two more for each thing noted; then the general word may stay empty."""
    found: dict[str, forms.Field] = {}
    for one in noted(stage):
        rows = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})
        help_text = "Xóa hết chữ thì không yêu cầu điểm này."
        found[TEXT + one.key] = BlockInput(
            label=one.label, required=False, max_length=4000, widget=rows, help_text=help_text
        )
        found[DUE + one.key] = date_field("Riêng điểm này chậm nhất")
        found[DUE + one.key].required = False
        found[DUE + one.key].help_text = "Để trống thì theo ngày chung ở dưới."
    if found:
        fields["note"].label, fields["note"].required = "Yêu cầu khác", False
    return found | fields


def request_initial(stage: DossierStage) -> dict[str, str]:
    return {TEXT + one.key: one.asked.text for one in noted(stage)}


def request_data(stage: DossierStage, data: dict) -> dict:
    """What the service takes: the points with their words, and all of it in words. Raises Refused."""
    names: dict[Asked, str] = {}
    for one in noted(stage):
        if text := data.pop(TEXT + one.key, ""):
            due = data.pop(DUE + one.key, None)
            point = Asked(text, due, one.asked.requirement, one.asked.criterion)
            names[point] = one.label
    more = data.get("note", "")
    if not names and not more:
        raise Refused("Chưa ghi cần bổ sung gì.")
    asked = [*names, *([Asked(more)] if names and more else [])]
    return {"note": in_words(list(names), names, more), "due_on": data.get("due_on"), "asked": asked}
