"""Members of a council in the back office: seats end on a day, they are not written over."""

import datetime as dt

import pytest
from django.urls import reverse

from councils import services as councils
from councils.models import CouncilMember
from tests import world as w
from thiduakt.clock import today

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def sent(field):
    return "" if field.value() is None else field.value()


def save(client, world, **changed):
    """Send the council's page as it stands, with some fields of its first member changed."""
    client.force_login(world.officer)
    url = reverse("admin:councils_council_change", args=[world.council.pk])
    formset = client.get(url).context["inline_admin_formsets"][0].formset
    form = client.get(url).context["adminform"].form
    data = {name: sent(form[name]) for name in form.fields}
    for one in (formset.management_form, *formset.forms):
        data |= {one.add_prefix(name): sent(one[name]) for name in one.fields}
    data |= {formset.forms[0].add_prefix(name): value for name, value in changed.items()}
    return client.post(url, data)


def first(world) -> CouncilMember:
    return world.council.members.order_by("order").first()


def test_seat_ends_on_a_day(client, world):
    assert save(client, world, until=f"{today():%d/%m/%Y}").status_code == 302
    assert first(world).until == today()


def test_seat_that_was_given_is_not_written_over(client, world):
    before = first(world)
    save(client, world, person=world.staff.person.pk, seat="member", since="01/01/2026")
    after = first(world)
    assert (after.person, after.seat, after.since) == (before.person, before.seat, before.since)


def test_seat_does_not_end_before_its_last_session(client, world):
    councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer)
    yesterday = today() - dt.timedelta(days=1)
    page = save(client, world, until=f"{yesterday:%d/%m/%Y}")
    said = f"Thành viên này còn được tính trong phiên họp ngày {today():%d/%m/%Y}."
    assert (page.status_code, said in page.content.decode()) == (200, True)
    assert first(world).until is None
