"""Refusals reach the user as a sentence; senseless requests are 404 or 400, never an error of ours."""

import pytest
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import path

from thiduakt import web
from thiduakt.errors import Refused

pytestmark = [pytest.mark.page, pytest.mark.django_db, pytest.mark.urls(__name__)]
SENTENCE = "Không gửi được: đã hết hạn nhận hồ sơ (Mục III.3)."
FROM_HERE = {"HTTP_REFERER": "http://testserver/tu-day/?page=2#II"}
FAULTS = {
    "refused": Refused(SENTENCE, "Không có gì bị mất."),
    "invalid": ValidationError("Số này đã có."),
    "overflow": OverflowError("Python int too large to convert to SQLite INTEGER"),
    "data": DataError("integer out of range"),
    "lookup": ValueError("Field 'id' expected a number but got 'abc'."),
    "bug": ValueError("an error of ours"),
    "forbidden": PermissionDenied(),
}


@login_not_required
def fault(request, name):
    raise FAULTS[name]


@login_not_required
def told(request):
    with web.refusals_as_messages(request):
        raise Refused("Một.", "Hai.")
    return HttpResponse("|".join(str(message) for message in messages.get_messages(request)))


@login_not_required
def echo(request, word):
    return HttpResponse(word)


urlpatterns = [
    path("loi/<name>/", fault),
    path("bao/", told),
    path("chu/<word>/", echo),
    path("", echo, name="inbox"),
]


def told_in(response) -> list[str]:
    return [str(message) for message in messages.get_messages(response.wsgi_request)]


def test_refused_goes_back_where_it_came_from(client):
    response = client.post("/loi/refused/", **FROM_HERE)
    assert (response.status_code, response["Location"]) == (302, "/tu-day/?page=2")
    assert told_in(response) == [SENTENCE, "Không có gì bị mất."]


@pytest.mark.parametrize("referer", ["", "https://elsewhere.example/loi/", "http://testserver/loi/refused/"])
def test_refused_without_a_way_back_stands_on_its_own_page(client, referer):
    response = client.get("/loi/refused/", HTTP_REFERER=referer)
    assert response.status_code == 409
    assert response.context["reasons"] == [SENTENCE, "Không có gì bị mất."]
    assert f"<p>{SENTENCE}</p>" in response.content.decode()


def test_refused_form_goes_back_to_its_own_page(client):
    response = client.post("/loi/refused/", HTTP_REFERER="http://testserver/loi/refused/")
    assert (response.status_code, response["Location"]) == (302, "/loi/refused/")


TYPED = {
    "note": " Vắng  họp\nvì mưa ",
    "again": ["Trễ", "Trễ"],
    "pk": "7",
    "password": "hai chữ",
    "code": "12 34",
    "day": "05/12",
}
TO_COPY = "Chữ vừa gõ chưa được lưu, có thể chép lại:\n“Vắng  họp\nvì mưa”\n“Trễ”"


@pytest.mark.parametrize("where", ["/loi/refused/", "/bao/"])
def test_words_of_a_refused_form_come_back_but_no_secret(client, where):
    response = client.post(where, TYPED, **FROM_HERE)
    told = told_in(response) or response.content.decode().split("|")
    assert told[2:] == [TO_COPY]
    alone = client.post("/loi/refused/", TYPED)
    assert (alone.status_code, alone.context["typed"]) == (409, ["Vắng  họp\nvì mưa", "Trễ"])


def test_refused_to_htmx_is_a_fragment(client):
    response = client.post("/loi/refused/", headers={"HX-Request": "true"}, **FROM_HERE)
    assert (response.status_code, response["HX-Retarget"], response["HX-Reswap"]) == (
        422,
        "#messages",
        "innerHTML",
    )
    told = f"<p>{SENTENCE}</p><p>Không có gì bị mất.</p>"
    fragment = f'<div class="notice is-bad" role="alert" tabindex="-1">{told}</div>'
    assert response.content.decode().strip() == fragment


def test_refused_to_a_boosted_page_goes_back(client):
    response = client.post("/loi/refused/", headers={"HX-Request": "true", "HX-Boosted": "true"}, **FROM_HERE)
    assert response.status_code == 302


def test_invalid_form_data_is_told_like_a_refusal(client):
    response = client.post("/loi/invalid/", **FROM_HERE)
    assert (response.status_code, told_in(response)) == (302, ["Số này đã có."])


@pytest.mark.parametrize("name", ["invalid", "overflow", "data", "lookup"])
def test_bad_lookup_is_not_found(client, name):
    assert client.get(f"/loi/{name}/").status_code == 404


@pytest.mark.parametrize("name", ["overflow", "data", "lookup"])
def test_bad_lookup_in_a_form_is_a_bad_request(client, name):
    assert client.post(f"/loi/{name}/").status_code == 400


def test_other_errors_stay_errors(client):
    client.raise_request_exception = False
    response = client.get("/loi/bug/")
    assert response.status_code == 500
    assert "Hệ thống gặp lỗi" in response.content.decode()


def test_page_for_other_roles_is_forbidden_in_words(client):
    response = client.get("/loi/forbidden/")
    assert response.status_code == 403
    assert "Không có quyền mở trang này" in response.content.decode()


@pytest.mark.parametrize("address", ["/chu/a%00b/", "/chu/a/?q=%00", "/chu/a/?%00=1"])
def test_nul_in_the_address_is_a_bad_request(client, address):
    assert client.get(address).status_code == 400


def test_nul_in_a_form_is_left_to_the_form(client):
    """There it is refused with the word it stands in, and what was typed stays."""
    assert client.post("/chu/a/", {"note": "a\0b"}).status_code == 200


def test_missing_csrf_token_is_told_in_words():
    response = Client(enforce_csrf_checks=True).post("/chu/a/")
    assert response.status_code == 403
    assert "Chưa gửi được" in response.content.decode()


def test_unknown_address_is_not_found_in_words(client):
    response = client.get("/khong-co/")
    assert response.status_code == 404
    assert "Không tìm thấy trang này" in response.content.decode()


def test_refusals_as_messages_tells_each_reason(client):
    assert client.get("/bao/").content.decode() == "Một.|Hai."


@pytest.mark.parametrize(
    "asked, number, window", [("", 1, [1, 2, 3]), ("2", 2, [1, 2, 3]), ("3", 3, [1, 2, 3])]
)
def test_paginate_gives_the_page_asked_for(rf, asked, number, window):
    page = web.paginate(rf.get("/", {"page": asked}), list(range(5)), per_page=2)
    assert (page.number, page.total, page.window) == (number, 5, window)


@pytest.mark.parametrize("asked", ["0", "-1", "4", "abc", "9" * 5000, "1.5"])
def test_paginate_of_a_page_that_is_not_there(rf, asked):
    with pytest.raises(Http404):
        web.paginate(rf.get("/", {"page": asked}), list(range(5)), per_page=2)


def test_nav_leaves_out_what_has_no_address(rf):
    assert web.nav_items(rf.get("/")) == [
        {"name": "inbox", "label": "Việc cần làm", "url": "/", "current": True}
    ]


@pytest.mark.parametrize(
    "url, path, current",
    [
        ("/", "/", True),
        ("/", "/ho-so/", False),
        ("/ho-so/", "/ho-so/12/", True),
        ("/ho-so/", "/to-trinh/", False),
    ],
)
def test_is_current_for_the_section_of_the_page(url, path, current):
    assert web.is_current(url, path) is current
