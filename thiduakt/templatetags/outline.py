"""Pieces that a page repeats for each of hundreds of lines of a plan: each one call, not a template."""

from html import escape

from django.utils.html import format_html
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

ROW = (
    '<tr role="row" id="r-{name}"{waiting}>'
    '<td role="cell"><a class="key {css}" href="#w-{name}">{key}</a></td>'
    '<td role="cell"><strong>{title}:</strong> {words}{details}</td>'
    '<td role="cell" class="right">{acts}</td></tr>'
)
RIGHT = '<span class="saved"><svg class="icon" aria-hidden="true"><use href="#i-check"/></svg>Đúng</span> '
UNSEEN = (
    '<span class="tag is-warn"><svg class="icon" aria-hidden="true"><use href="#i-ask"/></svg>Chưa xem</span>'
)
ACCEPT = (
    '<button class="btn btn-secondary btn-sm" name="accept" value="{name}"'
    ' aria-label="Đúng: {key}, {title}">Đúng</button> '
)
EDIT_ROW = (
    '<a class="btn btn-secondary btn-sm" href="{page}kiem-tra/{kind}/{row}/"'
    ' aria-label="Sửa: {key}, {title}">Sửa</a>'
)
LEAVE_OUT = (
    ' <button class="btn btn-secondary btn-sm" name="leave_out" value="{name}"'
    ' aria-label="Bỏ: {key}, {title}">Bỏ</button>'
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
    spots = "".join(f'<span class="spot" id="w-{name}"></span>' for name in piece.spots)
    words = f"<strong>{escape(piece.text)}</strong>" if piece.bold else escape(piece.text)
    if not piece.css:
        return spots + words
    keys = "".join(f'<a href="#r-{name}"><b>{key}</b></a>' for name, key in piece.ends)
    return f'{spots}<mark class="{piece.css}">{words}{keys}</mark>'


def reading_row(row, page: str, *, may_edit: bool) -> str:
    """One thing that was understood (`key`, `reading`) of the plan at `page`, and what to do with it."""
    one = row.reading
    acts = row_acts(one) if may_edit else UNSEEN if one.unchecked else RIGHT
    made = ROW.replace("{acts}", acts).format(
        page=page,
        name=one.name,
        kind=one.kind,
        row=one.row,
        key=row.key,
        css=one.css,
        waiting=" data-waiting" if one.unchecked else "",
        title=escape(one.title),
        words=escape(one.words or "kế hoạch không nêu"),
        details="".join(f'<small class="d-block">{escape(line)}</small>' for line in one.details),
    )
    return mark_safe(made)  # noqa: S308 (words are escaped, the others are names of ours)


def row_acts(one) -> str:
    if not one.unchecked:
        return RIGHT + EDIT_ROW
    return ACCEPT + EDIT_ROW + (LEAVE_OUT if one.removable else "")
