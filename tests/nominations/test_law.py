"""The law asked at the steps: what is not met stops a dossier, with its article, from its step on."""

import datetime as dt

import pytest
from django.utils import timezone

from campaigns.models import CampaignAward
from criteria.models import AwardRule, AwardType, Fact, FactKind
from criteria.services.facts import enter_fact
from criteria.services.rules import save_rule
from nominations.facts.law import Law, law_verdicts
from nominations.models import PastAward
from nominations.services import steps
from nominations.services.proposing import preview
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

CAVEAT = "Theo quy định trước ngày 01/10/2026; quy định mới chưa kiểm chứng."
NAMES = ("Vũ Văn Ba", "Vũ Văn Bốn", "Vũ Văn Năm")


def yearly(code: str):
    """The commune rewards the work of the year with one title."""
    world = w.make_world()
    world.award = AwardType.objects.get(code=code)
    AwardRule.objects.filter(award_type=world.award).update(ballot_required=False)
    world.campaign.kind = "regular"
    world.campaign.save()
    CampaignAward.objects.create(campaign=world.campaign, award_type=world.award, form=world.award.name)
    return world


def rated(world, who, word: str) -> Fact:
    kind = FactKind.objects.get(code="xep_loai_nhiem_vu")
    return Fact.objects.create(
        kind=kind, person=who, year=world.campaign.year, rating=word, source="Quyết định 9/QĐ-UBND"
    )


def titled(world, who, code: str, year: int) -> PastAward:
    return PastAward.objects.create(
        award_type=AwardType.objects.get(code=code),
        group="individual",
        person=who,
        year=year,
        name=who.full_name,
        decision_number="315/QĐ-UBND",
        decision_issuer="UBND xã",
        source="Sổ khen thưởng",
        entered_by=world.admin,
        entered_at=timezone.now(),
    )


def rule_of(code: str) -> AwardRule:
    return AwardRule.objects.get(award_type__code=code, regime__code="2025")


def test_unit_does_not_propose_what_the_law_does_not_allow():
    world = yearly("LDTT")
    fact = rated(world, world.staff.person, "HTNV")
    dossier = w.submitted(world)
    with pytest.raises(Refused) as refused:
        steps.move_dossier(dossier, "unit_propose", by=world.head)
    assert str(refused.value) == (
        f"Xếp loại năm {today().year}: hoàn thành nhiệm vụ, cần từ hoàn thành tốt nhiệm vụ trở lên "
        f"(Luật 06/2022/QH15, Điều 24). {CAVEAT}"
    )
    [verdict] = law_verdicts(dossier)
    assert (verdict.evidence[0].source, verdict.verified) == ("Quyết định 9/QĐ-UBND", True)
    Fact.objects.filter(pk=fact.pk).update(rating="HTTNV")
    steps.move_dossier(dossier, "unit_propose", by=world.head)


def test_what_is_only_wanting_yet_stops_the_signing_alone():
    world = yearly("CSTDCS")
    [dossier] = w.council_approved(world)
    rated(world, world.staff.person, "HTXSNV")
    year = world.campaign.year
    assert steps.check_step(dossier, "propose", by=world.office_head) == [
        f"Chưa được tặng Lao động tiên tiến năm {year} (Luật 06/2022/QH15, Điều 23). {CAVEAT}"
    ]
    titled(world, world.staff.person, "LDTT", year)
    assert steps.check_step(dossier, "propose", by=world.office_head) == []
    assert [str(verdict.outcome) for verdict in law_verdicts(dossier)] == ["met", "met"]


def test_share_of_awards_is_counted_as_they_go_and_by_the_version_of_the_appraisal():
    world = yearly("CSTDCS")
    rule, people = rule_of("CSTDCS"), [w.colleague(world, name) for name in NAMES]
    rule.cap_percent, rule.cap_base, rule.rule_keys = 50, AwardType.objects.get(code="LDTT"), []
    save_rule(rule, by=world.admin)
    for who in people:
        titled(world, who, "LDTT", world.campaign.year)
    dossiers = w.council_approved(world, *people)
    rule.cap_percent = 100
    save_rule(rule, by=world.admin, note="Không còn giới hạn.")
    full = (
        "Đã hết tỷ lệ theo quy định: Phòng Kinh tế được tối đa 1 người: 50% của 3 người được tặng "
        "Lao động tiên tiến trong năm, đã chọn 1 (Luật 06/2022/QH15, Điều 23, 80; "
        "Nghị định 152/2025/NĐ-CP, Điều 49)."
    )
    going, staying = preview(dossiers, by=world.office_head)
    assert (going, [reasons for _, reasons in staying]) == (dossiers[:1], [[full]] * 2)
    pks = [dossier.pk for dossier in dossiers]
    outcome = steps.move_many(pks, "propose", by=world.office_head)
    assert [reasons for _, reasons in outcome.skipped] == [[full]] * 2
    assert steps.check_step(dossiers[1], "propose", by=world.office_head) == [full]


def test_award_that_is_not_the_bodys_to_give_is_not_proposed():
    world = yearly("LDTT")
    [dossier] = w.council_approved(world)
    dossier.award_type = AwardType.objects.get(code="CSTDT")
    dossier.save()
    reasons = steps.check_step(dossier, "propose", by=world.office_head)
    assert [reason for reason in reasons if reason.guard == "has_authority"] == [
        "UBND xã Ninh Phước không có thẩm quyền quyết định Chiến sĩ thi đua cấp tỉnh cho cá nhân theo "
        f"quy định ngày {today():%d/%m/%Y} (Luật 06/2026/QH16 ngày 23/4/2026 sửa đổi "
        "Luật Thi đua, khen thưởng 2022; Nghị định 152/2025/NĐ-CP ngày 14/6/2025)."
    ]


def test_collective_is_judged_by_its_people():
    world = yearly("TTLDTT")
    year = world.campaign.year
    dossier = w.draft(world, world.economy, by=world.clerk)
    verdicts = {verdict.key: verdict for verdict in law_verdicts(dossier)}
    assert [(key, str(verdict.outcome)) for key, verdict in verdicts.items()] == [
        ("rating_at_least", "unknown"),
        ("share_with_title", "unmet"),
        ("nobody_disciplined", "confirm"),
    ]
    people = [post.person for post in world.economy.appointments.all()]
    for who in people:
        titled(world, who, "LDTT", year)
    share = {verdict.key: verdict for verdict in law_verdicts(dossier)}["share_with_title"]
    assert share.say == (
        f"{len(people)} trên {len(people)} người được tặng Lao động tiên tiến, bằng 100% (từ 70%)."
    )
    enter_fact(
        FactKind.objects.get(code="ky_luat"),
        world.staff.person,
        by=world.officer,
        year=year,
        rating="canh_cao",
        source="Quyết định 12/QĐ-UBND",
    )
    disciplined = {verdict.key: verdict for verdict in law_verdicts(dossier)}["nobody_disciplined"]
    assert str(disciplined.outcome) == "unmet"


def test_dossier_accepted_under_the_old_law_keeps_it():
    """Accepted on the last day of the 2003 law: the cap of 15 % and the initiative are asked of it."""
    world = yearly("CSTDCS")
    dossier = w.draft(world)
    dossier.campaign.issuer.kind = "huyen"
    dossier.campaign.issuer.save()
    for moment, keys in (
        (dt.datetime(2023, 12, 31, 16, 59, 59, tzinfo=dt.UTC), ["holds_title", "initiative_recognised"]),
        (dt.datetime(2023, 12, 31, 17, 0, 0, tzinfo=dt.UTC), ["holds_title", "initiative_or_excellent"]),
    ):
        law = Law([dossier])
        law.records.accepted = {dossier.pk: moment}
        assert [verdict.key for verdict in law.verdicts(dossier)] == keys
