"""What is typed about results: filters of awards, whom to propose, who signs the decision."""

from django import forms

from campaigns.models import Campaign
from thiduakt.vietnamese.fields import BlockInput, LineInput
from units.forms.signers import SignerForm

SCOPES = (
    ("", "Tất cả"),
    ("toi", "Của tôi"),
    ("don-vi", "Của đơn vị tôi"),
    ("quyet-dinh", "Cơ quan tôi quyết định"),
)


class AwardFilter(forms.Form):
    """All in the address; what makes no sense is left out."""

    cua = forms.ChoiceField(label="Của ai", required=False, choices=SCOPES)
    nam = forms.TypedChoiceField(label="Năm", required=False, coerce=int, empty_value=None)
    phong_trao = forms.ModelChoiceField(
        Campaign.objects.none(), label="Phong trào", required=False, empty_label="Tất cả"
    )

    def __init__(self, *args, years, campaigns, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nam"].choices = [("", "Tất cả"), *((year, str(year)) for year in years)]
        self.fields["phong_trao"].queryset = campaigns
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-select"

    def filtered(self, queryset, scopes: dict):
        """`scopes`: a condition for each choice of whose awards to show."""
        self.is_valid()
        chosen = self.cleaned_data
        if chosen.get("cua"):
            queryset = queryset.filter(scopes[chosen["cua"]])
        if chosen.get("nam"):
            queryset = queryset.filter(decision__issued_on__year=chosen["nam"])
        if chosen.get("phong_trao"):
            queryset = queryset.filter(dossier__campaign=chosen["phong_trao"])
        return queryset


class DecisionForm(SignerForm):
    """Who signs; where fewer are honoured than the plan sets, why.

    `few`: what the plan sets, in sentences.
    """

    note = BlockInput(label="Lý do khen ít hơn số lượng của kế hoạch", max_length=1000)

    def __init__(self, *args, few=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].help_text = " ".join(few)
        self.fields["note"].widget.attrs["rows"] = 3
        if not few:
            del self.fields["note"]


class HonoursForm(forms.Form):
    """Asked for when the public page is closed; opening it needs no word."""

    note = LineInput(label="Lý do thôi công khai", required=False, max_length=300)


class ScenarioForm(forms.Form):
    """The name of what was tried; `asked` is the query of the page."""

    name = LineInput(label="Tên phương án", max_length=100, required=False)
    asked = forms.CharField(max_length=2000, required=False, widget=forms.HiddenInput)
