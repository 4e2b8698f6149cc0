"""The frame around every page: menu, who is there, the clock, the pages of a list."""

import re
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpResponse
from django.template.loader import get_template
from django.urls import path

from thiduakt import web

pytestmark = [pytest.mark.page, pytest.mark.django_db, pytest.mark.urls(__name__)]
here = login_not_required(lambda request: HttpResponse())
urlpatterns = [
    path("", here, name="inbox"),
    path("dang-nhap/", LoginView.as_view(), name="login"),
    path("dang-xuat/", LogoutView.as_view(), name="logout"),
]


class Clerk(SimpleNamespace):
    def __str__(self):
        return "Nguyễn Thị Kim Oanh"


def frame(rf, user, template="base.html", address="/", **context) -> str:
    request = rf.get(address)
    request.user = user
    return get_template(template).render({"waiting_count": 0, **context}, request)


@pytest.fixture
def clerk():
    return Clerk(is_authenticated=True, is_staff=False, role_line="UBND xã Phước Thuận")


def test_shell_of_a_stranger_has_no_menu(rf):
    request = rf.get("/")
    request.user = AnonymousUser()
    shell = web.shell(request)
    assert (shell["nav"], str(shell["role_line"])) == ([], "")


def test_frame_shows_how_much_waits_in_both_menus(rf, clerk):
    badge = '>Việc cần làm <span class="n">5<span class="visually-hidden"> việc</span></span></a>'
    assert frame(rf, clerk, waiting_count=5).count(badge) == 2


def test_frame_shows_no_number_when_nothing_waits(rf, clerk):
    assert '<span class="n">' not in frame(rf, clerk, waiting_count=0)


def test_frame_marks_the_current_section(rf, clerk):
    assert frame(rf, clerk).count('<a href="/" aria-current="page">Việc cần làm</a>') == 2


def test_frame_signs_out_by_post(rf, clerk):
    forms = re.findall(r'<form class="link-form" method="(\w+)" action="([^"]+)">', frame(rf, clerk))
    assert forms == [("post", "/dang-xuat/")] * 2


def test_frame_names_the_person_and_the_unit(rf, clerk):
    expected = "Nguyễn Thị Kim Oanh<small>UBND xã Phước Thuận</small>"
    assert frame(rf, clerk).count(expected) == 1


def test_frame_shows_the_clock_in_vietnam(rf, monkeypatch):
    monkeypatch.setattr("thiduakt.web.frame.database_now", lambda: datetime(2021, 11, 22, 17, 4, tzinfo=UTC))
    assert "Giờ hệ thống 00:04, 23/11/2021 (giờ Việt Nam)" in frame(rf, AnonymousUser())


def test_login_page_keeps_where_one_wanted_to_go(client):
    page = client.get("/dang-nhap/?next=/ho-so/").content.decode()
    assert re.findall(r'name="next" value="([^"]*)"', page) == ["/ho-so/"]


def test_login_that_fails_says_so_once(client):
    page = client.post("/dang-nhap/", {"username": "oanh", "password": "sai"}).content.decode()
    assert page.count("Chưa đăng nhập được.") == 1


@pytest.mark.parametrize(
    "asked, links", [("1", ["?q=x&amp;page=2"] * 2), ("2", ["?q=x&amp;page=1"] * 2)], ids=["first", "last"]
)
def test_pagination_keeps_the_filters(rf, asked, links):
    request = rf.get("/", {"q": "x", "page": asked})
    request.user = AnonymousUser()
    page = web.paginate(request, list(range(4)), per_page=2)
    html = get_template("components/pagination.html").render({"page": page}, request)
    assert re.findall(r'href="([^"]+)"', html) == links


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_pages_without_a_request_still_render(name):
    assert '<main id="main"' in get_template(name).render()
