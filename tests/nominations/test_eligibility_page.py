"""Tôi có đủ điều kiện không: the whole list before anybody applies, and what changed since."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from criteria.models import AwardRule, Fact, FactKind
from nominations.services import steps
from nominations.services.kept import changed_since
from nominations.services.standing import standing
from tests import world as w

from .test_law import CAVEAT, rated, titled, yearly

pytestmark = [pytest.mark.page, pytest.mark.django_db]


def address(world, nominee: str = "") -> str:
    asked = f"&nominee={nominee}&award_type={world.award.pk}" if nominee else ""
    return f"{reverse('nominations:eligibility')}?campaign={world.campaign.pk}{asked}"


def said(page) -> dict[str, tuple]:
    entries = [entry for _, rows in page.context["groups"] for entry in rows]
    return {entry.key: (str(entry.outcome), entry.say[0]) for entry in entries}


def test_staff_member_sees_what_is_missing_with_its_article_and_its_fact(client):
    world = yearly("CSTDCS")
    year, person = world.campaign.year, world.staff.person
    client.force_login(world.staff)
    page = client.get(address(world))
    found, text = said(page), page.content.decode()
    assert found["law:holds_title:0"] == ("unmet", f"Chưa được tặng Lao động tiên tiến năm {year}.")
    assert found["law:initiative_or_excellent:1"][0] == "unknown"
    assert found["general:holds"] == ("met", "Không bị tạm dừng xét.")
    assert found["general:authority"][0] == "met"
    rule = AwardRule.objects.get(award_type=world.award, regime__code="2025")
    law = reverse("nominations:law-rule", args=[rule.pk])
    assert f'<a class="cite" href="{law}">Luật 06/2022/QH15, Điều 23</a>' in text
    assert CAVEAT in text
    assert "Luật 06/2022/QH15, Điều 23, 80" in client.get(law).content.decode()
    fact = rated(world, person, "HTXSNV")
    titled(world, person, "LDTT", year)
    page = client.get(address(world, f"p:{person.pk}"))
    found, text = said(page), page.content.decode()
    assert [found[f"law:{key}"][0] for key in ("holds_title:0", "initiative_or_excellent:1")] == [
        "met",
        "met",
    ]
    assert f"nguồn: {fact.source}" in text
    assert "315/QĐ-UBND, UBND xã" in text


def test_every_line_opens_its_article_and_its_facts_for_whoever_reads_it(client):
    """Whatever is linked there is found by the nominee and by the office."""
    world = yearly("CSTDCS")
    person = world.staff.person
    rated(world, person, "HTXSNV")
    titled(world, person, "LDTT", world.campaign.year)
    for reader in (world.staff, world.officer):
        client.force_login(reader)
        page = client.get(address(world, f"p:{person.pk}"))
        entries = [entry for _, rows in page.context["groups"] for entry in rows]
        assert [e.key for e in entries if not (e.citation and e.url)] == []
        assert [e.key for e in entries if not e.facts and (e.kind, e.outcome) != ("plan", "confirm")] == []
        assert {fact.url == "" for e in entries for fact in e.facts} == {False}
        urls = {e.url for e in entries} | {fact.url for e in entries for fact in e.facts}
        assert {url: client.get(url).status_code for url in urls} == dict.fromkeys(urls, 200)


def test_award_of_which_the_law_asks_nothing_says_so_by_its_article(client):
    world = w.make_world()
    client.force_login(world.staff)
    page = client.get(address(world, f"p:{world.staff.person_id}"))
    [entry] = [entry for _, rows in page.context["groups"] for entry in rows if entry.kind == "law"]
    rule = AwardRule.objects.get(pk=entry.url.rstrip("/").rpartition("/")[2])
    assert (entry.outcome, entry.citation, rule.award_type) == ("confirm", rule.citation, world.award)
    assert said(page)["law:none"][1].startswith("Quy định không đặt điều kiện")


def test_clerk_asks_for_the_units_people_and_nobody_elses(client):
    world = yearly("LDTT")
    client.force_login(world.clerk)
    assert client.get(address(world, f"p:{world.staff.person_id}")).context["nominee"] == world.staff.person
    assert client.get(address(world, f"u:{world.economy.pk}")).context["nominee"] == world.economy
    for nominee in (f"p:{world.stranger.person_id}", f"u:{world.far.pk}", "p:x", "khac"):
        page = client.get(address(world, nominee))
        assert ("nominee" in page.context, page.status_code) == (False, 200)
    client.force_login(world.stranger)
    assert client.get(address(world)).status_code == 404


def test_list_of_a_collective_asks_the_same_for_few_people_and_many(client):
    world = yearly("TTLDTT")
    client.force_login(world.clerk)
    where = address(world, f"u:{world.economy.pk}")
    client.get(where)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(where)
        return len(queries)

    few = asked()
    for name in ("Vũ Văn Ba", "Vũ Văn Bốn", "Vũ Văn Năm"):
        titled(world, w.colleague(world, name), "LDTT", world.campaign.year)
    assert asked() == few


def test_what_changed_since_the_submission_stands_beside_the_old(client):
    world = yearly("LDTT")
    fact = rated(world, world.staff.person, "HTTNV")
    [dossier] = w.arrived(world)
    kept = dossier.stages.get(level=0).verdicts
    law = next(row for row in kept if row["kind"] == "law")
    of_plan = [row["outcome"] for row in kept if row["kind"] == "plan"]
    assert dossier.stages.get(level=0).outcomes == {word: of_plan.count(word) for word in of_plan} != {}
    assert (law["outcome"], law["facts"][0]["source"], law["basis"][-5:]) == ("met", fact.source, "bản 1")
    Fact.objects.filter(pk=fact.pk).update(rating="HTNV", source="Quyết định 12/QĐ-UBND")
    [moment] = changed_since(dossier, standing(dossier))
    [change] = [each for each in moment.changes if each.citation == "Luật 06/2022/QH15, Điều 24"]
    assert (moment.when, change.was_outcome, change.now_outcome) == ("lúc nộp", "met", "unmet")
    assert ("Quyết định 9/QĐ-UBND" in change.was, "Quyết định 12/QĐ-UBND" in change.now) == (True, True)
    client.force_login(world.clerk)
    page = client.get(dossier.get_absolute_url()).content.decode()
    assert "Đã thay đổi so với lúc nộp" in page
    assert f'href="{change.url}">Luật 06/2022/QH15, Điều 24</a>' in page
    assert dossier.stages.get(level=0).verdicts == kept
    assert any("cần từ hoàn thành tốt nhiệm vụ" in why for why in eligible_reasons(world, dossier))


def eligible_reasons(world, dossier) -> list[str]:
    steps.move_dossier(dossier, "receive", by=world.officer)
    return steps.check_step(dossier, "mark_eligible", by=world.officer)


def test_discipline_recorded_of_a_member_is_told(client):
    world = yearly("TTLDTT")
    kind, _ = FactKind.objects.get_or_create(code="ky_luat", defaults={"name": "Kỷ luật", "scale": "rating"})
    person = world.staff.person
    Fact.objects.create(kind=kind, person=person, year=world.campaign.year, rating="canh_cao", source="Sổ")
    client.force_login(world.clerk)
    page = client.get(address(world, f"u:{world.economy.pk}"))
    assert said(page)["law:nobody_disciplined:2"] == (
        "unmet",
        f"Có người bị kỷ luật từ cảnh cáo trở lên: {person.full_name} (cảnh cáo).",
    )
