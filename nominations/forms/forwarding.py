"""What a list to the level above asks for: who signs its letter, what came of it."""

from django import forms

from documents.enums import Kind
from documents.forms import EntryForm
from nominations.models import DossierStage
from thiduakt.vietnamese.fields import LineInput

ANSWERS = (("", "Chưa có kết quả"), ("yes", "Khen thưởng"), ("no", "Không khen thưởng"))
ANSWERING = (Kind.QUYET_DINH, Kind.CONG_VAN, Kind.THONG_BAO)


class PaperFromAbove(forms.Form):
    """The paper of the level above, as it is written on the sheet."""

    kind = forms.ChoiceField(label="Loại văn bản", choices=[(kind.value, kind.label) for kind in ANSWERING])
    reference = EntryForm.base_fields["reference"]
    issued_on = EntryForm.base_fields["issued_on"]
    title = EntryForm.base_fields["title"]
    signer_name = EntryForm.base_fields["signer_name"]
    upload = EntryForm.base_fields["upload"]

    def paper(self) -> dict:
        """The paper's own words and its file, as they were typed."""
        return {name: self.cleaned_data[name] for name in PaperFromAbove.base_fields}


class ResultForm(PaperFromAbove):
    """The paper of the level above, and its word on each dossier."""

    def __init__(self, *args, stages: list[DossierStage], **kwargs):
        super().__init__(*args, **kwargs)
        self.stages = stages
        for stage in stages:
            name = stage.dossier.nominee_name
            self.fields[f"answer_{stage.dossier_id}"] = forms.ChoiceField(
                label=f"{name}, {stage.dossier.award_type}", choices=ANSWERS, required=False
            )
            self.fields[f"why_{stage.dossier_id}"] = LineInput(
                label=f"Lý do không khen {name}", required=False, max_length=500
            )

    def clean(self):
        """A refusal is told with its reason."""
        found = super().clean()
        for stage in self.stages:
            no = found.get(f"answer_{stage.dossier_id}") == "no"
            if no and not found.get(f"why_{stage.dossier_id}"):
                self.add_error(f"why_{stage.dossier_id}", "Ghi lý do cấp trên không khen thưởng.")
        return found

    def chosen(self) -> dict:
        """What the service takes: the paper's own words, `awarded` and `refused`."""
        found = self.cleaned_data
        keys = [stage.dossier_id for stage in self.stages]
        answers = {key: found.get(f"answer_{key}") for key in keys}
        return self.paper() | {
            "awarded": [key for key in keys if answers[key] == "yes"],
            "refused": {key: found[f"why_{key}"] for key in keys if answers[key] == "no"},
        }
