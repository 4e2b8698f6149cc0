"""One's own account: profile, sessions, and the password once more before an act that matters."""

import time

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.urls import get_resolver

from thiduakt.management.routing import walk
from thiduakt.templatetags.agents import browser_name
from units.accounts.sessions import clear_expired
from units.models import UserSession

from .conftest import PASSWORD

pytestmark = [pytest.mark.page, pytest.mark.django_db]


def grown_old(client, minutes: int = 11) -> None:
    """The password was typed that long ago; the session itself goes on."""
    session = client.session
    session["proved"] = int(time.time()) - minutes * 60
    session.save()


def test_profile_tells_who_one_is(user, unit, sign_in):
    user.memberships.create(unit=unit, role="unit_clerk", since=unit.valid_from)
    page = sign_in()[0].get("/tai-khoan/").content.decode()
    said = ("Nguyễn Thị Kim Oanh", "oanh@np.gov.vn", "Cán bộ đầu mối của đơn vị", unit.name, "Đăng nhập")
    assert [words for words in said if words not in page] == []


def test_profile_shows_ones_own_lines_only(user, admin, sign_in):
    sign_in(name="phat", address="10.77.0.1")
    assert "10.77.0.1" not in sign_in()[0].get("/tai-khoan/").content.decode()


def test_sessions_are_ones_own_and_this_one_is_marked(user, admin, sign_in):
    sign_in(agent="Mozilla/5.0 (Windows NT 10.0) Firefox/140.0")
    sign_in(name="phat", address="10.77.0.1")
    client, _ = sign_in(agent="Mozilla/5.0 (Linux; Android 15) Chrome/141.0 Safari/537")
    page = client.get("/tai-khoan/phien/").content.decode()
    found = [words for words in ("Firefox trên Windows", "Chrome trên Android", "10.77.0.1") if words in page]
    assert (found, page.count("Phiên này")) == (["Firefox trên Windows", "Chrome trên Android"], 1)
    assert page.index("Chrome trên Android") < page.index("Firefox trên Windows")


def test_other_sessions_end_and_this_one_stays(user, sign_in):
    (here, _), (there, _) = sign_in(), sign_in()
    page = here.post("/tai-khoan/phien/ket-thuc/", follow=True).content.decode()
    assert "Đã kết thúc 1 phiên khác." in page
    assert [client.get("/tai-khoan/").status_code for client in (here, there)] == [200, 302]


def test_expired_sessions_are_cleared_and_others_stay(user, sign_in):
    sign_in(), sign_in()
    row = UserSession.objects.order_by("started_at").first()
    UserSession.objects.filter(pk=row.pk).update(expire_date="2026-01-01T00:00:00Z")
    assert (clear_expired(), UserSession.objects.count()) == (1, 1)


def test_session_that_was_ended_is_not_written_back(user, sign_in):
    """A request under way when its session ends must not bring it to life again."""
    client, _ = sign_in()
    session = client.session
    session["seen"] -= 100
    UserSession.objects.all().delete()
    with pytest.raises(UpdateError):
        session.save()
    assert UserSession.objects.count() == 0


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/141 Safari/537 Edg/141", "Edge trên Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604", "Safari trên iPhone"),
        ("curl/8.0", "Trình duyệt khác"),
        ("", "Trình duyệt khác"),
    ],
)
def test_browser_is_named(agent, said):
    assert browser_name(agent) == said


def test_old_proof_leads_to_the_password_and_back(user, sign_in):
    client, _ = sign_in()
    grown_old(client)
    asked = client.post("/tai-khoan/phien/ket-thuc/", HTTP_REFERER="http://testserver/tai-khoan/phien/")
    assert asked["Location"] == "/tai-khoan/xac-nhan/?next=%2Ftai-khoan%2Fphien%2F"
    back = client.post(asked["Location"], {"password": PASSWORD, "next": "/tai-khoan/phien/"}, follow=True)
    assert back.redirect_chain == [("/tai-khoan/phien/", 302)]
    assert client.post("/tai-khoan/phien/ket-thuc/")["Location"] == "/tai-khoan/phien/"


def test_page_of_a_form_asks_in_time(admin, sign_in):
    """After half the time, so that what is typed into the form is not lost when it is sent."""
    client, _ = sign_in(name="phat")
    grown_old(client, minutes=6)
    asked = client.get("/quan-tri/units/user/add/")
    assert asked["Location"] == "/tai-khoan/xac-nhan/?next=%2Fquan-tri%2Funits%2Fuser%2Fadd%2F"
    assert client.post("/quan-tri/units/user/add/", {}).status_code != 302


def test_wrong_password_proves_nothing_and_is_counted(user, sign_in):
    client, _ = sign_in()
    grown_old(client)
    answers = [client.post("/tai-khoan/xac-nhan/", {"password": "sai"}).status_code for _ in range(5)]
    right = client.post("/tai-khoan/xac-nhan/", {"password": PASSWORD})
    assert (answers, right.status_code) == ([200] * 4 + [429], 429)


@pytest.mark.parametrize(
    "wanted", ["//ke-xau.example/", "https://ke-xau.example", "/\\ke-xau.example", "javascript:1", ""]
)
def test_way_back_stays_on_the_site(user, sign_in, wanted):
    client, _ = sign_in()
    assert client.post("/tai-khoan/xac-nhan/", {"password": PASSWORD, "next": wanted})["Location"] == "/"


def test_all_that_ask_for_it():
    named = {name for name, _, view in walk(get_resolver()) if getattr(view, "needs_proof", False)}
    assert named == {
        "documents:approve",
        "nominations:decision-issue",
        "nominations:registration-list-answer",
        "nominations:submission-result",
        "initiatives:sign",
        "units:import-slips",
        "units:import-mails",
        "initiatives:decision-issue",
        "delegation_new",
        "delegation_end",
        "sessions_end",
        "factor_begin",
        "factor_confirm",
        "factor_codes",
        "factor_off",
    }


@pytest.mark.parametrize("address", ["bat", "ma", "ma-du-phong", "tat"])
def test_second_factor_is_not_touched_without_it(user, sign_in, address):
    client, _ = sign_in()
    grown_old(client)
    assert client.post(f"/tai-khoan/hai-lop/{address}/")["Location"].startswith("/tai-khoan/xac-nhan/")
