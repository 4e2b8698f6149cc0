"""Who enters the back office, by which door, and in what order its parts stand."""

from types import SimpleNamespace

import pytest
from django.contrib.admin import ModelAdmin
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import path

from thiduakt import admin_site

pytestmark = [pytest.mark.page, pytest.mark.urls(__name__)]
site = admin_site.ThiduaktAdminSite()


class Counting(ModelAdmin):
    def waiting(self, request):
        return 7


site.register(Group)
site.register(Permission, Counting)
urlpatterns = [path("quan-tri/", site.urls), path("dang-nhap/", lambda request: HttpResponse(), name="login")]


def account(*, staff: bool, active: bool = True):
    may = {"has_perm": lambda permission: True, "has_module_perms": lambda label: True}
    return SimpleNamespace(is_authenticated=True, is_active=active, is_staff=staff, **may)


def ask(rf, user, address="/quan-tri/login/?next=/quan-tri/auth/group/"):
    request = rf.get(address)
    request.user, request.session = user, {}
    return request


@pytest.mark.parametrize(
    "staff, active, enters", [(True, True, True), (False, True, False), (True, False, False)]
)
def test_has_permission_for_active_staff_only(rf, staff, active, enters):
    assert site.has_permission(ask(rf, account(staff=staff, active=active))) is enters


def test_login_of_a_stranger_is_the_door_of_the_site(rf):
    response = site.login(ask(rf, AnonymousUser()))
    assert (response.status_code, response["Location"]) == (302, "/dang-nhap/?next=/quan-tri/auth/group/")


def test_login_without_a_wish_comes_back_to_the_start(rf):
    response = site.login(ask(rf, AnonymousUser(), "/quan-tri/login/"))
    assert response["Location"] == "/dang-nhap/?next=/quan-tri/"


def test_login_of_staff_goes_in(rf):
    assert site.login(ask(rf, account(staff=True)))["Location"] == "/quan-tri/"


def test_login_of_another_role_is_forbidden(rf):
    with pytest.raises(PermissionDenied):
        site.login(ask(rf, account(staff=False)))


def test_app_list_follows_the_work(rf, monkeypatch):
    work = (("Trống", ("units",), ()), ("Phân quyền", ("auth",), ("auth.permission",)))
    monkeypatch.setattr(admin_site, "WORK", work)
    parts = site.get_app_list(ask(rf, account(staff=True)))
    listed = [(part["name"], [(m["object_name"], m["waiting"]) for m in part["models"]]) for part in parts]
    assert listed == [("Phân quyền", [("Permission", 7), ("Group", 0)])]


def test_app_list_puts_an_app_without_a_place_last(rf):
    parts = site.get_app_list(ask(rf, account(staff=True)))
    assert [part["app_label"] for part in parts] == ["auth"]


def test_app_list_of_one_app_is_its_own(rf):
    parts = site.get_app_list(ask(rf, account(staff=True)), "auth")
    assert sorted(model["object_name"] for model in parts[0]["models"]) == ["Group", "Permission"]


def test_numbers_of_the_sidebar_are_counted_once_a_while(rf, settings, monkeypatch):
    settings.MENU_COUNT_SECONDS = 60
    counts = iter((3, 5))
    monkeypatch.setattr(Counting, "waiting", lambda self, request: next(counts))
    first = ask(rf, account(staff=True))
    assert site._waiting(first, Permission) == 3
    later = ask(rf, account(staff=True))
    later.session = first.session
    assert site._waiting(later, Permission) == 3
    later.session.clear()
    assert site._waiting(later, Permission) == 5
