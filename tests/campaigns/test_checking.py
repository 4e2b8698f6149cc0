"""What was read from a text binds nobody before a person has looked at it."""

import pytest

from campaigns.enums import CampaignState, RegistrationMode
from campaigns.facts.checking import checking_page
from campaigns.facts.issuers import issuer_named
from campaigns.facts.readings import readings
from campaigns.models import Campaign, CampaignEvent, ClauseCriterion
from campaigns.services.checking import accept, correct_head, import_plan, leave_out, unchecked_count
from campaigns.services.flow import accept_note, check_campaign, move_campaign
from campaigns.services.locking import Newer
from campaigns.services.ruling import add_rule, correct_rule
from tests.campaigns import plans
from thiduakt.errors import Refused
from units.enums import Role, UnitKind
from units.models import Unit

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def issuer():
    return plans.district()


@pytest.fixture
def officer(issuer):
    return plans.account("can-bo", issuer, Role.OFFICER)


@pytest.fixture
def plan(issuer, officer):
    """Plan 002 as it was read from its text."""
    plans.catalogue()
    plans.deputy(issuer)
    return import_plan(plans.plan_json("002"), issuer=issuer, by=officer)


def names(plan, *, waiting: bool = True) -> list[str]:
    plan = Campaign.objects.get(pk=plan.pk)
    return [one.name for one in readings(plan) if one.unchecked or not waiting]


def reasons(plan, by) -> list[str]:
    return check_campaign(Campaign.objects.get(pk=plan.pk), "check_form", by=by)


def test_plan_by_hand_needs_no_checking(issuer, officer):
    assert unchecked_count(plans.draft("002", issuer, officer)) == 0


def test_plan_read_from_a_text_waits_in_every_part(plan):
    assert unchecked_count(plan) == len(names(plan)) == 32


def test_plan_with_one_unaccepted_reading_is_not_launched(plan, officer):
    for note in plan.notes.filter(kind="doubt"):
        accept_note(note, by=officer)
    *most, last = names(plan)
    accept(plan, most, by=officer)
    assert reasons(plan, officer) == ["Còn 1 chỗ đọc từ văn bản chưa được người xem xác nhận."]
    accept(plan, [last], by=officer)
    assert reasons(plan, officer) == []
    assert move_campaign(plan, "check_form", by=officer).state == CampaignState.CHECKED


def test_plan_with_one_open_doubt_is_not_launched(plan, officer):
    accept(plan, names(plan), by=officer)
    _, *others = plan.notes.filter(kind="doubt")
    for note in others:
        accept_note(note, by=officer)
    assert reasons(plan, officer) == ["Còn 1 nghi vấn trong kế hoạch chưa được xem."]


def test_leave_out_takes_the_rule_and_keeps_the_words(plan, officer):
    quota = plan.quota_set.get(group="individual")
    leave_out(plan, f"so-luong_{quota.pk}", words="tối đa 10 cá nhân", by=officer)
    assert list(plan.quota_set.values_list("limit", flat=True)) == [7]
    assert "10 cá nhân" in plan.clauses.get(path="III.1").words
    last = CampaignEvent.objects.filter(campaign=plan).latest("seq")
    assert (last.action, last.note) == ("leave_out_reading", "Bỏ: tối đa 10 cá nhân")


def test_leave_out_of_a_criterion_takes_it_from_the_checklist(plan, officer):
    link = ClauseCriterion.objects.filter(clause__campaign=plan).first()
    left = plan.checklist.criteria.count() - 1
    leave_out(plan, f"tieu-chi_{link.pk}", words="", by=officer)
    assert plan.checklist.criteria.count() == left


def test_leave_out_of_the_head_empties_what_a_plan_may_do_without(plan, officer):
    leave_out(plan, "dau_period", words="", by=officer)
    leave_out(plan, "dau_registration", words="", by=officer)
    plan.refresh_from_db()
    assert (plan.period_until, plan.registration_mode) == (None, RegistrationMode.NONE)
    with pytest.raises(Refused):
        leave_out(plan, "dau_signatory", words="", by=officer)


def test_correct_rule_counts_as_looked_at(plan, officer):
    deadline = plan.deadline_set.get(what="dossier")
    correct_rule(
        plan,
        f"thoi-han_{deadline.pk}",
        {"on": "2021-12-10", "inclusive": False},
        revision=0,
        words="",
        by=officer,
    )
    deadline.refresh_from_db()
    assert (deadline.on, deadline.inclusive, deadline.unchecked, deadline.revision) == (
        "2021-12-10",
        False,
        False,
        1,
    )


def test_second_corrector_writes_over_nothing(plan, officer):
    name = f"so-luong_{plan.quota_set.get(group='individual').pk}"
    correct_rule(plan, name, {"limit": 12}, revision=0, words="", by=officer)
    with pytest.raises(Newer):
        correct_rule(plan, name, {"limit": 20}, revision=0, words="", by=officer)
    assert plan.quota_set.get(group="individual").limit == 12


def test_second_corrector_of_the_head_writes_over_nothing(plan, officer):
    correct_head(plan, "period", {"period_from_issue": False}, revision=0, by=officer)
    with pytest.raises(Newer):
        correct_head(plan, "document", {"title": "Khác"}, revision=0, by=officer)
    assert "period" not in Campaign.objects.get(pk=plan.pk).unchecked_head


def test_rule_added_by_hand_needs_no_checking(plan, officer):
    before = unchecked_count(plan)
    clause = plan.clauses.get(path="V.2")
    row = add_rule(
        clause, "giay-to", {"name": "Giấy xác nhận", "per": "nominee", "paper": "other"}, by=officer
    )
    values = {"group": "individual", "text": "Đi làm đúng giờ", "measures": [], "disqualifiers": []}
    link = add_rule(clause, "tieu-chi", values, by=officer)
    assert (row.order, link.criterion.order, unchecked_count(plan)) == (5, 9, before)


@pytest.mark.parametrize("act", ["accept", "leave_out", "correct", "add"])
def test_plan_that_left_the_draft_is_not_touched(issuer, officer, act):
    plan = plans.launched(issuer, officer)
    name = f"giay-to_{plan.partrequirement_set.first().pk}"
    acts = {
        "accept": lambda: accept(plan, [name], by=officer),
        "leave_out": lambda: leave_out(plan, name, words="", by=officer),
        "correct": lambda: correct_rule(plan, name, {"name": "x"}, revision=0, words="", by=officer),
        "add": lambda: add_rule(plan.clauses.first(), "giay-to", {"name": "x", "per": "nominee"}, by=officer),
    }
    with pytest.raises(Refused) as refusal:
        acts[act]()
    assert refusal.value.reasons == ["Kế hoạch không còn là bản soạn thảo nên không sửa được."]


@pytest.mark.parametrize("name", ["thoi-han_999999", "thoi-han_x", "khac_1", "", "dau"])
def test_name_of_nothing_is_refused(plan, officer, name):
    with pytest.raises(Refused):
        leave_out(plan, name, words="", by=officer)


def test_rule_of_another_plan_is_refused(plan, issuer, officer):
    other = plans.draft("002", issuer, officer).quota_set.first()
    with pytest.raises(Refused):
        accept(plan, [f"so-luong_{other.pk}"], by=officer)


def marked(plan) -> dict[str, str]:
    """The words under each mark of the page, by the rule's title."""
    page = checking_page(Campaign.objects.get(pk=plan.pk))
    titles = {
        row.reading.name: f"{row.key} {row.reading.title}" for group in page["groups"] for row in group.rows
    }
    found: dict[str, str] = {}
    for paragraph in [*page["preamble"], *page["paragraphs"]]:
        open_now: list[str] = []
        for mark in paragraph.marks:
            open_now += mark.spots
            for name in open_now:
                found[titles.get(name, name)] = found.get(titles.get(name, name), "") + mark.text
            open_now = [name for name in open_now if name not in dict(mark.ends)]
    return found


def test_marks_lie_on_the_words_a_rule_was_read_from(plan):
    found = marked(plan)
    wanted = {
        "S1 Số lượng": "07 tập thể",
        "S2 Số lượng": "10 cá nhân",
        "T1 Gửi hồ sơ": "chậm nhất là ngày 30/11/2021",
        "T2 Thẩm định, trình khen thưởng": "trước ngày 05/12",
        "V5 Thời gian thi đua": "trước ngày 15 tháng 11 năm 2021",
        "K1 Khen thưởng": "Giấy khen",
        "G1 Giấy tờ": "Tờ trình đề nghị khen thưởng của cơ quan, đơn vị",
    }
    assert {title: found.get(title) for title in wanted} == wanted


def test_every_rule_with_a_clause_has_its_mark(plan):
    page = checking_page(Campaign.objects.get(pk=plan.pk))
    placed = {
        spot
        for paragraph in page["preamble"] + page["paragraphs"]
        for m in paragraph.marks
        for spot in m.spots
    }
    rows = [row.reading for group in page["groups"] for row in group.rows]
    assert [one.title for one in rows if one.clause and one.name not in placed] == []


def test_issuer_is_found_by_name_and_place(issuer):
    plan = plans.plan_json("002")
    assert issuer_named(plan, Unit.objects.all()) == issuer
    twin = plans.unit("huyen2", "Ủy ban nhân dân huyện Ninh Phước")
    assert issuer_named(plan, Unit.objects.all()) is None
    Unit.objects.filter(pk=twin.pk).update(place_name="Ninh Phước")
    assert issuer_named(plan, Unit.objects.all()) == twin


def test_issuer_with_a_longer_name_in_the_list_is_found():
    office = plans.unit("sct", "Sở Tài chính tỉnh Ninh Thuận", UnitKind.SO)
    assert issuer_named(plans.plan_json("001"), Unit.objects.all()) == office


def test_issuer_not_named_or_not_known_is_left_to_people():
    plan = plans.plan_json("001")
    assert issuer_named(plan, Unit.objects.none()) is None
    assert issuer_named(plan | {"issuer": None}, Unit.objects.all()) is None
