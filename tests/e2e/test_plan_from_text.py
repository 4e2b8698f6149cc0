"""A plan from its text in Chromium: read, looked at thing by thing, signed and launched."""

import pytest
from playwright.sync_api import Page, expect

from tests.campaigns.plan_contract import FOLDER
from tests.world.ground import PASSWORD, make_world

from .eyes import look
from .walk import Walk, follow, press, told

pytestmark = pytest.mark.e2e

OFFICER, SIGNER, RECORDS = "cuong", "phoct", "thu"
TITLE = "Phát động phong trào thi đua cải cách hành chính xã Ninh Phước năm 2027"


@pytest.fixture
def walk(browse):
    """A commune with its office behind the live server."""
    make_world()
    return Walk(browse, PASSWORD)


def plan_text() -> str:
    """Plan 002 as a commune would write it for another year."""
    text = (FOLDER / "002.txt").read_text()
    for old, new in (("huyện Ninh Phước", "xã Ninh Phước"), ("2021", "2027"), ("**", "")):
        text = text.replace(old, new)
    return text


def test_plan_goes_from_its_text_to_its_launch(walk):
    page = paste(walk.at(OFFICER))
    check_everything(page)
    choose_the_signer(page)
    follow(page, "Kiểm tra thể thức xong")
    told(press(page, "Kiểm tra thể thức xong"), "Đã khóa lời văn, lập dự thảo trình ký.")
    approve(walk.at(SIGNER))
    launch(walk.at(RECORDS))


def paste(page: Page) -> Page:
    page.goto("/ke-hoach/")
    look(follow(page, "Nhập kế hoạch từ văn bản"))
    page.get_by_label("Hoặc dán toàn văn kế hoạch vào đây").fill(plan_text())
    look(told(press(page, "Đọc kế hoạch"), "Đã đọc xong kế hoạch"))
    return page


def check_everything(page: Page) -> None:
    """The first by its own button, the others clause by clause; the doubts one by one. No page load."""
    tally = page.locator("#tally")
    first = page.get_by_role("button", name="Đúng: V1").first
    first.click()
    expect(tally).to_contain_text("Đã xác nhận 1/")
    for button in ("accept_group", "accept", "note"):
        while (those := page.locator(f"button[name={button}]")).count():
            left = those.count()
            those.first.click()
            expect(those).not_to_have_count(left)
    expect(tally).to_contain_text("Đã xem hết")
    look(page)


def choose_the_signer(page: Page) -> None:
    """Who issues is the only unit that the officer works for; the lines follow from the signer's position."""
    follow(follow(page, "Về trang kế hoạch"), "Sửa cơ quan ban hành, người ký")
    page.locator("[name=signer]").select_option(label="Đỗ Thị Phượng")
    page.get_by_label("Quyền hạn, chức vụ của người ký").fill("")
    told(press(page, "Lưu"), "Đã ghi cơ quan ban hành, người ký.")


def approve(page: Page) -> None:
    page.goto("/van-ban/")
    look(follow(follow(page, "Kế hoạch:"), "Duyệt dự thảo"))
    told(press(page, "Duyệt dự thảo"), "Đã duyệt dự thảo.")


def launch(page: Page) -> None:
    page.goto("/ke-hoach/")
    look(follow(follow(page, TITLE), "Cấp số, ban hành kế hoạch"))
    told(press(page, "Cấp số, ban hành kế hoạch"), "Đã ban hành Kế hoạch số")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
