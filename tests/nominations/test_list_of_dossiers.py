"""The office's list of dossiers as a file: as filtered, flat or to be printed and signed, row by row."""

import csv
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from criteria.models import AwardType
from nominations.models import Dossier
from nominations.printing import lists
from nominations.services.past import enter_past_award
from tests import world as w
from thiduakt.clock import today

pytestmark = [pytest.mark.page, pytest.mark.django_db]
LIST = "/quan-tri/nominations/dossierstage/"


@pytest.fixture
def world(client):
    made = w.make_world()
    client.force_login(made.officer)
    return made


def rows_of(response) -> list[list[str]]:
    text = b"".join(response.streaming_content).decode("utf-8")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def sheet_of(response) -> list[tuple]:
    return list(openpyxl.load_workbook(io.BytesIO(response.content)).active.iter_rows(values_only=True))


def test_flat_file_holds_what_the_filters_leave(client, world):
    first, second = w.arrived(world, w.colleague(world, "=1+1 Bùi"), world.economy)
    heads, *rows = rows_of(client.get(f"{LIST}?tep=csv&p=0"))
    assert [row[:4] for row in rows] == [
        [first.code, "'=1+1 Bùi", "Chuyên viên, Phòng Kinh tế", "Cá nhân"],
        [second.code, "Phòng Kinh tế", "", "Tập thể"],
    ]
    assert (tuple(heads), rows[0][4:8]) == (
        lists.FLAT_HEADINGS,
        ["Phòng Kinh tế", "Giấy khen", world.campaign.title, "Chờ tiếp nhận"],
    )
    filtered = client.get(f"{LIST}?tep=xlsx&group=collective&state=arrived&q=kinh+te")
    assert [row[1] for row in sheet_of(filtered)[1:]] == ["Phòng Kinh tế"]
    assert filtered["Content-Disposition"] == 'attachment; filename="ho-so-de-nghi-khen-thuong.xlsx"'


def test_official_layout_has_its_head_bands_and_earlier_awards(client, world):
    person = w.colleague(world, "Bùi Văn Thêm")
    enter_past_award(
        person,
        AwardType.objects.get(code="GK"),
        year=2024,
        decision_number="12/QĐ-UBND",
        decision_issuer="UBND huyện",
        source="Bản gốc",
        by=world.officer,
    )
    w.arrived(world, person, world.economy)
    sheet = sheet_of(client.get(f"{LIST}?tep=xlsx&mau=de-nghi"))
    shown = [[cell for cell in row if cell] for row in sheet]
    assert [row for row in shown if row] == [
        ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["XÃ NINH PHƯỚC", "Độc lập - Tự do - Hạnh phúc"],
        ["DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"],
        ["(Kèm theo Tờ trình số:            ngày        tháng        năm           )"],
        list(lists.OFFICIAL_HEADINGS),
        ["I. TẬP THỂ"],
        [1, "Phòng Kinh tế", "Phòng Kinh tế", "Tóm tắt thành tích.", "Giấy khen"],
        ["II. CÁ NHÂN"],
        [
            1,
            "Bùi Văn Thêm",
            "Chuyên viên, Phòng Kinh tế",
            "Tóm tắt thành tích.",
            "Giấy khen (2024)",
            "Giấy khen",
        ],
    ]


@pytest.mark.parametrize("layout", ["", "&mau=de-nghi"])
def test_file_asks_as_often_for_three_as_for_one(client, world, layout):
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            rows_of(client.get(f"{LIST}?tep=csv{layout}"))
        return len(caught)

    w.arrived(world, w.colleague(world, "Bùi Một"))
    queries()
    once = queries()
    w.arrived(world, w.colleague(world, "Bùi Hai"), w.colleague(world, "Bùi Ba"))
    assert queries() == once


def test_parts_leave_nobody_out(world, monkeypatch):
    monkeypatch.setattr(lists, "FIRST", 1)
    monkeypatch.setattr(lists, "AT_A_TIME", 1)
    dossiers = w.arrived(world, *(w.colleague(world, f"Bùi {number}") for number in ("Một", "Hai", "Ba")))
    stages = type(dossiers[0].stage).objects.filter(level=1).order_by("pk")
    rows = list(lists.flat_rows(stages, today()))
    assert [row[0] for row in rows] == [dossier.code for dossier in Dossier.objects.order_by("pk")]


@pytest.mark.parametrize("query", ["tep=pdf", "tep=csv&campaign=x", "tep=csv&e=1", "tep=csv&khac=1"])
def test_senseless_address_is_no_error(client, world, query):
    assert client.get(f"{LIST}?{query}").status_code < 500


def test_file_is_for_who_reads_the_list(client, world):
    client.force_login(world.clerk)
    assert client.get(f"{LIST}?tep=csv").status_code == 403
