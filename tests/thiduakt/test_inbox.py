"""What waits for whom: derived from the state of the rows."""

import datetime as dt

import pytest

from councils import services as councils
from nominations.enums import StageState as S
from nominations.models import Dossier, DossierStage
from nominations.services import agenda, decisions, steps, submissions
from nominations.services.registrations import create_registration, move_registration
from tests import world as w
from tests.councils.polls import cast, opened
from thiduakt.clock import today
from thiduakt.inbox import tasks_for, waiting_count
from thiduakt.inbox.items import TaskItem, heading_of, in_order
from thiduakt.inbox.many import MANY
from units.models import User

pytestmark = [pytest.mark.unit, pytest.mark.django_db]
MONDAY = dt.date(2026, 11, 23)


@pytest.fixture
def world():
    return w.make_world()


def fresh(user: User) -> User:
    """The account as the next request loads it."""
    return User.objects.get(pk=user.pk)


def kinds(user: User) -> list[str]:
    return [item.kind for item in tasks_for(fresh(user), today())]


def everybody(world) -> dict[str, User]:
    names = "signer deputy_signer officer officer2 office_head records clerk head staff stranger admin"
    return {name: getattr(world, name) for name in names.split()}


def who_has(world, kind: str) -> set[str]:
    return {name for name, user in everybody(world).items() if kind in kinds(user)}


def at_state(world, state: str) -> Dossier:
    """A dossier brought to a state by its steps, by those who may."""
    return STATES[state](world)


def then(before, action, who, **values):
    def build(world):
        made = before(world)
        dossier = made[0] if isinstance(made, list) else made
        return steps.move_dossier(dossier, action, by=getattr(world, who), **values)

    return build


def received(world):
    return steps.move_dossier(w.arrived(world)[0], "receive", by=world.officer)


def in_council(world):
    dossier = w.eligible(world)[0]
    session = councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer)
    agenda.put_on_agenda([dossier.pk], session, by=world.officer)
    return dossier


def rejected(world):
    dossier = in_council(world)
    session = dossier.stage.item.session
    w.vote(session, by=world.office_head, against=4)
    agenda.close_with_results(session, by=world.office_head)
    return dossier


asked = then(w.arrived, "request_changes", "officer", note="Bổ sung minh chứng.", due_on=dt.date(2099, 1, 1))
proposed = then(w.council_approved, "propose", "office_head")
STATES = {
    S.DRAFT: w.draft,
    S.SUBMITTED: w.submitted,
    S.UNIT_CHANGES: then(w.submitted, "unit_return", "head", note="Viết rõ hơn."),
    S.UNIT_PROPOSED: w.proposed_by_unit,
    S.UNIT_DECLINED: then(w.submitted, "unit_decline", "head", note="Chưa đủ thành tích."),
    S.ARRIVED: lambda world: w.arrived(world)[0],
    S.RECEIVED: received,
    S.CHANGES_REQUESTED: asked,
    S.RESUBMITTED: then(asked, "resubmit", "clerk"),
    S.ELIGIBLE: lambda world: w.eligible(world)[0],
    S.INELIGIBLE: then(received, "mark_ineligible", "officer", note="Không đạt tiêu chí 2."),
    S.IN_COUNCIL: in_council,
    S.COUNCIL_APPROVED: lambda world: w.council_approved(world)[0],
    S.COUNCIL_REJECTED: rejected,
    S.PROPOSED: proposed,
    S.AWARDED: lambda world: w.awarded(world).awards.get().dossier,
    S.ON_HOLD: then(w.arrived, "hold", "officer", note="Có đơn thư."),
    S.WITHDRAWN: then(w.draft, "withdraw", "clerk", note="Lập nhầm."),
}
CLOSED = (S.UNIT_DECLINED, S.INELIGIBLE, S.COUNCIL_REJECTED, S.AWARDED, S.WITHDRAWN)
# By hand: which task, and whose. `staff` is the nominee, `clerk` wrote the dossier.
EXPECTED = {
    S.DRAFT: ("write", {"clerk", "staff"}),
    S.SUBMITTED: ("decide", {"head"}),
    S.UNIT_CHANGES: ("supplement", {"clerk", "staff"}),
    S.UNIT_PROPOSED: ("send", {"clerk"}),
    S.ARRIVED: ("receive", {"officer", "officer2"}),
    S.RECEIVED: ("appraise", {"officer", "officer2"}),
    S.CHANGES_REQUESTED: ("supplement", {"clerk", "staff"}),
    S.RESUBMITTED: ("receive", {"officer", "officer2"}),
    S.ELIGIBLE: ("agenda", {"officer", "officer2"}),
    S.IN_COUNCIL: ("session", {"signer", "office_head"}),
    S.COUNCIL_APPROVED: ("propose", {"office_head"}),
    S.PROPOSED: ("prepare", {"office_head"}),
    S.ON_HOLD: ("resume", {"officer", "officer2"}),
}


def test_states_are_all_expected():
    # The tests of the levels go through what lies between two of them.
    between = {S.SENT, S.FORWARDED, S.AWAITED, S.UPPER_DECLINED, S.REVOKED}
    assert set(EXPECTED) | set(CLOSED) | between == set(S)


def follow(client, user: User) -> set[int]:
    """What the pages answer that this account's tasks lead to."""
    client.force_login(user)
    return {client.get(item.url).status_code for item in tasks_for(fresh(user), today())}


@pytest.mark.parametrize("state", EXPECTED)
def test_open_state_has_a_task_for_its_role(client, world, state):
    dossier = at_state(world, state)
    kind, names = EXPECTED[state]
    answers = {code for name in names for code in follow(client, getattr(world, name))}
    assert (dossier.stage.state, who_has(world, kind), answers) == (state, names, {200})


@pytest.mark.parametrize("state", CLOSED)
def test_closed_state_has_no_task(world, state):
    dossier = at_state(world, state)
    others = {"start"}  # a withdrawn dossier leaves the unit where it began
    left = {kind for user in everybody(world).values() for kind in kinds(user)} - others
    assert (dossier.stage.state, left) == (state, set())


def test_sent_stage_passes_the_task_on(world):
    dossier = w.arrived(world)[0]
    levels = DossierStage.objects.filter(dossier=dossier).order_by("level").values_list("state", flat=True)
    assert (list(levels), who_has(world, "send")) == ([S.SENT, S.ARRIVED], set())


def test_meeting_and_open_ballot_wait_for_the_members(world):
    in_council(world)
    session = councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer)
    assert who_has(world, "meeting") == {"deputy_signer", "officer", "officer2"}
    round_ = opened(world, "An")
    cast(round_, world.officer)
    assert who_has(world, "ballot") == {"signer", "deputy_signer", "office_head", "officer2"}
    round_.items.get().excluded.set(world.council.members.filter(person=world.signer.person))
    assert who_has(world, "ballot") == {"deputy_signer", "office_head", "officer2"}
    assert session.state == "planned"


def test_letter_waits_for_the_head(world):
    w.proposed_by_unit(world)
    submission = submissions.draft_submission(world.campaign, world.economy, by=world.clerk)
    submissions.prepare_letter(submission, by=world.clerk)
    assert who_has(world, "sign") == {"head"}


def test_decision_waits_for_its_signer_then_for_its_number(world):
    dossier = proposed(world)
    document = decisions.prepare_decision(
        world.campaign, unit=world.commune, signer=world.chairman, by=world.office_head
    )
    assert (who_has(world, "sign"), who_has(world, "prepare")) == ({"signer"}, set())
    w.papers.approve_document(document, by=world.signer)
    assert (who_has(world, "sign"), who_has(world, "number")) == (set(), {"records"})
    assert dossier.stage.state == S.PROPOSED


def test_own_nomination_is_not_decided_by_the_head(world):
    w.submitted(world, world.head.person)
    assert kinds(world.head) == []


def test_own_case_is_left_to_colleagues(world):
    dossier = w.arrived(world)[0]
    Dossier.objects.filter(pk=dossier.pk).update(created_by=world.officer)
    assert who_has(world, "receive") == {"officer2"}


def test_collective_is_decided_by_its_head(world):
    w.submitted(world, world.economy)
    assert kinds(world.head) == ["decide"]


def registered(world, who):
    registration = create_registration(
        world.campaign, award_type=world.award, unit=world.economy, person=who, by=world.clerk
    )
    return registration


def test_registrations_of_a_plan_stand_in_one_line(world):
    for name in ("Một", "Hai"):
        registered(world, w.colleague(world, name))
    titles = [item.title for item in tasks_for(world.clerk, today())]
    assert titles == ["Gửi 2 đăng ký thi đua"]


def test_sent_registrations_wait_for_the_office(world):
    for name in ("Một", "Hai"):
        move_registration(registered(world, w.colleague(world, name)), "submit", by=world.clerk)
    titles = [item.title for item in tasks_for(world.officer, today())]
    assert titles == ["Tiếp nhận 2 đăng ký thi đua"]


def test_unit_without_anything_is_told_of_the_plan(world):
    assert who_has(world, "start") == {"clerk"}


def test_plan_past_its_day_is_not_offered():
    world = w.make_world(due_in=-1)
    assert who_has(world, "start") == set()


def test_supplement_has_the_day_that_was_set(world):
    due = today() + dt.timedelta(days=2)
    dossier = w.arrived(world)[0]
    steps.move_dossier(dossier, "request_changes", by=world.officer, note="Bổ sung.", due_on=due)
    assert [item.due for item in tasks_for(world.staff, today())] == [due]


def test_draft_has_the_day_of_the_plan(world):
    w.draft(world)
    expected = today() + dt.timedelta(days=30)
    assert [item.due for item in tasks_for(world.staff, today())] == [expected]


def item(due: dt.date | None) -> TaskItem:
    return TaskItem("Việc", "/", "", due, "write")


@pytest.mark.parametrize(
    ("days", "heading"), [(-1, "late"), (0, "today"), (1, "week"), (6, "week"), (7, "later")]
)
def test_heading_on_a_monday(days, heading):
    assert heading_of(item(MONDAY + dt.timedelta(days=days)), MONDAY) == heading


def test_heading_without_a_day():
    assert heading_of(item(None), MONDAY) == "undated"


def test_order_puts_the_undated_last():
    days = [None, MONDAY, MONDAY - dt.timedelta(days=1)]
    assert [found.due for found in in_order(map(item, days))] == [days[2], days[1], None]


def test_waiting_count_is_the_number_of_tasks(world):
    w.draft(world)
    assert waiting_count(world.staff, today()) == 1


def test_many_drafts_stand_in_one_line_that_leads_to_them(client, world):
    for number in range(MANY + 1):
        w.draft(world, w.colleague(world, f"Người {number}"))
    tasks = [item for item in tasks_for(fresh(world.clerk), today()) if item.kind == "write"]
    client.force_login(world.clerk)
    listed = client.get(tasks[0].url).context["page"].total
    assert ([item.title for item in tasks], listed) == ([f"Viết tiếp {MANY + 1} hồ sơ đang soạn"], MANY + 1)


def test_few_drafts_stand_each_in_its_line(world):
    for number in range(MANY):
        w.draft(world, w.colleague(world, f"Người {number}"))
    assert kinds(world.clerk).count("write") == MANY
