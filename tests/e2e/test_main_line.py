"""The main line in Chromium: phones at the unit, desks at the office, a giấy khen at the end."""

import re

import pytest
from playwright.sync_api import expect

from tests import world

from .eyes import is_accessible, look
from .walk import (
    CLERK,
    HEAD,
    NOMINEE,
    OFFICE_HEAD,
    OFFICER,
    OFFICER2,
    RECORDS,
    SECRETARY,
    SIGNER,
    STAFF,
    WRITTEN,
    Walk,
    day,
    follow,
    keep_the_minutes,
    menu,
    pdf,
    press,
    told,
)

pytestmark = pytest.mark.e2e

SUBJECT = "Xét khen thưởng đợt bổ sung"


@pytest.fixture
def walk(browse, monkeypatch):
    """The demonstration behind the live server."""
    monkeypatch.setenv("THIDUAKT_DEMO", "1")
    world.demonstration()
    return Walk(browse)


def test_main_line_ends_with_a_certificate(walk):
    write_and_hand_in(walk)
    send_the_list(walk)
    appraise_by_keys(walk)
    hold_the_council(walk)
    decide(walk)
    see_the_result(walk)


def write_and_hand_in(walk):
    """The staff member on the phone, from the plan to the handed-in dossier."""
    page = walk.at(STAFF)
    look(page)
    look(follow(page, "Phát động phong trào thi đua cải cách hành chính"))
    page = follow(walk.at(STAFF), f"Viết tiếp hồ sơ của {NOMINEE}")
    look(page)
    look(follow(page, "Báo cáo thành tích"))
    page.get_by_label("Kết quả đạt được").press_sequentially(WRITTEN)
    expect(page.locator("[data-saved]")).to_contain_text(re.compile(r"Đã lưu \d\d:\d\d"))
    told(press(page, "Lưu và sang tiêu chí 4"), "Đã lưu.")
    page.get_by_label("Kết quả đạt được").fill(WRITTEN)
    press(page, "Lưu và về hồ sơ")
    look(follow(page, "Bản tóm tắt thành tích"))
    page.get_by_label("Bản tóm tắt thành tích").fill(WRITTEN)
    press(page, "Lưu và về hồ sơ")
    told(press(page, "Nộp cho đơn vị"), "Đã nộp hồ sơ")


def send_the_list(walk):
    """Head and clerk on their phones: the decision, the session, the letter, off it goes."""
    page = follow(walk.at(HEAD), f"Quyết định việc đề nghị {NOMINEE}")
    told(press(page, "Đơn vị đề nghị"), "Đơn vị đã đề nghị hồ sơ")
    page = press(menu(walk.still(CLERK), "Tờ trình"), "Mở tờ trình")
    look(page)
    look(follow(page, "Lập phiên họp Hội đồng"))
    keep_the_minutes(press(page, "Lập phiên họp"))
    press(menu(walk.still(CLERK), "Tờ trình"), "Mở tờ trình")
    told(press(page, "Lập dự thảo tờ trình"), "Đã lập dự thảo tờ trình")
    page = walk.at(HEAD, "/van-ban/")
    look(page)
    look(follow(page, "Tờ trình:"))
    look(follow(page, "Duyệt dự thảo"))
    told(press(page, "Duyệt dự thảo"), "Đã duyệt dự thảo.")
    page = press(menu(walk.still(CLERK), "Tờ trình"), "Mở tờ trình")
    look(follow(page, "Gửi tờ trình"))
    told(press(page, "Gửi tờ trình"), "Đã gửi tờ trình.")


def appraise_by_keys(walk):
    """The officer at the desk: received with ticked papers, then J, K, L and the arrows."""
    page = follow(walk.at(OFFICER), "hồ sơ mới đến")
    look(page)
    page.locator("#searchbar").fill(NOMINEE)
    follow(press(page, "Tìm kiếm"), "HS-")
    is_accessible(page)
    for label in page.locator("#checks label", has_text="Đủ").all():
        label.click()
    told(press(page, "Tiếp nhận"), "Đã tiếp nhận hồ sơ")
    judges = page.locator("#criteria .judge")
    page.locator("body").press("l")
    expect(judges.first.locator("input[value=unmet]")).to_be_checked()
    page.keyboard.press("k")
    expect(judges.first.locator("input[value=confirm]")).to_be_checked()
    for judge in judges.all():
        judge.locator("h3").click()
        page.keyboard.press("j")
        page.keyboard.press("ArrowDown")
    expect(page.locator("#criteria input[value=met]:checked")).to_have_count(judges.count())
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    told(page, "Đã lưu thẩm định")
    told(press(page, "Đủ điều kiện"), "Tiếp theo: trình Hội đồng.")


def hold_the_council(walk):
    page = follow(menu(walk.still(OFFICER2), "Hội đồng"), "Lập phiên họp")
    look(page)
    page.get_by_label("Nội dung họp").fill(SUBJECT)
    page.get_by_label("Ngày họp").fill(day())
    press(page, "Lập phiên họp")
    page.get_by_label(NOMINEE).check()
    told(press(page, "Đưa vào chương trình"), "Đã đưa 1 đề nghị vào chương trình họp.")
    keep_the_minutes(follow(menu(walk.still(SECRETARY), "Hội đồng"), SUBJECT))


def decide(walk):
    """Within the quota, drawn up, approved, numbered."""
    page = follow(menu(walk.still(OFFICE_HEAD), "Khen thưởng"), "Quyết định khen thưởng")
    look(page)
    look(follow(page, "Trình ký"))
    page = press(press(page, "Xem trước danh sách trình ký"), "Trình ký 2 hồ sơ")
    page = follow(menu(walk.still(OFFICER2), "Khen thưởng"), "Quyết định khen thưởng")
    follow(page, "Lập quyết định").get_by_label("Người ký").select_option("Lê Minh Tuấn")
    told(press(page, "Lập dự thảo quyết định"), "Đã lập dự thảo quyết định")
    page = walk.at(SIGNER, "/van-ban/")
    look(follow(follow(page, "Quyết định:"), "Duyệt dự thảo"))
    told(press(page, "Duyệt dự thảo"), "Đã duyệt dự thảo.")
    page = walk.at(RECORDS, "/van-ban/")
    look(follow(follow(page, "Quyết định:"), "Cấp số, ban hành"))
    told(press(page, "Cấp số, ban hành"), "Đã ban hành Quyết định số 02/QĐ-UBND")
    look(page)


def see_the_result(walk):
    """The nominee on the phone: the notice, the result, the own giấy khen."""
    page = follow(walk.at(STAFF), "02/QĐ-UBND")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{NOMINEE} được tặng Giấy khen")
    look(page)
    (sheet,) = pdf(page, "Mở giấy khen").pages
    assert [round(sheet.mediabox.width), round(sheet.mediabox.height)] == [842, 595]
    assert [words for words in (NOMINEE, "02/QĐ-UBND") if words not in sheet.extract_text()] == []
