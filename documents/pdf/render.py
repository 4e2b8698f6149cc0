"""From one plain dict to HTML to PDF/A-2a.

A template gets the dict as `paper` (the shapes stand in `shapes.py`) and nothing else: no request, no
models, no network. The same dict gives the same bytes: no clock is read.
"""

import functools
import os
import unicodedata
import warnings
from collections.abc import Iterable
from pathlib import Path

from django.template import Context, Engine

from documents.pdf.fonts import NO_PANGO, PrintingUnavailable, check_fonts

ROOT = Path(__file__).resolve().parents[2]
STYLESHEET = ROOT / "static" / "css" / "document.css"
VARIANT = "pdf/a-2a"
# Stands in every snapshot: raise it when templates/documents or document.css change what is printed.
TEMPLATE_VERSION = "5"
# Below the text of the first page, inside the margin: nothing of the format moves.
QR_STYLE = """@page :first {{ @bottom-left {{
  content: ""; width: 14mm; height: 14mm; background: url("{}") no-repeat left center / 14mm }} }}"""
DRAFT_STYLE = """@page { @top-right { content: "DỰ THẢO"; font: bold 14pt Tinos; color: #767676 } }"""


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
    """The paper as HTML in NFC, without its stylesheet."""
    html = _engine().get_template(f"documents/{template}").render(Context({"paper": paper}, use_l10n=False))
    return unicodedata.normalize("NFC", html)


@functools.cache
def stylesheet() -> str:
    return STYLESHEET.read_text(encoding="utf-8")


def pdf_from_html(html: str, *styles: str) -> bytes:
    """HTML and stylesheets, all as strings, to PDF/A-2a; a reference to anything else is refused."""
    return pdf_of_pieces([laid_out(html, *styles)])


def laid_out(html: str, *styles: str, images: dict | None = None):
    """The pages of a piece, not painted yet; see `pdf_of_pieces`.

    `images`: one dict for all pieces of a file. Each image keeps the whole layout in which it came first.
    """
    weasyprint, fonts, fetcher = _weasyprint()
    sheets = [_sheet(style) for style in styles if style]
    page = weasyprint.HTML(string=html, url_fetcher=fetcher)
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
        return whole.write_pdf(pdf_variant=VARIANT)


@functools.lru_cache(maxsize=8)
def _sheet(style: str):
    weasyprint, fonts, fetcher = _weasyprint()
    return weasyprint.CSS(string=style, font_config=fonts, url_fetcher=fetcher)


@functools.cache
def _weasyprint():
    """The library, one font configuration (a fresh one per paper leaks) and a fetcher that goes nowhere."""
    check_fonts()
    # Fonts are cut to the letters used and carry a date: a fixed one keeps the bytes the same.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    try:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher
    except OSError as missing:
        raise PrintingUnavailable(NO_PANGO) from missing
    _list_pages_once(weasyprint.pdf.pydyf.PDF)
    fetcher = URLFetcher(allowed_protocols=["data"], fail_on_errors=True)
    return weasyprint, FontConfiguration(), fetcher


def _list_pages_once(pdf_class: type) -> None:
    """The references of a file's pages, kept until a page is added.

    WeasyPrint asks for them with every tag, pydyf lists them all anew each time: of a thousand
    certificates that alone took a third of the time.
    """
    list_all = pdf_class.page_references.fget

    def page_references(pdf) -> tuple[bytes, ...]:
        known = vars(pdf).get("listed_pages", ())
        if len(known) != pdf.pages["Count"]:
            known = pdf.listed_pages = list_all(pdf)
        return known

    pdf_class.page_references = property(page_references)


@functools.cache
def _engine() -> Engine:
    # An engine of its own: the site's context processors and components stay out of papers.
    return Engine(dirs=[ROOT / "templates"], builtins=["documents.pdf.tags"])
