"""What a reader of plans types: filters, a year, a reason, the words of one clause, who signs."""

from django import forms

from campaigns.enums import LATE_KINDS, CampaignKind, CampaignState
from campaigns.models import Clause
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.vietnamese.fields import BlockInput, LineInput
from thiduakt.vietnamese.text import search_key
from units.enums import UnitKind
from units.facts import signature_lines
from units.forms.signers import SignerField
from units.models import Person, Unit

from .papers import PaperChoice

COMMITTEES = (UnitKind.TINH, UnitKind.HUYEN, UnitKind.XA)
MOST_LINES = 3
# Of one clause: seventy pages.
MOST_LETTERS = 200_000


class CampaignFilter(forms.Form):
    """The list's filters, all in the address; what makes no sense is left out."""

    q = forms.CharField(label="Tìm trong trích yếu", required=False, max_length=200)
    nam = forms.TypedChoiceField(label="Năm", required=False, coerce=int, empty_value=None)
    trang_thai = forms.ChoiceField(
        label="Trạng thái", required=False, choices=[("", "Tất cả"), *CampaignState.choices]
    )

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nam"].choices = [("", "Tất cả"), *((year, str(year)) for year in years)]
        for field in self.fields.values():
            css = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
            field.widget.attrs["class"] = css

    def filtered(self, queryset):
        self.is_valid()
        chosen = self.cleaned_data
        if chosen.get("nam"):
            queryset = queryset.filter(year=chosen["nam"])
        if chosen.get("trang_thai"):
            queryset = queryset.filter(state=chosen["trang_thai"])
        for word in search_key(chosen.get("q") or "").split():
            queryset = queryset.filter(search_key__contains=word)
        return queryset


class CloneForm(forms.Form):
    """Another year, for one of the units whose office the reader works in."""

    year = forms.IntegerField(label="Năm", min_value=2000, max_value=2100)
    issuer = forms.ModelChoiceField(Unit.objects.none(), label="Cơ quan ban hành", empty_label=None)

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["issuer"].queryset = units


class PlanForm(forms.Form):
    """A plan that is written here from nothing."""

    title = LineInput(
        label="Trích yếu",
        max_length=500,
        help_text="Ví dụ: Phát động phong trào thi đua cải cách hành chính năm 2027.",
    )
    year = forms.IntegerField(label="Năm", min_value=2000, max_value=2100)
    kind = forms.ChoiceField(label="Loại", choices=CampaignKind.choices)
    issuer = forms.ModelChoiceField(Unit.objects.none(), label="Cơ quan ban hành", empty_label=None)

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["issuer"].queryset = units


class StepForm(forms.Form):
    """What a step asks for: a reason where its row of the flow says so."""

    note = BlockInput(label="Lý do, ghi chú", required=False, max_length=1000)

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].required = step.needs_note
        self.fields["note"].widget.attrs["rows"] = 3


class ClauseForm(forms.ModelForm):
    """Label and words of one clause of a draft; `revision` is the one whose words were shown."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    heading = BlockInput(label="Tiêu đề", required=False, max_length=MOST_LETTERS)
    text = BlockInput(label="Nội dung", required=False, max_length=MOST_LETTERS)

    class Meta:
        model = Clause
        fields = ["label", "heading", "text"]
        help_texts = {"label": "Như in: I., 1., a), -, +. Đoạn không nhãn thì để trống."}

    def __init__(self, *args, autosave_to: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["revision"].initial = self.instance.revision
        saving = {"hx-trigger": "input changed delay:2s", "hx-target": "#da-luu", "hx-swap": "innerHTML"}
        for name in self._meta.fields if autosave_to else ():
            self.fields[name].widget.attrs |= saving | {"hx-post": autosave_to}
        self.fields["heading"].widget.attrs["rows"] = 2
        self.fields["text"].widget.attrs["rows"] = 8

    def clean(self):
        if not (self.cleaned_data.get("heading") or self.cleaned_data.get("text")):
            raise forms.ValidationError("Điều khoản không được để trống: ghi tiêu đề hoặc nội dung.")
        return self.cleaned_data

    @property
    def values(self) -> dict:
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    def _post_clean(self):
        """The service writes; the clause stays as it is, so that a refusal can show it."""


class HeadForm(forms.Form):
    """Who issues a draft and who signs it; the lines stand above the name as they will be printed."""

    issuer = forms.ModelChoiceField(Unit.objects.none(), label="Cơ quan ban hành", empty_label=None)
    signer = SignerField()
    lines = BlockInput(
        label="Quyền hạn, chức vụ của người ký",
        required=False,
        help_text="Để trống thì ghi theo chức vụ của người ký. Mỗi dòng như in, nhiều nhất ba dòng.",
    )

    def __init__(self, *args, units, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["issuer"].queryset = units
        self.fields["signer"].offer(people)
        self.fields["lines"].widget.attrs["rows"] = MOST_LINES

    def clean_lines(self):
        lines = [line for line in self.cleaned_data["lines"].splitlines() if line]
        if len(lines) > MOST_LINES:
            raise forms.ValidationError("Ghi nhiều nhất ba dòng.")
        return lines

    def clean(self):
        """Without lines those of the signer's position; a people's committee signs as a body (TM.)."""
        chosen = self.cleaned_data
        issuer, signer = chosen.get("issuer"), chosen.get("signer")
        if issuer and signer and not chosen.get("lines"):
            chosen["lines"] = lines_of(issuer, signer)
        return chosen


def lines_of(issuer: Unit, signer: Person) -> list[str]:
    try:
        return signature_lines(issuer, signer, today(), collective=issuer.kind in COMMITTEES)
    except Refused as refused:
        raise forms.ValidationError(refused.reasons) from refused


DAY_ERRORS = {
    "required": "Chưa ghi ngày. Ghi ngày/tháng/năm, ví dụ 30/11/2026.",
    "invalid": "Ngày không đọc được. Ghi ngày/tháng/năm, ví dụ 30/11/2026.",
}


def reason_field(label: str) -> BlockInput:
    return BlockInput(
        label=label,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Chưa ghi lý do. Ghi ngắn gọn, các đơn vị sẽ đọc được."},
    )


class ExtensionForm(forms.Form):
    """A later last day, why, and the paper that says so."""

    until = forms.DateField(
        label="Gia hạn đến hết ngày", help_text="Ghi ngày/tháng/năm.", error_messages=DAY_ERRORS
    )
    reason = reason_field("Lý do gia hạn")
    document = PaperChoice(
        label="Theo văn bản đã ban hành",
        required=False,
        empty_label="Chọn trong sổ văn bản, nếu có",
    )
    reference = LineInput(
        label="Hoặc ghi số, ngày của văn bản",
        required=False,
        max_length=100,
        help_text="Khi văn bản không có trong sổ. Ví dụ: Công văn số 45/UBND-NV ngày 20/11/2026.",
    )

    def __init__(self, *args, papers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset = papers


class LateForm(forms.Form):
    """Which unit may still send what, until when, and why."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label="Đơn vị", empty_label="Chọn đơn vị")
    what = forms.ChoiceField(label="Được nộp muộn", choices=LATE_KINDS)
    until = forms.DateField(
        label="Nhận đến hết ngày", help_text="Ghi ngày/tháng/năm.", error_messages=DAY_ERRORS
    )
    reason = reason_field("Lý do chấp nhận")

    def __init__(self, *args, units, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units
        self.fields["what"].choices = [choice for choice in LATE_KINDS if choice[0] in kinds]
