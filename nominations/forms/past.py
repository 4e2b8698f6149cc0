"""What is typed of an award from before the system."""

from django import forms

from criteria.enums import AwardCategory
from criteria.models import AwardType
from thiduakt.vietnamese.fields import BlockInput, LineInput


def grouped_awards() -> list:
    """Danh hiệu and hình thức apart: two catalogues that are never mixed."""
    found = list(AwardType.objects.order_by("category", "order"))
    groups = [
        (label, [(award.pk, award.name) for award in found if award.category == value])
        for value, label in AwardCategory.choices
    ]
    return [("", "Chọn trong danh sách"), *groups]


class PastAwardForm(forms.Form):
    """As the decision writes it; `chosen()` gives the arguments of the service."""

    award_type = forms.TypedChoiceField(label="Danh hiệu, hình thức", coerce=int)
    year = forms.IntegerField(label="Năm được khen", help_text="Năm của thành tích, ví dụ 2020.")
    decision_number = LineInput(label="Số quyết định", max_length=60, help_text="Ví dụ: 315/QĐ-UBND")
    decision_date = forms.DateField(
        label="Ngày quyết định", required=False, help_text="Ghi ngày/tháng/năm; để trống nếu không rõ."
    )
    decision_issuer = LineInput(label="Cơ quan quyết định", max_length=200)
    name = LineInput(
        label="Tên ghi trong quyết định",
        max_length=200,
        help_text="Giữ đúng tên khi đó, kể cả tên đơn vị cũ.",
    )
    unit_name = LineInput(label="Chức vụ, đơn vị ghi trong quyết định", max_length=300, required=False)
    source = LineInput(label="Căn cứ để ghi", max_length=300, initial="Bản gốc quyết định")
    scan = forms.FileField(
        label="Bản chụp quyết định",
        required=False,
        help_text="Không bắt buộc. Tệp pdf, jpg, png, tối đa 20 MB.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["award_type"].choices = grouped_awards()
        self.fields["year"].widget.attrs["inputmode"] = "numeric"

    def chosen(self) -> dict:
        plain = {
            name: value for name, value in self.cleaned_data.items() if name not in ("award_type", "scan")
        }
        return plain | {"award_type": AwardType.objects.get(pk=self.cleaned_data["award_type"])}


class CancelForm(forms.Form):
    """Why a line entered wrongly is taken back."""

    note = BlockInput(
        label="Lý do hủy",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Chưa ghi lý do hủy."},
    )
