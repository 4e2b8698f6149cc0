"""Which plan here is the one carried out."""

from django import forms

from campaigns.models import Campaign


class PlanChoice(forms.ModelChoiceField):
    def label_from_instance(self, plan):
        return f"Số {plan.reference or 'không ghi'}, {plan.issuer}: {plan.title}"


class ParentForm(forms.Form):
    parent = PlanChoice(
        Campaign.objects.none(),
        label="Kế hoạch cấp trên",
        empty_label="Chọn kế hoạch",
        error_messages={"required": "Chưa chọn kế hoạch cấp trên."},
    )

    def __init__(self, *args, plans, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = plans
