"""The admin's table as cards on a phone: each cell is told what its column is called."""

import re
from functools import lru_cache

from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe

CELL = re.compile(r"^<(td|th)\b")
# What Django rendered: no attribute holds a bare ">".
TAG = re.compile(r"<[^>]*>")
BLANK = {"", "-", "&nbsp;"}


def as_card(cells, headers) -> list[str]:
    """The cells of one row as Django rendered them, with the column's name and their role."""
    return [told(str(cell), header["text"]) for cell, header in zip(cells, headers, strict=True)]


def told(cell: str, column: str) -> str:
    name = named(str(column))
    blank = " data-blank" if name and is_blank(cell) else ""
    role = "rowheader" if cell.startswith("<th") else "cell"
    return mark_safe(CELL.sub(rf'<\1 role="{role}"{name}{blank}', cell, count=1))  # noqa: S308


def is_blank(cell: str) -> bool:
    """Whether nothing is to be read in it; most cells are told by their first letter."""
    inner = cell[cell.find(">") + 1 :]
    if inner[:1] not in " \n<-&":
        return False
    return TAG.sub("", inner).strip() in BLANK and "<img" not in inner


@lru_cache(maxsize=512)
def named(column: str) -> SafeString:
    """The same few headings for each cell of a table."""
    label = strip_tags(column)
    return format_html(' data-label="{}"', label[:1].upper() + label[1:]) if label else mark_safe("")
