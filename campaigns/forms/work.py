"""What someone reporting a task types, and why a report is taken back."""

from django import forms

from thiduakt.vietnamese.fields import BlockInput
from units.models import Unit

from .plans import DAY_ERRORS, reason_field

FILE_HELP = "Không bắt buộc. pdf, docx, xlsx, jpg, png; tối đa 20 MB."


class ReportForm(forms.Form):
    """Done on which day, with what result, and a file to show."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label="Đơn vị báo xong", empty_label=None)
    done_on = forms.DateField(label="Xong ngày", help_text="Ghi ngày/tháng/năm.", error_messages=DAY_ERRORS)
    note = BlockInput(
        label="Kết quả", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    file = forms.FileField(
        label="Tệp kèm theo",
        required=False,
        help_text=FILE_HELP,
        error_messages={"empty": "Tệp rỗng. Chọn tệp khác."},
    )

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units
        if len(units) == 1:
            self.fields["unit"].widget = forms.HiddenInput()
            self.fields["unit"].initial = units[0]


class TakeBackForm(forms.Form):
    note = reason_field("Lý do bỏ đánh dấu xong")


class BoardFilter(forms.Form):
    """Which quarter, whose; all in the address."""

    quy = forms.ChoiceField(
        label="Quý",
        required=False,
        choices=[("", "Cả năm"), ("1", "Quý I"), ("2", "Quý II"), ("3", "Quý III"), ("4", "Quý IV")],
    )
    don_vi = forms.TypedChoiceField(label="Trách nhiệm", required=False, coerce=int, empty_value=None)

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["don_vi"].choices = [("", "Tất cả"), *((unit.pk, str(unit)) for unit in units)]
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-select"

    def chosen(self, rows: list) -> list:
        """The rows asked for; what makes no sense is left out."""
        self.is_valid()
        quarter, unit = self.cleaned_data.get("quy"), self.cleaned_data.get("don_vi")
        if quarter:
            rows = [row for row in rows if row.task.quarter == int(quarter)]
        return [row for row in rows if unit in row.owners.keys] if unit else rows
