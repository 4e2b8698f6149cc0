"""Links only where they open: a row is offered to those whom its `visible_to` lets in."""

import datetime as dt

from django.utils.html import format_html

from thiduakt.clock import today


def may_open(row, user, on: dt.date) -> bool:
    """Whether this reader finds the row behind its address, asked once of each object; False for None."""
    if row is None:
        return False
    known = row.__dict__.setdefault("opens_for", {})
    if (user.pk, on) not in known:
        known[user.pk, on] = type(row).objects.visible_to(user, on).filter(pk=row.pk).exists()
    return known[user.pk, on]


def door(context, row, text: str, css: str = "") -> str:
    """A link to the row's page where the reader may open it, otherwise its words alone.

    `css` makes it a button, which is left out where it would not open.
    """
    if may_open(row, context["user"], today()):
        return format_html('<a{} href="{}">{}</a>', css_of(css), row.get_absolute_url(), text)
    return "" if css else text


def css_of(css: str) -> str:
    return format_html(' class="{}"', css) if css else ""
