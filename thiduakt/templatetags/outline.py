"""Pieces that a page repeats for each of hundreds of lines of a plan: each one call, not a template."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

EDIT = ' <a class="fine no-print" href="{}dieu-khoan/{}/" aria-label="Sửa {}">Sửa</a>'
TOOLS = (
    '<details class="no-print"><summary class="fine">Sửa, chuyển, thêm'
    '<span class="visually-hidden"> {name}</span></summary><div class="row-of">'
    '<a class="btn btn-secondary btn-sm" href="{page}dieu-khoan/{key}/" aria-label="Sửa {name}">'
    "Sửa, thêm quy định</a> "
    '<a class="btn btn-secondary btn-sm" href="{page}dieu-khoan/them/?sau={key}"'
    ' aria-label="Thêm sau {name}">Thêm sau</a> '
    '<a class="btn btn-secondary btn-sm" href="{page}dieu-khoan/them/?trong={key}"'
    ' aria-label="Thêm bên trong {name}">Thêm bên trong</a> '
    '<button class="btn btn-secondary btn-sm" name="up" value="{key}"'
    ' aria-label="Chuyển lên: {name}">Lên</button> '
    '<button class="btn btn-secondary btn-sm" name="down" value="{key}"'
    ' aria-label="Chuyển xuống: {name}">Xuống</button> '
    '<button class="btn btn-secondary btn-sm" name="in" value="{key}"'
    ' aria-label="Lùi vào một bậc: {name}">Lùi vào</button> '
    '<button class="btn btn-secondary btn-sm" name="out" value="{key}"'
    ' aria-label="Đưa ra một bậc: {name}">Đưa ra</button> '
    '<button class="btn btn-danger btn-sm" name="remove" value="{key}" aria-label="Xóa {name}">Xóa</button>'
    "</div></details>"
)


def edit_link(page: str, clause) -> str:
    """To the page of one clause of the plan at `page`."""
    return format_html(EDIT, page, clause.pk, clause.citation)


def line_tools(page: str, clause) -> str:
    """What a writer can do with one clause, folded: its page, new ones beside it, moves by name."""
    return format_html(TOOLS, page=page, key=clause.pk, name=clause.citation)


def marked(pieces) -> str:
    """Words with what was understood of them marked; a key at the end of each mark leads to its row."""
    return mark_safe("".join(map(mark, pieces)))  # noqa: S308 (each piece is escaped by `mark`)


def mark(piece) -> str:
    """A piece: `text`, `bold`, `css` (empty: no mark), `spots` that begin here, `ends` (name, key)."""
    spots = format_html_join("", '<span class="spot" id="w-{}"></span>', ((name,) for name in piece.spots))
    words = format_html("<strong>{}</strong>" if piece.bold else "{}", piece.text)
    if not piece.css:
        return spots + words
    keys = format_html_join("", '<a href="#r-{}"><b>{}</b></a>', piece.ends)
    return spots + format_html('<mark class="{}">{}{}</mark>', piece.css, words, keys)
