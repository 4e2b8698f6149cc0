"""From one plain dict to HTML to PDF/A-2a.

A template gets the dict as `paper` (the shapes stand in `shapes.py`) and nothing else: no request, no
models, no network. The same dict gives the same bytes: no clock is read.
"""

import functools
import re
import unicodedata
import warnings
from collections.abc import Iterable
from pathlib import Path

from django.template import Context, Engine

from documents.pdf.library import library, page_class, write_once

ROOT = Path(__file__).resolve().parents[2]
STYLESHEET = ROOT / "static" / "css" / "document.css"
VARIANT = "pdf/a-2a"
# Stands in every snapshot: raise it when templates/documents or the two stylesheets change what is printed.
TEMPLATE_VERSION = "5"
# Below the text of the first page, inside the margin: nothing of the format moves.
QR_STYLE = """@page :first {{ @bottom-left {{
  content: ""; width: 14mm; height: 14mm; background: url("{}") no-repeat left center / 14mm }} }}"""
# Neither HTML nor XML knows these characters; a plan that was read from a file may hold one.
UNKNOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DRAFT_STYLE = """@page { @top-right {
  content: "DỰ THẢO"; font: bold 14pt Tinos; color: #767676; text-align: right; vertical-align: middle } }"""


def render_pdf(template: str, paper: dict, *, draft: bool = False) -> bytes:
    """The paper as PDF/A-2a. `template` is a name in templates/documents ("plan.html").

    `draft` (or `paper["draft"]`) sets a grey DỰ THẢO on every page. Raises PrintingUnavailable
    when font or library is missing, ValueError when the template reaches for anything outside.
    """
    mark = DRAFT_STYLE if draft or paper.get("draft") else ""
    return pdf_from_html(render_html(template, paper), stylesheet(), mark, qr_style(paper))


def qr_style(paper: dict) -> str:
    """The square for the public check, on papers that were issued (`paper["qr"]`, a data address)."""
    return QR_STYLE.format(paper["qr"]) if paper.get("qr") else ""


def render_html(template: str, paper: dict) -> str:
    """The paper as well-formed HTML in NFC, without its stylesheet."""
    html = _engine().get_template(f"documents/{template}").render(Context({"paper": paper}, use_l10n=False))
    return UNKNOWN.sub("", unicodedata.normalize("NFC", html))


@functools.cache
def stylesheet() -> str:
    return STYLESHEET.read_text(encoding="utf-8")


def pdf_from_html(html: str, *styles: str) -> bytes:
    """Well-formed HTML and stylesheets, as strings, to PDF/A-2a; a reference to anything else is refused."""
    return pdf_of_pieces([laid_out(html, *styles)])


def laid_out(html: str, *styles: str, images: dict | None = None):
    """The pages of a piece, not painted yet; see `pdf_of_pieces`.

    `images`: one dict for all pieces of a file. Each image keeps the whole layout in which it came first.
    """
    weasyprint, fonts, _ = library()
    sheets = [_sheet(style) for style in styles if style]
    page = page_class(weasyprint.HTML)(html)
    try:
        return page.render(stylesheets=sheets, font_config=fonts, pdf_variant=VARIANT, cache=images)
    except weasyprint.urls.FatalURLFetchingError as refused:
        raise ValueError(f"A paper may not fetch anything: {refused}") from refused


def pdf_of_pieces(pieces: Iterable) -> bytes:
    """Laid out one after another, painted as one file: one structure, one profile, each font once.

    Files joined afterwards would lose what makes them PDF/A.
    """
    first, *rest = pieces
    whole = first.copy([page for piece in (first, *rest) for page in piece.pages]) if rest else first
    with warnings.catch_warnings():
        # WeasyPrint leaves closing its colour profile to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        return whole.write_pdf(pdf_variant=VARIANT, finisher=write_once)


@functools.lru_cache(maxsize=8)
def _sheet(style: str):
    weasyprint, fonts, fetcher = library()
    return weasyprint.CSS(string=style, font_config=fonts, url_fetcher=fetcher)


@functools.cache
def _engine() -> Engine:
    # An engine of its own: the site's context processors and components stay out of papers.
    return Engine(dirs=[ROOT / "templates"], builtins=["documents.pdf.tags"])
