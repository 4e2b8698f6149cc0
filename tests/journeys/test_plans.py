"""A plan written on the site from nothing, launched, extended; and replaced by one made from last year's."""

import pytest

from thiduakt.clock import today

from .steps_plan import SIGNER_NAME, TITLE, due
from .steps_unit import CLERK

pytestmark = pytest.mark.journey

OLD = "Phát động phong trào thi đua cải cách hành chính huyện Ninh Phước năm 2021"
NEW = OLD.replace("2021", str(today().year + 1))


def issue(journey, title: str) -> str:
    """From the draft to its number."""
    journey.name_the_signer(title)
    journey.check_the_form()
    journey.approve_the_plan()
    return journey.launch_the_plan().page.text


def test_plan_is_written_launched_extended_and_replaced(journey):
    journey.write_the_clauses()
    journey.write_the_head()
    issue(journey, TITLE)
    journey.extend_the_deadline()
    seat = journey.start(CLERK).must_say(f"Gửi hồ sơ: gia hạn đến hết {due(45)}")
    seat.open("/ke-hoach/").follow(TITLE).must_say("Giấy khen", "tối đa 03 cá nhân", due(45))
    (page,) = seat.pdf("Văn bản (PDF").pages
    said = " ".join(page.extract_text().split())
    wanted = (
        "Nơi nhận: - Các đơn vị thuộc xã; - Lưu: VT.",
        "III. TỔ CHỨC THỰC HIỆN",
        due(30),
        SIGNER_NAME,
        f"năm {today().year}",
    )
    assert [words for words in wanted if words not in said] == []
    journey.carry_over(OLD)
    issue(journey, NEW)
    journey.replace_the_plan(NEW)
    journey.plan(CLERK).must_say("Đã được thay thế")
