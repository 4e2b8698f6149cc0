"""A text saved while it is typed: the words, and what the writer had before his eyes when he began."""

import hashlib

from django import forms


class WritingForm(forms.Form):
    """`revision` is the version that was shown, `base` the mark of the shown words.

    The words are not cleaned here: the service does it and says which word it refuses.
    """

    text = forms.CharField(label="Nội dung", required=False, widget=forms.Textarea)
    revision = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    base = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


def mark_of(text: str) -> str:
    """A short mark of a text, to see whether it is still the one that was shown."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def same_words(typed: str, stored: str) -> bool:
    """A browser ends its lines its own way."""
    return typed.split() == stored.split()


def saves_itself(field, url: str) -> None:
    """The attributes by which a text area saves itself while one types."""
    field.widget.attrs |= {"rows": 14, "hx-post": url, "hx-trigger": "input changed delay:2s"}
    field.widget.attrs |= {"hx-target": "#da-luu", "hx-swap": "innerHTML", "class": "form-control"}
