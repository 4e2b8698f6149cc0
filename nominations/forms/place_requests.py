"""Places asked of the level above: the number beside each pool, and what was granted by which paper."""

from django import forms

from campaigns.models import Quota
from documents.enums import Kind
from documents.forms import EntryForm
from nominations.facts.place_requests import asked_words
from nominations.models import PlaceRequest

from .forwarding import ANSWERING

MOST = 9_999
NUMBER = {"invalid": "Ghi số bằng chữ số.", "required": "Ghi số được cho; không được cho thì ghi 0."}
PAPER = ("kind", "reference", "issued_on", "title", "signer_name", "upload")


def asked_of(data, pools: list[Quota]) -> dict[int, int]:
    """The number typed beside each pool by its key; an empty field asks for nothing."""
    typed = {pool.pk: data.get(f"ask_{pool.pk}", "").strip() for pool in pools}
    return {key: int(text) for key, text in typed.items() if text.isdecimal() and 0 < int(text[:6]) <= MOST}


class AnswerForm(forms.Form):
    """The paper of the level above, as it is written on the sheet, and its number for each pool."""

    kind = forms.ChoiceField(
        label="Loại văn bản",
        choices=[(kind.value, kind.label) for kind in ANSWERING],
        initial=Kind.CONG_VAN.value,
    )
    reference = EntryForm.base_fields["reference"]
    issued_on = EntryForm.base_fields["issued_on"]
    title = EntryForm.base_fields["title"]
    signer_name = EntryForm.base_fields["signer_name"]
    upload = EntryForm.base_fields["upload"]

    def __init__(self, *args, requests: list[PlaceRequest], **kwargs):
        super().__init__(*args, **kwargs)
        self.requests = requests
        for row in requests:
            self.fields[f"granted_{row.pk}"] = forms.IntegerField(
                label=f"Được cho (đã đề nghị {asked_words(row.quota, row.asked)})",
                min_value=0,
                max_value=MOST,
                error_messages=NUMBER,
            )

    def chosen(self) -> dict:
        """What the service takes: the paper's own words, and `granted`."""
        found = self.cleaned_data
        granted = {row.pk: found[f"granted_{row.pk}"] for row in self.requests}
        return {name: found[name] for name in PAPER} | {"granted": granted}
