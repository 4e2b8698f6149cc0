"""Filters of the register, and the reason a draft goes back."""

from django import forms

from documents.enums import DocumentState, Kind
from thiduakt.vietnamese.fields import BlockInput


class DocumentFilter(forms.Form):
    """All in the address; what makes no sense is left out."""

    loai = forms.ChoiceField(label="Loại", required=False, choices=[("", "Tất cả"), *Kind.choices])
    trang_thai = forms.ChoiceField(
        label="Trạng thái", required=False, choices=[("", "Tất cả"), *DocumentState.choices]
    )
    nam = forms.TypedChoiceField(label="Năm ban hành", required=False, coerce=int, empty_value=None)

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nam"].choices = [("", "Tất cả"), *((year, str(year)) for year in years)]
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-select"

    def filtered(self, queryset):
        self.is_valid()
        chosen = self.cleaned_data
        asked = {
            "kind": chosen.get("loai"),
            "state": chosen.get("trang_thai"),
            "issued_on__year": chosen.get("nam"),
        }
        return queryset.filter(**{name: value for name, value in asked.items() if value})


class ReturnForm(forms.Form):
    """Why the signer sends a draft back."""

    note = BlockInput(
        label="Lý do trả lại",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Chưa ghi lý do trả lại."},
    )
