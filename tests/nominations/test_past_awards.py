"""Awards from before the system: entered from paper, shown with the system's own, cancelled with a reason."""

import datetime as dt

import pytest

from criteria.models import AwardType
from nominations.facts.continuity import continuity
from nominations.facts.history import award_history
from nominations.models import PastAward
from nominations.services.past import cancel_past_award, enter_past_award
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from units import services

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

PAPER = {
    "decision_number": "315/QĐ-UBND",
    "decision_date": dt.date(2021, 1, 26),
    "decision_issuer": "UBND huyện Ninh Phước",
    "source": "Bản gốc do cá nhân nộp",
}


@pytest.fixture
def world():
    return w.make_world()


def enter(world, nominee, *, code: str = "CSTDCS", year: int = 2020, **changes) -> PastAward:
    by = changes.pop("by", world.officer)
    award = AwardType.objects.get(code=code)
    return enter_past_award(nominee, award, year=year, by=by, **(PAPER | changes))


def shown(subject, user) -> list[tuple]:
    lines = award_history(subject, user, today())
    return [(line.year, line.award, line.decision, line.source, line.of) for line in lines]


def test_history_holds_awards_of_the_system_and_of_before(world):
    document = w.awarded(world)
    who = world.staff.person
    enter(world, who)
    enter(world, who, year=2019, decision_number="288/QĐ-UBND", decision_date=None)
    ours = f"{document.reference} ngày {document.issued_on:%d/%m/%Y}, UBND xã Ninh Phước"
    assert shown(who, world.officer) == [
        (world.campaign.year, "Giấy khen", ours, "system", ""),
        (2020, "Chiến sĩ thi đua cơ sở", "315/QĐ-UBND ngày 26/01/2021, UBND huyện Ninh Phước", "paper", ""),
        (2019, "Chiến sĩ thi đua cơ sở", "288/QĐ-UBND, UBND huyện Ninh Phước", "paper", ""),
    ]


def test_continuity_says_how_far_titles_reach_and_when_at_the_earliest(world):
    year = today().year
    for back in (1, 2):
        enter(world, world.staff.person, year=year - back, decision_number=f"{back}/QĐ", decision_date=None)
    runs = {run.title: run for run in continuity(world.staff.person, today())}
    two, three = (runs[f"{times} năm liên tục Chiến sĩ thi đua cơ sở"] for times in (2, 3))
    assert (two.finding.outcome, three.finding.outcome, three.first) == ("met", "unmet", year)
    assert "Chiến sĩ thi đua" in three.uses
    assert continuity(world.economy, today()) == []


def test_history_of_a_unit_goes_on_across_its_predecessors(world):
    enter(world, world.economy, code="TTLDTT", name="Phòng Kinh tế và Hạ tầng")
    services.succeed(world.economy, world.culture, "merge", today())
    lines = shown(world.culture, world.officer)
    assert [(line[1], line[4]) for line in lines] == [
        ("Tập thể lao động tiên tiến", "Phòng Kinh tế và Hạ tầng")
    ]


def test_same_award_twice_is_refused(world):
    enter(world, world.staff.person)
    with pytest.raises(Refused, match=r"^Khen thưởng này của cá nhân đã được ghi\.$"):
        enter(world, world.staff.person)


def test_cancelled_award_counts_no_more_and_may_be_entered_again(world):
    past = enter(world, world.staff.person)
    cancel_past_award(past, by=world.officer, note="Nhập nhầm người")
    assert shown(world.staff.person, world.officer) == []
    assert [event.action for event in past.events.all()] == ["enter", "cancel"]
    enter(world, world.staff.person)


def test_cancel_twice_or_without_reason_is_refused(world):
    past = enter(world, world.staff.person)
    with pytest.raises(Refused, match=r"^Chưa ghi lý do hủy\.$"):
        cancel_past_award(past, by=world.officer, note=" ")
    cancel_past_award(past, by=world.officer, note="Nhập nhầm")
    with pytest.raises(Refused, match=r"^Dòng khen thưởng này đã được hủy ghi\.$"):
        cancel_past_award(past, by=world.officer, note="Nhập nhầm")


@pytest.mark.parametrize(
    "changes, sentence",
    [
        ({"year": 2999}, r"^Năm khen thưởng từ 1945 đến \d{4}\.$"),
        ({"decision_date": dt.date(2999, 1, 1)}, r"^Ngày quyết định còn ở phía trước; kiểm tra lại ngày\.$"),
        ({"year": 2022}, r"^Quyết định ngày 26/01/2021 không thể khen thành tích năm 2022\.$"),
    ],
)
def test_impossible_days_are_refused(world, changes, sentence):
    with pytest.raises(Refused, match=sentence):
        enter(world, world.staff.person, **changes)
    assert PastAward.objects.count() == 0


@pytest.mark.parametrize("who", ["stranger", "clerk", "staff"])
def test_only_the_office_enters(world, who):
    with pytest.raises(Refused, match=r"^Anh/chị chỉ ghi khen thưởng của cá nhân, tập thể thuộc cơ quan"):
        enter(world, world.staff.person, by=getattr(world, who))


def test_past_award_is_seen_by_its_people_and_not_by_strangers(world):
    past = enter(world, world.staff.person)
    seen = {
        name: PastAward.objects.visible_to(getattr(world, name), today()).filter(pk=past.pk).exists()
        for name in ("staff", "clerk", "officer", "stranger", "admin")
    }
    assert seen == {"staff": True, "clerk": True, "officer": True, "stranger": False, "admin": True}
