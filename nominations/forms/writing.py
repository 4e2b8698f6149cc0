"""What is written of a paper: the words, and what the writer had before his eyes when he began."""

import hashlib

from django import forms

HELP = "Nêu số liệu, so với năm trước, việc đã làm. Chữ đang gõ được tự lưu vài giây một lần."
SUMMARY_HELP = "Nửa trang đến một trang: những kết quả chính rút từ báo cáo thành tích."


class WritingForm(forms.Form):
    """`revision` is the version of the paper that was shown, `base` the mark of the shown words.

    The words are not cleaned here: the service does it and says which word it refuses.
    """

    text = forms.CharField(label="Kết quả đạt được", required=False, widget=forms.Textarea, help_text=HELP)
    revision = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    base = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


def mark_of(text: str) -> str:
    """A short mark of a text, to see whether it is still the one that was shown."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
