"""Dossiers that the office chose in Excel are proposed together, within the plan's number, or not at all."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from nominations.enums import StageState as S
from nominations.models import Dossier
from tests import world as w
from thiduakt.errors import Refused
from thiduakt.sheets.writing import workbook
from units.models import ImportJob
from units.services import imports

pytestmark = [pytest.mark.unit, pytest.mark.django_db]
HEAD = ["STT", "Mã hồ sơ", "Họ và tên / tên tập thể", "Đơn vị đề nghị"]


def sent(by, *rows: tuple) -> ImportJob:
    lines = [[place, *row, "Phòng Kinh tế"] for place, row in enumerate(rows, 1)]
    upload = SimpleUploadedFile("trinh-ky.xlsx", workbook("Trình ký", HEAD, lines))
    return imports.upload_list("proposals", upload, by=by)


def told(job: ImportJob) -> list[tuple]:
    """The fate of each row, and its faults without the place where they stand."""
    return [
        (row["fate"], *(fault.partition(": ")[2] for fault in row["faults"])) for row in job.report["rows"]
    ]


def test_list_of_the_chosen_is_proposed_whole_and_within_the_number():
    world = w.make_world()
    pair = w.council_approved(world, world.staff.person, w.colleague(world, "Bùi Văn Thêm"))
    rows = [(dossier.code, dossier.nominee_name) for dossier in pair]
    pool, head = world.campaign.quota_set.filter(group="individual"), world.office_head
    pool.update(limit=1)
    over = sent(head, *rows)
    assert told(over) == [("new",), ("wrong", "Đã hết chỉ tiêu 01 cá nhân (Mục III.1).")]
    with pytest.raises(Refused, match="Tệp còn dòng sai"):
        imports.confirm_list(over, by=head)
    pool.update(limit=2)
    other = rows[1][1]
    assert told(sent(head, (rows[0][0], other), ("HS-99999", other))) == [
        ("wrong", f"{rows[0][0]} là hồ sơ của {rows[0][1]}. Xem lại tên hoặc mã."),
        ("wrong", "Không có hồ sơ mã “HS-99999” ở cơ quan của anh/chị. Xem lại mã."),
    ]
    job = sent(head, *rows)
    assert told(job) == [("new",), ("new",)]
    imports.confirm_list(job, by=head)
    assert [Dossier.objects.get(pk=one.pk).stage.state for one in pair] == [S.PROPOSED] * 2
    assert (pool.get().used, told(sent(head, *rows))) == (2, [("same",), ("same",)])
    with pytest.raises(Refused, match="không nhập được danh sách này"):
        sent(world.officer, *rows)
