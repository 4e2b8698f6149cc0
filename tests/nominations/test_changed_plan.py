"""The plan is the programme: with other numbers in its JSON everything follows, without other code."""

import datetime as dt
import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from campaigns.printing import plan_paper
from criteria.models import Fact, FactKind
from documents.pdf.render import render_pdf
from nominations.models import Submission
from nominations.services import steps, submissions
from tests import world as w
from thiduakt.clock import VIETNAM, today
from thiduakt.errors import Refused

pytestmark = [pytest.mark.page, pytest.mark.django_db]

WORDS = {
    "**": "",
    "07 tập thể và 10 cá nhân": "02 tập thể và 03 cá nhân",
    "trên 10% tổng số": "trên 40% tổng số",
    "30/11/2021": "15/10/{year}",
}


def changed(value):
    """The words of the text changed as an office would change them."""
    if isinstance(value, dict):
        return {key: changed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [changed(inner) for inner in value]
    if isinstance(value, str):
        for old, new in WORDS.items():
            value = value.replace(old, new.format(year=today().year + 1))
    return value


@pytest.fixture
def world():
    """7 → 2, 10 → 3, 10 % → 40 %, 30/11 → 15/10 of next year, four papers → the two of each nominee."""
    data = changed(w.plan_json())
    data["quotas"][0]["limit"], data["quotas"][1]["limit"] = 2, 3
    data["criteria"][3]["disqualifiers"][0]["percent"] = 40
    data["dossier_parts"] = data["dossier_parts"][2:]
    data["clauses"] = [row for row in data["clauses"] if row["path"] not in ("III.2-1", "III.2-2")]
    world = w.make_world(data)
    world.campaign.deadline_set.filter(what="dossier").update(on=f"{today().year + 1}-10-15")
    return world


def breach(world, count: int) -> None:
    Fact.objects.create(
        kind=FactKind.objects.get(code="vi_pham_gio_giac"),
        unit=world.economy,
        year=today().year,
        value=count,
        total=10,
        source="Sổ theo dõi",
        entered_by=world.officer,
    )


def test_quota_of_three_refuses_the_fourth(world):
    people = [w.colleague(world, f"Nguyễn Văn {letter}") for letter in "ABCD"]
    dossiers = [w.proposed_by_unit(world, person) for person in people]
    # Only two papers are asked for: neither letter nor minutes stand in the way.
    submission = submissions.draft_submission(world.campaign, world.economy, by=world.clerk)
    submissions.send_submission(submission, by=world.clerk)
    for dossier in dossiers:
        steps.move_dossier(dossier, "receive", by=world.officer)
    assert Submission.objects.get().state == "sent"
    assert [(q.group, q.limit) for q in world.campaign.quota_set.all()] == [
        ("collective", 2),
        ("individual", 3),
    ]


@pytest.mark.parametrize(("count", "barred"), [(4, False), (5, True)])
def test_forty_percent_is_the_new_threshold(world, count, barred):
    breach(world, count)
    dossier = w.draft(world, world.economy)
    w.write_papers(dossier, world.clerk)
    assert bool(steps.check_step(dossier, "submit", by=world.clerk)) is barred


def test_refusal_names_the_new_day(world):
    w.proposed_by_unit(world)
    submission = submissions.draft_submission(world.campaign, world.economy, by=world.clerk)
    year = today().year + 1
    too_late = dt.datetime(year, 10, 16, tzinfo=VIETNAM)
    with pytest.raises(Refused) as refusal:
        submissions.send_submission(submission, by=world.clerk, at=too_late)
    assert f"chậm nhất 15/10/{year} (hết ngày 15/10)" in str(refusal.value)
    submissions.send_submission(submission, by=world.clerk, at=too_late - dt.timedelta(seconds=1))


def test_page_shows_the_new_numbers(world, client):
    client.force_login(world.clerk)
    page = client.get(reverse("campaigns:detail", args=[world.campaign.pk])).content.decode()
    assert "còn 2/2" in page
    assert "còn 3/3" in page
    assert f"chậm nhất 15/10/{today().year + 1}" in page
    assert "Hồ sơ gồm 2 loại giấy tờ" in page


def test_paper_prints_the_new_words(world):
    content = render_pdf("plan.html", plan_paper(world.campaign, on=today()))
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())
    assert "tối đa cho 02 tập thể và 03 cá nhân" in text
    assert "chiếm tỷ lệ trên 40% tổng số biên chế" in text
    assert f"ngày 15/10/{today().year + 1}" in text
