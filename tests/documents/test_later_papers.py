"""What later papers do to an issued one, its signed copy, the public check."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from documents.enums import LinkKind, Standing
from documents.facts import answers_to, standing_of
from documents.qr import check_address
from documents.services.links import link_documents
from documents.services.printing import pdf_bytes
from documents.services.signed import attach_signed
from tests import world as w
from thiduakt.errors import Refused

from .entries import entered, later, one_page, plan_paper

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


@pytest.mark.parametrize(
    ("kinds", "standing"),
    [
        ([], Standing.IN_FORCE),
        ([LinkKind.CORRECTS], Standing.CORRECTED),
        ([LinkKind.CORRECTS, LinkKind.REPLACES], Standing.REPLACED),
        ([LinkKind.CORRECTS, LinkKind.WITHDRAWS], Standing.WITHDRAWN),
    ],
)
def test_standing_follows_the_later_papers(client, world, kinds, standing):
    plan = plan_paper(world)
    for number, kind in enumerate(kinds, start=20):
        link_documents(later(world, f"{number}/QĐ-UBND"), plan, kind, by=world.records)
    shown = client.get(reverse("lookup_code", args=[plan.lookup_code]))
    assert standing_of(answers_to(plan)) == standing
    assert shown.context["standing"] == standing


def refused_link(world, document, target, by) -> str:
    with pytest.raises(Refused) as refused:
        link_documents(document, target, LinkKind.REPLACES, by=by)
    return refused.value.reasons[0]


def test_links_that_cannot_be(world):
    plan, decision = plan_paper(world), later(world)
    old = entered(world)
    assert refused_link(world, decision, plan, world.clerk).startswith("Chỉ văn thư, văn phòng")
    assert refused_link(world, plan, plan, world.records).startswith("Một văn bản không tự")
    assert refused_link(world, old, decision, world.records) == (
        f"{old} ban hành trước {decision} nên không thay thế được văn bản ấy."
    )
    link_documents(decision, plan, LinkKind.REPLACES, by=world.records)
    third = later(world, "13/QĐ-UBND")
    assert refused_link(world, third, plan, world.records) == f"{plan} đã được {decision} thay thế."


def test_link_leaves_its_trail_with_the_membership(world):
    plan = plan_paper(world)
    link_documents(later(world), plan, LinkKind.CORRECTS, by=world.records, note="Sai tên đơn vị.")
    event = plan.events.last()
    assert (event.action, event.note, event.membership.user, event.data["reference"]) == (
        "was_corrects",
        "Sai tên đơn vị.",
        world.records,
        "12/QĐ-UBND",
    )


def test_link_form_finds_the_paper_by_its_number(client, world):
    plan, decision = plan_paper(world), later(world)
    client.force_login(world.records)
    url = reverse("documents:link", args=[plan.pk])
    missing = client.post(url, {"kind": "replaces", "reference": "99/QĐ-UBND"})
    assert missing.context["form"].errors["reference"] == [
        "Không có văn bản 99/QĐ-UBND nào ban hành từ ngày của văn bản này trong sổ."
    ]
    client.post(url, {"kind": "replaces", "reference": "12/qđ-ubnd"})
    assert [link.document for link in answers_to(plan)] == [decision]


def test_link_form_is_closed_to_those_who_keep_no_register(client, world):
    plan, _ = plan_paper(world), later(world)
    client.force_login(world.clerk)
    client.post(reverse("documents:link", args=[plan.pk]), {"kind": "replaces", "reference": "12/QĐ-UBND"})
    assert answers_to(plan) == []


# the signed copy and the public check


def test_signed_copy_is_kept_beside_the_print(client, world):
    plan = plan_paper(world)
    before = pdf_bytes(plan)
    client.force_login(world.records)
    client.post(reverse("documents:signed", args=[plan.pk]), {"file": one_page()}, follow=True)
    answer = client.get(reverse("documents:signed-copy", args=[plan.pk]))
    plan.refresh_from_db()
    assert (answer.content[:5], pdf_bytes(plan)) == (b"%PDF-", before)
    assert plan.events.last().data["sha256"] == plan.signed_copy.sha256


def test_signed_copy_of_a_stranger_is_refused(client, world):
    plan = plan_paper(world)
    with pytest.raises(Refused):
        attach_signed(plan, one_page(), by=world.clerk)
    client.force_login(world.stranger)
    assert client.get(reverse("documents:signed-copy", args=[plan.pk])).status_code == 404


def test_issued_print_carries_the_square_on_its_first_page_only(world):
    plan = plan_paper(world)
    plan.pdf = None
    pages = PdfReader(io.BytesIO(pdf_bytes(plan))).pages
    plan.lookup_code = None
    bare = PdfReader(io.BytesIO(pdf_bytes(plan))).pages
    drawn = [len(page.get_contents().get_data()) for page in pages]
    without = [len(page.get_contents().get_data()) for page in bare]
    assert [more > less for more, less in zip(drawn, without, strict=True)] == [True] + [False] * (
        len(drawn) - 1
    )


def test_square_leads_to_the_public_check(client, world, settings):
    settings.SITE_URL = "https://thidua.example.vn/"
    plan = plan_paper(world)
    path = reverse("lookup_code", args=[plan.lookup_code])
    assert check_address(plan.lookup_code) == f"https://thidua.example.vn{path}"
    assert client.get(path).status_code == 200
