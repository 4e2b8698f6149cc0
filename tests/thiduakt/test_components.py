"""The components as a page's author writes them: template in, HTML out."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.db.models import TextChoices
from django.template import Context, Engine, TemplateSyntaxError

from thiduakt.templatetags import components, looks
from thiduakt.templatetags.components import form_errors

pytestmark = pytest.mark.pure
ON = dt.date(2021, 11, 22)
CLAUSE = SimpleNamespace(
    get_absolute_url=lambda: "/ke-hoach/1/#II-2-a-3", citation="Mục II.2.a, gạch đầu dòng 3"
)
CITE = '<a class="cite" href="/ke-hoach/1/#II-2-a-3">Mục II.2.a, gạch đầu dòng 3</a>'


class Mood(TextChoices):
    DRAFT = "draft", "Nháp"


def write(source: str, **context) -> str:
    engine = Engine(builtins=["thiduakt.templatetags.components"])
    return engine.from_string(source).render(Context(context))


def drawing(name: str) -> str:
    return f'<svg class="icon" aria-hidden="true"><use href="#i-{name}"/></svg>'


def test_icons_are_the_drawings_of_the_sprite():
    sprite = (Path(__file__).parents[2] / "templates/components/sprite.html").read_text()
    assert set(re.findall(r'symbol id="i-(\w+)"', sprite)) == looks.ICONS


def test_looks_use_only_drawings_that_exist():
    assert {drawing for _, drawing in looks.LOOKS.values()} - looks.ICONS == set()


def test_tag_is_colour_icon_and_word():
    assert write('{% tag "ok" "Đạt" "check" %}') == f'<span class="tag is-ok">{drawing("check")}Đạt</span>'


def test_tag_escapes_the_word():
    assert write('{% tag "is-ok" word %}', word="<b>") == '<span class="tag is-ok">&lt;b&gt;</span>'


def test_tag_with_a_wrong_argument_does_not_compile():
    with pytest.raises(TemplateSyntaxError):
        write('{% tag "is-ok" "Đạt" ikon="check" %}')


@pytest.mark.parametrize("state, label", [(Mood.DRAFT, ""), ("draft", "Nháp")])
def test_state_tag_of_a_member_and_of_its_stored_value(state, label):
    expected = f'<span class="tag is-mute">{drawing("pen")}Nháp</span>'
    assert write("{% state_tag state label %}", state=state, label=label) == expected


def test_state_tag_of_a_state_that_knows_its_look():
    state = SimpleNamespace(css="is-award", icon="rosette", label="Đã khen thưởng")
    expected = f'<span class="tag is-award">{drawing("rosette")}Đã khen thưởng</span>'
    assert write("{% state_tag state %}", state=state) == expected


def test_state_tag_without_a_state_is_empty():
    assert write("{% state_tag state %}", state=None) == ""


@pytest.mark.parametrize(
    "outcome, css, name, word",
    [
        ("met", "is-ok", "check", "Đạt"),
        ("unmet", "is-bad", "x", "Không đạt"),
        ("confirm", "is-warn", "ask", "Cần xác nhận"),
        ("unknown", "is-mute", "dash", "Chưa có dữ liệu"),
    ],
)
def test_verdict_tag_has_one_word_for_each_outcome(outcome, css, name, word):
    assert write("{% verdict_tag o %}", o=outcome) == f'<span class="tag {css}">{drawing(name)}{word}</span>'


def test_cite_links_to_the_sentence():
    assert write("{% cite clause %}", clause=CLAUSE) == CITE


def test_cite_without_a_clause_is_empty():
    assert write("{% cite clause %}", clause=None) == ""


@pytest.mark.parametrize(
    "due, css, words, note",
    [
        (dt.date(2021, 11, 30), "when", "Còn 8 ngày", "chậm nhất 30/11/2021"),
        (dt.date(2021, 11, 26), "when", "Còn 4 ngày", "thứ Sáu, 26/11/2021"),
        (dt.date(2021, 11, 25), "when is-warn", "Còn 3 ngày", "thứ Năm, 25/11/2021"),
        (dt.date(2021, 11, 22), "when is-warn", "Hạn hôm nay", "đến hết 22/11/2021"),
        (dt.date(2021, 11, 19), "when is-bad", "Quá hạn 3 ngày", "hạn 19/11/2021"),
        # 23:00 UTC is already the next morning in Vietnam
        (dt.datetime(2021, 11, 24, 23, tzinfo=dt.UTC), "when is-warn", "Còn 3 ngày", "thứ Năm, 25/11/2021"),
    ],
)
def test_when_tells_days_left_and_the_date(due, css, words, note):
    expected = f'<span class="{css}">{words} <small>{note}</small></span>'
    assert write("{% when due on %}", due=due, on=ON) == expected


def test_when_without_a_deadline_is_empty():
    assert write("{% when due on %}", due=None, on=ON) == ""


@pytest.mark.parametrize(
    "used, limit, mine, marks",
    [
        (2, 3, 1, '<i class="mine"></i><i class="on"></i><i></i>'),
        (3, 2, 0, '<i class="on"></i><i class="on"></i><i class="over"></i>'),
        (0, 1, 0, "<i></i>"),
    ],
)
def test_cells_draw_each_place(used, limit, mine, marks):
    expected = f'<span class="cells" aria-hidden="true">{marks}</span>'
    assert write("{% cells used limit mine %}", used=used, limit=limit, mine=mine) == expected


def test_cells_above_twenty_are_a_bar():
    expected = '<progress class="bar" value="7" max="21" aria-hidden="true">7/21</progress>'
    assert write("{% cells 7 21 %}") == expected


def test_cells_without_a_limit_are_empty():
    assert write("{% cells 7 limit %}", limit=None) == ""


@pytest.mark.parametrize(
    "used, limit, words",
    [(4, 7, "còn 3/7"), (7, 7, "còn 0/7"), (12, 10, "vượt 2/10"), (4, None, "đã dùng 4")],
)
def test_places_left_in_words(used, limit, words):
    assert components.places_left(used, limit) == words


def test_quota_row_says_whom_and_what_is_left():
    expected = (
        '<div class="quota"><span>Tập thể</span><span class="cells" aria-hidden="true"><i></i></span>'
        "<strong>còn 1/1</strong></div>"
    )
    assert write('{% quota_row "Tập thể" 0 1 %}') == expected


def test_progress_of_nothing_keeps_a_valid_bar():
    expected = (
        '<span class="fine d-block mb-1">Chưa có mục nào</span>'
        '<progress class="bar" value="0" max="1" aria-label="Chưa có mục nào">0/0</progress>'
    )
    assert write('{% progress 0 0 "Chưa có mục nào" %}') == expected


def test_saved_shows_the_hour_in_vietnam():
    at = dt.datetime(2021, 11, 22, 7, 32, tzinfo=dt.UTC)
    expected = f'<span class="saved" role="status" data-saved>{drawing("check")}Đã lưu 14:32</span>'
    assert write("{% saved at %}", at=at) == expected


def test_panel_is_named_by_its_title_and_cites():
    source = '{% panel "Đối tượng" clause=clause %}<p>…</p>{% endpanel %}'
    expected = (
        '<section class="panel" aria-labelledby="doi-tuong"><div class="panel-head">'
        f'<h2 id="doi-tuong">Đối tượng</h2>{CITE}</div><p>…</p></section>'
    )
    assert write(source, clause=CLAUSE) == expected


def test_panel_escapes_values_inside():
    head = '<div class="panel-head"><h2 id="a">A</h2></div>'
    expected = f'<section class="panel" aria-labelledby="a">{head}&lt;i&gt;</section>'
    assert write('{% panel "A" %}{{ word }}{% endpanel %}', word="<i>") == expected


def test_notice_that_is_bad_is_announced():
    expected = '<div class="notice is-bad" role="alert" tabindex="-1"><h2>Không gửi được</h2>…</div>'
    assert write('{% notice "bad" "Không gửi được" %}…{% endnotice %}') == expected


def test_notice_that_informs_is_quiet():
    assert write("{% notice %}…{% endnotice %}") == '<div class="notice is-info">…</div>'


@pytest.mark.parametrize(
    "value, text",
    [
        (1284, "1.284"),
        (0, "0"),
        (Decimal("86.50"), "86,50"),
        (Decimal("-0.68"), "−0,68"),
        (8.7, "8,7"),
        (1234567.5, "1.234.567,5"),
        (None, ""),
    ],
)
def test_vn_number_writes_dots_and_comma(value, text):
    assert components.vn_number(value) == text


@pytest.mark.parametrize("value, text", [(900_000, "900.000 đồng"), (0, "0 đồng"), (None, "")])
def test_vnd_is_the_amount_in_dong(value, text):
    assert components.vnd(value) == text


class Asked(forms.Form):
    note = forms.CharField(label="Lý do")
    day = forms.DateField(label="Ngày", required=False)


def test_form_errors_lead_to_their_fields():
    assert form_errors(Asked({"day": "mai"})) == (
        '<div class="alert alert-danger" role="alert" tabindex="-1"><p><strong>Chưa gửi được:</strong></p>'
        '<ul class="mb-0"><li><a href="#id_note">Lý do</a>: Chưa nhập mục này.</li>'
        '<li><a href="#id_day">Ngày</a>: Ngày chưa đúng. Ghi ngày/tháng/năm, ví dụ 05/12/2026.</li>'
        "</ul></div>"
    )


def test_form_without_errors_says_nothing():
    assert [form_errors(Asked()), form_errors(Asked({"note": "có"}))] == ["", ""]
