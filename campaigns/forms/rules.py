"""One rule of a plan as a form, for each kind of rule."""

from django import forms

from campaigns.models import (
    CampaignAward,
    CampaignRule,
    Deadline,
    Funding,
    Inheritance,
    LegalBasis,
    Objective,
    PartRequirement,
    Quota,
    TargetGroup,
    Task,
)
from units.enums import Category, UnitKind

from .criteria import CriterionForm
from .days import PlanDayField

INCLUSIVE = ((True, "Chậm nhất, đến hết ngày ấy"), (False, "Trước ngày ấy"))
INHERITED = (
    ("targets", "Đối tượng thi đua"),
    ("criteria", "Tiêu chí thi đua"),
    ("dossier_parts", "Thủ tục, hồ sơ đề nghị khen thưởng"),
)
FUNDED = (("level", "Mức khen thưởng"), ("source", "Nguồn kinh phí"))
WORDS_ROWS = 4
# The service writes what the form lets through: what no column holds ends here.
MOST_PLACES, QUARTERS = 9_999, 4
FIRST_YEAR, LAST_YEAR = 1990, 2100


class RuleForm(forms.ModelForm):
    """`revision`: the one whose values were shown; `values` is what the service writes."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["revision"].initial = self.instance.revision
        for field in self.fields.values():
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = WORDS_ROWS

    @property
    def values(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}

    def _post_clean(self):
        """The service writes; the instance stays as it is, so that a refusal can show it."""


def choice(label: str, choices, **kwargs) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=choices, **kwargs)


def inclusive() -> forms.TypedChoiceField:
    return choice("Cách tính ngày", INCLUSIVE, coerce=lambda value: value == "True")


def several(label: str, choices) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class TargetForm(RuleForm):
    unit_kinds = several("Loại đơn vị (tập thể)", UnitKind.choices)
    categories = several("Đối tượng cá nhân", Category.choices)

    class Meta:
        model = TargetGroup
        fields = ["group", "text", "unit_kinds", "categories", "outsiders"]


class DeadlineForm(RuleForm):
    on = PlanDayField(label="Ngày")
    inclusive = inclusive()

    class Meta:
        model = Deadline
        fields = ["what", "on", "inclusive", "time", "to", "text"]

    def clean(self):
        self.cleaned_data["recurring"] = self.cleaned_data.get("on", "").startswith("--")
        return self.cleaned_data


class AwardForm(RuleForm):
    class Meta:
        model = CampaignAward
        fields = ["form", "award_type", "authority"]


class QuotaForm(RuleForm):
    limit = forms.IntegerField(label="Số lượng", min_value=0, max_value=MOST_PLACES)

    class Meta:
        model = Quota
        fields = ["awards", "group", "kind", "limit"]
        widgets = {"awards": forms.CheckboxSelectMultiple}


class PartForm(RuleForm):
    class Meta:
        model = PartRequirement
        fields = ["name", "per", "paper"]


class TaskForm(RuleForm):
    due = PlanDayField(label="Hạn", required=False)
    quarter = forms.IntegerField(label="Quý", required=False, min_value=1, max_value=QUARTERS)

    class Meta:
        model = Task
        fields = ["number", "text", "owners_text", "due", "due_text", "quarter"]

    def clean(self):
        """Who is responsible is cut at `;` as the words have it; "trước" leaves the day itself out."""
        chosen = self.cleaned_data
        chosen["owners"] = [name.strip() for name in chosen.get("owners_text", "").split(";") if name.strip()]
        before = chosen.get("due_text", "").lower().startswith("trước")
        chosen["due_inclusive"] = not before if chosen.get("due") else None
        return chosen


class CampaignRuleForm(RuleForm):
    class Meta:
        model = CampaignRule
        fields = ["kind", "text", "award_type"]


class ObjectiveForm(RuleForm):
    baseline = forms.IntegerField(
        label="So với năm", required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR
    )

    class Meta:
        model = Objective
        fields = ["indicator", "change", "measure_unit", "baseline", "text"]


class InheritanceForm(RuleForm):
    what = choice("Nội dung", INHERITED)

    class Meta:
        model = Inheritance
        fields = ["what", "reference"]


class FundingForm(RuleForm):
    what = choice("Nội dung", FUNDED)

    class Meta:
        model = Funding
        fields = ["what", "text"]


class BasisForm(RuleForm):
    class Meta:
        model = LegalBasis
        fields = ["text", "reference", "dated", "relation"]


FORMS = {
    "doi-tuong": TargetForm,
    "tieu-chi": CriterionForm,
    "thoi-han": DeadlineForm,
    "khen-thuong": AwardForm,
    "so-luong": QuotaForm,
    "giay-to": PartForm,
    "nhiem-vu": TaskForm,
    "quy-dinh": CampaignRuleForm,
    "chi-tieu": ObjectiveForm,
    "theo-ke-hoach": InheritanceForm,
    "kinh-phi": FundingForm,
    "can-cu": BasisForm,
}
