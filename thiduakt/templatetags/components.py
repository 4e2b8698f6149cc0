"""The components of every page, as template tags (a built-in library: no `{% load %}`).

A wrong argument name fails when the template compiles. Colours are the classes `is-*` of app.css, which say
whose turn it is; a colour never comes without a word.
"""

import datetime as dt
from decimal import Decimal

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.text import slugify

from thiduakt.clock import VIETNAM, vietnam_day
from thiduakt.vietnamese.days import days_left_phrase

from . import cards, doors, outline
from .deadlines import due_css, due_note, weekday_date
from .looks import LOOKS, PLAIN_LOOK, VERDICTS, value_of

register = template.Library()

MOST_CELLS = 20


# Tags


@register.simple_tag
def icon(name: str) -> str:
    """A drawing of the sprite, by its short name (one of ICONS); the word stands beside it."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag(name="tag")
def tag_of(css: str, word: str, icon_name: str = "") -> str:
    """A state as colour, icon and word: `{% tag "is-ok" "Đạt" "check" %}`; `ok` is read as `is-ok`."""
    css = css if css.startswith("is-") else f"is-{css}"
    return format_html('<span class="tag {}">{}{}</span>', css, icon(icon_name) if icon_name else "", word)


@register.simple_tag
def state_tag(state, label: str = "") -> str:
    """The tag of a state: `{% state_tag stage.state stage.get_state_display %}`; empty for None and "".

    `state` is a member of an enumeration, its value as stored (then `label` is needed), or anything with
    `css`, `icon` and `label`. Colour and icon of a value stand in LOOKS.
    """
    if not state:
        return ""
    css, drawing = LOOKS.get(value_of(state), PLAIN_LOOK)
    word = label or getattr(state, "label", "") or value_of(state)
    return tag_of(getattr(state, "css", css), word, getattr(state, "icon", drawing))


@register.simple_tag
def verdict_tag(outcome) -> str:
    """A criterion's verdict: `met`, `unmet`, `confirm` or `unknown`, as text or as a member."""
    return state_tag(value_of(outcome), VERDICTS[value_of(outcome)])


@register.simple_tag
def cite(clause, text: str = "") -> str:
    """The link to the sentence a rule comes from (`get_absolute_url()`, `citation`); empty for None."""
    if not clause:
        return ""
    return format_html('<a class="cite" href="{}">{}</a>', clause.get_absolute_url(), text or clause.citation)


@register.simple_tag
def when(due, on: dt.date) -> str:
    """A deadline as days left with its date. `due` is the last day still in time (a date, or an instant)."""
    if not due:
        return ""
    day = vietnam_day(due) if isinstance(due, dt.datetime) else due
    css = due_css(day, on)
    return format_html(
        '<span class="when{}">{} <small>{}</small></span>',
        f" {css}" if css else "",
        days_left_phrase(day, on),
        due_note(day, on),
    )


@register.simple_tag
def cells(used: int, limit: int | None, mine: int = 0) -> str:
    """Places of a limit: red = mine (counted in `used`), dark = taken, empty = left, dashed = over the limit.

    Above 20 places a bar; nothing where there is no limit. The number in words beside it is the truth.
    """
    if limit is None:
        return ""
    if max(used, limit) > MOST_CELLS:
        return format_html(
            '<progress class="bar" value="{}" max="{}" aria-hidden="true">{}/{}</progress>',
            min(used, limit),
            limit,
            used,
            limit,
        )
    marks = format_html_join(
        "", "<i{}></i>", ((_cell_class(place, used, limit, mine),) for place in range(max(used, limit)))
    )
    return format_html('<span class="cells" aria-hidden="true">{}</span>', marks)


# A longer one stands in a line of its own: beside it the cells would have no room.
SHORT_LABEL = 16


@register.simple_tag
def quota_row(label: str, used: int, limit: int | None, mine: int = 0) -> str:
    """One line of a quota: whom, the cells, what is left in words (`còn 3/7`, `vượt 2/10`)."""
    return format_html(
        '<div class="quota{}"><span>{}</span>{}<strong>{}</strong></div>',
        " named" if len(label) > SHORT_LABEL else "",
        label,
        cells(used, limit, mine) or format_html("<span>{}</span>", ""),
        places_left(used, limit),
    )


@register.simple_tag
def progress(done: int, total: int, label: str) -> str:
    """A labelled bar: `Đã xong 5/8 mục` is the label's own sentence, written by the page."""
    return format_html(
        '<span class="fine d-block mb-1">{}</span><progress class="bar" value="{}" max="{}" aria-label="{}">'
        "{}/{}</progress>",
        label,
        done,
        total or 1,
        label,
        done,
        total,
    )


@register.simple_tag
def saved(at: dt.datetime | None = None) -> str:
    """When the last save was, `Đã lưu 14:32`; without an instant an empty place that script fills."""
    words = format_html("{}Đã lưu {}", icon("check"), f"{at.astimezone(VIETNAM):%H:%M}") if at else ""
    return format_html('<span class="saved" role="status" data-saved>{}</span>', words)


register.simple_tag(doors.door, takes_context=True)
for piece in (outline.edit_link, outline.line_tools, outline.marked, outline.reading_row):
    register.simple_tag(piece)


@register.simple_block_tag
def panel(content, title: str, clause=None, id: str = "", css: str = "") -> str:
    """A titled section; `clause` puts its citation beside the title, `id` replaces the one made of it."""
    id = id or slugify(title.replace("đ", "d").replace("Đ", "D")) or "muc"
    return format_html(
        '<section class="panel{}" aria-labelledby="{}"><div class="panel-head"><h2 id="{}">{}</h2>{}</div>'
        "{}</section>",
        f" {css}" if css else "",
        id,
        id,
        title,
        cite(clause),
        content,
    )


@register.simple_block_tag
def notice(content, kind: str = "info", title: str = "") -> str:
    """A message on the page: `info`, `ok`, `warn` or `bad`. A bad one is announced and takes the focus."""
    heading = format_html("<h2>{}</h2>", title) if title else ""
    if kind == "bad":
        return format_html(
            '<div class="notice is-bad" role="alert" tabindex="-1">{}{}</div>', heading, content
        )
    return format_html('<div class="notice is-{}">{}{}</div>', kind, heading, content)


@register.simple_tag
def form_errors(form) -> str:
    """Above a form: what is wrong, each sentence leading to its field. Empty when nothing is."""
    fields = [field for field in form.visible_fields() if field.errors] if form.is_bound else []
    lines = [
        (field.id_for_label or f"div_{field.auto_id}", field.label, " ".join(field.errors))
        for field in fields
    ]
    if not lines:
        return ""
    rows = format_html_join("", '<li><a href="#{}">{}</a>: {}</li>', lines)
    return format_html(
        '<div class="alert alert-danger" role="alert" tabindex="-1"><p><strong>Chưa gửi được:</strong></p>'
        '<ul class="mb-0">{}</ul></div>',
        rows,
    )


@register.simple_block_tag
def empty_state(content, title: str) -> str:
    """What stands where a list has no row: why it is empty, and what to do."""
    return format_html('<div class="empty"><h2>{}</h2>{}</div>', title, content)


# Filters


@register.filter
def vn_number(value) -> str:
    """`1.284`, `86,50`, `−0,68`: the decimals are the ones the value carries; empty for None."""
    if value is None or value == "":
        return ""
    number = Decimal(str(value))
    whole, _, decimals = f"{abs(number):,f}".partition(".")
    return ("−" if number < 0 else "") + whole.replace(",", ".") + (f",{decimals}" if decimals else "")


@register.filter
def vnd(value) -> str:
    """Money in words of the paper: `900.000 đồng`; empty for None."""
    return f"{vn_number(value)} đồng" if value is not None and value != "" else ""


register.filter(weekday_date)
register.filter(cards.as_card)


# Words


def places_left(used: int, limit: int | None) -> str:
    """`còn 3/7`, `vượt 2/10`; `đã dùng 4` where there is no limit."""
    if limit is None:
        return f"đã dùng {used}"
    return f"còn {limit - used}/{limit}" if used <= limit else f"vượt {used - limit}/{limit}"


def _cell_class(place: int, used: int, limit: int, mine: int) -> str:
    css = "over" if place >= limit else "mine" if place < mine else "on" if place < used else ""
    return format_html(' class="{}"', css) if css else ""
