"""Scenarios: ties at the border, whom the law prefers, kept under a name, told when something changed."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from campaigns.models import Quota
from criteria.measures import Outcome
from nominations.facts.whatif import Tried, at_border, basis_of, places, ranked, side_by_side
from nominations.facts.whatif_sums import sums_of
from nominations.models import Award, Dossier, DossierStage, Scenario
from nominations.views.trials import share_asked
from tests import world as w
from tests.world.kept import once


def row(pk: int, met: int, votes: int | None = None, *, unmet: int = 0, short: bool = False):
    counts = {Outcome.MET: met, Outcome.UNMET: unmet}
    dossier = SimpleNamespace(pk=pk, nominee_name=f"Người {pk}")
    return SimpleNamespace(
        dossier=dossier,
        barred=False,
        short=short,
        votes=votes,
        cells=[None] * met,
        count=lambda what: counts.get(what, 0),
    )


CLEAR = [row(1, 3), row(2, 2), row(3, 1)]
EQUAL = [row(1, 3), row(2, 2, 5), row(3, 2, 5), row(4, 2, 5)]


@pytest.mark.pure
@pytest.mark.parametrize(
    ("rows", "limit", "first", "ranks", "tied"),
    [
        (CLEAR, 2, (), {1: 1, 2: 2}, set()),
        (CLEAR, None, (), {1: 1, 2: 2, 3: 3}, set()),
        (CLEAR, 0, (), {}, set()),
        # Equal on both sides of the last place: in for nobody.
        (EQUAL, 2, (), {1: 1}, {2, 3, 4}),
        (EQUAL, 3, (), {1: 1}, {2, 3, 4}),
        # Equal within the places: no question.
        (EQUAL, 4, (), {1: 1, 2: 2, 3: 3, 4: 4}, set()),
        # Whom the law prefers goes first; the others are equal still.
        (EQUAL, 2, {3}, {1: 1, 3: 2}, set()),
        (EQUAL, 3, {3}, {1: 1, 3: 2}, {2, 4}),
        # More votes beat preference.
        ([row(1, 2, 6), row(2, 2, 5)], 1, {2}, {1: 1}, set()),
        ([row(1, 3, unmet=1), row(2, 1)], 1, (), {2: 1}, set()),
        # Voted on, but below the share asked.
        ([row(1, 3, 4, short=True), row(2, 1)], 2, (), {2: 1}, set()),
    ],
)
def test_border_among_equals_is_the_chairs(rows, limit, first, ranks, tied):
    assert ranked(rows, limit, first) == (ranks, tied)


@pytest.mark.pure
def test_preference_is_asked_of_those_at_the_border_alone():
    assert [[found.dossier.pk for found in at_border(EQUAL, limit)] for limit in (None, 1, 2, 4)] == [
        [],
        [],
        [2, 3, 4],
        [],
    ]


@pytest.mark.pure
def test_tied_stand_between_those_in_and_those_out():
    found = places(Tried(EQUAL, 4), Tried([*EQUAL, row(5, 1)], 2))
    assert [(place.row.dossier.pk, place.rank, place.tied, place.went) for place in found] == [
        (1, 1, False, False),
        (2, None, True, False),
        (3, None, True, False),
        (4, None, True, False),
        (5, None, False, False),
    ]


@pytest.mark.pure
def test_sums_of_a_list_by_kind_and_money():
    before = Tried([*CLEAR, row(4, 3, short=True)], 2)
    after = Tried([row(1, 3, 4, short=True), *CLEAR[1:], row(4, 3)], 2)
    kinds, money = {1: "phòng", 2: "xã", 3: "xã", 4: "xã"}, {1: 900, 2: 900, 3: 900, 4: 1200}
    sums = sums_of(places(before, after), lambda one: kinds[one.pk], lambda one: money[one.pk])
    assert (sums.kinds, sums.total, sums.change) == ([("phòng", 0, -1), ("xã", 2, 1)], 2100, 300)
    assert (sums.said, sums.compared) == (
        "1 × 900 + 1 × 1.200 = 2.100 đồng",
        "Thêm 300 đồng so với hiện tại.",
    )


@pytest.mark.pure
@pytest.mark.parametrize(
    ("text", "share"), [("80", 80), ("", None), ("0", None), ("101", None), ("tám", None)]
)
def test_share_asked_is_a_percentage(text, share):
    assert share_asked(text) == share


@pytest.mark.pure
def test_two_lists_stand_side_by_side():
    one = [{"dossier": 1, "name": "A", "rank": 1}, {"dossier": 2, "name": "B", "rank": None}]
    two = [{"dossier": 3, "name": "C", "rank": 1}, {"dossier": 1, "name": "A", "rank": 2}]
    assert side_by_side(one, two) == [("A", one[0], two[1]), ("B", one[1], {}), ("C", {}, two[0])]


def build():
    world = w.make_world()
    w.arrived(world, world.staff.person, w.colleague(world, "Trịnh Văn Hai"))
    return world


@pytest.fixture
def world():
    return once("scenarios", build)


def held() -> list:
    """What a scenario must leave alone."""
    stages = DossierStage.objects.order_by("pk").values_list("pk", "state", "changed_at")
    return [*stages, *Dossier.objects.order_by("pk").values_list("pk", "is_live"), Award.objects.count()]


@pytest.mark.page
@pytest.mark.django_db
def test_scenario_is_kept_compared_told_stale_and_thrown_away_by_its_office(client, world):
    tried = reverse("nominations:what-if", args=[world.campaign.pk])
    keep = reverse("nominations:scenario-keep", args=[world.campaign.pk])
    before = held()
    client.force_login(world.officer)
    page = client.get(tried, {"nhom": "ca-nhan", "han": "1"})
    assert "Còn 1 chỗ cho 2 đề nghị bằng nhau" in page.content.decode()
    clause = world.campaign.clauses.first()
    values = {"group": "individual", "limit": 1, "kind": "requested", "clause": clause}
    other = Quota.objects.create(campaign=world.campaign, **values)
    other_list = client.get(tried, {"nhom": "ca-nhan", "suat": other.pk})
    assert (other_list.context["places"], other_list.context["limit"]) == ([], 1)
    for name, asked in (("A", "nhom=ca-nhan&han=1"), ("B", "nhom=ca-nhan")):
        client.post(keep, {"name": name, "asked": asked})
    again = client.post(keep, {"name": "A", "asked": "nhom=ca-nhan"}, follow=True)
    assert "Đã có phương án “A”" in again.content.decode()
    one, other = Scenario.objects.order_by("pk")
    assert [[line["rank"] for line in kept.listed] for kept in (one, other)] == [[None, None], [1, 2]]
    assert [line["tied"] for line in one.listed] == [True, True]
    shown = client.get(one.get_absolute_url(), {"voi": other.pk})
    assert (shown.context["stale"], shown.context["other"]) == (False, other)
    world.campaign.quota_set.filter(group="individual").update(limit=1)
    page = client.get(one.get_absolute_url())
    assert (page.context["stale"], "Đã thay đổi sau khi lưu" in page.content.decode()) == (True, True)
    assert [line["rank"] for line in Scenario.objects.get(pk=other.pk).listed] == [1, 2]
    drop = reverse("nominations:scenario-drop", args=[one.pk])
    client.force_login(world.records)
    assert "Chỉ người lưu hoặc phụ trách" in client.post(drop, follow=True).content.decode()
    client.force_login(world.stranger)
    assert client.get(one.get_absolute_url()).status_code in (403, 404)
    client.force_login(world.office_head)
    client.post(drop)
    assert (list(Scenario.objects.all()), held()) == ([other], before)


@pytest.mark.pure
def test_basis_moves_with_verdicts_votes_and_the_number():
    bases = {basis_of(rows, limit) for rows, limit in ((CLEAR, 2), (CLEAR, 3), (EQUAL, 2), (CLEAR[:2], 2))}
    assert (len(bases), basis_of(CLEAR[::-1], 2) in bases) == (4, True)
