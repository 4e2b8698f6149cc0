"""What taking an award back asks for: why, who signs; then when certificate and money came back."""

from django import forms

from nominations.enums import RevocationReason
from thiduakt.vietnamese.fields import BlockInput, LineInput
from units.models import Person

DAY = {"invalid": "Ngày không đọc được. Ghi ngày/tháng/năm, ví dụ 30/11/2026."}


class RevocationForm(forms.Form):
    """The reason of the law, what was found, head or deputy who signs."""

    reason = forms.ChoiceField(label="Lý do theo luật", choices=RevocationReason.choices)
    note = BlockInput(
        label="Căn cứ, kết luận cụ thể",
        max_length=1000,
        help_text="Ghi số, ngày của kết luận và điều đã được kết luận; câu này in trong quyết định.",
        error_messages={"required": "Chưa ghi căn cứ, kết luận cụ thể."},
    )
    signer = forms.ModelChoiceField(Person.objects.none(), label="Người ký", empty_label="Chọn người ký")

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["signer"].queryset = people
        self.fields["note"].widget.attrs["rows"] = 4


class RecoveryForm(forms.Form):
    """Either or both; what is left empty has not come back yet."""

    paper_on = forms.DateField(label="Thu lại giấy khen, bằng khen ngày", required=False, error_messages=DAY)
    money_on = forms.DateField(label="Thu lại tiền thưởng ngày", required=False, error_messages=DAY)
    note = LineInput(label="Ghi chú (số phiếu thu)", required=False, max_length=300)
