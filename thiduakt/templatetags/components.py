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

register = template.Library()

ICONS = frozenset(
    "check x ask dash ring alert clock pen send back tray people rosette flag pause file search lock".split()
)
MOST_CELLS = 20
WARN_WORKING_DAYS = 3
NEAR_DAYS = 7
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
VERDICTS = {
    "met": ("is-ok", "check", "Đạt"),
    "unmet": ("is-bad", "x", "Không đạt"),
    "confirm": ("is-warn", "ask", "Cần xác nhận"),
    "unknown": ("is-mute", "dash", "Chưa có dữ liệu"),
}


# Tags


@register.simple_tag
def icon(name: str) -> str:
    """A drawing of the sprite, by its short name (one of ICONS); decoration only, the word stands beside it."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag(name="tag")
def tag_of(css: str, word: str, icon_name: str = "") -> str:
    """A state as colour, icon and word: `{% tag "is-ok" "Đạt" "check" %}`; `ok` is read as `is-ok`."""
    css = css if css.startswith("is-") else f"is-{css}"
    return format_html('<span class="tag {}">{}{}</span>', css, icon(icon_name) if icon_name else "", word)


@register.simple_tag
def state_tag(state) -> str:
    """The tag of a state that knows its own look: `state.css`, `state.icon`, `state.label`; empty for None."""
    return tag_of(state.css, state.label, state.icon) if state else ""


@register.simple_tag
def verdict_tag(outcome) -> str:
    """A criterion's verdict: `met`, `unmet`, `confirm` or `unknown` (text, or an enumeration with that value)."""
    css, icon_name, word = VERDICTS[str(getattr(outcome, "value", outcome))]
    return tag_of(css, word, icon_name)


@register.simple_tag
def cite(clause, text: str = "") -> str:
    """The link to the sentence a rule comes from: needs `get_absolute_url()` and `citation`; empty for None."""
    if not clause:
        return ""
    return format_html(
        '<a class="cite" href="{}">{}</a>', clause.get_absolute_url(), text or _value(clause.citation)
    )


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
        days_left(day, on),
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


@register.simple_tag
def quota_row(label: str, used: int, limit: int | None, mine: int = 0) -> str:
    """One line of a quota: whom, the cells, what is left in words (`còn 3/7`, `vượt 2/10`)."""
    return format_html(
        '<div class="quota"><span>{}</span>{}<strong>{}</strong></div>',
        label,
        cells(used, limit, mine) or format_html("<span></span>"),
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
    if at is None:
        return format_html('<span class="saved" role="status" data-saved></span>')
    return format_html(
        '<span class="saved" role="status" data-saved>{}Đã lưu {}</span>',
        icon("check"),
        at.astimezone(VIETNAM).strftime("%H:%M"),
    )


@register.simple_block_tag
def panel(content, title: str, clause=None, id: str = "", css: str = "") -> str:
    """A titled section; `clause` puts its citation beside the title, `id` overrides the one made of the title."""
    id = id or slugify(title.replace("đ", "d").replace("Đ", "D")) or "muc"
    return format_html(
        '<section class="panel{}" aria-labelledby="{}"><div class="panel-head"><h2 id="{}">{}</h2>{}</div>{}</section>',
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
    return format_html(
        '<div class="notice is-{}"{}>{}{}</div>',
        kind,
        format_html(' role="alert" tabindex="-1"') if kind == "bad" else "",
        format_html("<h2>{}</h2>", title) if title else "",
        content,
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
    whole, _, decimals = f"{abs(Decimal(str(value))):,f}".partition(".")
    return ("−" if value < 0 else "") + whole.replace(",", ".") + (f",{decimals}" if decimals else "")


@register.filter
def vnd(value) -> str:
    """Money in words of the paper: `900.000 đồng`; empty for None."""
    return f"{vn_number(value)} đồng" if value is not None and value != "" else ""


@register.filter
def weekday_date(day: dt.date) -> str:
    """`thứ Năm, 25/11/2021`; empty for None."""
    return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}" if day else ""


# Words


def days_left(day: dt.date, on: dt.date) -> str:
    """`Còn 8 ngày`, `Hạn hôm nay`, `Quá hạn 3 ngày`."""
    left = (day - on).days
    if left == 0:
        return "Hạn hôm nay"
    return f"Còn {left} ngày" if left > 0 else f"Quá hạn {-left} ngày"


def due_note(day: dt.date, on: dt.date) -> str:
    """The date beside the count: with its weekday when near, `hạn …` when past."""
    left = (day - on).days
    if left < 0:
        return f"hạn {day:%d/%m/%Y}"
    if left == 0:
        return f"đến hết {day:%d/%m/%Y}"
    return weekday_date(day) if left <= NEAR_DAYS else f"chậm nhất {day:%d/%m/%Y}"


def due_css(day: dt.date, on: dt.date) -> str:
    """Crimson when late, amber when three working days or fewer are left, else no colour."""
    if day < on:
        return "is-bad"
    return "is-warn" if working_days(on, day) <= WARN_WORKING_DAYS else ""


def working_days(after: dt.date, until: dt.date) -> int:
    """Mondays to Fridays after the first day, up to and with the second; public holidays are not known here."""
    weeks, rest = divmod((until - after).days, 7)
    return weeks * 5 + sum((after.weekday() + step) % 7 < 5 for step in range(1, rest + 1))


def places_left(used: int, limit: int | None) -> str:
    """`còn 3/7`, `vượt 2/10`; `đã dùng 4` where there is no limit."""
    if limit is None:
        return f"đã dùng {used}"
    return f"còn {limit - used}/{limit}" if used <= limit else f"vượt {used - limit}/{limit}"


def _cell_class(place: int, used: int, limit: int, mine: int) -> str:
    css = "over" if place >= limit else "mine" if place < mine else "on" if place < used else ""
    return format_html(' class="{}"', css) if css else ""


def _value(attribute):
    return attribute() if callable(attribute) else attribute
