"""Filters of the register, the reason a draft goes back, papers from elsewhere, links between papers."""

import datetime as dt
import re

from django import forms
from django.db.models import Q

from documents.enums import DocumentState, Kind, LinkKind, Origin
from documents.models import IssuedDocument
from documents.wording import LONGEST
from thiduakt.errors import Refused
from thiduakt.vietnamese.days import short_date
from thiduakt.vietnamese.fields import BlockInput, LineInput
from thiduakt.vietnamese.text import search_key
from units.models import Unit

NUMBER = re.compile(r"0*(\d{1,6})(?:/(\S*))?")
DAY_ERRORS = {"invalid": "Ngày không đọc được. Ghi ngày/tháng/năm, ví dụ 30/11/2026."}
MOST_COMPARED = 500
FILE_HELP = "PDF hoặc ảnh chụp rõ chữ (pdf, jpg, png), tối đa 20 MB."


class DocumentFilter(forms.Form):
    """All in the address; what makes no sense is left out."""

    q = forms.CharField(
        label="Số, trích yếu, người ký, nội dung", required=False, max_length=100, empty_value=""
    )
    loai = forms.ChoiceField(label="Loại", required=False, choices=[("", "Tất cả"), *Kind.choices])
    trang_thai = forms.ChoiceField(
        label="Trạng thái", required=False, choices=[("", "Tất cả"), *DocumentState.choices]
    )
    tu = forms.DateField(label="Ban hành từ ngày", required=False, error_messages=DAY_ERRORS)
    den = forms.DateField(label="đến ngày", required=False, error_messages=DAY_ERRORS)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            select = isinstance(field.widget, forms.Select)
            field.widget.attrs["class"] = "form-select" if select else "form-control"
        self.fields["tu"].widget.attrs["placeholder"] = "01/01/2026"

    def filtered(self, queryset):
        self.is_valid()
        chosen = self.cleaned_data
        asked = {
            "kind": chosen.get("loai"),
            "state": chosen.get("trang_thai"),
            "issued_on__gte": chosen.get("tu"),
            "issued_on__lte": chosen.get("den"),
        }
        queryset = queryset.filter(**{name: value for name, value in asked.items() if value})
        return saying(queryset, chosen.get("q") or "")


def saying(queryset, typed: str):
    """A number (`5`, `05/QĐ-UBND`), or words that all stand in the register's line or in the paper."""
    if number := NUMBER.fullmatch(typed.strip()):
        return queryset.filter(numbered(int(number[1]), number[2]))
    for word in search_key(typed).split():
        queryset = queryset.filter(Q(search_key__contains=word) | Q(body_key__contains=word))
    return queryset


def numbered(number: int, symbol: str | None) -> Q:
    """Our number, or how a reference from elsewhere begins; the symbol in whatever letter case."""
    written = Q()
    for start in {f"{number}/", f"{number:02d}/"}:
        written |= Q(reference_as_written__startswith=start)
    return (Q(number=number) | written) & Q(search_key__contains=search_key(symbol or ""))


class ReturnForm(forms.Form):
    """Why the signer sends a draft back."""

    note = BlockInput(
        label="Lý do trả lại",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Chưa ghi lý do trả lại."},
    )


class WordingForm(forms.Form):
    """The free parts of a draft; `revision` of the draft that they were written against."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, parts, **kwargs):
        super().__init__(*args, **kwargs)
        self.parts = parts
        for part in parts:
            field = BlockInput(label=part.label, required=False, max_length=LONGEST, help_text=part.help)
            field.widget.attrs["rows"] = 4
            self.fields[part.key] = field

    @property
    def words(self) -> dict[str, str]:
        return {part.key: self.cleaned_data[part.key] for part in self.parts}


class EntryForm(forms.Form):
    """A paper received, or one from before the system, as it is written on the sheet."""

    origin = forms.ChoiceField(
        label="Văn bản này",
        choices=[
            (Origin.RECEIVED.value, "Nhận từ nơi khác"),
            (Origin.HISTORIC.value, "Của đơn vị tôi, có trước khi dùng hệ thống"),
        ],
        widget=forms.RadioSelect,
        initial=Origin.RECEIVED.value,
    )
    unit = forms.ModelChoiceField(Unit.objects.none(), label="Vào sổ của", empty_label=None)
    issuer = LineInput(
        label="Cơ quan ban hành", max_length=200, required=False, help_text="Ghi khi văn bản từ nơi khác."
    )
    kind = forms.ChoiceField(label="Loại văn bản", choices=Kind.choices)
    reference = LineInput(
        label="Số, ký hiệu",
        max_length=60,
        help_text="Ghi đúng như trên văn bản, ví dụ 288/KH-UBND.",
        error_messages={"required": "Chưa ghi số, ký hiệu của văn bản."},
    )
    issued_on = forms.DateField(
        label="Ngày ban hành",
        help_text="Ghi ngày/tháng/năm.",
        error_messages={"required": "Chưa ghi ngày ban hành."} | DAY_ERRORS,
    )
    title = LineInput(
        label="Trích yếu", max_length=500, error_messages={"required": "Chưa ghi trích yếu nội dung."}
    )
    signer_name = LineInput(label="Người ký", max_length=100, required=False)
    upload = forms.FileField(label="Tệp văn bản", required=False, help_text=FILE_HELP)

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units
        self.fields["unit"].initial = units.first()


class SignedForm(forms.Form):
    """The signed sheet, scanned."""

    file = forms.FileField(
        label="Bản đã ký, đóng dấu",
        help_text=FILE_HELP,
        error_messages={"required": "Chưa chọn tệp.", "empty": "Tệp rỗng. Chọn tệp khác."},
    )


# What a decision takes back in part is recorded with what it takes back, not by hand.
TYPED_LINKS = [(kind.value, kind.label) for kind in LinkKind if kind != LinkKind.ANNULS]


class LinkForm(forms.Form):
    """Which later paper corrects, replaces or withdraws the one shown; found by what is written on it."""

    kind = forms.ChoiceField(label="Văn bản sau làm gì", choices=TYPED_LINKS)
    reference = LineInput(
        label="Số, ký hiệu của văn bản sau",
        max_length=60,
        help_text="Ghi như trên văn bản, ví dụ 45/QĐ-UBND. Văn bản phải có trong sổ; chưa có thì nhập trước.",
        error_messages={"required": "Chưa ghi số, ký hiệu của văn bản sau."},
    )
    issued_on = forms.DateField(
        label="Ngày của văn bản sau",
        required=False,
        help_text="Cần khi có nhiều văn bản cùng số, ký hiệu.",
        error_messages=DAY_ERRORS,
    )
    note = BlockInput(
        label="Ghi chú", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, documents, **kwargs):
        super().__init__(*args, **kwargs)
        self.documents = documents

    def clean(self):
        """`document` in the cleaned data: the one paper that is meant."""
        chosen = super().clean()
        if chosen.get("reference"):
            try:
                chosen["document"] = the_one(self.documents, chosen["reference"], chosen.get("issued_on"))
            except Refused as refused:
                self.add_error("reference", refused.reasons[0])
        return chosen


def the_one(documents, reference: str, day: dt.date | None) -> IssuedDocument:
    """The paper of this reference, and of this day when one is given. Raises Refused for none and several."""
    found = saying(documents.filter(issued_on=day) if day else documents, reference)
    same = [row for row in found[:MOST_COMPARED] if row.reference.lower() == reference.lower()]
    if not same:
        raise Refused(f"Không có văn bản {reference} nào ban hành từ ngày của văn bản này trong sổ.")
    if len(same) > 1:
        days = ", ".join(short_date(row.issued_on) for row in same)
        raise Refused(f"Có {len(same)} văn bản {reference} (ngày {days}). Ghi thêm ngày của văn bản sau.")
    return same[0]
