"""Secret ballots: on screen and on paper, who may, how often, and what is kept of them."""

import pytest
from django.db import IntegrityError, transaction

from councils import services as councils
from councils.facts import quorum
from councils.models import CountedBallot, RoundVoter, SealedBallot
from nominations.services import agenda
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from units.enums import Gender

from .polls import cast, close, opened, polled, voters

pytestmark = [pytest.mark.unit, pytest.mark.django_db]
SHEET = {"issued": 5, "returned": 5, "valid": 5, "invalid": 0, "head_teller": "Hồ Thị Dung"}


@pytest.fixture
def world():
    return w.make_world()


def counted(item) -> tuple:
    item.refresh_from_db()
    return item.yes, item.no, item.blank


def paper(world, session, yes: int, no: int, **changes):
    counts = {item.pk: {"yes": yes, "no": no} for item in session.items.all()}
    return councils.enter_paper_round(session, counts, by=world.office_head, **SHEET | changes)


def test_ballot_on_screen_is_counted_and_kept_apart(world):
    round_ = opened(world, "An", "Bình")
    for user, choice in zip(voters(world), ("yes", "yes", "no", "yes"), strict=False):
        cast(round_, user, choice)
    assert SealedBallot.objects.count() == 8
    first, second = round_.items.all()
    more = {first.pk: {"yes": 0, "no": 1}, second.pk: {"yes": 1, "no": 0}}
    close(round_, world, paper=more, returned=1)
    assert (counted(first), counted(second)) == ((3, 2, 0), (4, 1, 0))
    assert (SealedBallot.objects.count(), CountedBallot.objects.count()) == (0, 10)
    assert set(round_.voters.values_list("member__person", flat=True)) == {
        user.person_id for user in voters(world)[:4]
    }
    # Recounted from the ballots themselves, and nothing of them in the trail.
    assert CountedBallot.objects.filter(item=first, choice="yes").count() == 3
    votes = round_.session.events.filter(action="vote").values_list("data", flat=True)
    assert list(votes) == [{"round": 1}] * 4


def test_counted_ballot_never_changes(world):
    round_ = opened(world, "An")
    for user in voters(world):
        cast(round_, user)
    close(round_, world)
    with pytest.raises(IntegrityError), transaction.atomic():
        CountedBallot.objects.update(choice="no")


@pytest.mark.parametrize("when", ["twice", "late", "stranger", "in part"])
def test_ballot_that_may_not_be_cast_leaves_nothing(world, when):
    round_ = opened(world, "An", "Bình")
    user, said = voters(world)[0], "mỗi người một phiếu"
    for voter in voters(world)[:3]:
        cast(round_, voter)
    if when == "late":
        user, said = voters(world)[4], "đã đóng"
        close(round_, world)
    if when == "stranger":
        user, said = world.stranger, "không có trong danh sách bỏ phiếu"
    if when == "in part":
        user, said = voters(world)[4], "cho từng đề nghị"
    choices = {item.pk: "yes" for item in list(round_.items.all())[: 1 if when == "in part" else 2]}
    with pytest.raises(Refused, match=said):
        councils.cast_ballot(round_, choices, by=user)
    assert (RoundVoter.objects.count(), SealedBallot.objects.count()) == (3, 0 if when == "late" else 6)


def test_own_case_is_not_on_ones_ballot(world):
    session = polled(world, "An", "Bình")
    own = session.items.first()
    own.excluded.set(world.council.members.filter(person=world.officer.person))
    round_ = councils.open_round(session, [item.pk for item in session.items.all()], by=world.office_head)
    for user in voters(world):
        cast(round_, user)
    close(round_, world)
    assert counted(own) == (4, 0, 0)


def test_too_few_on_screen_vote_on_paper(world):
    session = polled(world, "An")
    away = [member.pk for member in world.council.members.all()][2:]
    councils.write_session(session, by=world.office_head, presences=dict.fromkeys(away, "written"))
    with pytest.raises(Refused, match="bỏ phiếu giấy"):
        councils.open_round(session, [session.items.get().pk], by=world.office_head)


def test_two_ballots_are_not_counted_but_cancelled(world):
    round_ = opened(world, "An")
    for user in voters(world)[:2]:
        cast(round_, user)
    with pytest.raises(Refused, match="kiểm phiếu thì lộ phiếu"):
        close(round_, world)
    councils.cancel_round(round_, by=world.office_head, note="Máy hỏng")
    assert (SealedBallot.objects.count(), CountedBallot.objects.count()) == (0, 0)
    assert round_.session.events.order_by("seq").last().note == "Máy hỏng"
    paper(world, round_.session, 5, 0)
    assert counted(round_.session.items.get()) == (5, 0, 0)


def test_attendance_stands_while_a_ballot_on_screen_is_open(world):
    round_ = opened(world, "An")
    seat = world.council.members.last().pk
    with pytest.raises(Refused, match="không đổi điểm danh"):
        councils.write_session(round_.session, by=world.office_head, presences={seat: "absent"})


def test_law_that_wants_a_secret_ballot_takes_no_raised_hands(world):
    session = polled(world, "An", ballot_required=True)
    item = session.items.get()
    with pytest.raises(Refused, match=r"phải bỏ phiếu kín \(Nghị định 98/2023/NĐ-CP\)"):
        councils.write_votes(item, yes=5, no=0, blank=0, by=world.office_head)
    item.yes, item.no, item.blank = 5, 0, 0
    item.save()
    assert councils.why_not_close(session) == ["An: Giấy khen phải bỏ phiếu kín (Nghị định 98/2023/NĐ-CP)."]
    paper(world, session, 5, 0)
    assert councils.why_not_close(session) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"returned": 4}, "phải bằng 4 phiếu thu vào"),
        ({"issued": 6}, "nhiều hơn 5 thành viên tham gia"),
        ({"valid": 4, "invalid": 1}, "nhiều hơn 4 phiếu hợp lệ"),
    ],
)
def test_paper_record_that_does_not_add_up_is_refused(world, changes, said):
    session = polled(world, "An")
    with pytest.raises(Refused, match=said):
        paper(world, session, 4, 1, **changes)
    assert (session.rounds.count(), counted(session.items.get())) == (0, (None, None, None))


def test_second_round_only_where_the_first_decided_nothing_and_never_a_third(world):
    session = polled(world, "An")
    paper(world, session, 2, 3)
    paper(world, session, 3, 2)
    assert counted(session.items.get()) == (3, 2, 0)
    with pytest.raises(Refused, match="đã bỏ phiếu 2 lần"):
        paper(world, session, 5, 0)
    decided = polled(world, "Bình")
    paper(world, decided, 5, 0)
    with pytest.raises(Refused, match="lần bỏ phiếu trước đã có kết quả"):
        paper(world, decided, 0, 5)


def test_paper_record_typed_wrongly_is_cancelled_and_typed_again(world):
    session = polled(world, "An")
    first = paper(world, session, 2, 3)
    councils.cancel_round(first, by=world.office_head, note="Nhập nhầm dòng")
    assert counted(session.items.get()) == (None, None, None)
    paper(world, session, 5, 0)
    assert counted(session.items.get()) == (5, 0, 0)


def substitute(world, session, person):
    member = world.council.members.get(person=world.officer2.person)
    return councils.send_substitute(
        session, member, person, authority="Giấy ủy quyền 12", by=world.office_head
    )


def test_substitute_sits_and_votes_for_the_member(world):
    session = polled(world, "An")
    substitute(world, session, world.staff.person)
    assert quorum(session)["present"] == 5
    round_ = councils.open_round(session, [session.items.get().pk], by=world.office_head)
    cast(round_, world.staff)
    assert councils.seat_in(session, world.officer2) is None
    assert [mark.member.person for mark in round_.voters.all()] == [world.officer2.person]


def test_member_or_one_sent_twice_is_no_substitute(world):
    session = polled(world, "An")
    with pytest.raises(Refused, match="là thành viên Hội đồng"):
        substitute(world, session, world.officer.person)
    substitute(world, session, world.staff.person)
    other = world.council.members.get(person=world.officer.person)
    with pytest.raises(Refused, match="đã dự thay"):
        councils.send_substitute(
            session, other, world.staff.person, authority="Giấy 13", by=world.office_head
        )


def test_substitute_in_his_own_case_steps_out(world):
    (dossier,) = w.eligible(world)
    session = councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer)
    agenda.put_on_agenda([dossier.pk], session, by=world.officer)
    substitute(world, session, world.staff.person)
    assert [member.person for member in session.items.get().excluded.all()] == [world.officer2.person]


def test_woman_goes_first_among_equals_or_the_chair_says_why(world):
    world.staff.person.gender = Gender.FEMALE
    world.staff.person.save()
    dossiers = w.eligible(world, world.staff.person, w.colleague(world, "Trịnh Văn Hai"))
    session = councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer)
    agenda.put_on_agenda([dossier.pk for dossier in dossiers], session, by=world.officer)
    first, second = session.items.order_by("order")
    assert (first.preferred, second.preferred) == ("nữ (Nghị định 152/2025/NĐ-CP, Điều 4)", "")
    ranks = {first.pk: 2, second.pk: 1}
    with pytest.raises(Refused, match="Ghi lý do khi nữ"):
        councils.order_ties(session, ranks, by=world.office_head)
    councils.order_ties(session, ranks, by=world.office_head, note="Thành tích nổi bật hơn")
    assert session.events.order_by("seq").last().note == "Thành tích nổi bật hơn"
