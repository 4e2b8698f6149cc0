"""WeasyPrint, set up once in a process; what papers ask of it beside its documented doors stands here."""

import functools
import os
import zlib
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from xml.etree import ElementTree

from documents.pdf import shortcuts
from documents.pdf.fonts import NO_PANGO, PrintingUnavailable, check_fonts

ELEMENTS = Path(__file__).resolve().parents[2] / "static" / "css" / "document-elements.css"
# pydyf's 9 takes twice as long for one part in a hundred.
LEVEL = 6


class Library(NamedTuple):
    """With the one font configuration and a fetcher that goes nowhere."""

    weasyprint: ModuleType
    fonts: Any  # a fresh one per paper leaks
    fetcher: Any


@functools.cache
def library() -> Library:
    """Raises PrintingUnavailable when a font or a library is missing."""
    check_fonts()
    # Fonts are cut to the letters used and carry a date: a fixed one keeps the bytes the same.
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    try:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher
    except OSError as missing:
        raise PrintingUnavailable(NO_PANGO) from missing
    shortcuts.take(weasyprint)
    fetcher = URLFetcher(allowed_protocols=["data"], fail_on_errors=True)
    return Library(weasyprint, FontConfiguration(), fetcher)


@functools.cache
def page_class(html_class: type) -> type:
    """What stands for `weasyprint.HTML`: it takes our HTML, which is well-formed, as a string.

    WeasyPrint reads any HTML, in Python, and asks of every element hundreds of rules for those that no
    paper has: a tenth of a paper's time. expat and a few rules of ours come to the same pages.
    """
    weasyprint, _, fetcher = library()
    elements = weasyprint.CSS(string=ELEMENTS.read_text(encoding="utf-8"), url_fetcher=fetcher)

    class Page(html_class):
        def __init__(self, html: str):
            root = ElementTree.fromstring(html)
            self.wrapper_element = weasyprint.cssselect2.ElementWrapper.from_html_root(root, None)
            self.etree_element = self.wrapper_element.etree_element
            self.base_url, self.url_fetcher, self.media_type = None, fetcher, "print"

        def _ua_stylesheets(self, forms=False):
            return [elements]

    return Page


class Written:
    """An object of a file, put into bytes and compressed once; pydyf does so twice, for its identifier."""

    free, offset = "n", 0

    def __init__(self, thing):
        self.number, self.generation = thing.number, thing.generation
        if getattr(thing, "compress", False):
            pack(thing)
        self.compressible, self.data = thing.compressible, thing.data

    @property
    def indirect(self) -> bytes:
        return b"%d %d obj\n%b\nendobj" % (self.number, self.generation, self.data)


def pack(stream) -> None:
    stream.compress = False
    _, _, plain = stream.data.partition(b"\nstream\n")
    stream.stream = [zlib.compress(plain.removesuffix(b"\nendstream"), LEVEL)]
    stream.extra["Filter"] = "/FlateDecode"


def write_once(document, pdf) -> None:
    """A `finisher`, see the manual: nothing changes any more, so each object may take its last form."""
    pdf.objects[:] = [thing if thing.free == "f" else Written(thing) for thing in pdf.objects]
