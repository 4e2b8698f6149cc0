"""The plan's places and the law's share under thirty-two who ask at once, each with its control."""

import pytest
from django.db import IntegrityError

from campaigns.models import Campaign, CampaignAward
from campaigns.services.limits import set_limit
from criteria.models import AwardRule, AwardType
from criteria.services.rules import save_rule
from nominations.enums import StageState
from nominations.models import DossierStage
from nominations.services import forwarding, steps
from tests import world as w
from tests.nominations.test_law import rule_of, titled

from .contest import PLACES, SEEDS, TAKERS, Contest, approved_rows, by_list, race
from .together import at_once, refused

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

FULL = (PLACES, PLACES)
TRIES, PART = 5, 3


def people(world, number: int) -> list:
    return [w.colleague(world, f"Người Thứ {place}") for place in range(number)]


@pytest.fixture
def contest() -> Contest:
    world = w.make_world()
    common = {"award_type": world.award, "unit": world.economy, "created_by": world.clerk}
    dossiers = approved_rows(world.campaign, people(world, TAKERS), **common)
    pool = world.campaign.quota_set.get(group="individual")
    return Contest(world.campaign, pool, dossiers, world.office_head)


def test_five_places_are_five_for_thirty_two_by_every_door(contest):
    assert race(contest, range(SEEDS)) == [FULL] * SEEDS


def test_more_than_five_get_a_place_without_the_lock(contest, settings):
    """The control: the same acts without the locks on pool and campaign."""
    settings.QUOTA_LOCK = settings.CAP_LOCK = False
    taken = [proposed for proposed, _ in race(contest, range(SEEDS))]
    assert sum(number > PLACES for number in taken) >= 0.9 * SEEDS


@pytest.fixture
def allotted(contest) -> Contest:
    """Of the five places three are for the unit of all who ask."""
    contest.pool.allotments.create(unit=contest.dossiers[0].unit, limit=PART)
    return contest


def test_part_of_a_unit_is_not_passed_by_any_door(allotted):
    assert race(allotted, (1, 2)) == [(PART, PART)] * 2


def test_part_of_a_unit_is_passed_without_the_lock(allotted, settings):
    settings.QUOTA_LOCK = settings.CAP_LOCK = False
    assert max(proposed for proposed, _ in race(allotted, (1, 2, 3))) > PART


def lowered(contest, officer) -> set[tuple]:
    """All ask in one list while the number becomes two: (limit, proposed, used) each time."""
    found, keys = set(), [dossier.pk for dossier in contest.dossiers]
    for _ in range(TRIES):
        contest.begin()
        both = [
            by_list(contest, keys),
            lambda: set_limit(contest.pool, 2, note="Theo Công văn 8.", by=officer),
        ]
        try:
            at_once(both)
        except IntegrityError:
            found.add(("broken",))
        else:
            contest.pool.refresh_from_db()
            found.add((contest.pool.limit, *contest.taken()))
    return found


def test_number_is_not_lowered_below_what_is_taken_at_that_moment(contest):
    officer = contest.campaign.created_by
    assert lowered(contest, officer) <= {(2, 2, 2), (PLACES, PLACES, PLACES)}


def test_number_is_lowered_below_what_is_taken_without_the_lock(contest, settings):
    settings.QUOTA_LOCK = settings.CAP_LOCK = False
    assert ("broken",) in lowered(contest, contest.campaign.created_by)


def both_ways(world, award) -> list[int]:
    """One sent up and one proposed here ask for the last place of their pool: how many got one, each time."""
    found = []
    for place in range(TRIES):
        higher, own = [w.colleague(world, f"{name} {place}") for name in ("Cao Thị", "Thấp Văn")]
        common = {"unit": world.economy, "created_by": world.clerk}
        [up] = approved_rows(world.campaign, [higher], award_type=award, **common)
        [here] = approved_rows(world.campaign, [own], award_type=world.award, **common)
        world.campaign.quota_set.filter(group="individual").update(limit=1, used=0)
        draft = w.forwarding_draft(world, [up])
        results = at_once(
            [
                lambda draft=draft: forwarding.forward_submission(draft, by=world.records),
                lambda here=here: steps.move_dossier(here, "propose", by=world.office_head),
            ]
        )
        found.append(2 - len(refused(results)))
        DossierStage.objects.filter(dossier__in=[up, here], state=StageState.COUNCIL_APPROVED).update(
            state=StageState.COUNCIL_REJECTED
        )
    return found


@pytest.fixture
def shared():
    """Giấy khen here and Bằng khen of the province stand in one pool, as in plan 000."""
    world, praise = w.make_world(), AwardType.objects.get(code="BKT")
    CampaignAward.objects.create(campaign=world.campaign, award_type=praise, form="Bằng khen")
    world.campaign.quota_set.get(group="individual").awards.add(praise)
    return world, praise


def test_last_place_goes_up_or_stays_never_both(shared):
    assert both_ways(*shared) == [1] * TRIES


def test_last_place_goes_twice_without_the_lock(shared, settings):
    settings.QUOTA_LOCK = settings.CAP_LOCK = False
    assert max(both_ways(*shared)) == 2


@pytest.fixture
def capped():
    """Eight of two campaigns ask for a title of which the law leaves the unit two."""
    world = w.make_world()
    world.award, base = (AwardType.objects.get(code=code) for code in ("CSTDCS", "LDTT"))
    AwardRule.objects.filter(award_type=world.award).update(ballot_required=False)
    rule = rule_of("CSTDCS")
    rule.cap_percent, rule.cap_base, rule.rule_keys = 50, base, []
    save_rule(rule, by=world.admin)
    found = people(world, 8)
    other = w.running_plan(world.commune, w.plan_json("003") | {"quotas": []}, by=world.officer)
    Campaign.objects.filter(pk__in=[world.campaign.pk, other.pk]).update(kind="regular")
    for who in found[:4]:
        titled(world, who, base.code, world.campaign.year)
    common = {"award_type": world.award, "unit": world.economy, "created_by": world.clerk}
    rows = [
        approved_rows(campaign, some, **common)
        for campaign, some in ((world.campaign, found[:4]), (other, found[4:]))
    ]
    return world, [dossier for pair in zip(*rows, strict=True) for dossier in pair]


def chosen(world, dossiers) -> list[int]:
    found = []
    for _ in range(TRIES):
        stages = DossierStage.objects.filter(dossier__in=dossiers, level=1)
        stages.update(state=StageState.COUNCIL_APPROVED)
        at_once([lambda d=d: steps.move_dossier(d, "propose", by=world.office_head) for d in dossiers])
        found.append(stages.filter(state=StageState.PROPOSED).count())
    return found


def test_share_of_the_law_holds_over_two_campaigns(capped):
    assert chosen(*capped) == [2] * TRIES


def test_share_of_the_law_is_passed_without_the_lock(capped, settings):
    settings.CAP_LOCK = False
    assert max(chosen(*capped)) > 2
