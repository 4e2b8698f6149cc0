"""What a step in the back office asks for, and how it is told."""

import datetime as dt

import pytest

from thiduakt.flow_admin import StepForm, date_field, note_field
from thiduakt.flow_admin.bulk import said
from thiduakt.flow_admin.forms import number_field
from thiduakt.templatetags.cards import as_card
from thiduakt.workflow import Step

pytestmark = pytest.mark.pure
RETURN = Step("request_changes", "Yêu cầu bổ sung", ("arrived",), "changes_requested", (), needs_note=True)


def errors(field, typed: str) -> dict:
    return StepForm({"it": typed}, fields={"it": field}).errors


def test_note_is_wanted_and_clean():
    assert errors(note_field(RETURN), " \u200b ") == {"it": ["Chưa ghi lý do “Yêu cầu bổ sung”."]}
    assert "ký tự điều khiển" in errors(note_field(RETURN), "hồ\u202esơ")["it"][0]


@pytest.mark.parametrize(
    ("typed", "day"), [("05/12/2026", dt.date(2026, 12, 5)), ("30/11/2026", dt.date(2026, 11, 30))]
)
def test_day_is_read_as_vietnamese(typed, day):
    form = StepForm({"it": typed}, fields={"it": date_field("Chậm nhất")})
    assert form.is_valid()
    assert form.cleaned_data == {"it": day}


@pytest.mark.parametrize("typed", ["", "31/02/2026", "12-5", "mai"])
def test_day_that_is_none_is_told(typed):
    assert len(errors(date_field("Chậm nhất"), typed)["it"]) == 1


@pytest.mark.parametrize(
    ("typed", "wrong"), [("51", False), (" 51 ", False), ("5", True), ("511", True), ("", True)]
)
def test_number_must_be_the_number(typed, wrong):
    assert bool(errors(number_field(51), typed)) is wrong


@pytest.mark.parametrize(
    ("done", "left", "sentence"),
    [
        ("Đã tiếp nhận 12 hồ sơ.", 2, "Đã tiếp nhận 12 hồ sơ. Bỏ qua 2 hồ sơ."),
        ("Đã tiếp nhận 12 hồ sơ.", 0, "Đã tiếp nhận 12 hồ sơ."),
        ("", 1284, "Bỏ qua 1.284 hồ sơ."),
    ],
)
def test_said_names_who_was_left_out(done, left, sentence):
    assert said(done, "hồ sơ", left) == sentence


HEADERS = [{"text": '<input type="checkbox">'}, {"text": "mã hồ sơ"}, {"text": "chờ"}]


def test_cells_are_told_their_column():
    """On a phone a row is a card: each cell says what it is, an empty one is left out."""
    row = ['<td class="action-checkbox"></td>', '<th class="field-code">HS-1</th>', "<td>&nbsp;</td>"]
    assert as_card(row, HEADERS) == [
        '<td role="cell" class="action-checkbox"></td>',
        '<th role="rowheader" data-label="Mã hồ sơ" class="field-code">HS-1</th>',
        '<td role="cell" data-label="Chờ" data-blank>&nbsp;</td>',
    ]
