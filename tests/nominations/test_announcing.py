"""The result told: to laureates and units, as a notice to print, on the public page; no more than that."""

import io
import re

import pytest
from django.urls import reverse
from docx import Document

from campaigns.models import CampaignEvent
from nominations.models import Award
from nominations.services.honours import show_honours
from nominations.services.telling import tell_revoked
from tests import world as w
from tests.documents.pdfread import page_texts
from tests.world.kept import once
from thiduakt.clock import today
from thiduakt.errors import Refused
from units.models import Notice, OutboxMail, User

pytestmark = [pytest.mark.page, pytest.mark.django_db]


def build():
    world = w.make_world()
    User.objects.filter(pk__in=[world.staff.pk, world.clerk.pk]).update(email="np@example.vn")
    world.decision = w.awarded(world, world.staff.person, w.colleague(world, "Trịnh Văn Hai"))
    return world


@pytest.fixture
def world():
    return once("announcing", build)


def here(world, name: str = "results") -> str:
    return reverse(f"nominations:{name}", args=[world.campaign.pk, world.commune.pk])


def public(client, world):
    client.logout()
    return client.get(reverse("honours", args=[world.campaign.pk]))


def shown_rows(response) -> list[str]:
    text = re.sub(r"<[^>]+>", "\n", response.content.decode().partition("<main")[2].partition("</main>")[0])
    return [line.strip() for line in text.partition(">")[2].splitlines() if line.strip()]


def test_result_is_told_to_each_laureate_and_unit_in_the_system_and_by_mail(world):
    reference, award = world.decision.reference, Award.objects.get(person=world.staff.person)
    names = ", ".join(Award.objects.order_by("gold_book_number").values_list("name", flat=True))
    unit = f"{world.economy.short_name}: {names} được khen thưởng theo Quyết định số {reference}."
    own = f"Anh/chị được tặng Giấy khen theo Quyết định số {reference}."
    told = Notice.objects.filter(text__contains=reference).values_list("user__username", "text", "url")
    paper = world.decision.get_absolute_url()
    assert sorted(told) == sorted(
        [
            (world.staff.username, own, award.get_absolute_url()),
            (world.clerk.username, unit, paper),
            (world.head.username, unit, paper),
        ]
    )
    mails = OutboxMail.objects.values_list("account__username", "subject", "sent_at")
    subject = f"Kết quả khen thưởng theo Quyết định số {reference}"
    # The head has no address.
    assert sorted(mails) == sorted([(who.username, subject, None) for who in (world.staff, world.clerk)])
    body = OutboxMail.objects.get(account=world.staff).body
    assert f"{own}\n\nXem tại: http://127.0.0.1:8000{award.get_absolute_url()}\n" in body
    tell_revoked(world.decision, [award], on=today())
    last = Notice.objects.filter(user=world.staff).latest("pk")
    assert last.text == f"Giấy khen của anh/chị bị hủy bỏ theo Quyết định số {reference}."
    # The same paper mails nobody twice.
    assert OutboxMail.objects.count() == 2


def test_results_leave_as_a_notice_to_print_and_as_files(client, world):
    client.force_login(world.officer)
    reference = world.decision.reference
    assert [award.name for award in client.get(here(world)).context["awards"]] == [
        award.name for award in world.decision.awards.order_by("gold_book_number")
    ]
    text = " ".join(" ".join(page_texts(client.get(here(world, "results-print")).content)).split())
    for said in (
        "THÔNG BÁO",
        "Kết quả khen thưởng trong",
        f"Căn cứ Quyết định số {reference} ngày",
        "thông báo kết quả khen thưởng trong",
        "02 cá nhân, gồm:",
        "Trịnh Văn Hai",
        f"Giấy khen (số {reference})".replace(" ", ""),
    ):
        assert said.replace(" ", "") in text.replace(" ", ""), said
    assert ("Kính gửi" in text, "/TB-UBND" in text) == (False, True)
    word = Document(io.BytesIO(client.get(here(world, "results-word")).content))
    assert "THÔNG BÁO" in [line.text for line in word.paragraphs]
    assert client.get(f"{here(world)}?tep=xlsx").content[:2] == b"PK"
    client.force_login(world.clerk)
    assert client.get(here(world)).status_code == 403


def test_public_page_shows_names_units_and_awards_by_the_heads_word_alone(client, world):
    assert public(client, world).status_code == 404
    with pytest.raises(Refused, match="Chỉ phụ trách cơ quan thường trực"):
        show_honours(world.campaign, world.commune, shown=True, by=world.officer)
    client.force_login(world.office_head)
    client.post(here(world, "results-honours"), {"show": "1"})
    unit = world.economy.name
    names = world.decision.awards.order_by("gold_book_number").values_list("name", flat=True)
    expected = [line for name in names for line in (name, unit)]
    page = public(client, world)
    # This and nothing else: no position, no money, no number, no clause, no link to anybody.
    assert shown_rows(page) == ["Vinh danh", world.campaign.title, "Giấy khen", *expected]
    assert "/khen-thuong/" not in page.content.decode()
    client.force_login(world.office_head)
    refused = client.post(here(world, "results-honours"), {"hide": "1"}, follow=True)
    assert "Ghi lý do thôi công khai." in refused.content.decode()
    Award.objects.filter(name="Trịnh Văn Hai").update(revoked_by=world.decision)
    assert "Trịnh Văn Hai" not in shown_rows(public(client, world))
    client.force_login(world.office_head)
    client.post(here(world, "results-honours"), {"hide": "1", "note": "Hết thời gian niêm yết"})
    assert public(client, world).status_code == 404
    acts = CampaignEvent.objects.filter(action__in=["show_honours", "hide_honours"]).order_by("seq")
    assert [(act.action, act.by, act.note) for act in acts] == [
        ("show_honours", world.office_head, ""),
        ("hide_honours", world.office_head, "Hết thời gian niêm yết"),
    ]
