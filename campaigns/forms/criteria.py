"""A criterion of a plan as a form: its words, what is measured of it, what bars from it."""

from django import forms

from campaigns.facts.measures import disqualifier_words, measure_words
from criteria.enums import CriterionGroup
from criteria.measures.met import RATINGS
from thiduakt.vietnamese.fields import BlockInput, LineInput

MOST_PERCENT = 100
SCALES = {"nhiem_vu": "Hoàn thành nhiệm vụ", "cchc": "Xếp loại cải cách hành chính"}
RATED = [
    (label, [(f"{scale}:{code}", name) for code, name in RATINGS[scale].items()])
    for scale, label in SCALES.items()
]
OTHER_WORDS = {
    "document_exists": "Có văn bản theo yêu cầu.",
    "initiative_recognised": "Có sáng kiến được công nhận.",
    "title_held": "Đã có danh hiệu theo yêu cầu.",
}
NEW = [
    ("", "Không thêm"),
    ("rating_at_least", "Xếp loại từ mức … trở lên"),
    ("indicator_rise", "Chỉ số tăng so với năm trước"),
    ("percent_at_least", "Đạt từ …% trở lên"),
    ("none_of", "Không có vi phạm"),
    ("share_over", "Không xét nếu trên …% biên chế vi phạm"),
    ("below", "Không xét nếu dưới …%"),
]
BARS = ("share_over", "below")
NEEDS = {
    "rating_at_least": ("new_rating", "Chọn mức xếp loại."),
    "indicator_rise": ("new_indicators", "Ghi tên chỉ số, ví dụ PAR INDEX, PCI."),
    "percent_at_least": ("new_percent", "Ghi tỷ lệ phần trăm."),
    "share_over": ("new_percent", "Ghi tỷ lệ phần trăm."),
    "below": ("new_percent", "Ghi tỷ lệ phần trăm."),
}


class CriterionForm(forms.Form):
    """`instance`: the tie of clause and criterion, None for a new one; `values`: for the service."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    group = forms.ChoiceField(label="Nhóm", choices=CriterionGroup.choices)
    text = BlockInput(label="Nội dung, như văn bản", max_length=20_000)
    new_kind = forms.ChoiceField(label="Thêm phép đo", choices=NEW, required=False)
    new_rating = forms.ChoiceField(
        label="Mức xếp loại (khi thêm xếp loại)", choices=[("", "–"), *RATED], required=False
    )
    new_indicators = LineInput(
        label="Chỉ số (khi thêm chỉ số; cách nhau bằng dấu phẩy)", required=False, max_length=200
    )
    new_percent = forms.IntegerField(
        label="Tỷ lệ % (khi thêm tỷ lệ)", required=False, min_value=0, max_value=MOST_PERCENT
    )

    def __init__(self, *args, instance=None, **kwargs):
        super().__init__(*args, **kwargs)
        criterion = instance.criterion if instance and instance.pk else None
        self.measures = list(criterion.measures) if criterion else []
        self.bars = list(criterion.disqualifiers) if criterion else []
        self.fields["text"].widget.attrs["rows"] = 4
        if criterion:
            self.initial = {"group": criterion.group, "text": criterion.text, "revision": instance.revision}
        self.add_kept("measures", "Hệ thống đo", [measure_said(found) for found in self.measures])
        self.add_kept("disqualifiers", "Không xét nếu", [disqualifier_words(found) for found in self.bars])
        self.order_fields(["revision", "group", "text", "measures", "disqualifiers", *self.fields])

    def add_kept(self, name: str, label: str, said: list[str]) -> None:
        """A box for each thing that was read, ticked; without any the field is left away."""
        if not said:
            return
        choices = [(str(place), words) for place, words in enumerate(said)]
        self.fields[name] = forms.MultipleChoiceField(
            label=label,
            choices=choices,
            required=False,
            initial=[place for place, _ in choices],
            widget=forms.CheckboxSelectMultiple,
            help_text="Bỏ dấu ở dòng hệ thống hiểu sai.",
        )

    def clean(self):
        field, sentence = NEEDS.get(self.cleaned_data.get("new_kind"), ("", ""))
        if field and self.cleaned_data.get(field) in (None, ""):
            self.add_error(field, sentence)
        return self.cleaned_data

    @property
    def values(self) -> dict:
        chosen = self.cleaned_data
        measures, bars = self.kept("measures", self.measures), self.kept("disqualifiers", self.bars)
        if kind := chosen.get("new_kind"):
            (bars if kind in BARS else measures).append(new_entry(kind, chosen))
        return {"group": chosen["group"], "text": chosen["text"], "measures": measures, "disqualifiers": bars}

    def kept(self, name: str, found: list[dict]) -> list[dict]:
        return [found[int(place)] for place in self.cleaned_data.get(name, [])]


def measure_said(measure: dict) -> str:
    return measure_words(measure) or OTHER_WORDS.get(measure["kind"], measure["kind"])


def new_entry(kind: str, chosen: dict) -> dict:
    """A measure or disqualifier as the plan JSON has it."""
    if kind == "rating_at_least":
        scale, rating = chosen["new_rating"].split(":", 1)
        return {"kind": kind, "scale": scale, "rating": rating}
    if kind == "indicator_rise":
        names = [name.strip() for name in chosen["new_indicators"].split(",") if name.strip()]
        return {"kind": kind, "indicators": names, "or_rank": False}
    if kind == "percent_at_least":
        return {"kind": kind, "percent": chosen["new_percent"]}
    if kind in BARS:
        of = "posts" if kind == "share_over" else None
        entry = {"kind": kind, "percent": chosen["new_percent"], "of": of, "exception": None}
        return entry | {"text": dict(NEW)[kind].replace("…", str(chosen["new_percent"]))}
    return {"kind": kind}
