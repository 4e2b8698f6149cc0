"""The register of papers: finding, entering, linking, the signed copy, the public check."""

import datetime as dt
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader, PdfWriter

from campaigns import printing
from documents.enums import Kind, LinkKind, Origin, Standing
from documents.facts import answers_to, standing_of
from documents.models import IssuedDocument, NumberSeries
from documents.qr import check_address
from documents.services import papers
from documents.services.entries import enter_document
from documents.services.links import link_documents
from documents.services.printing import pdf_bytes
from documents.services.signed import attach_signed
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def one_page() -> SimpleUploadedFile:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(out)
    return SimpleUploadedFile("ban-ky.pdf", out.getvalue(), "application/pdf")


def entry(world, **changes) -> dict:
    return {
        "origin": Origin.RECEIVED,
        "kind": Kind.KE_HOACH,
        "unit": world.commune,
        "issuer": "Ủy ban nhân dân tỉnh Khánh Hòa",
        "reference": "288/KH-UBND",
        "issued_on": today() - dt.timedelta(days=10),
        "title": "Kế hoạch phát động phong trào thi đua của tỉnh",
        "signer_name": "Trần Văn Mẫu",
    } | changes


def entered(world, **changes) -> IssuedDocument:
    return enter_document(**entry(world, **changes), by=world.records)


def plan_paper(world) -> IssuedDocument:
    """A plan made, approved and numbered here."""
    snapshot = printing.plan_paper(world.campaign, on=today())
    document = papers.prepare_document(
        Kind.KE_HOACH,
        unit=world.commune,
        title=world.campaign.title,
        template="plan.html",
        snapshot=snapshot,
        signature_lines=["CHỦ TỊCH"],
        signer=world.chairman,
        by=world.officer,
    )
    papers.approve_document(document, by=world.signer)
    return papers.issue_document(document, by=world.records)


def later(world, reference: str = "12/QĐ-UBND") -> IssuedDocument:
    return entered(
        world, origin=Origin.HISTORIC, kind=Kind.QUYET_DINH, reference=reference, issued_on=today(), issuer=""
    )


def found(client, user, **asked) -> list[int]:
    client.force_login(user)
    return [row.pk for row in client.get(reverse("documents:list"), asked).context["page"]]


# entering


def test_entered_paper_takes_no_number_and_is_read_by_its_receiver(client, world):
    document = entered(world)
    series = NumberSeries.objects.filter(kind="KH").count()
    assert (document.number, document.reference, series) == (None, "288/KH-UBND", 0)
    assert found(client, world.records, q="288") == [document.pk]
    assert found(client, world.stranger, q="288") == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"issued_on": dt.date(2999, 1, 1)}, "Ngày ban hành 01/01/2999 còn ở phía trước."),
        ({"issuer": " "}, "Chưa ghi cơ quan ban hành văn bản đến."),
        ({"origin": Origin.OURS}, "Văn bản lập trên hệ thống không nhập bằng tay."),
    ],
)
def test_bad_entry_is_refused(world, changes, sentence):
    before = IssuedDocument.objects.count()
    with pytest.raises(Refused) as refused:
        entered(world, **changes)
    assert (refused.value.reasons, IssuedDocument.objects.count()) == ([sentence], before)


def test_entering_twice_is_refused(world):
    first = entered(world)
    with pytest.raises(Refused) as refused:
        entered(world)
    assert refused.value.reasons == [f"Kế hoạch 288/KH-UBND ngày {first.issued_on:%d/%m/%Y} đã có trong sổ."]


def test_historic_paper_may_not_carry_a_number_of_the_register(world):
    plan = plan_paper(world)
    with pytest.raises(Refused):
        entered(world, origin=Origin.HISTORIC, reference=plan.reference, issued_on=plan.issued_on, issuer="")


def test_only_keepers_of_the_register_enter(world):
    with pytest.raises(Refused) as refused:
        enter_document(**entry(world), by=world.clerk)
    unit = world.commune
    assert refused.value.reasons == [f"Chỉ văn thư, văn phòng của {unit} được nhập văn bản vào sổ này."]


def test_entry_form_tells_the_reason_and_keeps_what_was_typed(client, world):
    client.force_login(world.records)
    data = entry(world, unit=world.commune.pk, issued_on="30/11/2999")
    page = client.post(reverse("documents:enter"), data)
    form = page.context["form"]
    assert (page.status_code, form.non_field_errors()) == (
        200,
        ["Ngày ban hành 30/11/2999 còn ở phía trước."],
    )
    assert form["title"].value() == data["title"]


def test_entry_form_keeps_the_file(client, world):
    client.force_login(world.records)
    data = entry(world, unit=world.commune.pk, issued_on="05/12/2025", upload=one_page())
    client.post(reverse("documents:enter"), data)
    document = IssuedDocument.objects.get(reference_as_written="288/KH-UBND")
    answer = client.get(reverse("documents:signed-copy", args=[document.pk]))
    assert (document.issued_on, answer["Content-Type"]) == (dt.date(2025, 12, 5), "application/pdf")


def test_paper_without_its_text_has_no_print(client, world):
    document = entered(world)
    client.force_login(world.records)
    assert client.get(document.get_absolute_url()).status_code == 200
    assert client.get(reverse("documents:pdf", args=[document.pk])).status_code == 409


# finding


@pytest.mark.parametrize(
    ("typed", "plan", "other"),
    [
        ("1", True, False),
        ("01/KH-UBND", True, False),
        ("288/KH-UBND", False, True),
        ("phat dong", True, True),
        ("TRAN VAN MAU", False, True),
        ("day manh cai cach", True, False),  # stands in the plan's text only
        ("không có chữ nào như thế", False, False),
    ],
)
def test_search_by_number_words_signer_and_text(client, world, typed, plan, other):
    document = entered(world)
    wanted = {plan_paper(world).pk} if plan else set()
    wanted |= {world.campaign.paper_id} if plan and typed != "1" and "01" not in typed else set()
    wanted |= {document.pk} if other else set()
    assert set(found(client, world.records, q=typed)) == wanted


def test_search_between_two_days(client, world):
    document = entered(world, issued_on=dt.date(2025, 12, 5))
    assert found(client, world.records, tu="05/12/2025", den="05/12/2025") == [document.pk]
    assert found(client, world.records, tu="06/12/2025", den="07/12/2025") == []


def test_list_asks_the_same_for_one_and_three(client, world, django_assert_num_queries):
    client.force_login(world.records)
    link_documents(later(world), plan_paper(world), LinkKind.CORRECTS, by=world.records)
    client.get(reverse("documents:list"))
    with CaptureQueriesContext(connection) as once:
        client.get(reverse("documents:list"))
    for number in range(2):
        entered(world, reference=f"{number}/TB")
    with django_assert_num_queries(len(once)):
        client.get(reverse("documents:list"))


# later papers


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


# the registers


def test_register_is_shown_and_printed_to_its_unit_only(client, world):
    plan = plan_paper(world)
    series = NumberSeries.objects.get(unit=world.commune, kind=Kind.KE_HOACH)
    paths = [reverse(f"documents:{name}", args=[series.pk]) for name in ("series", "series-pdf")]
    client.force_login(world.records)
    assert [client.get(path).status_code for path in paths] == [200, 200]
    assert [row.pk for row in client.get(paths[0]).context["page"]] == [plan.pk]
    client.force_login(world.stranger)
    assert [client.get(path).status_code for path in paths] == [404, 404]
    assert list(client.get(reverse("documents:series-list")).context["page"]) == []
