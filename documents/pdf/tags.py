"""Filters of the paper templates: how NĐ 30/2020, Phụ lục I, writes numbers, dates and lists."""

from django import template
from django.utils.html import format_html, format_html_join

from documents.pdf import rows
from documents.pdf.lines import balanced
from thiduakt.vietnamese.words import grouped, number_words

register = template.Library()

PARTS = {"Phần", "Chương", "Mục", "Tiểu"}
END_MARKS = " ;,."
ISSUER_LINE = 23  # capitals at 13 pt in the 66 mm left of Quốc hiệu
TITLE_LINE = 62  # letters at 14 pt bold in 165 mm, less some air
WHOLE_LINE = 50  # of them, a capital as two: what is never too wide
# Letters from which a paragraph is laid out in pieces, and those of a piece.
LONG, PIECE = 8_000, 1_000
CERTIFICATE_LINE = 92  # letters at 15 pt in 245 mm


@register.filter
def padded(value) -> str:
    """Number and day: below ten with a leading zero. Words stay as written."""
    return f"{value:02d}" if isinstance(value, int) else str(value)


@register.filter
def month(value) -> str:
    """January and February with a leading zero, the others without. Words stay as written."""
    return f"{value:02d}" if isinstance(value, int) and value <= 2 else str(value)


@register.filter
def unmarked(text: str) -> str:
    """The words without their last `;`, `,` or `.`: the list sets its own marks."""
    return text.rstrip(END_MARKS)


@register.filter
def ended(text: str) -> str:
    """The last words of a paper of ours, with `./.` exactly once (NĐ 30, samples of Phụ lục III)."""
    return text.rstrip(" ./") + "./."


@register.filter
def list_headings(annex: dict) -> list[str]:
    """The first three columns of a decision's list; those of awards where it names no others."""
    return annex.get("headings") or ["Số sổ vàng", "Tên tập thể, họ và tên", "Chức vụ, đơn vị"]


@register.filter
def money(amount: int | None) -> str:
    return "" if amount is None else grouped(amount)


@register.filter
def money_words(amount: int) -> str:
    return number_words(amount).capitalize()


@register.filter
def paragraphs(text: str | None) -> list[str]:
    """What somebody typed, cut at its line ends; empty lines go."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


@register.filter
def linked(line: str, links: list[dict] | None) -> str:
    """The line with its words that open a page, in their order: {"line": how it begins, "text", "url"}."""
    parts, rest = [], line
    for link in links or ():
        before, found, after = rest.partition(link["text"])
        if found and line.startswith(link["line"]):
            parts += [before, format_html('<a href="{}">{}</a>', link["url"], found)]
            rest = after
    return format_html_join("", "{}", ((part,) for part in (*parts, rest)))


@register.filter
def stands_alone(label: str | None) -> bool:
    """Phần, Chương, Mục, Tiểu mục: the number on its own line, the title below (NĐ 30, Phụ lục I)."""
    return any(word.capitalize() in PARTS for word in (label or "").split()[:1])


register.filter(rows.blocks)


@register.filter
def in_pieces(text: str) -> str:
    """A paragraph of many pages in spans: whole, each of its lines would be broken from all that is left."""
    if len(text) <= LONG:
        return text
    found = []
    while len(text) > PIECE:
        at = text.rfind(" ", 0, PIECE) + 1 or PIECE
        found.append(text[:at])
        text = text[at:]
    return format_html_join("", "<span>{}</span>", ((piece,) for piece in [*found, text]))


@register.filter
def title_lines(text: str) -> tuple[str, ...]:
    return balanced(text, TITLE_LINE)


@register.filter
def stay_whole(lines: tuple[str, ...]) -> bool:
    """Each line is sure to fit: how far it may be broken again need not be tried word by word."""
    return all(len(line) + sum(map(str.isupper, line)) <= WHOLE_LINE for line in lines)


@register.filter
def issuer_lines(text: str) -> tuple[str, ...]:
    return balanced(text, ISSUER_LINE)


@register.filter
def certificate_lines(text: str) -> tuple[str, ...]:
    return balanced(text, CERTIFICATE_LINE)
