"""A plan replaced or withdrawn by another paper, and what becomes of the dossiers under it."""

import pytest
from django.urls import reverse

from campaigns.models import Campaign
from campaigns.services.ending import end_by_paper
from campaigns.services.flow import check_campaign, move_campaign
from documents.enums import Kind
from documents.services.links import link_documents
from nominations.services import steps, submissions
from nominations.services.dossiers import create_dossier
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.inbox import tasks_for
from units.models import Notice

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


@pytest.fixture
def newer(world) -> Campaign:
    """Another plan of the commune, issued on the same day: number 6."""
    plan = w.running_plan(world.commune, by=world.officer)
    plan.paper.number = 6
    plan.paper.save(update_fields=["number"])
    return plan


def end(world, newer, kind: str = "replaces", **changes):
    given = {"reason": "Thay đổi chỉ tiêu.", "by": world.officer} | changes
    return end_by_paper(world.campaign, newer.paper, kind, **given)


def test_replaced_plan_names_the_paper_and_stays_readable(client, world, newer):
    plan = end(world, newer)
    assert (plan.state, plan.is_open) == ("replaced", False)
    client.force_login(world.clerk)
    text = client.get(plan.get_absolute_url()).content.decode()
    said = (
        f"Kế hoạch số 05/KH-UBND đã được thay thế bằng Kế hoạch 06/KH-UBND ngày {newer.launched_on:%d/%m/%Y}"
    )
    assert text.count(said) == 1


def test_replacement_changes_no_word_and_is_told(world, newer):
    world.campaign.participations.create(unit=world.economy)
    before = (list(world.campaign.clauses.values_list("text", flat=True)), world.campaign.paper.snapshot)
    plan = end(world, newer)
    plan.paper.refresh_from_db()
    assert (list(plan.clauses.values_list("text", flat=True)), plan.paper.snapshot) == before
    assert plan.events.get(action="replace").note == "Thay đổi chỉ tiêu."
    assert sorted(Notice.objects.values_list("user__username", flat=True)) == ["oanh", "tuan"]


def test_dossier_under_a_replaced_plan_is_refused_by_name(world, newer):
    dossier = w.arrived(world)[0]
    end(world, newer)
    with pytest.raises(Refused, match=r"thay thế bằng Kế hoạch 06/KH-UBND.*không được xét tiếp"):
        steps.move_dossier(dossier, "receive", by=world.officer)
    withdrawn = steps.move_dossier(dossier, "withdraw", note="Lập theo kế hoạch mới.", by=world.clerk)
    assert withdrawn.stage.state == "withdrawn"


def test_dossier_goes_on_when_the_replacement_says_so(world, newer):
    dossier = w.proposed_by_unit(world)
    end(world, newer, carry_over=True)
    ready = w.ready_submission(world, [dossier])
    assert [item.kind for item in tasks_for(world.clerk, today()) if item.campaign == world.campaign.pk] == [
        "send"
    ]
    submissions.send_submission(ready, by=world.clerk)
    dossier.refresh_from_db()
    assert steps.move_dossier(dossier, "receive", by=world.officer).stage.state == "received"


@pytest.mark.parametrize("carry_over", [True, False])
def test_nothing_new_begins_under_a_replaced_plan(world, newer, carry_over):
    plan = end(world, newer, carry_over=carry_over)
    with pytest.raises(Refused):
        create_dossier(
            plan, award_type=world.award, unit=world.economy, by=world.clerk, person=world.staff.person
        )


def test_withdrawn_plan_lets_nothing_go_on(world, newer):
    with pytest.raises(Refused, match="bị thu hồi thì hồ sơ không được xét tiếp"):
        end(world, newer, "withdraws", carry_over=True)
    plan = end(world, newer, "withdraws")
    assert (plan.state, plan.is_under_way) == ("withdrawn", False)


def test_link_made_in_the_register_ends_the_plan_too(world, newer):
    link_documents(newer.paper, world.campaign.paper, "replaces", by=world.records, note="Văn thư ghi.")
    world.campaign.refresh_from_db()
    assert (world.campaign.state, world.campaign.carries_over) == ("replaced", False)


def test_correction_leaves_the_plan_running(world, newer):
    link_documents(newer.paper, world.campaign.paper, "corrects", by=world.records)
    world.campaign.refresh_from_db()
    assert world.campaign.state == "launched"


@pytest.mark.parametrize("action", ["replace", "withdraw"])
def test_step_without_a_paper_is_refused(world, action):
    assert check_campaign(world.campaign, action, by=world.officer)[0].startswith("Chưa ghi văn bản nào")
    with pytest.raises(Refused):
        move_campaign(world.campaign, action, by=world.officer)


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"by": "clerk"}, "Chỉ văn thư"), ({"by": "stranger"}, "Chỉ văn thư"), ({"reason": " "}, "lý do")],
)
def test_ending_is_refused(world, newer, changes, why):
    given = {name: getattr(world, value, value) for name, value in changes.items()}
    with pytest.raises(Refused, match=why):
        end(world, newer, **given)
    world.campaign.refresh_from_db()
    assert world.campaign.state == "launched"


@pytest.mark.parametrize(
    ("who", "expected"),
    [("officer", 200), ("records", 200), ("clerk", 403), ("signer", 403), ("stranger", 404)],
)
def test_ending_page_opens_for(client, world, who, expected):
    client.force_login(getattr(world, who))
    assert client.get(reverse("campaigns:end", args=[world.campaign.pk])).status_code == expected


def test_ending_by_the_page(client, world, newer):
    client.force_login(world.office_head)
    url = reverse("campaigns:end", args=[world.campaign.pk])
    client.post(url, {"document": newer.paper_id, "kind": "replaces", "carry_over": "on", "reason": "Đổi."})
    world.campaign.refresh_from_db()
    assert (world.campaign.state, world.campaign.carries_over) == ("replaced", True)
    assert client.get(url).status_code == 409


def test_proposal_is_not_offered_as_what_replaces_a_plan(client, world, newer):
    client.force_login(world.office_head)
    url, offer = reverse("campaigns:end", args=[world.campaign.pk]), f'<option value="{newer.paper_id}">'
    assert offer in client.get(url).content.decode()
    type(newer.paper).objects.filter(pk=newer.paper_id).update(kind=Kind.TO_TRINH)
    assert offer not in client.get(url).content.decode()
