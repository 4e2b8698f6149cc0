"""The file of a list."""

from django import forms


class ListForm(forms.Form):
    file = forms.FileField(
        label="Tệp danh sách",
        help_text="Excel (.xlsx) hoặc .csv, tối đa 5 MB. Chưa ghi gì cho đến khi anh/chị xác nhận.",
        error_messages={
            "required": "Chưa chọn tệp. Chọn tệp trên máy rồi bấm Đọc tệp.",
            "empty": "Tệp rỗng. Chọn tệp khác.",
        },
    )
