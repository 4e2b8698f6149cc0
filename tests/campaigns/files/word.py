"""Small .docx files written part by part, so that a test says exactly what is in them."""

import io
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def p(*words: str, look: str = "") -> str:
    """A paragraph; what begins with `<` is taken as it is."""
    inner = "".join(word if word.startswith("<") else run(word) for word in words)
    return f"<w:p><w:pPr>{look}</w:pPr>{inner}</w:p>"


def listed(words: str, number: int, depth: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(words, look=place)


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def level(depth: int, form: str, text: str, start: int = 1) -> str:
    inner = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{inner}</w:lvl>'


def part(root: str, inner: str) -> str:
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{MAIN}" xmlns:mc="{COMPATIBILITY}">{inner}</w:{root}>'


def numbering(*levels: str, starts: str = "") -> str:
    """List 1 of these levels; list 2 is the same list, with `starts` of its own."""
    inner = f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
    for number, more in ((1, ""), (2, starts)):
        inner += f'<w:num w:numId="{number}"><w:abstractNumId w:val="7"/>{more}</w:num>'
    return part("numbering", inner)


def docx(*body: str, **parts: str) -> bytes:
    return zipped({"word/document.xml": part("document", f"<w:body>{''.join(body)}</w:body>")} | named(parts))


def named(parts: dict[str, str]) -> dict[str, str]:
    return {f"word/{name}.xml": content for name, content in parts.items()}


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
