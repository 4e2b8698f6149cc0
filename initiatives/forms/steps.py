"""What a step, a file, a list's filter asks for."""

from django import forms
from django.db.models import Q

from initiatives.enums import FileKind, InitiativeState
from thiduakt.vietnamese.fields import BlockInput
from thiduakt.vietnamese.text import search_key

MOST_DIGITS = 10


class StepForm(forms.Form):
    """The reason, where the step's row of the flow asks for one."""

    note = BlockInput(
        label="Lý do",
        required=False,
        max_length=2000,
        error_messages={"required": "Chưa ghi lý do. Ghi ngắn gọn, người nhận sẽ đọc được."},
    )

    def __init__(self, *args, step, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].required = step.needs_note
        self.fields["note"].widget.attrs["rows"] = 4
        if not step.needs_note:
            del self.fields["note"]


class FileForm(forms.Form):
    file = forms.FileField(
        label="Tệp",
        help_text="PDF, Word, Excel hoặc ảnh chụp rõ chữ (pdf, docx, xlsx, jpg, png), tối đa 20 MB.",
        error_messages={
            "required": "Chưa chọn tệp. Chọn tệp trên máy rồi bấm Tải lên.",
            "empty": "Tệp rỗng. Chọn tệp khác.",
        },
    )
    what = forms.ChoiceField(label="Tệp này là", choices=FileKind.choices)


class InitiativeFilter(forms.Form):
    """The list's filters, all in the address; what makes no sense is left out."""

    q = forms.CharField(label="Tìm theo tên, tác giả hoặc mã", required=False, max_length=100)
    trang_thai = forms.ChoiceField(
        label="Trạng thái", required=False, choices=[("", "Tất cả"), *InitiativeState.choices]
    )
    nam = forms.TypedChoiceField(label="Năm", required=False, coerce=int, empty_value=None)

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nam"].choices = [("", "Tất cả"), *((year, str(year)) for year in years)]
        for field in self.fields.values():
            css = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
            field.widget.attrs["class"] = css

    def filtered(self, rows):
        self.is_valid()
        chosen = self.cleaned_data
        if chosen.get("trang_thai"):
            rows = rows.filter(state=chosen["trang_thai"])
        if chosen.get("nam"):
            rows = rows.filter(year=chosen["nam"])
        return named_like(rows, chosen.get("q") or "")


def named_like(rows, text: str):
    """By name or author without marks, or by code (`SK-00012`, `12`)."""
    key = search_key(text)
    if not key:
        return rows
    digits = key.removeprefix("sk-")
    authored = rows.model.objects.filter(authors__person__search_key__contains=key)
    match = Q(search_key__contains=key) | Q(pk__in=authored.values("pk"))
    if digits.isascii() and digits.isdigit() and len(digits) < MOST_DIGITS:
        match |= Q(pk=int(digits))
    return rows.filter(match)
