import datetime as dt

import pytest

from campaigns.facts import badge, due_on, timeline, window_open
from campaigns.facts.rules import brief
from campaigns.models import Campaign
from tests.campaigns import plans

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def plan():
    issuer = plans.district()
    return plans.launched(issuer, plans.account("can-bo", issuer, "officer"))


@pytest.mark.parametrize(
    ("on", "word"),
    [
        (dt.date(2021, 11, 14), "Đang thi đua"),
        (dt.date(2021, 11, 15), "Đang nhận hồ sơ"),
        (dt.date(2021, 11, 30), "Đang nhận hồ sơ"),
        (dt.date(2021, 12, 1), "Đang xét"),
    ],
)
def test_badge_follows_the_days_of_the_plan(plan, on, word):
    assert badge(plan, on).label == word


@pytest.mark.parametrize(("state", "word"), [("draft", "Đang soạn thảo"), ("closed", "Đã tổng kết")])
def test_badge_of_plan_that_does_not_run(plan, state, word):
    plan.state = state
    assert badge(plan, dt.date(2021, 11, 15)).label == word


@pytest.mark.parametrize(("day", "is_open"), [(30, True), (29, True)])
def test_window_open_until_the_last_day(plan, day, is_open):
    assert window_open(plan, "dossier", dt.date(2021, 11, day)) is is_open


def test_window_closed_after_the_last_day(plan):
    assert window_open(plan, "dossier", dt.date(2021, 12, 1)) is False


def test_window_without_a_date_is_open(plan):
    assert [due_on(plan, "registration"), window_open(plan, "registration", dt.date(2030, 1, 1))] == [
        None,
        True,
    ]


def test_timeline_on_22_november(plan):
    moments = timeline(Campaign.objects.get(pk=plan.pk), dt.date(2021, 11, 22))
    assert [(m.title, m.css, m.left) for m in moments] == [
        ("Phát động", "past", "đã qua"),
        ("Kết thúc thi đua", "past", "đã qua 8 ngày"),
        ("Gửi hồ sơ", "now", "Còn 8 ngày, 6 ngày làm việc"),
        ("Thẩm định, trình khen thưởng", "", "còn 12 ngày"),
        ("Gửi kế hoạch của đơn vị", "", "còn 68 ngày"),
    ]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Nghiêm kỷ luật (không xét nếu trên 10%).", "Nghiêm kỷ luật"),
        (
            "Giao Phòng Nội vụ (cơ quan thường trực) theo dõi.",
            "Giao Phòng Nội vụ (cơ quan thường trực) theo dõi",
        ),
    ],
)
def test_brief_leaves_out_the_last_bracket_only(text, short):
    assert brief(text) == short
