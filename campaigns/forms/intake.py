"""A plan's text to read: a file, or words pasted into the page."""

from django import forms

MOST_LETTERS = 700_000


class IntakeForm(forms.Form):
    file = forms.FileField(
        label="Tệp kế hoạch",
        required=False,
        help_text="Tệp Word (.docx), PDF có chữ, .txt hoặc .md, không quá 2 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.pdf,.txt,.md"}),
    )
    text = forms.CharField(
        label="Hoặc dán toàn văn kế hoạch vào đây",
        required=False,
        max_length=MOST_LETTERS,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 12}),
    )

    def clean(self):
        if not self.errors and bool(self.cleaned_data.get("file")) is bool(self.cleaned_data.get("text")):
            both = self.cleaned_data.get("file")
            raise forms.ValidationError(
                "Chọn tệp hoặc dán chữ, chỉ một trong hai."
                if both
                else "Chọn tệp hoặc dán toàn văn kế hoạch."
            )
        return self.cleaned_data

    def content(self) -> bytes:
        """The bytes to read."""
        file = self.cleaned_data["file"]
        return file.read() if file else self.cleaned_data["text"].encode("utf-8", "replace")
