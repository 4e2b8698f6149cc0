"""An initiative's way through the services: registered, scored, recognised, and what is refused."""

import datetime as dt
from decimal import Decimal

import pytest

from campaigns.enums import DeadlineKind
from campaigns.models import Deadline, LateAcceptance
from documents.enums import DocumentState
from documents.services import papers
from initiatives.enums import InitiativeState as S
from initiatives.enums import Scope
from initiatives.facts import likely_same, recognised
from initiatives.models import Initiative, Recognition, Score
from initiatives.services import decisions, registering, scores, sessions, steps, writing
from initiatives.services.scope import recognise_scope
from tests import world as ground
from tests.world import initiatives as walk
from thiduakt.clock import today
from thiduakt.errors import Refused

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def world():
    return ground.make_world()


def bound(world, *, last: dt.date) -> Deadline:
    """The running plan sets a last day for registering initiatives."""
    clause = world.campaign.clauses.order_by("pk").first()
    return Deadline.objects.create(
        campaign=world.campaign,
        clause=clause,
        what=DeadlineKind.INITIATIVE_REGISTRATION,
        on=last.isoformat(),
        text="Đăng ký sáng kiến",
    )


def new(world, **more) -> Initiative:
    walk.initiative_council(world)
    return registering.create_initiative(
        unit=world.economy, name=walk.NAME, field="Hành chính", by=world.staff, **more
    )


def test_whole_way_from_registration_to_a_wider_scope(world):
    (made,) = walk.recognised(world)
    said = list(made.events.order_by("seq").values_list("action", flat=True))
    assert said == (
        ["register", "sign", "submit", "forward", "receive", "to_council"]
        + ["score"] * 5
        + ["council_approve", "prepare_decision", "recognise"]
    )
    assert (made.state, made.points, made.decision.state) == (S.RECOGNISED, Decimal("80.00"), "issued")
    paper = {"reference": "812/QĐ-UBND", "issued_on": today(), "issuer": "Ủy ban nhân dân tỉnh Khánh Hòa"}
    recognise_scope(made, Scope.PROVINCE, by=world.officer, **paper)
    person = world.staff.person_id
    (row,) = recognised([person], today().year, today().year)[person]
    assert (row.code, row.scope, row.year, row.paper, row.share, row.used_by) == (
        made.code,
        Scope.PROVINCE,
        today().year,
        "812/QĐ-UBND",
        "100",
        "",
    )
    assert recognised([person], 2000, today().year - 1) == {}
    with pytest.raises(Refused, match="đã được ghi"):
        recognise_scope(made, Scope.PROVINCE, by=world.officer, **paper)
    earlier = paper | {"issued_on": today() - dt.timedelta(days=1)}
    with pytest.raises(Refused, match="có trước quyết định công nhận"):
        recognise_scope(made, Scope.NATION, by=world.officer, **earlier)


def test_registration_after_the_plans_day_is_refused_with_the_clause_and_let_in_by_a_record(world):
    deadline = bound(world, last=today() - dt.timedelta(days=1))
    made = new(world, campaign=world.campaign)
    with pytest.raises(Refused) as refused:
        steps.move_initiative(made, "register", by=world.staff)
    assert str(refused.value).startswith("Đã hết hạn đăng ký sáng kiến:")
    assert deadline.clause.citation in str(refused.value)
    LateAcceptance.objects.create(
        campaign=world.campaign,
        unit=world.economy,
        what=DeadlineKind.INITIATIVE_REGISTRATION,
        until=today(),
        reason="Mất điện.",
        made_at=made.created_at,
    )
    assert steps.move_initiative(made, "register", by=world.staff).state == S.REGISTERED


def test_plan_that_sets_a_day_must_be_chosen(world):
    bound(world, last=today())
    with pytest.raises(Refused, match="chọn kế hoạch này"):
        new(world)


def test_initiative_without_a_council_above_is_refused(world):
    with pytest.raises(Refused, match="Chưa có Hội đồng sáng kiến"):
        registering.create_initiative(unit=world.economy, name="A", field="B", by=world.staff)


@pytest.mark.parametrize(
    ("shares", "said"),
    [((60, 41), "cộng lại là 101%"), ((60, 39), "cộng lại là 99%"), ((100, 0), "lớn hơn 0%")],
)
def test_shares_that_are_not_whole_are_refused(world, shares, said):
    people = (world.staff.person, world.clerk.person)
    given = {person: Decimal(share) for person, share in zip(people, shares, strict=True)}
    with pytest.raises(Refused, match=said):
        registering.set_authors(new(world), given, by=world.staff)


def test_new_words_take_the_signatures_away_and_submission_names_who_has_not_signed(world):
    made = walk.registered(world)
    shares = {world.staff.person: Decimal(60), world.clerk.person: Decimal(40)}
    registering.set_authors(made, shares, by=world.staff)
    walk.described(made, world.staff)
    for author in (world.staff, world.clerk):
        writing.sign(made, by=author)
    writing.save_part(made, "benefits", "Viết lại.", by=world.clerk, revision=None)
    writing.sign(made, by=world.staff)
    with pytest.raises(Refused, match=f"Chưa ký xác nhận: {world.clerk.person.full_name}"):
        steps.move_initiative(made, "submit", by=world.staff)
    with pytest.raises(Refused, match="Chỉ tác giả và cán bộ đầu mối"):
        writing.sign(made, by=world.head)


def test_words_that_someone_else_wrote_meanwhile_are_not_written_over(world):
    made = walk.registered(world)
    seen = made.revision
    writing.save_part(made, "content", "Của tác giả.", by=world.staff, revision=seen)
    with pytest.raises(Refused, match="vừa lưu bản khác"):
        writing.save_part(made, "content", "Của đầu mối.", by=world.clerk, revision=seen)
    assert Initiative.objects.get(pk=made.pk).content == "Của tác giả."


def test_author_in_the_council_does_not_score_but_his_colleagues_do(world):
    session, (made,) = walk.on_the_agenda(world)
    member = world.council.members.get(person=world.officer.person)
    made.item.excluded.add(member)
    sheet = {line.key: line.most for line in made.sheet.lines()}
    with pytest.raises(Refused, match="không chấm sáng kiến của chính mình"):
        scores.write_scores(made, member, sheet, by=world.officer)
    walk.fill_in(made, 50, by=world.office_head)
    sessions.close(session, by=world.office_head)
    made = walk.again(made)
    assert (made.state, made.points, made.item.yes, made.item.no) == (S.REJECTED, Decimal("50.00"), 0, 4)


def test_authors_on_the_council_step_out_when_it_goes_on_the_agenda(world):
    made = walk.received(world)
    made.authors.update(person=world.officer.person)
    session = walk.councils.plan_session(
        world.council, held_on=today(), subject="chấm điểm", by=world.office_head
    )
    sessions.add(session, [made.pk], by=world.officer2)
    found = walk.again(made).item.excluded.values_list("person", flat=True)
    assert list(found) == [world.officer.person_id]


def test_session_stays_open_while_a_sheet_is_missing_and_takes_no_votes(world):
    session, (made,) = walk.on_the_agenda(world)
    member = world.council.members.get(person=world.officer.person)
    sheet = {line.key: line.most for line in made.sheet.lines()}
    scores.write_scores(made, member, sheet, by=world.officer)
    with pytest.raises(Refused, match=f"Chưa đủ phiếu chấm “{made.name}”"):
        sessions.close(session, by=world.office_head)
    with pytest.raises(Refused, match="chấm điểm theo phiếu"):
        walk.councils.write_votes(made.item, yes=5, no=0, blank=0, by=world.office_head)
    with pytest.raises(Refused, match="tự chấm phiếu của mình"):
        scores.write_scores(made, member, sheet, by=world.officer2)
    assert set(Score.objects.values_list("member", flat=True)) == {member.pk}


def test_signer_who_is_an_author_does_not_sign(world):
    (made,) = walk.scored(world)
    made.authors.update(person=world.chairman)
    with pytest.raises(Refused, match="chọn người ký khác"):
        decisions.prepare_recognition(world.commune, signer=world.chairman, by=world.officer)
    document = decisions.prepare_recognition(world.commune, signer=world.deputy, by=world.officer)
    made.authors.update(person=world.deputy)
    with pytest.raises(Refused, match="Anh/chị không ký"):
        papers.approve_document(document, by=world.deputy_signer)
    decisions.return_recognition(document, by=world.deputy_signer, note="Có tên tôi.")
    assert (walk.again(made).decision, Recognition.objects.count()) == (None, 0)
    document.refresh_from_db()
    assert document.state == DocumentState.DISCARDED


def test_duplicate_is_shown_whole_only_to_who_may_see_it(world):
    made = walk.registered(world)
    (seen,) = likely_same("SO HOA HO SO MOT CUA bằng máy quét", "", world.staff, today())
    (hidden,) = likely_same("SO HOA HO SO MOT CUA bằng máy quét", "", world.stranger, today())
    assert (seen.initiative, hidden.initiative, hidden.code) == (made, None, made.code)
    assert likely_same(made.name, "", world.staff, today(), leaving_out=made.pk) == []


def test_initiative_is_seen_by_its_authors_unit_office_and_council(world):
    made = new(world)
    may = {
        name: set(Initiative.objects.visible_to(getattr(world, name), today()))
        for name in ("staff", "clerk", "head", "officer", "stranger")
    }
    assert may == {"staff": {made}, "clerk": {made}, "head": {made}, "officer": set(), "stranger": set()}
    steps.move_initiative(made, "register", by=world.staff)
    assert set(Initiative.objects.visible_to(world.officer, today())) == {made}
