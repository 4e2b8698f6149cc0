"""People at their screens: the unit with phones, the office at desks, each logged in once."""

import datetime as dt
import re
from io import BytesIO

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.chromium import DESK, PHONE
from thiduakt.clock import today
from thiduakt.management.demo.accounts import PASSWORD

from .eyes import fits, look

NOMINEE = "Nguyễn Đức Thịnh"
STAFF, CLERK, HEAD = "thinh", "oanh", "quoc"
OFFICER, OFFICER2, SECRETARY = "bao", "linh", "vy"
OFFICE_HEAD, SIGNER, RECORDS = "phuoc", "tuan", "nhung"
AT_A_PHONE = (STAFF, CLERK, HEAD)
WRITTEN = "Đã tham mưu 12 văn bản, đúng hạn 100%, nhiều hơn năm trước 03 văn bản."


class Walk:
    """`browse` is the fixture; `at(username)` the page of an account."""

    def __init__(self, browse, password: str = PASSWORD):
        self.browse, self.password = browse, password
        self.pages: dict[str, Page] = {}

    def at(self, username: str, path: str = "/") -> Page:
        """Its page, opened anew at the path; who logs in is led to the start by the login."""
        led = username not in self.pages
        if led:
            self.pages[username] = self.logged_in(username)
        page = self.pages[username]
        if not led or path != "/":
            page.goto(path)
        return page

    def still(self, username: str) -> Page:
        """Its page as it was left; its start for whom it is the first."""
        return self.pages[username] if username in self.pages else self.at(username)

    def logged_in(self, username: str) -> Page:
        phone = {"has_touch": True, "is_mobile": True}
        page = self.browse(PHONE, **phone) if username in AT_A_PHONE else self.browse(DESK)
        page.goto("/dang-nhap/")
        page.get_by_label("Tên đăng nhập").fill(username)
        page.get_by_label("Mật khẩu").fill(self.password)
        press(page, "Đăng nhập")
        expect(page.get_by_role("heading", name="Việc cần làm", level=1)).to_be_visible()
        return page


def follow(page: Page, words: str) -> Page:
    """The first link with these words that is to be seen."""
    return arrive(page, page.get_by_role("link", name=words))


def arrive(page: Page, where: Locator) -> Page:
    """Click, and stand on the page that comes; it may not scroll sideways."""
    with page.expect_navigation():
        where.locator("visible=true").first.click()
    fits(page)
    return page


def menu(page: Page, words: str) -> Page:
    """By the menu of the phone, or the line of links at a desk."""
    summary = page.locator(".top-menu > summary")
    if summary.is_visible():
        summary.click()
    return arrive(page, page.get_by_role("navigation").get_by_role("link", name=words))


def press(page: Page, words: str) -> Page:
    return arrive(page, page.get_by_role("button", name=words, exact=True))


def told(page: Page, words: str) -> Page:
    """The sentence after a step."""
    expect(page.locator("#messages, .messagelist").filter(has_text=words)).to_be_visible()
    return page


def everybody_for(page: Page) -> None:
    """All votes yes, as many as the page says take part."""
    (voters,) = re.findall(r"tham gia biểu quyết: (\d+)", page.locator("main").inner_text())
    for field in page.locator("input[name^=yes_]").all():
        field.fill(voters)


def keep_the_minutes(page: Page) -> Page:
    """On the page of a session: attendance, counts, the end; looked at while its forms are open."""
    look(page)
    page.locator("[name=starts_at]").fill("14:00")
    told(press(page, "Lưu điểm danh, diễn biến"), "Đã lưu điểm danh")
    everybody_for(page)
    told(press(page, "Lưu số phiếu"), "Đã lưu số phiếu")
    return told(press(page, "Kết thúc phiên họp"), "Đã kết thúc phiên họp")


def day(days: int = 0) -> str:
    return f"{today() + dt.timedelta(days=days):%d/%m/%Y}"


def pdf(page: Page, words: str) -> PdfReader:
    """The PDF behind a link, fetched as this account."""
    answer = page.request.get(page.get_by_role("link", name=words).first.get_attribute("href"))
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    return PdfReader(BytesIO(answer.body()))
