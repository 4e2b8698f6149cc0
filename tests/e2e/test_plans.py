"""A plan in Chromium: read from its text or written here, signed, launched, extended, replacing another."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.campaigns.plan_contract import FOLDER
from tests.world.ground import PASSWORD, make_world
from thiduakt.clock import today

from .eyes import look
from .walk import Walk, follow, press, told

pytestmark = pytest.mark.e2e

OFFICER, OFFICE_HEAD, SIGNER, RECORDS = "cuong", "bao", "phoct", "thu"
YEAR = today().year + 1
OLD = "Phát động phong trào thi đua cải cách hành chính huyện Ninh Phước năm 2021"
TITLE = f"Phát động phong trào thi đua cải cách hành chính xã Ninh Phước năm {YEAR}"


@pytest.fixture
def walk(browse):
    """A commune with its office behind the live server."""
    make_world()
    return Walk(browse, PASSWORD)


def plan_text() -> str:
    """Plan 002 as a commune would write it for another year."""
    text = (FOLDER / "002.txt").read_text()
    for old, new in (("huyện Ninh Phước", "xã Ninh Phước"), ("2021", str(YEAR)), ("**", "")):
        text = text.replace(old, new)
    return text


def test_plan_goes_from_its_text_to_its_launch(walk):
    page = paste(walk.at(OFFICER, "/ke-hoach/"))
    check_everything(page)
    choose_the_signer(page)
    follow(page, "Kiểm tra thể thức xong")
    told(press(page, "Kiểm tra thể thức xong"), "Đã khóa lời văn, lập dự thảo trình ký.")
    approve(walk.at(SIGNER, "/van-ban/"))
    launch(walk.at(RECORDS, "/ke-hoach/"))
    extend(walk.at(OFFICE_HEAD, "/ke-hoach/"))
    replace_the_old(walk.at(OFFICE_HEAD, "/ke-hoach/"))


def paste(page: Page) -> Page:
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
    look(follow(follow(page, "Kế hoạch:"), "Duyệt dự thảo"))
    told(press(page, "Duyệt dự thảo"), "Đã duyệt dự thảo.")


def launch(page: Page) -> None:
    look(follow(follow(page, TITLE), "Cấp số, ban hành kế hoạch"))
    told(press(page, "Cấp số, ban hành kế hoạch"), "Đã ban hành Kế hoạch số")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()


def extend(page: Page) -> None:
    """A later day by a recorded act; the plan's own day stays beside it."""
    follow(follow(page, TITLE), "Thời hạn, gia hạn, nhận muộn")
    look(follow(page, "Gia hạn: Gửi hồ sơ"))
    page.get_by_label("Gia hạn đến hết ngày").fill(f"15/12/{YEAR}")
    page.get_by_label("Lý do").fill("Các đơn vị sắp xếp lại.")
    told(press(page, "Gia hạn"), f"Đã gia hạn đến hết ngày 15/12/{YEAR}.")
    line = page.get_by_role("listitem").filter(has_text="Gửi hồ sơ")
    expect(line).to_contain_text(f"Gia hạn đến hết 15/12/{YEAR}")
    expect(line).to_contain_text(f"30/11/{YEAR}")


def replace_the_old(page: Page) -> None:
    look(follow(follow(page, OLD), "Thay thế, thu hồi"))
    paper = page.get_by_label("Văn bản", exact=False).first
    paper.select_option(index=1)
    page.get_by_label("Lý do").fill("Thay bằng kế hoạch mới.")
    told(press(page, "Ghi nhận"), "Đã ghi. Các đơn vị đã được báo.")
    expect(page.get_by_text("đã được thay thế bằng")).to_be_visible()


def test_plan_is_written_clause_by_clause(walk):
    """From an empty page; what is typed keeps itself, a rule stands beside its clause."""
    page = walk.at(OFFICER, "/ke-hoach/")
    follow(page, "Soạn kế hoạch mới")
    page.get_by_label("Trích yếu").fill("Phát động thi đua số hóa hồ sơ")
    page.get_by_label("Năm").fill(str(YEAR))
    press(page, "Bắt đầu soạn")
    look(follow(page, "Thêm mục ở cuối"))
    page.get_by_label("Tiêu đề").fill("KHEN THƯỞNG")
    page.get_by_label("Nội dung").fill("Giấy khen tối đa 03 cá nhân.")
    told(press(page, "Thêm điều khoản"), "Đã thêm Mục I.")
    page.get_by_text("Sửa, chuyển, thêm").click()
    look(follow(page, "Sửa Mục I"))
    page.get_by_label("Nội dung").press("End")
    page.get_by_label("Nội dung").press_sequentially(" Xét một lần.")
    expect(page.locator("#da-luu")).to_contain_text(re.compile(r"Đã lưu \d\d:\d\d"))
    page.get_by_text("Thêm quy định").click()
    follow(page, "Số lượng")
    page.get_by_label("Giấy khen", exact=True).check()
    page.get_by_label("Đối tượng").select_option("Cá nhân")
    page.get_by_label("Số lượng").fill("3")
    told(press(page, "Lưu"), "Đã thêm vào Mục I.")
    look(follow(page, "Soạn điều khoản"))
    words = "I. KHEN THƯỞNG Giấy khen tối đa 03 cá nhân. Xét một lần."
    expect(page.locator("form.outline")).to_contain_text(words)
    expect(page.locator("form.outline")).to_contain_text("Giấy khen: tối đa 3 cá nhân")
