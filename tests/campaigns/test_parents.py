"""A plan that carries out another: found by its number, its targets, criteria and papers read there."""

import datetime as dt

import pytest
from django.urls import reverse

from campaigns.facts.inheritance import plan_named, taken_from
from campaigns.models import Campaign
from campaigns.services.conformity import checks_of
from campaigns.services.flow import enter_launched
from campaigns.services.parents import link_parent
from campaigns.services.plans import create_campaign
from nominations.facts import criteria_of, own_papers
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from units.models import Unit

pytestmark = [pytest.mark.page, pytest.mark.django_db]
REFERENCE = "288/KH-UBND"
INHERITS = [
    {"what": what, "reference": REFERENCE, "clause": "II.3"} for what in ("criteria", "dossier_parts")
]


@pytest.fixture
def world():
    return w.make_world()


@pytest.fixture
def province():
    return Unit.objects.get(code="t")


def above(world, province, on: dt.date | None = None) -> Campaign:
    """Plan 002 as issued by the province with the number that the commune's plan names."""
    data = w.plan_json()
    data["document"] |= {"number": 288, "symbol": "KH-UBND"}
    data["year"] = today().year
    plan = create_campaign(data, issuer=province, by=world.officer)
    return enter_launched(plan, issuer=province, on=on or today() - dt.timedelta(days=40), by=world.officer)


def below(world) -> Campaign:
    """The commune's plan without criteria and papers of its own: it takes them from 288/KH-UBND."""
    data = w.plan_json() | {"criteria": [], "dossier_parts": [], "inherits": INHERITS, "legal_bases": []}
    return w.running_plan(world.commune, data, by=world.officer)


def test_plan_is_found_by_its_number_when_entered(world, province):
    parent = above(world, province)
    assert (below(world).parent, taken_from(below(world), "criteria")) == (parent, parent)


def test_plan_of_a_stranger_or_of_later_is_not_the_one(world, province):
    data = w.plan_json()
    data["document"] |= {"number": 288, "symbol": "KH-UBND"}
    enter_launched(
        create_campaign(data, issuer=world.far, by=None), issuer=world.far, on=today(), by=world.officer
    )
    above(world, province, today())
    child = below(world)
    assert (child.parent, plan_named(child, REFERENCE, today() - dt.timedelta(days=1))) == (None, None)


@pytest.mark.parametrize("reference", ["", "288", "/KH-UBND", "9999999999/KH-UBND", "x/KH-UBND"])
def test_reference_that_is_none_finds_nothing(world, province, reference):
    above(world, province)
    assert plan_named(below(world), reference, today()) is None


def test_criteria_and_papers_of_the_parent_hold_for_a_dossier(world, province):
    parent, child = above(world, province), below(world)
    world.campaign = child
    dossier = w.draft(world)
    expected = [row.pk for row in parent.checklist.criteria.filter(group="individual")]
    assert [row.pk for row in criteria_of(dossier)] == expected
    assert [paper.requirement.campaign for paper in own_papers(dossier)] == [parent, parent]
    w.write_papers(dossier, world.clerk)
    assert [paper.missing for paper in own_papers(dossier)] == [[], []]


def test_page_shows_both_clauses(client, world, province):
    parent, child = above(world, province), below(world)
    client.force_login(world.clerk)
    text = client.get(child.get_absolute_url()).content.decode()
    clause = parent.partrequirement_set.first().clause
    wanted = [f'href="{clause.get_absolute_url()}"', f'href="{child.get_absolute_url()}#II-3"']
    assert [words for words in wanted if words not in text] == []


def test_page_says_that_the_parent_is_not_here(client, world):
    child = below(world)
    client.force_login(world.clerk)
    assert client.get(child.get_absolute_url()).content.decode().count("chưa có trên hệ thống") == 2
    assert next(row for row in checks_of(child, today()) if row.key == "inherited").outcome == "confirm"


def test_office_links_a_parent_that_came_later(client, world, province):
    child, parent = below(world), above(world, province)
    client.force_login(world.officer)
    client.post(reverse("campaigns:parent", args=[child.pk]), {"parent": parent.pk})
    child.refresh_from_db()
    assert (child.parent, child.events.get(action="link_parent").data) == (parent, {"parent": parent.pk})


@pytest.mark.parametrize(
    ("who", "why"), [("clerk", "Chỉ cơ quan thường trực"), ("officer", "cơ quan cấp trên")]
)
def test_linking_is_refused(world, who, why):
    stranger = w.running_plan(world.far, by=world.stranger)
    with pytest.raises(Refused, match=why):
        link_parent(world.campaign, stranger, by=getattr(world, who))


@pytest.mark.parametrize(("who", "expected"), [("officer", 200), ("clerk", 403), ("stranger", 404)])
def test_parent_page_opens_for(client, world, who, expected):
    client.force_login(getattr(world, who))
    assert client.get(reverse("campaigns:parent", args=[world.campaign.pk])).status_code == expected
