"""Flat documents, written as text, that LibreOffice saves as others do."""

import datetime as dt
import subprocess
import unicodedata
from html import escape
from pathlib import Path

HEAD = ["STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Biên chế", "Điểm", "Đứng đầu"]
AN = [1, "Lê Văn An", dt.date(1980, 3, 5), "Phòng A", 12, 85.5, True]
BE = [2, "Trần Thị Bé", dt.date(1990, 12, 31), "Phòng B", 3, 90, None]
DUNG = [3, "Đỗ Đức Dũng", None, "Phòng B"]
SPACES = (
    " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("table", "table"),
            ("number", "datastyle"),
        )
    )
    + ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"'
)
STYLES = (
    '<office:automatic-styles><number:date-style style:name="N1"><number:day number:style="long"/>'
    '<number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text>'
    '<number:year number:style="long"/></number:date-style>'
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="fat" style:family="table-cell"><style:text-properties fo:font-weight="bold" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"/></style:style>'
    '<style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/>'
    "</style:style></office:automatic-styles>"
)


COLLAPSED = ' table:visibility="collapse"'


class Formula(str):
    """Worked out by LibreOffice itself."""


class Box(str):
    """Words over several columns and rows: Box(words).over(columns, rows)."""

    size = (1, 1)

    def over(self, columns: int, rows: int = 1) -> "Box":
        self.size = columns, rows
        return self


def cell(value) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, Formula):
        return f'<table:table-cell table:formula="of:{escape(value)}"/>'
    if isinstance(value, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if isinstance(value, dt.date):
        return (
            f'<table:table-cell table:style-name="day" office:value-type="date" office:date-value="{value}"/>'
        )
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    columns, rows = getattr(value, "size", (1, 1))
    spans = f' table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"'
    words = f"<text:p>{escape(value)}</text:p>"
    return f'<table:table-cell office:value-type="string"{spans}>{words}</table:table-cell>'


def sheet(
    name: str, rows: list[list], *, style: str = "", hidden_rows=(), hidden_column: int = 0, more=""
) -> str:
    columns = "".join(
        f"<table:table-column{COLLAPSED if place == hidden_column else ''}/>" for place in range(1, 10)
    )
    lines = "".join(
        f"<table:table-row{COLLAPSED if number in hidden_rows else ''}>"
        f"{''.join(map(cell, row)) or cell(None)}</table:table-row>"
        for number, row in enumerate(rows, start=1)
    )
    named = f' table:style-name="{style}"' if style else ""
    return f'<table:table table:name="{name}"{named}>{columns}{lines}{more}</table:table>'


def document(*sheets: str, first_day: str = "") -> str:
    from_day = f'<table:null-date table:date-value="{first_day}"/>'
    settings = f"<table:calculation-settings>{from_day}</table:calculation-settings>"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.2" '
        f'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">{STYLES}<office:body>'
        f"<office:spreadsheet>{settings if first_day else ''}{''.join(sheets)}</office:spreadsheet>"
        "</office:body></office:document>"
    )


def one(*rows: list, **said) -> str:
    return document(sheet("Bảng", list(rows), **said))


def named(number: int, name: str, birth=None, unit: str = "Phòng B", *rest) -> list:
    return [number, name, birth, unit, *rest]


AN_ONLY, BE_ONLY = named(1, "Lê Văn An", None, "Phòng A"), named(2, "Trần Thị Bé")
FAR = (
    '<table:table-row table:number-rows-repeated="1048000">'
    '<table:table-cell table:style-name="fat" table:number-columns-repeated="9"/></table:table-row>'
)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def title_two_rows() -> str:
    return one(
        [Box("DANH SÁCH CÁN BỘ, CÔNG CHỨC").over(7)],
        ["Kèm theo Tờ trình số 12/TTr-PA"],
        [],
        [
            Box("TT").over(1, 2),
            Box("Họ và tên").over(1, 2),
            Box("Ngày sinh").over(1, 2),
            Box("Đơn vị").over(1, 2),
            Box("Kết quả").over(2),
            None,
            Box("Đứng đầu").over(1, 2),
        ],
        [None, None, None, None, "Biên chế", "Điểm"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        AN,
        ["II", "Khối trường học"],
        BE,
        [None, "Tổng cộng", None, None, 15],
        [],
        [None, "NGƯỜI LẬP BIỂU", None, "THỦ TRƯỞNG ĐƠN VỊ"],
        [None, "Hồ Thị Én", None, "Vũ Văn Gấm"],
    )


def dates() -> str:
    return one(
        HEAD,
        AN,
        named(2, "Trần Thị Bé", "05-12-1990"),
        named(3, "Đỗ Đức Dũng", "5.12.1980"),
        named(4, "Hồ Thị Én", 1980),
        named(5, "Vũ Văn Gấm", "năm 1975"),
        named(6, "Lý Thị Hoa", "31/02/1980"),
        named(7, "Mã Văn Ích", "5/3/80"),
    )


def books() -> dict[str, str]:
    """File → flat document; `texts`: what is written oddly, not laid out oddly."""
    return {
        "lo-title-two-rows": title_two_rows(),
        "lo-dates": dates(),
        "lo-1904": document(sheet("Bảng", [HEAD, AN]), first_day="1904-01-01"),
        "lo-formulas": one(
            ["STT", "Họ", "Tên đệm, tên", *HEAD[1:]],
            [
                1,
                "Lê",
                "Văn An",
                Formula('=[.B2]&" "&[.C2]'),
                Formula("=DATE(1980;3;5)"),
                "Phòng A",
                Formula("=SUM(5;7)"),
                Formula("=171/2"),
                Formula("=TRUE()"),
            ],
        ),
        "lo-errors": one(
            HEAD,
            named(1, "Lê Văn An", None, "Phòng A", Formula("=1/0")),
            [2, Formula("=NA()"), None, "Phòng B"],
        ),
        "lo-hidden": document(
            sheet("Bảng", [HEAD, AN, BE_ONLY], hidden_rows={3}, hidden_column=5),
            sheet("Cũ", [HEAD, named(1, "Người Cũ")], style="gone"),
        ),
        "lo-second-sheet": document(
            sheet("Bìa", [["ỦY BAN NHÂN DÂN XÃ"], ["Năm", 2026]]),
            sheet("Bảng", [["DANH SÁCH"], [], ["Họ tên (*)", "ĐƠN VỊ:"], ["Lê Văn An", "Phòng A"]]),
        ),
        "lo-booleans": one(
            HEAD,
            named(1, "Lê Văn An", None, "Phòng A", None, None, True),
            named(2, "Trần Thị Bé", None, "Phòng B", None, None, False),
            named(3, "Đỗ Đức Dũng", None, "Phòng B", None, None, "chắc vậy"),
        ),
        "lo-far-format": one(HEAD, AN_ONLY, more=FAR),
    }


def texts() -> dict[str, str]:
    return {
        "lo-blank-rows": one(HEAD, AN_ONLY, [], [None, "  "], BE_ONLY),
        "lo-text-numbers": one(
            HEAD,
            ["1", "Lê Văn An", "05/03/1980", "Phòng A", "12", "85,5", "x"],
            ["2", "Trần Thị Bé", None, "Phòng B", "1.234", "1.234,5"],
            ["3", "Đỗ Đức Dũng", None, "Phòng B", "mười hai", "1.250"],
        ),
        "lo-tcvn3": one(
            ["Hä vµ tªn", "§¬n vÞ"], ["Lª V¨n An", "Phßng A"], ["NguyÔn ThÞ L\u00adîng", "Phßng B"]
        ),
        "lo-vni": one(
            ["Hoï vaø teân", "Ñôn vò"], ["Leâ Vaên An", "Phoøng A"], ["Nguyeãn Thò Löôïng", "Phoøng B"]
        ),
        "lo-tcvn3-body": one(HEAD, named(1, "NguyÔn V¨n An", None, "Phòng A")),
        "lo-nfd": one(
            [decomposed(words) for words in HEAD],
            named(1, decomposed("Lê Văn An"), None, decomposed("Phòng A")),
            named(2, decomposed("Nguyễn Thị Lượng"), None, decomposed("Phòng B")),
        ),
        "lo-merged-units": one(
            HEAD,
            named(1, "Lê Văn An", None, Box("Phòng A").over(1, 2)),
            [2, "Trần Thị Bé"],
            DUNG,
        ),
        "lo-no-list": one(["Thực đơn"], ["Cơm", 30000], ["Phở", 40000]),
    }


def convert(folder: Path, source: Path, kind: str) -> None:
    words = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind]
    subprocess.run([*words, "--outdir", folder, source], check=True, capture_output=True)


def make(files: Path, folder: Path) -> None:
    for name, text in (books() | texts()).items():
        source = folder / f"{name}.fods"
        source.write_text(text, "utf-8")
        convert(folder, source, "xlsx")
        (files / f"{name}.xlsx").write_bytes((folder / f"{name}.xlsx").read_bytes())
    text = "csv:Text - txt - csv (StarCalc):{},34,{},1"
    for name, ending, kind in (
        ("lo-old", "xls", "xls"),
        ("lo-open", "ods", "ods"),
        ("lo-semicolon", "csv", text.format(59, 76)),
        ("lo-utf16-tab", "csv", text.format(9, 65535)),
    ):
        source = folder / f"{name}.fods"
        source.write_text(one(HEAD, AN, BE), "utf-8")
        convert(folder, source, kind)
        (files / f"{name}.{ending}").write_bytes((folder / f"{name}.{ending}").read_bytes())
