"""Places asked of the level above: the number beside each pool, and what was granted by which paper."""

import re

from django import forms

from campaigns.models import Quota
from documents.enums import Kind
from nominations.facts.place_requests import asked_words
from nominations.models import PlaceRequest
from thiduakt.errors import Refused

from .forwarding import PaperFromAbove

MOST = 9_999
PLACES = re.compile(r"[0-9]{1,4}")
NUMBER = {"invalid": "Ghi số bằng chữ số.", "required": "Ghi số được cho; không được cho thì ghi 0."}


def asked_of(data, pools: list[Quota]) -> dict[int, int]:
    """The number typed beside each pool by its key; an empty field, or 0, asks for nothing.

    Raises Refused for what is no number of at most four digits: leaving it out would ask for nothing unseen.
    """
    typed = {pool.pk: data.get(f"ask_{pool.pk}", "").strip() or "0" for pool in pools}
    for text in typed.values():
        if not PLACES.fullmatch(text):
            raise Refused(f"“{text[:20]}” không phải số lượng: ghi số bằng chữ số, nhiều nhất {MOST}.")
    return {key: int(text) for key, text in typed.items() if int(text)}


class AnswerForm(PaperFromAbove):
    """The paper of the level above, and its number for each pool."""

    def __init__(self, *args, requests: list[PlaceRequest], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].initial = Kind.CONG_VAN.value
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
        granted = {row.pk: self.cleaned_data[f"granted_{row.pk}"] for row in self.requests}
        return self.paper() | {"granted": granted}
