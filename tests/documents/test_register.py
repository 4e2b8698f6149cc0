"""The register of papers: entering, finding, reading and printing it."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from documents.enums import Kind, LinkKind, Origin
from documents.models import IssuedDocument, NumberSeries
from documents.services.entries import enter_document
from documents.services.links import link_documents
from tests import world as w
from thiduakt.errors import Refused

from .entries import entered, entry, later, one_page, plan_paper

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


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
