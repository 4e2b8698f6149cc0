"""What is typed about results: the points of a sheet, a wider scope."""

from decimal import Decimal

from django import forms

from initiatives.enums import Scope
from initiatives.models import ScoreRow
from initiatives.scoring import plain
from thiduakt.vietnamese.fields import LineInput

POINTS = {"inputmode": "decimal", "autocomplete": "off", "class": "form-control", "size": 6}
DAY = {
    "required": "Chưa ghi ngày. Ghi ngày/tháng/năm, ví dụ 15/03/2026.",
    "invalid": "Ngày không đọc được. Ghi ngày/tháng/năm, ví dụ 15/03/2026.",
}


class PointsForm(forms.Form):
    """Points for every line of the sheet, from 0 to its most."""

    def __init__(self, *args, rows: list[ScoreRow], given: dict[int, Decimal], **kwargs):
        super().__init__(*args, **kwargs)
        self.keys = [row.pk for row in rows]
        for row in rows:
            self.fields[f"row_{row.pk}"] = forms.DecimalField(
                label=f"{row.name} (tối đa {plain(row.max_points)} điểm)",
                help_text=row.guide,
                initial=given.get(row.pk) and given[row.pk].normalize(),
                min_value=0,
                max_value=row.max_points,
                max_digits=5,
                decimal_places=2,
                localize=True,
                widget=forms.TextInput(attrs=POINTS),
                error_messages={"required": f"Chưa cho điểm “{row.name}”."},
            )

    def points(self) -> dict[int, Decimal]:
        return {key: self.cleaned_data[f"row_{key}"] for key in self.keys}


class ScopeForm(forms.Form):
    """The reach, and the paper of the level above that recognises it."""

    scope = forms.ChoiceField(
        label="Phạm vi ảnh hưởng",
        choices=[(scope.value, scope.label) for scope in (Scope.PROVINCE, Scope.NATION)],
    )
    reference = LineInput(label="Số, ký hiệu văn bản", max_length=60, help_text="Ví dụ: 812/QĐ-UBND.")
    issued_on = forms.DateField(label="Ngày văn bản", error_messages=DAY)
    issuer = LineInput(label="Cơ quan ban hành", max_length=200)
    upload = forms.FileField(
        label="Bản chụp văn bản", required=False, help_text="Không bắt buộc. PDF hoặc ảnh."
    )
