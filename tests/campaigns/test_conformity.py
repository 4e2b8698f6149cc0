"""The check of form on real plans, on the plan's page and in its flow."""

import pytest
from django.urls import reverse

from campaigns.services.conformity import checks_of
from campaigns.services.flow import accept_note, check_campaign, move_campaign
from campaigns.services.plans import create_campaign, set_head
from tests import world as w
from thiduakt.clock import today

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def draft(world, number: str = "002", **changes):
    plan = create_campaign(w.plan_json(number) | changes, issuer=world.commune, by=world.officer)
    for note in plan.notes.filter(kind="doubt"):
        accept_note(note, by=world.officer)
    lines = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    return set_head(plan, issuer=world.commune, signer=world.chairman, lines=lines, by=world.officer)


def outcomes(plan) -> dict[str, str]:
    return {row.key: row.outcome for row in checks_of(plan, today())}


def test_repeated_section_and_grounds_of_the_year_plan(world):
    found = next(row for row in checks_of(draft(world, "004"), today()) if row.key == "numbering")
    assert (found.outcome, found.paths) == ("confirm", ["IV'"])


def test_plan_taking_papers_from_a_plan_not_here_says_so(world):
    found = next(row for row in checks_of(draft(world, "000"), today()) if row.key == "inherited")
    assert (found.outcome, found.paths) == ("confirm", ["IV.3"])
    assert "288/KH-UBND" in found.say


def test_wrong_capacity_blocks_and_says_what_it_should_be(world):
    plan = draft(world)
    plan = set_head(plan, issuer=world.commune, signer=world.deputy, lines=["CHỦ TỊCH"], by=world.officer)
    reasons = check_campaign(plan, "check_form", by=world.officer)
    assert [reason.split(":")[0] for reason in reasons] == ["Đỗ Thị Phượng"]


def test_hints_do_not_block_and_stay_in_the_trail(world):
    plan = draft(world)
    assert outcomes(plan)["past"] == "confirm"
    checked = move_campaign(plan, "check_form", by=world.officer)
    hints = checked.events.get(action="check_form").data["hints"]
    assert [hint for hint in hints if hint.startswith("Ngày không ở trong quá khứ: Đã qua")] != []


def test_check_changes_no_word(world):
    plan = draft(world, "004")
    before = list(plan.clauses.values_list("label", "heading", "text"))
    move_campaign(plan, "check_form", by=world.officer)
    assert list(plan.clauses.values_list("label", "heading", "text")) == before


@pytest.mark.parametrize("name", ["detail", "step"])
def test_check_is_on_the_plans_page_and_in_the_step(client, world, name):
    plan = draft(world, "004")
    client.force_login(world.officer)
    args = [plan.pk, "check_form"] if name == "step" else [plan.pk]
    response = client.get(reverse(f"campaigns:{name}", args=args))
    assert "“IV.” lặp lại" in response.content.decode()


def test_other_roles_see_no_check(client, world):
    plan = draft(world)
    client.force_login(world.records)
    assert client.get(reverse("campaigns:detail", args=[plan.pk])).context["report"] is None
