"""What WeasyPrint works out again and again, kept as long as what it depends on.

Each stands for a function of the library and asks that function first. Papers are the same with and
without them: tests/documents/test_library.py prints both.
"""

from collections.abc import Callable
from types import ModuleType

# What stood there before: (owner, name, function or property).
USUAL: list[tuple[object, str, object]] = []


def take(weasyprint: ModuleType) -> None:
    """Called once, by who imports the library."""
    text = weasyprint.text
    stand_in(weasyprint.pdf.pydyf.PDF, "page_references", pages_listed_once)
    stand_in(text.line_break, "_font_style_cache_key", key_of_a_style_once)
    stand_in(text.line_break.Layout, "setup", layouts_copied(text.ffi))


def stand_in(owner: object, name: str, make: Callable) -> None:
    usual = vars(owner)[name]
    USUAL.append((owner, name, usual))
    setattr(owner, name, make(usual))


def pages_listed_once(usual: property) -> property:
    """The references of a file's pages, kept until a page is added.

    WeasyPrint asks for them with every tag, pydyf lists them all anew each time: of a thousand
    certificates that alone took a third of the time.
    """

    def page_references(pdf) -> tuple[bytes, ...]:
        known = vars(pdf).get("listed_pages", ())
        if len(known) != pdf.pages["Count"]:
            known = pdf.listed_pages = usual.fget(pdf)
        return known

    return property(page_references)


def key_of_a_style_once(usual: Callable) -> Callable:
    """By which the height of a line is looked up, some times for each line: fourteen values as one text."""

    def key(style, include_size: bool = False) -> str:
        known = vars(style).setdefault("font_keys", {})
        if include_size not in known:
            known[include_size] = usual(style, include_size)
        return known[include_size]

    return key


def layouts_copied(bridge: ModuleType) -> Callable:
    """Each line is laid out three times in a layout of its own; those of one style begin as copies of one.

    `bridge` is the library's way to Pango. A style belongs to one paper, so to one thread.
    """
    ffi, pango, gobject = bridge.ffi, bridge.pango, bridge.gobject
    ffi.cdef("PangoLayout * pango_layout_copy (PangoLayout *src);")

    def make(usual: Callable) -> Callable:
        def setup(layout, style) -> None:
            known = vars(style).get("first_layout")
            if known is None:
                known = vars(style)["first_layout"] = set_up_alone(layout, style)
            copied = ffi.gc(pango.pango_layout_copy(known["layout"]), gobject.g_object_unref)
            vars(layout).update(known, style=style, layout=copied)

        def set_up_alone(layout, style) -> dict:
            first = object.__new__(type(layout))
            usual(first, style)
            return {name: value for name, value in vars(first).items() if name != "style"}

        return setup

    return make
