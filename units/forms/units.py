"""What is typed of a unit that is entered."""

from django import forms

from units.models import Unit

from .people import DAY_HELP, note_input


class NewUnitForm(forms.ModelForm):
    parent = forms.ModelChoiceField(
        Unit.objects.none(), label="Trực thuộc", required=False, empty_label="Không trực thuộc đơn vị nào"
    )

    class Meta:
        model = Unit
        fields = (
            "parent",
            "name",
            "short_name",
            "code",
            "kind",
            "symbol",
            "place_name",
            "head_title",
            "valid_from",
        )
        help_texts = {
            "name": "Viết đủ, ví dụ: Ủy ban nhân dân xã Ninh Phước.",
            "code": "Viết liền, không dấu, không trùng đơn vị khác. Ví dụ: XNP-KT.",
            "valid_from": DAY_HELP,
            "head_title": "Ghi trên văn bản, ví dụ: Chủ tịch, Trưởng phòng, Hiệu trưởng.",
        }

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = units


class UnitCorrection(forms.ModelForm):
    """What was mistyped; a new name by a decision is recorded as an act."""

    note = note_input("Lý do sửa", "Ghi lý do sửa, ví dụ: nhập thiếu địa danh.")

    class Meta:
        model = Unit
        fields = ("name", "short_name", "symbol", "place_name", "head_title", "valid_from")
        help_texts = {
            "valid_from": "Chỉ sửa được về ngày sớm hơn, khi đã ghi muộn hơn thực tế.",
            "name": "Chỉ sửa chữ ghi nhầm. Đổi tên theo quyết định thì ghi ở mục Đổi tên.",
            "head_title": NewUnitForm.Meta.help_texts["head_title"],
        }
