"""What can be typed in the back office: never a state, a number or what a quota has used."""

import pytest
from django.contrib import admin
from django.test import RequestFactory

from tests import world as w
from units.models import Membership, User

pytestmark = [pytest.mark.page, pytest.mark.django_db]
FORBIDDEN = {"state", "number", "used", "last_number", "is_live", "issued_on", "launched_on"}


@pytest.fixture
def world():
    return w.make_world()


def test_no_form_holds_state_number_or_used(world):
    request = RequestFactory().get("/")
    for user in (world.officer, world.office_head, world.records, world.admin):
        request.user = user
        fields = {
            f"{model._meta.label}.{name}"
            for model, model_admin in admin.site._registry.items()
            for name in typed(model_admin, request)
            if name in FORBIDDEN
        }
        assert fields == set()


def typed(model_admin, request) -> list[str]:
    """Names one may type in: of the form and of its inlines, when adding or changing is allowed."""
    may = model_admin.has_add_permission(request) or model_admin.has_change_permission(request)
    own = list(model_admin.get_form(request).base_fields) if may else []
    inlines = model_admin.get_inline_instances(request)
    return own + [name for inline in inlines for name in inline.get_formset(request).form.base_fields]


def formset(prefix: str, *rows: dict) -> dict:
    found = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    return found | {f"{prefix}-{n}-{key}": value for n, row in enumerate(rows) for key, value in row.items()}


def test_admin_opens_an_account_with_a_role(client, world):
    client.force_login(world.admin)
    role = {"unit": world.economy.pk, "role": "unit_clerk", "since": "01/07/2026"}
    data = {"username": "moi", "full_name": "Người Mới"}
    client.post("/quan-tri/units/user/add/", data | formset("memberships", role))
    user = User.objects.get(username="moi")
    assert not user.has_usable_password()
    assert [(m.role, m.since.isoformat()) for m in Membership.objects.filter(user=user)] == [
        ("unit_clerk", "2026-07-01")
    ]
    assert client.get(f"/quan-tri/units/user/{user.pk}/change/").status_code == 200


@pytest.mark.parametrize("who", ["unit", "person"])
def test_units_and_people_are_read_and_lead_to_their_pages(client, world, who):
    client.force_login(world.admin)
    row = {"unit": world.school, "person": world.staff.person}[who]
    page = client.get(f"/quan-tri/units/{who}/{row.pk}/change/").content.decode()
    assert (f'href="{row.get_absolute_url()}"' in page, "_save" in page) == (True, False)
    asked = [
        client.get(f"/quan-tri/units/{who}/add/"),
        client.post(f"/quan-tri/units/{who}/{row.pk}/change/"),
    ]
    assert [response.status_code for response in asked] == [403, 403]


def test_autocomplete_finds_without_marks(client, world):
    client.force_login(world.officer)
    asked = {"app_label": "criteria", "model_name": "fact", "field_name": "unit", "term": "phong kinh"}
    found = client.get("/quan-tri/autocomplete/", asked).json()
    assert [row["text"] for row in found["results"]] == ["Phòng Kinh tế"]


def test_unverified_rule_says_so(client, world):
    client.force_login(world.officer)
    rules = client.get("/quan-tri/criteria/awardrule/?verified__exact=0")
    first = rules.context["cl"].result_list[0]
    assert "chưa kiểm chứng" in rules.content.decode()
    assert (
        "chưa kiểm chứng" in client.get(f"/quan-tri/criteria/awardrule/{first.pk}/change/").content.decode()
    )


def test_every_list_and_form_opens_for_its_roles(client, world):
    """Whatever the sidebar of a role shows opens, and so does the first row of it and the empty form."""
    w.awarded(world)
    refused = []
    for user in (world.officer, world.records, world.admin):
        client.force_login(user)
        parts = client.get("/quan-tri/").context["app_list"]
        for model in (model for part in parts for model in part["models"]):
            refused += broken(client, model)
    assert refused == []


def broken(client, model: dict) -> list[str]:
    page = client.get(model["admin_url"])
    rows = list(page.context["cl"].result_list[:1]) if page.status_code == 200 else []
    asked = [model["admin_url"], *([model["add_url"]] if model["add_url"] else [])]
    asked += [f"{model['admin_url']}{row.pk}/change/" for row in rows]
    answers = {address: client.get(address).status_code for address in asked}
    return [f"{address}: {code}" for address, code in answers.items() if code != 200]
