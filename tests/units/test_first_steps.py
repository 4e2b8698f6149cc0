"""docs/huong-dan/bat-dau-tu-excel.md walked by a newcomer: from an empty database to invited people."""

import io
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from pypdf import PdfReader

from criteria.models import IndicatorScore
from tests import world as w
from tests.journeys.browser import Browser, sent
from thiduakt.management.demo.accounts import PASSWORD
from thiduakt.sheets import table
from thiduakt.sheets.content import cells_of
from units.models import Headcount, Person, Unit

pytestmark = [pytest.mark.page, pytest.mark.django_db]

OWN = "ca-phe-sang-ben-ho-99"
FROM = "01/07/2025"
# As the guide says: the list, what is typed below the headings of its template.
UNITS = [
    {"Mã đơn vị": "PKT", "Tên đơn vị": "Phòng Kinh tế", "Loại đơn vị": "Phòng, ban", "Đơn vị cấp trên": "NP"},
    {
        "Mã đơn vị": "TNN",
        "Tên đơn vị": "Tổ Nông nghiệp",
        "Loại đơn vị": "Phòng, ban",
        "Đơn vị cấp trên": "PKT",
    },
]
PEOPLE = [
    {"Họ và tên": "Lê Văn An", "Ngày sinh": "5/12/1980", "Đơn vị": "NP", "Chức vụ": "Chuyên viên"},
    {"Họ và tên": "Vũ Thị Đào", "Ngày sinh": "1990", "Đơn vị": "Phòng Kinh tế", "Chức vụ": "Trưởng phòng"}
    | {"Người đứng đầu": "x"},
]
POSTS = [{"Đơn vị": "Phòng Kinh tế", "Năm": "2026", "Biên chế": "9"}]
ACCOUNTS = [{"Họ và tên": "Lê Văn An", "Đơn vị": "NP", "Vai trò": "Cán bộ tiếp nhận, thẩm định"}]
PAST = [
    {"Cá nhân, tập thể": "Vũ Thị Đào", "Danh hiệu, hình thức": "Lao động tiên tiến", "Năm được khen": "2024"}
    | {"Số quyết định": "9/QĐ-UBND", "Cơ quan quyết định": "UBND huyện Ninh Phước"},
]
SCORES = [{"Đơn vị": "PKT", "Chỉ số": "PAR INDEX", "Năm": "2025", "Điểm": "86,5", "Thứ hạng": "2"}]


def test_agency_is_set_up_from_excel(monkeypatch):
    # Ten processes of their own would be most of this test's time.
    monkeypatch.setattr(table, "run_confined", lambda name, data, **limits: cells_of(data))
    monkeypatch.setenv("THIDUAKT_ADMIN_PASSWORD", PASSWORD)
    w.catalogue()
    call_command(
        "create_admin", "phat", "Nguyễn Tấn Phát", unit="NP", unit_name="Ủy ban nhân dân xã Ninh Phước"
    )
    admin = Browser().login("phat")
    send(admin, "Đơn vị", [row | {"Thành lập từ ngày": FROM} for row in UNITS])
    send(admin, "Cá nhân", [row | {"Giữ chức vụ từ ngày": FROM} for row in PEOPLE])
    send(admin, "Biên chế", POSTS)
    send(admin, "Khen thưởng trước đây", PAST)
    assert (Unit.objects.count(), Person.objects.count(), Headcount.objects.get().posts) == (3, 2, 9)
    assert Unit.objects.get(code="TNN").parents.get().parent.code == "PKT"
    head = Person.objects.get(full_name="Vũ Thị Đào")
    admin.open(head.get_absolute_url()).must_say("9/QĐ-UBND", "Lao động tiên tiến", "Trưởng phòng")
    send(admin, "Tài khoản", ACCOUNTS)
    officer = invited(admin, "an.lv")
    send(officer, "Điểm, thứ hạng chỉ số", SCORES)
    assert (IndicatorScore.objects.get().rank, IndicatorScore.objects.get().entered_by.username) == (
        2,
        "an.lv",
    )


def send(browser: Browser, title: str, rows: list[dict]) -> None:
    """One list by its template: fetched, filled in, read, looked at, confirmed."""
    browser.open("/don-vi/").follow("Nhập từ Excel").follow(title, to="/don-vi/nhap/")
    template = browser.client.get(browser.there(browser.link("Tải tệp mẫu").href)).content
    browser.press("Đọc tệp", file=filled(template, rows))
    browser.must_say(f"Ghi mới: {len(rows)}", "Sai: 0").press(f"Nhập {len(rows)} dòng").must_say("Đã nhập")


def filled(template: bytes, rows: list[dict]) -> SimpleUploadedFile:
    """The workbook with the example typed over."""
    book, kept = openpyxl.load_workbook(io.BytesIO(template)), io.BytesIO()
    sheet = book.worksheets[0]
    headings = [cell.value.removesuffix(" (*)") for cell in sheet[1]]
    for number, row in enumerate(rows, start=2):
        assert set(row) <= set(headings)
        for place, heading in enumerate(headings, start=1):
            sheet.cell(number, place).value = row.get(heading)
    book.save(kept)
    return SimpleUploadedFile("danh-sach.xlsx", kept.getvalue())


def invited(admin: Browser, username: str) -> Browser:
    """The slip of the account that the list opened, the password set by its owner."""
    form, button = admin.button("In 1 phiếu (PDF)", "")
    slips = admin.client.post(form.action, sent(form, button, {}))
    pages = PdfReader(io.BytesIO(slips.content)).pages
    code = re.search(r"\b\w{4}-\w{4}-\w{4}\b", " ".join(page.extract_text() for page in pages))[0]
    owner = Browser().open("/kich-hoat/")
    owner.press("Tiếp tục", username=username, code=code)
    owner.press("Đặt mật khẩu", new_password1=OWN, new_password2=OWN).must_say("Đã đặt mật khẩu")
    return owner.open("/dang-nhap/").press("Đăng nhập", username=username, password=OWN)
