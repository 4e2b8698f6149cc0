"""Certificates on pre-printed blanks: each text in its place, in the size that fits; and the sheet of mm."""

from documents.models import IssuedDocument
from documents.pdf.render import laid_out, pdf_from_html, render_html
from nominations.enums import BlankKey
from nominations.fitting import fitted_lines
from nominations.models import Award, CertificateField, CertificateTemplate
from thiduakt.vietnamese.days import long_date
from units.facts import head_line

from .metrics import measure_of

ITALIC = (BlankKey.DECISION, BlankKey.BOOK, BlankKey.DATE)
RULER = 10  # mm between the numbers of the ruler
EDGE = 20  # mm of the crosses from the edges


def blanks_pages(template: CertificateTemplate, decision: IssuedDocument, awards: list[Award], images: dict):
    """One page for each award, of the blank's size, laid out; nothing of the blank itself is drawn."""
    places = [field for field in template.fields.all() if field.shown]
    sheets = [sheet(template, places, texts(decision, award)) for award in awards]
    paper = {"type_line": "GIẤY KHEN", "title": template.name, "issuer": {"lines": []}, "sheets": sheets}
    return laid_out(render_html("blanks.html", paper), page_style(template), images=images)


def page_style(template: CertificateTemplate) -> str:
    """The page as wide and as high as the blank, without margins."""
    size = f"{template.width}mm {template.height}mm"
    return (
        f"@page {{ size: {size}; margin: 0 }} body {{ margin: 0; font-family: Tinos }}"
        f" .sheet {{ position: relative; width: {template.width}mm; height: {template.height}mm;"
        " overflow: hidden; break-after: page } .sheet:last-child { break-after: auto }"
        " .at { position: absolute; margin: 0; line-height: 1.2; white-space: nowrap }"
        " .b { font-weight: bold } .i { font-style: italic }"
    )


def sheet(template: CertificateTemplate, places: list[CertificateField], said: dict[str, str]) -> list[dict]:
    return [placed(template, place, said[place.key]) for place in places if said[place.key]]


def placed(template: CertificateTemplate, place: CertificateField, text: str) -> dict:
    """{"x", "y", "width", "size", "align", "face", "lines"}: moved by the printer's offset, fitted."""
    italic = place.key in ITALIC
    measure = measure_of(bold=place.bold, italic=italic)
    found = fitted_lines(text, float(place.width), float(place.size), measure)
    return {
        "x": f"{place.x + template.offset_x}",
        "y": f"{place.y + template.offset_y}",
        "width": f"{place.width}",
        "size": f"{found.size:g}",
        "align": place.align,
        "face": " ".join(word for word, on in (("b", place.bold), ("i", italic)) if on),
        "lines": found.lines,
    }


def texts(decision: IssuedDocument, award: Award) -> dict[str, str]:
    """What stands in each place, from the decision as issued."""
    day = long_date(decision.issued_on)
    return {
        BlankKey.GIVER: decision.snapshot.get("authority") or head_line(decision.unit, decision.issued_on),
        BlankKey.NAME: award.name,
        BlankKey.DETAIL: award.position,
        BlankKey.ACHIEVEMENT: award.achievement,
        BlankKey.DECISION: f"Số quyết định: {decision.reference} {day}",
        BlankKey.BOOK: f"Số sổ vàng: {award.gold_book_number:02d}",
        BlankKey.DATE: f"{decision.place}, {day}",
        BlankKey.POSITION: "\n".join(decision.signature_lines),
        BlankKey.SIGNER: decision.signer_name,
    }


def sample_texts() -> dict[str, str]:
    """Long ones, to see on plain paper what the longest name does."""
    return {
        BlankKey.GIVER: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NINH PHƯỚC",
        BlankKey.NAME: "Ban Quản lý Dự án đầu tư xây dựng các công trình giao thông xã Ninh Phước",
        BlankKey.DETAIL: "Chuyên viên, Phòng Văn hóa – Xã hội, Ủy ban nhân dân xã Ninh Phước, tỉnh Khánh Hòa",
        BlankKey.ACHIEVEMENT: "Đã có thành tích xuất sắc trong phong trào thi đua cải cách hành chính",
        BlankKey.DECISION: "Số quyết định: 05/QĐ-UBND ngày 05 tháng 12 năm 2026",
        BlankKey.BOOK: "Số sổ vàng: 01",
        BlankKey.DATE: "Ninh Phước, ngày 05 tháng 12 năm 2026",
        BlankKey.POSITION: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        BlankKey.SIGNER: "Nguyễn Trần Hoàng Phương Anh",
    }


def sample_pdf(template: CertificateTemplate) -> bytes:
    """The places with long texts, on one page."""
    places = [field for field in template.fields.all() if field.shown]
    paper = {"sheets": [sheet(template, places, sample_texts())], "issuer": {"lines": []}}
    paper |= {"type_line": "BẢN THỬ", "title": template.name}
    return pdf_from_html(render_html("blanks.html", paper), page_style(template))


def calibration_pdf(template: CertificateTemplate) -> bytes:
    """A ruler of mm along two edges and a cross near each corner, at places that can be measured.

    Printed with the offset in force: what is still off is what has to be added to it.
    """
    wide, high = float(template.width), float(template.height)
    right, down = float(template.offset_x), float(template.offset_y)
    marks = [(EDGE, EDGE), (wide - EDGE, EDGE), (EDGE, high - EDGE), (wide - EDGE, high - EDGE)]
    marks.append((wide / 2, high / 2))
    paper = {
        "type_line": "TỜ CĂN CHỈNH",
        "title": template.name,
        "issuer": {"lines": []},
        "across": [{"at": f"{at + right:.1f}", "number": at} for at in range(RULER, int(wide), RULER)],
        "along": [{"at": f"{at + down:.1f}", "number": at} for at in range(RULER, int(high), RULER)],
        "crosses": [
            {"x": f"{x + right:.1f}", "y": f"{y + down:.1f}", "words": words_of(x, y)} for x, y in marks
        ],
        "middle": f"{high / 2 + down + 12:.1f}",
    }
    return pdf_from_html(render_html("calibration.html", paper), page_style(template), RULER_STYLE)


def words_of(x: float, y: float) -> str:
    return f"{x:g} mm từ mép trái, {y:g} mm từ mép trên"


RULER_STYLE = (
    ".at { font-size: 7pt } .v { position: absolute; width: 0; border-left: 0.2mm solid #000 }"
    " .h { position: absolute; height: 0; border-top: 0.2mm solid #000 }"
    " .help { width: 160mm; text-align: center; white-space: normal; font-size: 11pt }"
)
