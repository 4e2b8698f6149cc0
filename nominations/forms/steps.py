"""What a step, a list's filter, an upload or a unit's session asks for."""

from django import forms
from django.db.models import Q

from councils.models import Council
from nominations.enums import UnitWord
from nominations.facts.words import states_of
from nominations.models import DossierStage
from thiduakt.vietnamese.fields import BlockInput, LineInput
from thiduakt.vietnamese.text import search_key
from units.models import User

MOST_DIGITS = 10


class StepForm(forms.Form):
    """The reason where the step's row of the flow asks for one; a day where a supplement is asked for."""

    note = BlockInput(
        label="Lý do",
        required=False,
        max_length=2000,
        error_messages={"required": "Chưa ghi lý do. Ghi ngắn gọn, người nhận sẽ đọc được."},
    )
    due_on = forms.DateField(
        label="Bổ sung chậm nhất ngày",
        required=False,
        help_text="Ghi ngày/tháng/năm, ví dụ 30/11/2026. Không bắt buộc.",
        error_messages={"invalid": "Ngày không đọc được. Ghi ngày/tháng/năm, ví dụ 30/11/2026."},
    )

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].required = step.needs_note
        self.fields["note"].widget.attrs["rows"] = 4
        if step.action != "unit_return":
            del self.fields["due_on"]


class AppraiserForm(forms.Form):
    """Whom the council's chair names, and why."""

    appraiser = forms.ModelChoiceField(User.objects.none(), label="Người thẩm định", empty_label="Chọn người")
    note = BlockInput(
        label="Lý do", max_length=1000, error_messages={"required": "Chưa ghi lý do cử người thẩm định."}
    )

    def __init__(self, *args, accounts, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["appraiser"].queryset = User.objects.filter(pk__in=[one.pk for one in accounts])
        self.fields["note"].widget.attrs["rows"] = 3


class DossierFilter(forms.Form):
    """The list's filters, all in the address; what makes no sense is left out."""

    q = forms.CharField(label="Tìm theo tên hoặc mã hồ sơ", required=False, max_length=100)
    tinh_trang = forms.ChoiceField(
        label="Tình trạng", required=False, choices=[("", "Tất cả"), *UnitWord.choices]
    )
    ke_hoach = forms.ModelChoiceField(queryset=None, label="Kế hoạch", required=False, empty_label="Tất cả")

    def __init__(self, *args, campaigns, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ke_hoach"].queryset = campaigns
        for field in self.fields.values():
            css = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
            field.widget.attrs["class"] = css

    def filtered(self, dossiers):
        self.is_valid()
        chosen = self.cleaned_data
        if chosen.get("ke_hoach"):
            dossiers = dossiers.filter(campaign=chosen["ke_hoach"])
        if word := chosen.get("tinh_trang"):
            stages = DossierStage.objects.current().filter(state__in=states_of(word))
            dossiers = dossiers.filter(pk__in=stages.values("dossier"))
        return named_like(dossiers, chosen.get("q") or "")


def named_like(dossiers, text: str):
    """By name without marks, or by code (`HS-00012`, `12`)."""
    key = search_key(text)
    if not key:
        return dossiers
    digits = key.removeprefix("hs-")
    match = Q(person__search_key__contains=key) | Q(collective__search_key__contains=key)
    if digits.isascii() and digits.isdigit() and len(digits) < MOST_DIGITS:
        match |= Q(pk=int(digits))
    return dossiers.filter(match)


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Tệp",
        help_text="PDF, Word, Excel hoặc ảnh chụp rõ chữ (pdf, docx, xlsx, jpg, png), tối đa 20 MB.",
        error_messages={
            "required": "Chưa chọn tệp. Chọn tệp trên máy rồi bấm Tải lên.",
            "empty": "Tệp rỗng. Chọn tệp khác.",
        },
    )


class SessionForm(forms.Form):
    """The unit's own session: which council, when, where, about what."""

    council = forms.ModelChoiceField(Council.objects.none(), label="Hội đồng", empty_label=None)
    held_on = forms.DateField(
        label="Ngày họp",
        help_text="Ghi ngày/tháng/năm.",
        error_messages={
            "required": "Chưa ghi ngày họp. Ghi ngày/tháng/năm, ví dụ 20/11/2026.",
            "invalid": "Ngày không đọc được. Ghi ngày/tháng/năm, ví dụ 20/11/2026.",
        },
    )
    place = LineInput(label="Địa điểm", required=False, max_length=200)
    subject = LineInput(
        label="Nội dung họp",
        max_length=300,
        error_messages={"required": "Chưa ghi nội dung họp, ví dụ: xét đề nghị khen thưởng."},
    )

    def __init__(self, *args, councils, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = councils
        self.fields["council"].initial = councils.first()
