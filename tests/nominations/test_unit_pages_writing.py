"""Writing the report and the summary: saved while typing, never over somebody else's words."""

import io
import re

import pytest
from django.urls import reverse
from docx import Document

from nominations.facts import criteria_of
from nominations.models import DossierPart
from nominations.services import parts, steps
from tests import world as w

pytestmark = [pytest.mark.page, pytest.mark.django_db]
HTMX = {"HX-Request": "true"}
CONFLICT = "Có người vừa lưu bản khác."


@pytest.fixture
def world():
    return w.make_world()


@pytest.fixture
def dossier(world):
    return w.draft(world)


@pytest.fixture
def clerk(client, world):
    client.force_login(world.clerk)
    return client


def report_url(dossier, number: int = 1) -> str:
    return reverse("nominations:dossier-report", args=[dossier.pk, criteria_of(dossier)[number - 1].pk])


def asked(client, url: str) -> dict:
    """What a browser sends back of the form's hidden fields."""
    form = client.get(url).context["form"]
    return {name: form.initial[name] for name in ("revision", "base")}


def written(dossier, number: int = 1) -> str:
    part = DossierPart.objects.get(dossier=dossier, requirement__paper="report", sealed_at__isnull=True)
    return part.text_for(criteria_of(dossier)[number - 1].pk)


def requirement(dossier):
    return dossier.campaign.partrequirement_set.get(paper="report")


def save(dossier, text: str, *, by, number: int = 1) -> None:
    part = dossier.parts.first()
    row = criteria_of(dossier)[number - 1]
    parts.save_section(dossier, requirement(dossier), row, text, by=by, revision=part.revision if part else 0)


def test_report_opens_at_the_first_empty_criterion(clerk, world, dossier):
    save(dossier, "Xong", by=world.clerk)
    response = clerk.get(reverse("nominations:dossier-report", args=[dossier.pk]))
    assert (response.status_code, response.url) == (302, report_url(dossier, 2))


def test_report_shows_the_clause_and_the_facts_beside(clerk, dossier):
    page = clerk.get(report_url(dossier)).content.decode()
    assert "Hoàn thành tốt các nhiệm vụ được giao trong năm" in page
    beside = page.split('id="dieu-kien"')[0]
    assert re.findall(r'class="cite" href="[^"]*">([^<]+)</a>', beside) == ["Mục II.2.b, gạch đầu dòng 1"]


def test_autosave_says_when_and_moves_the_revision(clerk, dossier):
    url = report_url(dossier)
    response = clerk.post(url, asked(clerk, url) | {"text": "Kết quả"}, headers=HTMX)
    body = response.content.decode()
    assert response.status_code == 200
    assert re.findall(r"Đã lưu \d\d:\d\d", body) == [re.search(r"Đã lưu \d\d:\d\d", body)[0]]
    assert re.findall(r'name="revision" value="(\d+)"', body) == ["1"]
    assert written(dossier) == "Kết quả"


def test_autosave_twice_from_one_page_is_no_conflict(clerk, dossier):
    url = report_url(dossier)
    first = clerk.post(url, asked(clerk, url) | {"text": "Một"}, headers=HTMX).context["form"].initial
    hidden = {"revision": first["revision"], "base": first["base"]}
    assert clerk.post(url, hidden | {"text": "Một, hai"}, headers=HTMX).status_code == 200
    assert written(dossier) == "Một, hai"


def test_autosave_over_newer_words_is_refused(clerk, world, dossier):
    url = report_url(dossier)
    hidden = asked(clerk, url)
    save(dossier, "Của người khác", by=world.head)
    response = clerk.post(url, hidden | {"text": "Của tôi"}, headers=HTMX)
    assert (response.status_code, CONFLICT in response.content.decode()) == (422, True)
    assert written(dossier) == "Của người khác"


def test_save_over_newer_words_shows_both_texts(clerk, world, dossier):
    url = report_url(dossier)
    hidden = asked(clerk, url)
    save(dossier, "Của người khác", by=world.head)
    response = clerk.post(url, hidden | {"text": "Của tôi"})
    assert (response.status_code, response.context["conflict"]) == (409, True)
    assert response.context["form"].initial["text"] == "Của tôi"
    assert "<blockquote" in response.content.decode()
    again = response.context["form"].initial
    clerk.post(url, {"text": "Cả hai", "revision": again["revision"], "base": again["base"]})
    assert written(dossier) == "Cả hai"


def test_save_beside_another_criterion_is_no_conflict(clerk, world, dossier):
    url = report_url(dossier, 1)
    hidden = asked(clerk, url)
    save(dossier, "Tiêu chí khác", by=world.head, number=2)
    assert clerk.post(url, hidden | {"text": "Của tôi"}, headers=HTMX).status_code == 200
    assert (written(dossier, 1), written(dossier, 2)) == ("Của tôi", "Tiêu chí khác")


def test_save_goes_on_to_the_next_criterion(clerk, dossier):
    url = report_url(dossier)
    assert clerk.post(url, asked(clerk, url) | {"text": "Xong"}).url == report_url(dossier, 2)
    assert clerk.post(url, asked(clerk, url) | {"text": "Xong", "stay": "1"}).url == url


def test_save_refuses_a_bidi_override_naming_the_word(clerk, dossier):
    url = report_url(dossier)
    response = clerk.post(url, asked(clerk, url) | {"text": "Kết qu\u202eả tốt"})
    assert response.context["reasons"] == [
        "Chữ “quả” chứa ký tự điều khiển không nhìn thấy được (U+202E); xin gõ lại chữ này."
    ]
    assert dossier.parts.count() == 0


def test_save_after_handing_in_is_refused(clerk, world, dossier):
    w.write_papers(dossier, world.clerk)
    url = report_url(dossier)
    hidden = asked(clerk, url)
    steps.move_dossier(dossier, "submit", by=world.clerk)
    response = clerk.post(url, hidden | {"text": "Muộn"}, headers=HTMX)
    assert (response.status_code, dossier.parts.count()) == (422, 2)


def test_supplement_begins_a_new_version(clerk, world, dossier):
    w.write_papers(dossier, world.clerk)
    steps.move_dossier(dossier, "submit", by=world.clerk)
    steps.move_dossier(dossier, "unit_return", by=world.head, note="Ghi số liệu")
    url = report_url(dossier)
    assert clerk.post(url, asked(clerk, url) | {"text": "Có số liệu"}, headers=HTMX).status_code == 200
    versions = dossier.parts.filter(requirement__paper="report").order_by("version")
    assert [part.version for part in versions] == [1, 2]


def test_summary_is_saved_and_leads_back(clerk, dossier):
    url = reverse("nominations:dossier-summary", args=[dossier.pk])
    response = clerk.post(url, asked(clerk, url) | {"text": "Tóm tắt"})
    assert response.url == dossier.get_absolute_url()
    assert dossier.parts.get().content == {"text": "Tóm tắt"}


def test_writing_is_not_for_strangers(client, world, dossier):
    client.force_login(world.stranger)
    assert client.post(report_url(dossier), {"text": "Lạ"}).status_code == 404


def test_printed_report_holds_the_words_and_the_draft_mark(clerk, world, dossier):
    save(dossier, "Kết quả riêng của tôi", by=world.clerk)
    response = clerk.get(reverse("nominations:dossier-print", args=[dossier.pk, "report"]))
    assert (response["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")
    copy = clerk.get(f"{reverse('nominations:dossier-print', args=[dossier.pk, 'report'])}?dang=word")
    words = "\n".join(line.text for line in Document(io.BytesIO(copy.content)).paragraphs)
    assert words.count("Kết quả riêng của tôi") == 1
