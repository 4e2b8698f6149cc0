"""The order of a list as its address names it (`o=4`, `o=-5.1`), for pages that go on through the list."""

from django.contrib.admin import ModelAdmin
from django.contrib.admin.views.main import ORDER_VAR

SORTED_BY = ORDER_VAR


def sorting(model_admin: ModelAdmin, asked: str) -> list:
    """What to order by, the key last as Django's list has it; empty for its usual order.

    A column is named by its place, the box to tick being 0; what names none is passed over.
    """
    names = ("action_checkbox", *model_admin.list_display)
    found = []
    for word in asked.split("."):
        _, minus, place = word.rpartition("-")
        name = names[int(place)] if place.isdecimal() and len(place) < 3 and int(place) < len(names) else ""
        if name and name in (model_admin.sortable_by or ()):
            found.append(directed(getattr(getattr(model_admin, name), "admin_order_field", name), minus))
    return [*found, "-pk"] if found else []


def directed(by, minus: str):
    """A column's order, turned round by a minus; `by` is a field's name or an expression."""
    if hasattr(by, "as_sql"):
        return by.desc() if minus else by.asc()
    return f"{minus}{by}"
