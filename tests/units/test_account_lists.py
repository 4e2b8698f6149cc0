"""Accounts from Excel: roles for people who are there, then slips in one file or mails."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from tests import world as w
from thiduakt.clock import today
from thiduakt.sheets import table
from thiduakt.sheets.content import cells_of
from thiduakt.sheets.writing import workbook
from thiduakt.web.limits import PROVED
from units.models import AccessEvent, ImportJob, OutboxMail, User
from units.resources.accounts import login_of
from units.services import imports

HEAD = ["Họ và tên", "Ngày sinh", "Đơn vị", "Vai trò", "Tên đăng nhập", "Thư điện tử"]
CLERK, HEADSHIP = "Cán bộ đầu mối của đơn vị", "Thủ trưởng đơn vị"
ROWS = [
    ["Bùi Thị Hà", None, "kt", CLERK, None, "ha@np.gov.vn"],
    ["Bùi Thị Hà", None, "Phòng Kinh tế", HEADSHIP, None, None],
    ["Bùi Văn Hòa", None, "np", "Văn thư", None, None],
]
WAY_IN = "Quét mã QR"


@pytest.mark.pure
@pytest.mark.parametrize(
    ("name", "login"),
    [
        ("Lê Thị Hạnh", "hanh.lt"),
        ("Đỗ Ân", "an.d"),
        ("H'Hen Niê", "nie.hh"),
        ("Tâm", "tam"),
        ("李", "tai-khoan"),
    ],
)
def test_login_is_made_of_the_given_name_and_the_first_letters(name, login):
    assert login_of(name) == login


@pytest.fixture
def world(monkeypatch):
    monkeypatch.setattr(table, "run_confined", lambda name, data, **limits: cells_of(data))
    made = w.make_world()
    for name in ("Bùi Thị Hà", "Bùi Văn Hòa"):
        w.colleague(made, name)
    return made


def sent(world, *rows) -> ImportJob:
    file = SimpleUploadedFile("tai-khoan.xlsx", workbook("Tài khoản", HEAD, rows))
    return imports.upload_list("accounts", file, by=world.admin)


def faults(job: ImportJob) -> list[str]:
    return [fault.split(": ", 1)[1] for row in job.report["rows"] for fault in row["faults"]]


@pytest.mark.page
@pytest.mark.django_db
def test_list_opens_accounts_and_gives_roles_once(world):
    job = sent(world, *ROWS)
    assert [row["fate"] for row in job.report["rows"]] == ["new", "changed", "new"]
    assert (job.report["made"], User.objects.filter(username="ha.bt").exists()) == ([], False)
    imports.confirm_list(job, by=world.admin)
    ha = User.objects.get(username="ha.bt")
    roles = ha.memberships.order_by("pk").values_list("unit__code", "role", "since")
    assert list(roles) == [("kt", "unit_clerk", today()), ("kt", "unit_head", today())]
    assert (ha.email, ha.has_usable_password(), str(ha.person)) == ("ha@np.gov.vn", False, "Bùi Thị Hà")
    assert list(AccessEvent.objects.filter(account=ha).order_by("pk").values_list("kind", "by")) == [
        (kind, world.admin.pk) for kind in ("created", "role_granted", "role_granted")
    ]
    made = User.objects.filter(pk__in=ImportJob.objects.get().report["made"]).order_by("username")
    assert [user.username for user in made] == ["ha.bt", "hoa.bv"]
    again = sent(world, *ROWS)
    assert [row["fate"] for row in again.report["rows"]] == ["same"] * 3
    moved = sent(world, [*ROWS[0][:5], "moi@np.gov.vn"])
    assert moved.report["rows"][0]["changes"] == [["Thư điện tử", "ha@np.gov.vn", "moi@np.gov.vn"]]


@pytest.mark.page
@pytest.mark.django_db
def test_doubts_and_faults_keep_all_out(world):
    w.person("Bùi Thị Hà", world.school, "Giáo viên")
    w.person("Bùi Thị Hà", world.economy, "Chuyên viên")
    clerk = world.clerk.person.full_name
    job = sent(
        world,
        ["Bùi Thị Hà", None, "kt", CLERK, None, None],
        ["Bùi Thị Nào", None, "kt", CLERK, None, None],
        ["Bùi Văn Hòa", None, "kt", CLERK, None, "khong phai thu"],
        [clerk, None, "np", "Văn thư", "ten-khac", None],
        ["Bùi Văn Hòa", None, "kt", "Giám đốc", None, None],
        ["Bùi Văn Hòa", None, "np", CLERK, world.clerk.username.upper(), None],
        ["Bùi Văn Hòa", None, "np", HEADSHIP, "bùi hòa", None],
    )
    told = " | ".join(faults(job))
    assert job.report["counts"] == {"wrong": 7}
    for words in (
        *(
            "Chưa rõ là ai",
            "Chưa có cá nhân “Bùi Thị Nào”",
            "“khong phai thu” không phải địa chỉ",
            "Giám đốc",
        ),
        *(f"“ten-khac”: {clerk} đã có tài khoản", "đã có người dùng", "“bùi hòa” không làm tên đăng nhập"),
    ):
        assert words in told


@pytest.mark.page
@pytest.mark.django_db
def test_slips_come_in_one_file_and_mails_to_who_has_an_address(client, world):
    job = sent(world, *ROWS)
    client.force_login(world.admin)
    confirm_after_the_password(client, job)
    page, slips, mails = (reverse(f"units:import{what}", args=[job.pk]) for what in ("", "-slips", "-mails"))
    client.force_login(world.officer)
    assert client.post(slips).status_code == 404
    client.force_login(world.admin)
    assert "In 2 phiếu (PDF)" in client.get(page).content.decode()
    answer = client.post(slips)
    text = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(answer.content)).pages)
    assert (text.count(WAY_IN), "ha.bt" in text, answer["Cache-Control"]) == (2, True, "private, no-store")
    assert client.post(mails).status_code == client.post(mails).status_code == 302
    assert list(OutboxMail.objects.values_list("to", flat=True)) == ["ha@np.gov.vn"]
    assert Client().post("/kich-hoat/", {"username": "hoa.bv", "code": code_in(text)}).status_code == 302


def confirm_after_the_password(client, job: ImportJob) -> None:
    url, session = reverse("units:import-confirm", args=[job.pk]), client.session
    session[PROVED], lately = 0, session[PROVED]
    session.save()
    assert client.post(url)["Location"].startswith(reverse("confirm"))
    session[PROVED] = lately
    session.save()
    assert client.post(url)["Location"] == reverse("units:import", args=[job.pk])


def code_in(text: str) -> str:
    """The code on the slip of the last name."""
    return text[text.rindex("Mã:") + 3 :].split()[0]
