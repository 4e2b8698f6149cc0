"""What taking an award back asks for: why, who signs; then when certificate and money came back."""

from django import forms

from documents.forms import EntryForm
from nominations.enums import RevocationReason
from thiduakt.vietnamese.fields import BlockInput, LineInput
from units.forms.signers import SignerField

DAY = {"invalid": "Ngày không đọc được. Ghi ngày/tháng/năm, ví dụ 30/11/2026."}


class RevocationForm(forms.Form):
    """The reason of the law, what was found, head or deputy who signs."""

    reason = forms.ChoiceField(
        label="Lý do theo luật", choices=[("", "Chọn lý do"), *RevocationReason.choices]
    )
    note = BlockInput(
        label="Căn cứ, kết luận cụ thể",
        max_length=1000,
        help_text="Ghi số, ngày của kết luận và điều đã được kết luận; câu này in trong quyết định.",
        error_messages={"required": "Chưa ghi căn cứ, kết luận cụ thể."},
    )
    signer = SignerField()

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["signer"].offer(people)
        self.fields["note"].widget.attrs["rows"] = 4


class UpperRevocationForm(forms.Form):
    """The paper of the level above, as it is written on the sheet, and what it gives as its reason."""

    reference = EntryForm.base_fields["reference"]
    issued_on = EntryForm.base_fields["issued_on"]
    title = EntryForm.base_fields["title"]
    signer_name = EntryForm.base_fields["signer_name"]
    upload = EntryForm.base_fields["upload"]
    note = BlockInput(
        label="Lý do ghi trong quyết định",
        max_length=1000,
        error_messages={"required": "Chưa ghi lý do cấp trên hủy bỏ."},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].widget.attrs["rows"] = 3


class RecoveryForm(forms.Form):
    """Either or both; what is left empty has not come back yet."""

    paper_on = forms.DateField(label="Thu lại giấy khen, bằng khen ngày", required=False, error_messages=DAY)
    money_on = forms.DateField(label="Thu lại tiền thưởng ngày", required=False, error_messages=DAY)
    note = LineInput(label="Ghi chú (số phiếu thu)", required=False, max_length=300)
