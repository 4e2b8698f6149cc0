"""A plan's JSON as rows and back, printed from its rows, and carried to another year."""

import datetime as dt

import pytest

from campaigns.enums import CampaignKind, CampaignState, RegistrationMode
from campaigns.printing import plan_paper
from campaigns.services.clone import clone_for_year
from campaigns.services.export import export_campaign
from campaigns.services.flow import accept_note, check_campaign, move_campaign
from campaigns.services.plans import create_campaign, set_head
from campaigns.services.tree import edit_clause
from documents.pdf.render import render_pdf
from documents.services import papers
from tests import world as w
from tests.documents.pdfread import missing, page_texts, words
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.settings import BASE_DIR
from units.enums import Role, UnitKind
from units.models import Notice

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

NAMES = ["000", "001", "002", "003", "004"]


@pytest.fixture(autouse=True)
def catalogue():
    w.catalogue()


def load(name: str, by=None):
    campaign = create_campaign(w.plan_json(name), issuer=None, by=by)
    campaign.refresh_from_db()
    return campaign


def printed_words(campaign) -> list[str]:
    return words(" ".join(page_texts(render_pdf("plan.html", plan_paper(campaign, on=today())))))


@pytest.mark.parametrize("name", NAMES)
def test_plan_comes_out_as_it_went_in(name):
    plan = w.plan_json(name)
    for rule in plan["rules"]:
        rule.pop("award", None)
    found = export_campaign(load(name))
    for rule in found["rules"]:
        rule.pop("award", None)
    assert found == plan


@pytest.mark.parametrize("name", NAMES)
def test_plan_printed_from_its_rows_holds_the_words_of_its_source(name):
    campaign = load(name)
    source = words((BASE_DIR / "fixtures" / "plans" / f"{name}.txt").read_text(encoding="utf-8"))
    for note in campaign.notes.filter(kind="left_out"):
        for word in words(note.text):
            source.remove(word)
    assert missing(source, printed_words(campaign)) == []


def test_one_changed_word_changes_one_printed_word():
    writer = w.account("soanthao", None)
    campaign = load("002", by=writer)
    before = printed_words(campaign)
    clause = campaign.clauses.get(path="I.1-3")
    text = clause.text.replace("Biểu dương", "Tôn vinh")
    edit_clause(clause, heading=clause.heading, text=text, by=writer)
    after = printed_words(campaign)
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [("Biểu", "Tôn"), ("dương", "vinh")]


def test_plan_without_award_has_no_quota_and_no_award():
    campaign = load("001")
    counts = (campaign.campaignaward_set.count(), campaign.quota_set.count(), campaign.deadline_set.count())
    assert counts == (0, 0, 0)


def test_year_plan_keeps_its_tasks_and_its_rule():
    campaign = load("004")
    assert campaign.kind == CampaignKind.ANNUAL_PLAN
    assert campaign.task_set.count() == 12
    assert campaign.registration_mode == RegistrationMode.BLOCK


def test_pool_of_several_forms_gives_one_slot_for_any():
    pools = [
        (q.group, q.limit, q.kind, sorted(a.code for a in q.awards.all()))
        for q in load("000").quota_set.all()
    ]
    assert pools == [("individual", 3, "exact", ["BKT", "GK"]), ("collective", 3, "exact", ["BKT", "GK"])]


def test_unknown_clause_is_refused():
    plan = w.plan_json()
    plan["quotas"][0]["clause"] = "IX.9"
    with pytest.raises(Refused, match=r"Kế hoạch nhắc đến IX\.9 nhưng không có điều khoản này"):
        create_campaign(plan, issuer=None, by=None)


@pytest.fixture
def office():
    """The account of an office that may draw up plans."""
    where = w.unit("vp", "Ủy ban nhân dân xã", UnitKind.XA, head="Chủ tịch")
    return w.account("vanphong", None, (where, Role.OFFICER))


def test_clone_moves_years_and_blanks_the_number(office):
    copy = clone_for_year(load("002"), 2026, issuer=None, by=office)
    assert copy.title == "Phát động phong trào thi đua cải cách hành chính huyện Ninh Phước năm 2026"
    blank = {
        "type": "KH",
        "number": None,
        "symbol": "KH-UBND",
        "place": "Ninh Phước",
        "day": None,
        "month": None,
    }
    assert copy.document == {**blank, "year": 2026}
    assert copy.period_until.isoformat() == "2026-11-15"
    assert [d.on for d in copy.deadline_set.all()] == ["2026-11-30", "--12-05", "--01-30"]
    assert copy.clauses.get(path="III.3-1").text.endswith("chậm nhất là ngày 30/11/2026.")
    # What is cited keeps its own number and date.
    assert "3641/QĐ-UBND ngày 05/11/2020" in copy.preamble[0]
    assert (copy.source.year, copy.state) == (2021, CampaignState.DRAFT)


def test_clone_to_an_earlier_year_is_refused(office):
    with pytest.raises(Refused, match="Năm mới phải sau năm 2021"):
        clone_for_year(load("002"), 2021, issuer=None, by=office)


def test_stranger_draws_up_no_plan(world):
    with pytest.raises(Refused, match="Chỉ cán bộ của cơ quan ban hành"):
        clone_for_year(world.campaign, today().year + 1, issuer=world.commune, by=world.stranger)
    draft = draft_plan(world)
    clause, doubt = draft.clauses.first(), draft.notes.filter(kind="doubt").first()
    head = {"issuer": world.commune, "signer": world.chairman, "lines": ["CHỦ TỊCH"]}
    acts = [
        lambda: edit_clause(clause, heading="", text="Khác.", by=world.clerk),
        lambda: accept_note(doubt, by=world.clerk),
        lambda: set_head(draft, **head, by=world.clerk),
    ]
    for act in acts:
        with pytest.raises(Refused, match="Chỉ cơ quan soạn thảo"):
            act()
    assert list(draft.events.all()) == []


def test_head_of_a_draft_leaves_an_event(world):
    draft = draft_plan(world)
    set_head(
        draft,
        issuer=world.commune,
        signer=world.deputy,
        lines=["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        by=world.officer,
    )
    draft.refresh_from_db()
    event = draft.events.get()
    assert (draft.signatory["name"], draft.signatory["position"]) == ("Đỗ Thị Phượng", "PHÓ CHỦ TỊCH")
    assert (event.action, event.membership.role) == ("set_head", Role.OFFICER)


def test_plan_sent_back_and_reopened_is_put_aside_once(world):
    draft = draft_plan(world)
    for note in draft.notes.filter(kind="doubt"):
        accept_note(note, by=world.officer)
    draft = move_campaign(draft, "check_form", by=world.officer)
    papers.return_document(draft.paper, by=world.signer, note="Sai ngày.")
    paper = draft.paper
    move_campaign(draft, "reopen", by=world.officer, note="Sửa ngày.")
    assert [event.action for event in paper.events.all()] == ["prepare", "discard"]
    roles = [event.membership.role for event in paper.events.all()]
    assert roles == [Role.OFFICER, Role.SIGNER]


@pytest.fixture
def world():
    return w.make_world()


def draft_plan(world):
    plan = w.plan_json()
    plan["signatory"] = {
        "lines": ["CHỦ TỊCH"],
        "capacity": None,
        "on_behalf_of": None,
        "position": "CHỦ TỊCH",
    }
    plan["signatory"]["name"] = "Bạch Văn Nguyên"
    return create_campaign(plan, issuer=world.commune, by=world.officer)


def test_launch_needs_doubts_seen_then_approval_then_number(world):
    campaign = draft_plan(world)
    assert check_campaign(campaign, "check_form", by=world.officer) == [
        "Còn 4 nghi vấn trong kế hoạch chưa được xem."
    ]
    for note in campaign.notes.filter(kind="doubt"):
        accept_note(note, by=world.officer)
    campaign = move_campaign(campaign, "check_form", by=world.officer)
    assert check_campaign(campaign, "launch", by=world.records) == ["Người ký chưa duyệt dự thảo kế hoạch."]
    papers.approve_document(campaign.paper, by=world.signer)
    campaign.refresh_from_db()
    campaign = move_campaign(campaign, "launch", by=world.records)
    assert (campaign.state, campaign.paper.number, campaign.launched_on) == ("launched", 1, today())
    assert campaign.participations.count() == 3
    told = Notice.objects.values_list("user__username", "text")
    line = f"Ủy ban nhân dân xã Ninh Phước ban hành Kế hoạch số 01/KH-UBND: {campaign.title}"
    assert sorted(told) == [("oanh", line), ("tuan", line)]


def test_other_signer_may_not_approve_the_plan(world):
    campaign = draft_plan(world)
    campaign.notes.update(accepted=True)
    campaign = move_campaign(campaign, "check_form", by=world.officer)
    with pytest.raises(Refused, match="Văn bản này do Bạch Văn Nguyên ký"):
        papers.approve_document(campaign.paper, by=world.deputy_signer)


def test_launched_plan_never_changes(world):
    clause = world.campaign.clauses.get(path="I.1-3")
    with pytest.raises(Refused, match="không còn là bản soạn thảo"):
        edit_clause(clause, heading="", text="Khác.", by=world.officer)


def test_yearly_deadline_is_the_first_after_the_plan():
    campaign = load("002")
    campaign.launched_on = dt.date(2021, 2, 3)
    rows = {row.what: row for row in campaign.deadline_set.all()}
    days = {what: row.limit().on.isoformat() for what, row in rows.items()}
    assert days == {"dossier": "2021-11-30", "appraisal": "2021-12-05", "own_plan": "2022-01-30"}
