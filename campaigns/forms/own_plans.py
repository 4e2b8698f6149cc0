"""A unit's own plan: one issued here, or a file."""

from django import forms

from campaigns.models import Campaign
from units.models import Unit


class OwnPlanForm(forms.Form):
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Đơn vị", empty_label=None)
    plan = forms.ModelChoiceField(
        Campaign.objects.none(),
        label="Kế hoạch đã ban hành trên hệ thống",
        required=False,
        empty_label="Không chọn, tải tệp lên",
    )
    file = forms.FileField(
        label="Hoặc tệp kế hoạch đã ký",
        required=False,
        help_text="pdf, docx, jpg, png; tối đa 20 MB.",
        error_messages={"empty": "Tệp rỗng. Chọn tệp khác."},
    )

    def __init__(self, *args, units, plans, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset, self.fields["plan"].queryset = units, plans
        if len(units) == 1:
            self.fields["unit"].widget, self.fields["unit"].initial = forms.HiddenInput(), units[0]
        if not plans:
            self.fields["plan"].widget = forms.HiddenInput()
            self.fields["file"].label = "Tệp kế hoạch đã ký"

    def clean(self):
        chosen = self.cleaned_data
        if not chosen.get("plan") and not chosen.get("file") and "file" not in self.errors:
            raise forms.ValidationError("Chọn một kế hoạch đã ban hành, hoặc tải một tệp lên.")
        if chosen.get("plan") and chosen.get("file"):
            raise forms.ValidationError("Chỉ chọn một: kế hoạch trên hệ thống, hoặc tệp tải lên.")
        return chosen
