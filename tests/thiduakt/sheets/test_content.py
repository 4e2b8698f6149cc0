"""Files that were made to break the reader, and files that are no lists."""

import io
import zipfile

import pytest

from tests.thiduakt.sheets.lists import COLUMNS, HEAD, book
from thiduakt.errors import Refused
from thiduakt.sheets import content
from thiduakt.sheets.table import table_in

pytestmark = pytest.mark.pure
GOOD = book(HEAD, [1, "Lê Văn An", None, "Phòng A"])


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as found:
        table_in(content.cells_of(data), COLUMNS)
    return found.value.reasons[0]


def with_part(name: str, text: bytes) -> bytes:
    """GOOD with one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, text if entry == name else old.read(entry))
    return out.getvalue()


def test_far_cell_is_named():
    data = book(HEAD, [1, "Lê Văn An", None, "Phòng A"], cells={"XFD1048576": 1})
    assert refused(data) == (
        "Ô XFD1048576 nằm quá xa bảng (chỉ nhận 20000 dòng, 200 cột). Hãy xóa ô ấy rồi lưu lại."
    )


def test_bomb_is_refused_by_its_directory():
    assert refused(with_part("xl/theme/theme1.xml", b" " * (70 << 20))) == content.TOO_BIG


@pytest.mark.parametrize(
    "declared",
    [
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
    ],
)
def test_entities_are_refused(declared):
    sheet = (
        b'<?xml version="1.0"?>' + declared + b'<worksheet xmlns="http://schemas.openxmlformats.org/'
        b'spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is>'
        b"</c></row></sheetData></worksheet>"
    )
    assert refused(with_part("xl/worksheets/sheet1.xml", sheet)) == content.WITH_ENTITIES


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", content.NOTHING),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), content.OLD_EXCEL),
        (b"PK\x03\x04 not a zip", content.NOT_A_LIST),
        (bytes(range(256)) * 4, content.NOT_A_LIST),
        (b"%PDF-1.7\n1 0 obj", None),
    ],
)
def test_what_is_no_list_is_refused(data, sentence):
    assert refused(data) == (sentence or refused(data))


def test_every_cut_of_a_good_file_is_refused_or_read():
    """Nothing but Refused, wherever the file breaks off."""
    seen = set()
    for end in range(0, len(GOOD), 97):
        try:
            content.cells_of(GOOD[:end])
        except Refused:
            seen.add("refused")
    assert seen == {"refused"}


def test_cells_without_address_are_understood():
    rows = "".join(
        f'<row><c t="inlineStr"><is><t>{left}</t></is></c><c t="inlineStr"><is><t>{right}</t></is></c></row>'
        for left, right in (("Họ và tên", "Đơn vị"), ("Lê Văn An", "Phòng A"))
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
    table = table_in(content.cells_of(with_part("xl/worksheets/sheet1.xml", sheet.encode())), COLUMNS)
    assert [(row.number, row.values["name"], row.values["unit"]) for row in table.rows] == [
        (2, "Lê Văn An", "Phòng A")
    ]
