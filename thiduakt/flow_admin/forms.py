"""What a step asks for besides the click."""

from django import forms

from thiduakt.vietnamese.fields import BlockInput
from thiduakt.workflow import Step


class StepForm(forms.Form):
    """What a step asks for; the fields are given, since each step asks for other things."""

    def __init__(self, *args, fields: dict[str, forms.Field], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields |= fields


def note_field(step: Step) -> forms.Field:
    rows = forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"})
    error = f"Chưa ghi lý do “{step.label}”."
    return BlockInput(label="Lý do", max_length=4000, widget=rows, error_messages={"required": error})


def date_field(label: str) -> forms.Field:
    """A day typed dd/mm/yyyy."""
    widget = forms.DateInput(attrs={"size": 12, "placeholder": "dd/mm/yyyy", "autocomplete": "off"})
    errors = {"required": "Chưa ghi ngày.", "invalid": "Ghi ngày dạng dd/mm/yyyy, ví dụ 05/12/2026."}
    return forms.DateField(label=label, widget=widget, error_messages=errors)


def number_field(count: int) -> forms.Field:
    """Typing the number is the brake above a few dozen rows."""
    error = f"Gõ đúng số {count} để xác nhận."
    return forms.RegexField(
        rf"^\s*{count}\s*$",
        label=f"Gõ số {count} để xác nhận",
        widget=forms.TextInput(attrs={"size": 8, "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": error, "invalid": error},
    )
