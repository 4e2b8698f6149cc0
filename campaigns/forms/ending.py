"""Which paper replaces or withdraws a plan, and what becomes of the dossiers under way."""

from django import forms

from documents.enums import LinkKind

from .papers import PaperChoice
from .plans import reason_field

KINDS = [
    (LinkKind.REPLACES.value, "Thay thế kế hoạch này"),
    (LinkKind.WITHDRAWS.value, "Thu hồi kế hoạch này"),
]


class EndForm(forms.Form):
    document = PaperChoice(
        label="Văn bản",
        empty_label="Chọn văn bản đã ban hành",
        help_text="Văn bản của nơi khác hoặc có trước hệ thống: nhập ở trang Văn bản trước.",
        error_messages={"required": "Chưa chọn văn bản."},
    )
    kind = forms.ChoiceField(label="Văn bản này", choices=KINDS)
    carry_over = forms.BooleanField(
        label="Văn bản mới cho xét tiếp các hồ sơ đang xét theo kế hoạch này",
        required=False,
        help_text="Không chọn thì hồ sơ đang xét dừng lại, người lập hồ sơ thấy văn bản thay thế.",
    )
    reason = reason_field("Lý do")

    def __init__(self, *args, papers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset = papers
