"""What is written of a paper of a dossier."""

from django import forms

from thiduakt.web import writing

HELP = "Nêu số liệu, so với năm trước, việc đã làm. Chữ đang gõ được tự lưu vài giây một lần."
SUMMARY_HELP = "Nửa trang đến một trang: những kết quả chính rút từ báo cáo thành tích."


class WritingForm(writing.WritingForm):
    text = forms.CharField(label="Kết quả đạt được", required=False, widget=forms.Textarea, help_text=HELP)
