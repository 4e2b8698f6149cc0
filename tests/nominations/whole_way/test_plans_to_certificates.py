"""Plans 000, 002 and 003 from registration to certificates over two levels; then all is counted once more.

In each: a list of registrations that climbs, a supplement, a hold, a tie, one more than there are places, an
award taken back. Plan 003 asks its places of the province with that list. Plan 002 promises only what its
issuer confers itself: its second level is the unit below, whose own council votes first.
"""

import copy
from collections import Counter

import pytest

from criteria.models import AwardType
from nominations.models import DossierPart
from nominations.services import forwarding, steps
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.management.invariants import run_checks

from . import story
from .log import printed, trails
from .recompute import compare, recompute

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

NAMES = ("Bùi Văn An", "Đinh Thị Bưởi", "Hồ Văn Cam", "Lê Thị Dừa", "Mai Văn Điều", "Ngô Thị Gấc")
MORE = ("Ông Văn Hồng", "Phan Thị Ích", "Quách Văn Khế", "Tạ Thị Lựu")


def awards(*codes: str) -> list[AwardType]:
    return [AwardType.objects.get(code=code) for code in codes]


def colleagues(world, *names: str) -> list:
    return [w.colleague(world, name) for name in names]


def used(world) -> Counter:
    return +Counter({pool.group: pool.used for pool in world.campaign.quota_set.all()})


def proposed(world, dossiers) -> list[str]:
    """All are put forward in the order of the ranking: what is said of those for whom no place is left."""
    outcome = steps.move_many([one.pk for one in dossiers], "propose", by=world.office_head)
    return [f"{dossier.nominee_name}: {' '.join(reasons)}" for dossier, reasons in outcome.skipped]


def plan_000(world) -> list:
    """Giấy khen here, Bằng khen of the province: one pool of three for both."""
    here, above = w.commune_of(world), w.province_of(world)
    merit, praise = awards("GK", "BKT")
    an, buoi, cam, dua = colleagues(world, *NAMES[:4])
    lists = [
        story.registered(world, {merit: [world.economy, an, buoi, cam], praise: [dua]}),
        story.registered_above(world, above),
    ]
    (higher,) = story.nominate(world, praise, dua)
    unit, first, second, third = story.nominate(world, merit, world.economy, an, buoi, cam)
    everybody = [unit, first, second, third, higher]
    story.send(world, everybody)
    story.supplement(first, here, world.clerk)
    story.appraise(here, everybody)
    story.hold(second, here)
    minutes = story.vote(here, {unit: 5, first: 5, second: 4, third: 4, higher: 5}, first=third)
    forwarding.forward_submission(w.forwarding_draft(world, [higher]), by=world.records)
    said = proposed(world, [unit, first, third, second])
    assert said == ["Đinh Thị Bưởi: Đã hết chỉ tiêu 03 cá nhân (Mục IV.4)."]
    decision = story.decide(world.campaign, here, note="Chỉ có một tập thể đề nghị.")
    story.appraise(above, [higher])
    upper_minutes = story.vote(above, {higher: 3})
    steps.move_dossier(higher, "propose", by=above.head)
    upper = story.decide(world.campaign, above)
    papers = [*printed_of(minutes, decision), *printed_of(upper_minutes, upper)]
    back = story.take_back(decision, first, here)
    return [*listed(*lists), *papers, printed("revocation", back, today())]


def plan_002(world) -> list:
    """Ten places for people: the unit's council and the commune's vote, two are equal for the last."""
    here = w.commune_of(world)
    (merit,) = awards("GK")
    people = colleagues(world, *NAMES, *MORE, "Võ Văn Mít")
    registered = story.registered(world, {merit: [world.economy, *people]})
    unit, *dossiers = story.nominate(world, merit, world.economy, *people)
    story.send(world, [unit, *dossiers])
    unit_minutes = dossiers[0].stages.get(level=0).submission.session
    story.supplement(dossiers[0], here, world.clerk)
    assert Counter(DossierPart.objects.filter(dossier=dossiers[0]).values_list("version", flat=True)) == {
        1: 2,
        2: 1,
    }
    story.appraise(here, [unit, *dossiers])
    story.hold(dossiers[1], here)
    votes = dict.fromkeys([unit, *dossiers[:9]], 5) | dict.fromkeys(dossiers[9:], 4)
    minutes = story.vote(here, votes, first=dossiers[10])
    said = proposed(world, [unit, *dossiers[:9], dossiers[10], dossiers[9]])
    assert said == ["Tạ Thị Lựu: Đã hết chỉ tiêu 10 cá nhân (Mục III.1)."]
    decision = story.decide(world.campaign, here)
    papers = [printed("minutes", unit_minutes, today()), *printed_of(minutes, decision)]
    back = story.take_back(decision, dossiers[3], here)
    return [*listed(registered), *papers, printed("revocation", back, today())]


def plan_003(world) -> list:
    """One collective and one person, asked of the province and granted: two are equal for the one place."""
    here, above = w.commune_of(world), w.province_of(world)
    (praise,) = awards("BKT")
    an, buoi = colleagues(world, *NAMES[:2])
    lists = [
        story.registered(world, {praise: [world.economy, an, buoi]}),
        story.registered_above(world, above, places=1),
    ]
    unit, first, second = everybody = story.nominate(world, praise, world.economy, an, buoi)
    story.send(world, everybody)
    story.appraise(here, everybody)
    minutes = story.vote(here, {unit: 5, first: 4, second: 4}, first=second)
    submission = forwarding.draft_forwarding(world.campaign, world.commune, by=world.officer)
    keys = [one.pk for one in everybody]
    with pytest.raises(Refused, match="Chỉ còn 01 chỗ, đã chọn 02"):
        forwarding.prepare_forwarding(submission, keys, signer=world.chairman, by=world.officer)
    forwarding.forward_submission(w.forwarding_draft(world, [unit, second]), by=world.records)
    story.supplement(second, above, world.officer)
    story.appraise(above, [unit, second])
    story.hold(unit, above)
    upper_minutes = story.vote(above, {unit: 3, second: 2})
    steps.move_many([unit.pk, second.pk], "propose", by=above.head)
    upper = story.decide(world.campaign, above)
    papers = [printed("minutes", minutes, today()), *printed_of(upper_minutes, upper)]
    back = story.take_back(upper, second, above)
    return [*listed(*lists), *papers, printed("revocation", back, today())]


def listed(*lists) -> list:
    return [printed("registrations", one, today()) for one in lists]


def printed_of(minutes, decision) -> list:
    on = today()
    kinds = (("minutes", minutes), ("decision", decision), ("certificates", decision))
    return [printed(kind, row, on) for kind, row in kinds]


WAYS = {"000": plan_000, "002": plan_002, "003": plan_003}


def rows(log: list[dict], action: str, of: str = "") -> list[dict]:
    return [row for row in log if row["action"] == action and of in ("", row["of"])]


def other_votes(log) -> None:
    """At every place where they stand: only the printed minutes tell."""
    close = rows(log, "close")[-1]
    item = next(iter(close["data"]["votes"]))
    (typed,) = [row["data"]["votes"][item] for row in rows(log, "votes") if item in row["data"]["votes"]]
    close["data"]["votes"][item][0] = typed["yes"] = typed["yes"] - 1


def other_money(log) -> None:
    line = rows(log, "award")[0]["data"]
    line["coefficient"], line["bonus"] = "4", 4 * line["base_salary"]


def other_place(log) -> None:
    rows(log, "award")[0]["data"]["gold_book_number"] += 40


def other_name(log) -> None:
    for row in rows(log, "send", "dossier"):
        row["data"]["name"] += " Nhỏ"


def other_registered(log) -> None:
    rows(log, "send_list", "registration")[0]["data"] |= {"name": "Người Khác"}


def other_answer(log) -> None:
    """Fewer places granted than are taken; of a plan that asks for none, one asked for."""
    for row in rows(log, "set_limit"):
        row["data"]["now"] = 0
    if not rows(log, "set_limit"):
        rows(log, "send_list", "submission")[0]["data"]["asked"] = [["individual", 1]]


def number_before(log) -> None:
    """One more paper of the register than there was."""
    issued = next(row for row in rows(log, "issue") if row["data"]["kind"] == "QĐ")
    log.insert(0, issued | {"key": -1, "seq": 1})


def nothing_taken_back(log) -> None:
    log.remove(rows(log, "revoke")[0])


def one_more_place(log) -> None:
    """A refused one who, by the trail, was proposed after all."""
    approved = {row["stage"]: row for row in rows(log, "council_approve")}
    gone = {row["stage"] for row in (*rows(log, "propose"), *rows(log, "forward", "dossier"))}
    (left,) = [row for stage, row in approved.items() if stage not in gone]
    was = {"was": "council_approved", "to": "forwarded", "action": "forward", "data": {}}
    last = max(row["seq"] for row in log if (row["of"], row["key"]) == ("dossier", left["key"]))
    log.append(left | was | {"seq": last + 1, "at": "9"})


FALSE = (
    other_registered,
    other_answer,
    other_votes,
    other_money,
    other_place,
    other_name,
    number_before,
    nothing_taken_back,
    one_more_place,
)


@pytest.mark.parametrize("number", WAYS)
def test_plan_goes_to_its_certificates_and_is_counted_once_more(number):
    plan = w.plan_json(number)
    world = w.make_world(copy.deepcopy(plan))
    papers = WAYS[number](world)
    log = trails(world.campaign)
    counted = recompute(log, plan)
    assert compare(counted, papers) == []
    assert +counted.places == used(world)
    assert [line for result in run_checks() for line in result.sample] == []
    # The control: one row of the trails is another, and the papers tell.
    unseen = []
    for falsify in FALSE:
        false = copy.deepcopy(log)
        falsify(false)
        unseen += [falsify.__name__] if compare(recompute(false, plan), papers) == [] else []
    assert unseen == []
