"""Model and form fields that keep Vietnamese text clean and its keys up to date."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from thiduakt.errors import Refused

from .text import clean_text, name_sort_key, search_key, text_sort_key

KEYS = {"search": search_key, "name": name_sort_key, "text": text_sort_key}
# PostgreSQL cannot store these, SQLite cannot encode half of them; in a search they match nothing.
UNSTORABLE = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def cleaned_or_invalid(value: str, *, multiline: bool) -> str:
    try:
        return clean_text(value, multiline=multiline)
    except Refused as refused:
        raise ValidationError(refused.reasons) from refused


class LineInput(forms.CharField):
    """Form field: one clean line."""

    multiline = False

    def to_python(self, value):
        value = super().to_python(value)
        if value in self.empty_values:
            return value
        return cleaned_or_invalid(value, multiline=self.multiline) or self.empty_value


class BlockInput(LineInput):
    """Form field: clean lines."""

    multiline = True
    widget = forms.Textarea


class CleanText:
    """Cleans what forms bring (`to_python`) and what code saves (`pre_save`: save, create, bulk_create).

    `update()` and `bulk_update()` pass by `pre_save`: they normalise only, so services clean before them.
    """

    multiline = False

    def to_python(self, value):
        value = super().to_python(value)
        return cleaned_or_invalid(value, multiline=self.multiline) if isinstance(value, str) else value

    def pre_save(self, model_instance, add):
        """Raises `Refused` when code hands over a text that no form would take."""
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = clean_text(value, multiline=self.multiline)
            setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value):
        """Lookups come here too, with whatever a reader typed: normalised, never refused."""
        value = models.Field.get_prep_value(self, value)
        if value is None or hasattr(value, "resolve_expression"):
            return value
        return unicodedata.normalize("NFC", str(value)).translate(UNSTORABLE)


class TextLine(CleanText, models.CharField):
    """A CharField of one clean line."""

    def formfield(self, **kwargs):
        return super().formfield(**({"form_class": LineInput} | kwargs))


class TextBlock(CleanText, models.TextField):
    """A TextField of clean lines."""

    multiline = True

    def formfield(self, **kwargs):
        return super().formfield(**({"form_class": BlockInput} | kwargs))


class KeyField(models.CharField):
    """A key computed from other fields whenever the row is saved, by bulk_create too.

    `source`: one field or several with blanks between. `kind`: search (find without marks), name (a person's
    place in a list), text (a title's place in a list). With `update_fields` name the key beside its source.
    """

    def __init__(self, *args, source="full_name", kind="search", **kwargs):
        if kind not in KEYS:
            raise ValueError(f"KeyField.kind is one of {sorted(KEYS)}, not {kind!r}")
        self.source, self.kind = source, kind
        defaults = {"max_length": 400, "editable": False, "db_index": True, "blank": True, "default": ""}
        super().__init__(*args, **(defaults | kwargs))

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return (
            name,
            path,
            args,
            kwargs | {"source": self.source, "kind": self.kind, "db_index": self.db_index},
        )

    def pre_save(self, model_instance, add):
        texts = (str(getattr(model_instance, field) or "") for field in self.source.split())
        key = KEYS[self.kind](" ".join(texts))[: self.max_length]
        setattr(model_instance, self.attname, key)
        return key
