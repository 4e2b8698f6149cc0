"""The admin's table as cards on a phone: each cell is told what its column is called."""

import re

from django.utils.html import format_html, strip_tags
from django.utils.safestring import mark_safe

CELL = re.compile(r"^<(td|th)\b")
BLANK = {"", "-", "&nbsp;"}


def as_card(cells, headers) -> list[str]:
    """The cells of one row as Django rendered them, with the column's name and their role."""
    return [told(str(cell), header["text"]) for cell, header in zip(cells, headers, strict=True)]


def told(cell: str, column: str) -> str:
    label = strip_tags(str(column))
    name = format_html(' data-label="{}"', label[:1].upper() + label[1:]) if label else ""
    blank = " data-blank" if label and strip_tags(cell).strip() in BLANK and "<img" not in cell else ""
    role = "rowheader" if cell.startswith("<th") else "cell"
    return mark_safe(CELL.sub(rf'<\1 role="{role}"{name}{blank}', cell, count=1))  # noqa: S308
