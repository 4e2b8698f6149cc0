import unicodedata
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from thiduakt.errors import Refused
from thiduakt.vietnamese import fields

pytestmark = pytest.mark.pure


def named(field, name="title"):
    field.set_attributes_from_name(name)
    return field


def test_text_line_cleans_before_saving():
    row = SimpleNamespace(title=" Phước\u200b  Thuận\n")
    assert named(fields.TextLine(max_length=50)).pre_save(row, add=True) == "Phước Thuận"
    assert row.title == "Phước Thuận"


def test_text_block_keeps_lines_before_saving():
    row = SimpleNamespace(title="một \r\n hai")
    assert named(fields.TextBlock()).pre_save(row, add=True) == "một\nhai"


def test_text_line_refuses_bidi_override_before_saving():
    with pytest.raises(Refused):
        named(fields.TextLine(max_length=50)).pre_save(SimpleNamespace(title="a\u202eb"), add=True)


def test_text_line_leaves_none_and_expressions_alone():
    field, sooner = named(fields.TextLine(max_length=50, null=True)), models.F("title")
    assert field.pre_save(SimpleNamespace(title=None), add=True) is None
    assert field.pre_save(SimpleNamespace(title=sooner), add=True) is sooner
    assert field.get_prep_value(sooner) is sooner
    assert field.to_python(None) is None


def test_text_line_turns_a_refusal_into_a_validation_error():
    with pytest.raises(ValidationError) as invalid:
        named(fields.TextLine(max_length=50)).to_python("Lê\u202e")
    assert invalid.value.messages == [
        "Chữ “Lê” chứa ký tự điều khiển không nhìn thấy được (U+202E); xin gõ lại chữ này."
    ]


def test_text_line_lookup_is_normalised_and_never_fails():
    field = named(fields.TextLine(max_length=50))
    assert field.get_prep_value(unicodedata.normalize("NFD", "Hòa")) == "Hòa"
    assert field.get_prep_value("a\x00\ud800\u202e") == "a\ufffd\ufffd\u202e"
    assert field.get_prep_value(5) == "5"


@pytest.mark.parametrize(
    ("field", "kept"), [(fields.TextLine(max_length=50), "một hai"), (fields.TextBlock(), "một\nhai")]
)
def test_form_field_cleans_what_was_typed(field, kept):
    form_field = named(field).formfield()
    assert form_field.clean(" mộ\u00adt\r\nhai ") == kept
    with pytest.raises(ValidationError):
        form_field.clean("m\u202et")


def test_form_field_takes_invisible_text_as_empty():
    with pytest.raises(ValidationError):
        named(fields.TextLine(max_length=50)).formfield().clean("\u200b")
    assert named(fields.TextLine(max_length=50, blank=True)).formfield().clean("\u200b") == ""


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("search", "nguyen van dat"),
        ("name", fields.name_sort_key("Nguyễn Văn Đạt")),
        ("text", fields.text_sort_key("Nguyễn Văn Đạt")),
    ],
)
def test_key_field_is_computed_before_saving(kind, key):
    row = SimpleNamespace(full_name="Nguyễn Văn Đạt", search="stale")
    assert named(fields.KeyField(kind=kind), "search").pre_save(row, add=False) == key
    assert row.search == key


def test_key_field_joins_sources_and_keeps_to_its_length():
    row = SimpleNamespace(code="SCT", name="Sở Công Thương", note=None)
    field = named(fields.KeyField(source="code name note", max_length=10), "key")
    assert field.pre_save(row, add=True) == "sct so con"


def test_key_field_refuses_an_unknown_kind():
    with pytest.raises(ValueError, match="is one of"):
        fields.KeyField(kind="sound")


@pytest.mark.parametrize(
    "field",
    [
        fields.TextLine("tên", max_length=50),
        fields.TextBlock(blank=True),
        fields.KeyField(source="name", kind="text"),
    ],
)
def test_deconstruct_gives_the_same_field_again(field):
    _, path, args, kwargs = named(field).deconstruct()
    assert path == f"thiduakt.vietnamese.fields.{type(field).__name__}"
    again = named(type(field)(*args, **kwargs))
    assert again.deconstruct() == field.deconstruct()
