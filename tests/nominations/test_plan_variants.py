"""Plans that leave something out: every page of plan, registration, dossier and desk opens all the same."""

import re

import pytest
from django.urls import reverse

from campaigns.models import Campaign
from campaigns.services.flow import enter_launched
from campaigns.services.plans import create_campaign
from nominations.enums import StageState as S
from nominations.models import DossierStage
from nominations.services import agenda, registrations, steps, submissions
from nominations.services.dossiers import create_dossier
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused

pytestmark = [pytest.mark.page, pytest.mark.crawl, pytest.mark.django_db]

NOBODY = {"lines": [], "capacity": None, "on_behalf_of": None, "position": None, "name": None}
NO_REGISTRATION = {"required": True, "to": None, "deadline": None, "inclusive": None, "clause": None}
VARIANTS = {
    "no criteria": ("002", {"criteria": []}),
    "no papers": ("002", {"dossier_parts": []}),
    "no numbers": ("002", {"quotas": []}),
    "no deadlines": ("002", {"deadlines": []}),
    "no year": ("002", {"year": None}),
    "nobody signs": ("002", {"signatory": NOBODY}),
    "nobody is named": ("002", {"targets": []}),
    "no tasks, money, readers": ("002", {"tasks": [], "funding": [], "recipients": [], "legal_bases": []}),
    "asks for registration without a clause": ("002", {"registration": NO_REGISTRATION, "rules": []}),
    "two awards, one above the issuer": ("000", {}),
    "no award": ("001", {}),
    "award of the province": ("003", {}),
    "plan of a year's work": ("004", {}),
}
LINK = re.compile(r'(?:href|action)="(/[^"#]*)')
SENTENCE = re.compile(r"^[A-ZÀ-Ỹ].{12,}[.”]$", re.DOTALL)
FOLLOWED = re.compile(r"^/(ke-hoach|dang-ky|ho-so|to-trinh|hoi-dong|khen-thuong|quan-tri/nominations)/")
EMPTY = re.compile(r"[^\"=/]*\bNone\b[^<]*")
PAPER = re.compile(r"\.pdf|/in/|/pdf/|giay-khen|xuat|bien-ban|/tep/|export")
MOST = 16  # of each account


@pytest.fixture(params=VARIANTS)
def world(request):
    """The variant runs in place of the world's own plan, and stands once more as a draft."""
    world = w.make_world()
    number, changed = VARIANTS[request.param]
    data = w.plan_json(number) | changed
    create_campaign(data, issuer=world.commune, by=world.officer)
    data["document"] |= {"number": 7, "symbol": "KH-UBND"}
    campaign = create_campaign(data, issuer=world.commune, by=world.officer)
    world.campaign = enter_launched(campaign, issuer=world.commune, on=today(), by=world.officer)
    return world


def tried(act, *args, **kwargs):
    """What an act makes; None when it is refused, which must be in a sentence."""
    try:
        return act(*args, **kwargs)
    except Refused as refused:
        reasons = refused.reasons
    assert [reason for reason in reasons if not SENTENCE.match(reason)] == []
    return None


def walk(world) -> list:
    """A registration and two dossiers as far as the plan lets them: at the unit, and at the office."""
    awards = [row.award_type for row in world.campaign.campaignaward_set.all() if row.award_type]
    award = awards[0] if awards else world.award
    named = {"award_type": award, "unit": world.economy, "by": world.clerk}
    registration = tried(
        registrations.create_registration, world.campaign, person=world.staff.person, **named
    )
    if registration:
        tried(registrations.move_registration, registration, "submit", by=world.clerk)
    people = (world.staff.person, w.colleague(world, "Bùi Văn Thêm"))
    dossiers = [tried(create_dossier, world.campaign, person=who, **named) for who in people]
    dossiers = [dossier for dossier in dossiers if dossier]
    for dossier in dossiers:
        w.write_papers(dossier, world.clerk)
        tried(steps.move_dossier, dossier, "submit", by=world.clerk)
        tried(steps.move_dossier, dossier, "unit_propose", by=world.head)
    if dossiers:
        reach_office(world, dossiers[1])
    tried(submissions.draft_submission, world.campaign, world.economy, by=world.clerk)
    return dossiers


def reach_office(world, dossier) -> None:
    """By hand where the plan's own deadline has passed: the desk must open it anyway."""
    DossierStage.objects.filter(dossier=dossier).update(state=S.SENT)
    DossierStage.objects.create(dossier=dossier, unit=world.commune, level=1, state=S.ARRIVED)
    tried(steps.move_dossier, dossier, "receive", by=world.officer)
    stage = dossier.stages.get(level=1)
    DossierStage.objects.filter(pk=stage.pk).update(state=S.ELIGIBLE)
    session = agenda.councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer)
    tried(agenda.put_on_agenda, [dossier.pk], session, by=world.officer)


def pages_from(client, starts: list[str]) -> dict[str, str]:
    """{address: what is wrong with it} of the pages one comes to from here, papers apart."""
    seen, waiting = {}, list(starts)
    while waiting and len(seen) < MOST:
        url = waiting.pop(0)
        if url in seen:
            continue
        page = client.get(url)
        seen[url] = "" if page.status_code < 500 else str(page.status_code)
        if page.status_code == 200 and page["Content-Type"].startswith("text/html"):
            html = page.content.decode()
            seen[url] = ", ".join(EMPTY.findall(html))
            found = LINK.findall(html)
            waiting += [one for one in found if FOLLOWED.match(one) and not PAPER.search(one)]
    return seen


def starts(world, dossiers) -> list[str]:
    named = [
        *(plan.get_absolute_url() for plan in Campaign.objects.order_by("-pk")[:2]),
        *(dossier.get_absolute_url() for dossier in dossiers),
        *(row.get_absolute_url() for row in world.campaign.registrations.all()),
        *(row.get_absolute_url() for row in world.campaign.submissions.all()),
        *(f"/quan-tri/nominations/dossierstage/{d.stage.pk}/change/" for d in dossiers[1:]),
        *(f"{reverse(name)}?campaign={world.campaign.pk}" for name in NEW),
    ]
    return ["/", *named, reverse("campaigns:print", args=[world.campaign.pk])]


NEW = ("nominations:dossier-new", "nominations:registration-new")


def test_every_page_opens(client, world):
    dossiers = walk(world)
    client.raise_request_exception = False
    wrong = {}
    for user in (world.clerk, world.officer):
        client.force_login(user)
        found = pages_from(client, starts(world, dossiers))
        wrong |= {url: said for url, said in found.items() if said}
    assert wrong == {}
