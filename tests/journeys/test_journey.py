"""The whole way once: from the plan to a giấy khen in the hand, by the demonstration's accounts."""

from collections import Counter

import pytest

from campaigns.models import Quota
from councils.models import CouncilSession, SessionItem
from documents.models import DocumentEvent, IssuedDocument
from nominations.models import Award, DossierEvent, SubmissionEvent
from thiduakt.clock import today
from thiduakt.vietnamese.days import long_date

from .steps_office import WRONG
from .steps_unit import COLLEAGUE, NOMINEE, STAFF

pytestmark = pytest.mark.journey

TEACHER = "Hồ Thị Ánh Nguyệt"
COUNTED = (DossierEvent, SubmissionEvent, DocumentEvent, IssuedDocument, CouncilSession, SessionItem, Award)
# What the timeline of the dossier tells at the end, newest first: the step and who took it.
STORY = """
Khen thưởng | Lưu Thị Cẩm Nhung, UBND xã Ninh Phước
Đưa vào dự thảo quyết định | Châu Thị Mỹ Linh, UBND xã Ninh Phước
Trình ký | Nguyễn Hữu Phước, UBND xã Ninh Phước
Hội đồng đề nghị | Huỳnh Ngọc Thúy Vy
Trình Hội đồng | Châu Thị Mỹ Linh, UBND xã Ninh Phước
Đủ điều kiện | Trần Quốc Bảo, UBND xã Ninh Phước
Thẩm định tiêu chí | Trần Quốc Bảo, UBND xã Ninh Phước
Tiếp nhận | Trần Quốc Bảo, UBND xã Ninh Phước
Xem phần bổ sung | Trần Quốc Bảo, UBND xã Ninh Phước
Kiểm tra giấy tờ | Trần Quốc Bảo, UBND xã Ninh Phước
Gửi bổ sung | Nguyễn Đức Thịnh
Yêu cầu bổ sung | Trần Quốc Bảo, UBND xã Ninh Phước
Kiểm tra giấy tờ | Trần Quốc Bảo, UBND xã Ninh Phước
Kiểm tra giấy tờ | Trần Quốc Bảo, UBND xã Ninh Phước
Gửi theo tờ trình | Nguyễn Thị Kim Oanh, Phòng Kinh tế xã Ninh Phước
Hội đồng của đơn vị họp, biểu quyết xong | Nguyễn Thị Kim Oanh, Phòng Kinh tế xã Ninh Phước
Đơn vị đề nghị | Đàng Năng Quốc, Phòng Kinh tế xã Ninh Phước
Nộp cho đơn vị | Nguyễn Đức Thịnh
Lập hồ sơ | Nguyễn Đức Thịnh
"""


AT_THE_UNIT = (
    "write_the_report",
    "hand_in",
    "propose",
    "hold_the_session",
    "prepare_the_letter",
    "approve_the_letter",
    "send_the_list",
)
AT_THE_OFFICE = (
    "ask_for_supplement",
    "supplement",
    "receive",
    "receive_in_bulk",
    "appraise_one",
    "appraise_the_other",
    "plan_the_session",
    "bring_to_the_session",
    "hold_the_council",
)
TO_THE_DECISION = ("claim_places", "prepare_the_decision", "approve_the_decision", "issue_the_decision")


def walk(journey, steps) -> dict[str, Counter]:
    """Every step once, its last button pressed once more; {step: what the second press added}."""
    added = {}
    for step in steps:
        seat = getattr(journey, step)()
        before = counted()
        seat.again()
        added[step] = counted() - before
    return {step: more for step, more in added.items() if more}


def counted() -> Counter:
    return Counter({model.__name__: model.objects.count() for model in COUNTED})


def places() -> dict[int, tuple[str, int, int]]:
    """Of each pool of each plan: its group, its limit, how many are taken."""
    return {row.pk: (row.group, row.limit, row.used) for row in Quota.objects.all()}


def test_whole_way_ends_with_a_certificate(journey):
    before = places()
    assert walk(journey, (*AT_THE_UNIT, *AT_THE_OFFICE, *TO_THE_DECISION)) == {}
    ((pool, (group, limit, used)),) = places().items() - before.items()
    assert (group, before[pool]) == ("individual", (group, limit, used - 2))
    check_the_certificates(journey)
    check_the_decision(journey)
    check_what_the_nominee_sees(journey)


def check_the_certificates(journey):
    """One landscape A4 page each, in the order of the golden book, with number and day."""
    pages = journey.certificates().pages
    assert [(round(page.mediabox.width), round(page.mediabox.height)) for page in pages] == [(842, 595)] * 3
    texts = [page.extract_text() for page in pages]
    names = ["Lê Hoàng Nam", NOMINEE, COLLEAGUE]
    assert [[name for name in names if name in text] for text in texts] == [[name] for name in names]
    ending = f"Số quyết định: 02/QĐ-UBND {long_date(today())}"
    assert [ending in " ".join(text.split()) for text in texts] == [True] * 3


def check_the_decision(journey):
    """The list names all three; the money is that of the award's row."""
    bonus = f"{Award.objects.get(person__full_name=NOMINEE, dossier__isnull=False).bonus:,}".replace(",", ".")
    text = "\n".join(page.extract_text() for page in journey.at("nhung").pdf("Mở văn bản").pages)
    assert [
        name for name in ("Lê Hoàng Nam", NOMINEE, COLLEAGUE, "02/QĐ-UBND", bonus) if name not in text
    ] == []


def check_what_the_nominee_sees(journey):
    """The notice, the result with its money, the own giấy khen, and who did what."""
    seat = journey.result().must_say(f"{NOMINEE} được tặng Giấy khen", "Tiền thưởng", "phiếu đồng ý")
    (page,) = seat.pdf("Mở giấy khen").pages
    assert NOMINEE in page.extract_text()
    told = journey.dossier(STAFF).must_say(WRONG).page.story
    assert [f"{step} | {who}" for step, who in told] == STORY.strip().splitlines()


def test_registration_is_accepted_by_the_office(journey):
    journey.register("nguyet", TEACHER).must_say("Đã gửi đăng ký")
    journey.accept_registration(TEACHER)
    journey.start("nguyet").follow("Đăng ký", to="/dang-ky/").follow(TEACHER).must_say("Đã tiếp nhận")
