"""A criterion of a plan as a form: its words, what is measured of it, what bars from it."""

from django import forms

from campaigns.facts.measures import disqualifier_words, measure_words
from criteria.enums import CriterionGroup
from criteria.measures.met import RATINGS
from criteria.measures.subjects import CHOICES, to_choose
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
    ("indicator_rise", "Chỉ số tăng điểm so với năm trước"),
    ("indicator_or_rank", "Chỉ số tăng điểm hoặc tăng hạng"),
    ("percent_at_least", "Đạt từ …% trở lên"),
    ("none_of", "Không có vi phạm"),
    ("document_exists", "Đã ban hành kế hoạch thi đua"),
    ("initiative_recognised", "Có sáng kiến được công nhận"),
    ("share_over", "Không xét nếu trên …% biên chế vi phạm"),
    ("share_of_units", "Không xét nếu trên …% đơn vị thuộc, trực thuộc vi phạm"),
    ("below", "Không xét nếu dưới …%"),
    ("any", "Không xét nếu có vi phạm"),
]
BY_WORDS = ("", "Theo lời của tiêu chí")
ABOUT = list(dict.fromkeys(pair for kind in CHOICES for pair in to_choose(kind)))
BARS = ("share_over", "share_of_units", "below", "any")
# A choice of the form that is a kind with more said.
SAID_MORE = {
    "share_of_units": ("share_over", {"of": "subordinate_units"}),
    "share_over": ("share_over", {"of": "posts"}),
    "indicator_or_rank": ("indicator_rise", {"or_rank": True}),
    "indicator_rise": ("indicator_rise", {"or_rank": False}),
}
NEEDS = {
    "rating_at_least": ("new_rating", "Chọn mức xếp loại."),
    "indicator_rise": ("new_indicators", "Ghi tên chỉ số, ví dụ PAR INDEX, PCI."),
    "indicator_or_rank": ("new_indicators", "Ghi tên chỉ số, ví dụ PAR INDEX, PCI."),
    "percent_at_least": ("new_percent", "Ghi tỷ lệ phần trăm."),
    "share_of_units": ("new_percent", "Ghi tỷ lệ phần trăm."),
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
    new_about = forms.ChoiceField(
        label="Số liệu để đo (khi thêm tỷ lệ, vi phạm)", choices=[BY_WORDS, *ABOUT], required=False
    )

    new_exception = LineInput(
        label="Trừ trường hợp (khi thêm “không xét”; như văn bản ghi, ví dụ: vì lý do chủ quan)",
        required=False,
        max_length=200,
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
        abouts = [*self.add_abouts("measures", self.measures), *self.add_abouts("disqualifiers", self.bars)]
        self.order_fields(["revision", "group", "text", "measures", "disqualifiers", *abouts, *self.fields])

    def add_abouts(self, name: str, found: list[dict]) -> list[str]:
        """Where several kinds of record could answer a rule, the one that does is chosen."""
        added = []
        for place, rule in enumerate(found):
            if not (offered := to_choose(rule["kind"])):
                continue
            words = disqualifier_words(rule) if name == "disqualifiers" else measure_said(rule)
            added.append(f"about_{name}_{place}")
            self.fields[added[-1]] = forms.ChoiceField(
                label=f"Số liệu để đo: {words.rstrip('.')}",
                choices=[BY_WORDS, *offered],
                required=False,
                initial=rule.get("about", ""),
            )
        return added

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
        about = self.cleaned_data.get("new_about")
        if about and about not in dict(to_choose(self.cleaned_data.get("new_kind") or "")):
            self.add_error("new_about", "Số liệu này không dùng cho phép đo đã chọn.")
        return self.cleaned_data

    @property
    def values(self) -> dict:
        chosen = self.cleaned_data
        measures, bars = self.kept("measures", self.measures), self.kept("disqualifiers", self.bars)
        if kind := chosen.get("new_kind"):
            new = told(new_entry(kind, chosen), chosen.get("new_about", ""))
            (bars if kind in BARS else measures).append(new)
        return {"group": chosen["group"], "text": chosen["text"], "measures": measures, "disqualifiers": bars}

    def kept(self, name: str, found: list[dict]) -> list[dict]:
        places = map(int, self.cleaned_data.get(name, []))
        return [told(found[place], self.cleaned_data.get(f"about_{name}_{place}", "")) for place in places]


def told(rule: dict, about: str) -> dict:
    """The rule with the kind of record it is about; by its words where none was chosen."""
    bare = {name: value for name, value in rule.items() if name != "about"}
    return bare | {"about": about} if about else bare


def measure_said(measure: dict) -> str:
    return measure_words(measure) or OTHER_WORDS.get(measure["kind"], measure["kind"])


def new_entry(kind: str, chosen: dict) -> dict:
    """A measure or disqualifier as the plan JSON has it."""
    if kind == "rating_at_least":
        scale, rating = chosen["new_rating"].split(":", 1)
        return {"kind": kind, "scale": scale, "rating": rating}
    bare, more = SAID_MORE.get(kind, (kind, {}))
    entry = {"kind": bare, **more}
    if bare == "indicator_rise":
        names = [name.strip() for name in chosen["new_indicators"].split(",") if name.strip()]
        return entry | {"indicators": names}
    if kind == "percent_at_least":
        return entry | {"percent": chosen["new_percent"]}
    return entry | bar_said(kind, chosen) if kind in BARS else entry


def bar_said(kind: str, chosen: dict) -> dict:
    """What a disqualifier says beside its kind: its words, its threshold, what is left out of it."""
    percent = {} if kind == "any" else {"percent": chosen["new_percent"]}
    text = dict(NEW)[kind].replace("…", str(chosen.get("new_percent") or ""))
    said = {"text": text, "exception": chosen.get("new_exception") or None}
    return percent | said | ({} if kind in SAID_MORE else {"of": None})
