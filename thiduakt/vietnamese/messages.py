"""What form fields say when they refuse: short sentences in the site's own manner."""

from django import forms

SENTENCES = {
    forms.Field: {"required": "Chưa nhập mục này."},
    forms.DateField: {"invalid": "Ngày chưa đúng. Ghi ngày/tháng/năm, ví dụ 05/12/2026."},
    forms.DateTimeField: {"invalid": "Ngày giờ chưa đúng. Ghi như 05/12/2026 14:30."},
    forms.TimeField: {"invalid": "Giờ chưa đúng. Ghi giờ:phút, ví dụ 14:30."},
    forms.IntegerField: {"invalid": "Ghi một số nguyên, ví dụ 7."},
    forms.DecimalField: {"invalid": "Ghi một số, ví dụ 63,25."},
    forms.ChoiceField: {"required": "Chưa chọn mục này.", "invalid_choice": "Chọn một mục trong danh sách."},
    forms.ModelChoiceField: {
        "required": "Chưa chọn mục này.",
        "invalid_choice": "Chọn một mục trong danh sách.",
    },
    forms.BaseFormSet: {"missing_management_form": "Trang gửi lên thiếu dữ liệu. Mở lại trang rồi nhập lại."},
    forms.FileField: {"required": "Chưa chọn tệp.", "empty": "Tệp rỗng."},
}


def speak() -> None:
    """Put the sentences where Django's form fields take theirs from; called once at start."""
    for field, sentences in SENTENCES.items():
        field.default_error_messages = {**field.default_error_messages, **sentences}
