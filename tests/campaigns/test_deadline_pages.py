"""The page of a plan's dates: read by all, extended by the office."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.models import DeadlineExtension
from tests import world as w
from tests.documents.entries import later
from thiduakt.clock import today
from thiduakt.vietnamese.days import short_date

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world(due_in=-3)


@pytest.fixture
def deadline(world):
    return world.campaign.deadline_set.get(what="dossier")


def get(client, user, name, *args):
    client.force_login(user)
    return client.get(reverse(f"campaigns:{name}", args=args))


def post(client, user, name, *args, **data):
    client.force_login(user)
    return client.post(reverse(f"campaigns:{name}", args=args), data)


@pytest.mark.parametrize(
    ("who", "expected"),
    [("office_head", 200), ("officer", 403), ("clerk", 403), ("staff", 403), ("stranger", 404)],
)
def test_extension_page_opens_for(client, world, deadline, who, expected):
    assert get(client, getattr(world, who), "extend", world.campaign.pk, deadline.pk).status_code == expected


@pytest.mark.parametrize(
    ("who", "expected"), [("office_head", 200), ("officer", 200), ("clerk", 403), ("stranger", 404)]
)
def test_late_page_opens_for(client, world, who, expected):
    assert get(client, getattr(world, who), "late", world.campaign.pk).status_code == expected


def test_extension_by_the_page_shows_on_the_plan(client, world, deadline):
    until = today() + dt.timedelta(days=9)
    data = {"until": short_date(until), "reason": "Bão số 9.", "reference": "Công văn 45/UBND-NV"}
    post(client, world.office_head, "extend", world.campaign.pk, deadline.pk, **data)
    said = f"gia hạn đến hết {short_date(until)} theo Công văn 45/UBND-NV"
    assert said in get(client, world.clerk, "detail", world.campaign.pk).content.decode()
    listed = get(client, world.clerk, "deadlines", world.campaign.pk).content.decode()
    assert f"<strong>Gia hạn đến hết {short_date(until)}</strong> theo Công văn 45/UBND-NV" in listed


def test_extension_by_a_paper_of_the_register_leads_to_it(client, world, deadline):
    paper = later(world)
    data = {"until": short_date(today() + dt.timedelta(days=9)), "reason": "Bão.", "document": paper.pk}
    post(client, world.office_head, "extend", world.campaign.pk, deadline.pk, **data)
    said = f"Quyết định 12/QĐ-UBND ngày {short_date(today())}"
    link = f'theo <a href="{paper.get_absolute_url()}">{said}</a>'
    assert link in get(client, world.office_head, "deadlines", world.campaign.pk).content.decode()
    # Whoever may not open the paper reads its number.
    assert f"theo {said}" in get(client, world.clerk, "deadlines", world.campaign.pk).content.decode()


@pytest.mark.parametrize("until", ["", "30/02/2027", "32/12/2026", "mai"])
def test_bad_day_stays_on_the_form(client, world, deadline, until):
    data = {"until": until, "reason": "Bão."}
    response = post(client, world.office_head, "extend", world.campaign.pk, deadline.pk, **data)
    assert (response.status_code, DeadlineExtension.objects.count()) == (200, 0)


def test_deadline_of_another_plan_is_404(client, world):
    assert get(client, world.office_head, "extend", world.campaign.pk, 999_999).status_code == 404


def test_late_acceptance_by_the_page_opens_the_window_for_the_unit(client, world):
    assert get(client, world.clerk, "detail", world.campaign.pk).context["may_nominate"] is False
    data = {"unit": world.economy.pk, "what": "dossier", "until": short_date(today()), "reason": "Ngập."}
    post(client, world.officer, "late", world.campaign.pk, **data)
    assert get(client, world.clerk, "detail", world.campaign.pk).context["may_nominate"] is True


def test_late_acceptance_for_a_stranger_unit_is_no_choice(client, world):
    data = {"unit": world.far.pk, "what": "dossier", "until": short_date(today()), "reason": "Ngập."}
    assert post(client, world.officer, "late", world.campaign.pk, **data).status_code == 200
    assert world.campaign.late_acceptances.count() == 0


def test_deadline_page_query_count_does_not_grow(client, world, deadline):
    def queries():
        client.force_login(world.clerk)
        with CaptureQueriesContext(connection) as found:
            client.get(reverse("campaigns:deadlines", args=[world.campaign.pk]))
        return len(found)

    world.campaign.late_acceptances.create(
        unit=world.economy, what="dossier", until=today(), reason="a", made_at=world.campaign.created_at
    )
    queries()  # the number in the menu is counted once a minute
    first = queries()
    for day in (5, 6, 7):
        deadline.extensions.create(
            until=today() + dt.timedelta(days=day), reason="b", made_at=world.campaign.created_at
        )
        world.campaign.deadline_set.create(what="other", on=today().isoformat(), text="khác")
    assert queries() == first
