"""Every file of the corpus gives what its row of the table says, and the worst ones end in time."""

import io
import json
import time
import zipfile
from pathlib import Path

import pytest

from tests.thiduakt.sheets.corpus.table import BIG, READ, REFUSED
from thiduakt.errors import Refused
from thiduakt.sheets.columns import Column, Kind
from thiduakt.sheets.content import cells_of
from thiduakt.sheets.table import Row, read_table, table_in

pytestmark = pytest.mark.pure
FILES = Path(__file__).with_name("files")
COLUMNS = (
    Column("name", "Họ và tên", required=True, also=("Họ tên",)),
    Column("birth", "Ngày sinh", Kind.DATE, year_is_enough=True),
    Column("unit", "Đơn vị", required=True),
    Column("posts", "Biên chế", Kind.INTEGER),
    Column("score", "Điểm", Kind.DECIMAL),
    Column("head", "Đứng đầu", Kind.YES),
)
HOSTILE = sorted(name for name in REFUSED if name.startswith("hm-") and name.endswith(".xlsx"))


def lines_of(row: Row) -> list[str]:
    values = " | ".join("-" if value is None else str(value) for value in row.values.values())
    return [
        f"{row.number} | {values}",
        *(f"! {fault}" for fault in row.faults),
        *(f"~ {n}" for n in row.notes),
    ]


def told(data: bytes) -> list[str]:
    """The table in the words of the expected one."""
    table = table_in(json.loads(json.dumps(cells_of(data))), COLUMNS)
    lines = [line for row in table.rows for line in lines_of(row)]
    lines += [f"- {' '.join(map(str, table.skipped))}"] if table.skipped else []
    lines += [f". {table.ended}"] if table.ended else []
    return lines + ([f"? {' | '.join(table.unknown)}"] if table.unknown else [])


def refusal(read, data: bytes) -> list[str]:
    with pytest.raises(Refused) as refused:
        read(data)
    return refused.value.reasons


def test_every_file_has_its_row_and_at_least_half_are_by_others():
    names = {path.name for path in FILES.iterdir()}
    others = [name for name in names if name.startswith(("lo-", "xw-", "hm-"))]
    assert (names, len(names) >= 40, len(others) == len(names)) == ({*READ, *REFUSED}, True, True)


@pytest.mark.parametrize("name", sorted(READ))
def test_file_is_read_as_its_row_says(name):
    assert told((FILES / name).read_bytes()) == READ[name]


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_file_is_refused_in_its_words(name):
    assert refusal(told, (FILES / name).read_bytes()) == [REFUSED[name]]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_ends_in_time_in_the_child(name):
    start = time.monotonic()
    said = refusal(lambda data: read_table(data, COLUMNS), (FILES / name).read_bytes())
    assert (said, time.monotonic() - start < 6) == ([REFUSED[name]], True)


def test_300_megabytes_in_310_kilobytes_are_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", bytes(300 << 20))
    assert refusal(lambda data: read_table(data, COLUMNS), out.getvalue()) == [BIG]
