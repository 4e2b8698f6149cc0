"""The first password, and a forgotten one: by a link or a slip, once, for a while."""

import datetime as dt
import re

import pytest
from django.core import mail
from django.test import Client

from thiduakt.errors import Refused
from units.accounts.invitations import ask_reset, invite, send_invitation
from units.accounts.mail import send_outbox
from units.enums import InvitationKind
from units.models import AccessEvent, Invitation, OutboxMail, User
from units.services.accounts import correct_account

from .conftest import PASSWORD

pytestmark = [pytest.mark.page, pytest.mark.django_db]

NEW = "ca-phe-sang-ben-ho-99"
TWICE = {"new_password1": NEW, "new_password2": NEW}


@pytest.fixture
def slip(user, admin):
    return invite(user, InvitationKind.SLIP, by=admin)


def path_of(link: str) -> str:
    return link.removeprefix("http://127.0.0.1:8000")


def expire() -> None:
    Invitation.objects.update(expires_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))


def test_link_sets_the_password_once(slip, sign_in):
    client = Client()
    arrived = client.get(path_of(slip.link), follow=True)
    assert arrived.redirect_chain == [("/kich-hoat/mat-khau/", 302)]
    done = client.post("/kich-hoat/mat-khau/", TWICE, follow=True)
    assert "Đã đặt mật khẩu cho tài khoản oanh" in done.content.decode()
    assert (sign_in()[1].status_code, sign_in(password=NEW)[1].status_code) == (200, 302)
    assert Client().get(path_of(slip.link)).status_code == 410


def test_reading_the_link_uses_nothing_up(slip):
    """Mail scanners open links; only a password that was set ends it."""
    assert [Client().get(path_of(slip.link)).status_code for _ in range(3)] == [302, 302, 302]


def test_link_signs_nobody_in(slip):
    client = Client()
    client.get(path_of(slip.link))
    assert client.get("/tai-khoan/")["Location"] == "/dang-nhap/?next=/tai-khoan/"


def test_code_of_the_slip_leads_to_the_same_page(slip, sign_in):
    client = Client()
    typed = {"username": "oanh", "code": slip.code.lower().replace("-", " ")}
    assert client.post("/kich-hoat/", typed)["Location"] == "/kich-hoat/mat-khau/"
    client.post("/kich-hoat/mat-khau/", TWICE)
    assert sign_in(password=NEW)[1].status_code == 302


def test_wrong_codes_are_counted_and_kill_no_slip(slip):
    stranger, owner = Client(REMOTE_ADDR="203.0.113.1"), Client(REMOTE_ADDR="10.0.0.1")
    wrong = {"username": "oanh", "code": "AAAA-AAAA-AAAA"}
    answers = [stranger.post("/kich-hoat/", wrong).status_code for _ in range(6)]
    right = owner.post("/kich-hoat/", {"username": "oanh", "code": slip.code})
    assert (answers, right.status_code) == ([200] * 4 + [429] * 2, 302)


@pytest.mark.parametrize("name", ["oanh", "khong-co"])
def test_wrong_code_says_nothing_of_the_name(slip, name):
    page = Client().post("/kich-hoat/", {"username": name, "code": "AAAA-AAAA-AAAA"}).content.decode()
    assert page.count("Tên đăng nhập hoặc mã không đúng, hoặc phiếu đã hết hạn.") == 1


def test_newer_slip_ends_the_older(slip, user, admin):
    invite(user, InvitationKind.SLIP, by=admin)
    assert Client().get(path_of(slip.link)).status_code == 410


def test_expired_slip_is_refused_everywhere(slip):
    client = Client()
    client.get(path_of(slip.link))
    expire()
    typed = {"username": "oanh", "code": slip.code}
    answers = [
        client.post("/kich-hoat/mat-khau/", TWICE).status_code,
        Client().get(path_of(slip.link)).status_code,
        Client().post("/kich-hoat/", typed).status_code,
    ]
    assert answers == [410, 410, 200]


def test_locked_account_gets_no_slip(user, admin):
    User.objects.filter(pk=user.pk).update(is_active=False)
    with pytest.raises(Refused, match=r"^Tài khoản oanh đang khóa\."):
        invite(user, InvitationKind.SLIP, by=admin)


def test_secrets_are_kept_as_hashes(slip):
    kept = Invitation.objects.get()
    token = slip.link.rstrip("/").rpartition("/")[2]
    assert (len(token), token in kept.token, slip.code.replace("-", "") in kept.code) == (43, False, False)


def test_weak_password_is_refused_and_uses_nothing_up(slip):
    client = Client()
    client.get(path_of(slip.link))
    page = client.post("/kich-hoat/mat-khau/", {"new_password1": "ngan", "new_password2": "ngan"})
    assert "Mật khẩu cần ít nhất 12 ký tự." in page.content.decode()
    assert Invitation.objects.get().used_at is None


def test_setting_it_ends_every_session(slip, sign_in):
    before, _ = sign_in()
    client = Client()
    client.get(path_of(slip.link))
    client.post("/kich-hoat/mat-khau/", TWICE)
    assert before.get("/tai-khoan/").status_code == 302


def test_invitation_goes_by_mail(user, admin, sign_in):
    send_invitation(user, by=admin)
    assert (send_outbox(), [letter.to for letter in mail.outbox]) == (1, [["oanh@np.gov.vn"]])
    link = re.search(r"http\S+", mail.outbox[0].body)[0]
    assert Client().get(path_of(link)).status_code == 302
    line = AccessEvent.objects.get(kind="invited")
    assert (line.account, line.by, line.note) == (user, admin, "Thư mời")


def test_account_without_an_address_gets_a_slip(admin, user):
    with pytest.raises(Refused, match=r"^Tài khoản phat chưa có thư điện tử\."):
        send_invitation(admin, by=admin)


def asked(username: str, email: str) -> tuple[int, str]:
    response = Client().post("/quen-mat-khau/", {"username": username, "email": email})
    return response.status_code, re.sub(r"\d\d:\d\d", "", response.content.decode())


def test_forgotten_is_answered_alike_for_all(user):
    good, bad, none = (
        asked("oanh", "OANH@np.gov.vn"),
        asked("oanh", "x@np.gov.vn"),
        asked("ai", "a@np.gov.vn"),
    )
    assert (good, bad) == (none, none)
    assert list(OutboxMail.objects.values_list("to", flat=True)) == ["oanh@np.gov.vn"]


def test_forgotten_sends_no_more_than_three_an_hour(user):
    for _ in range(5):
        ask_reset("oanh", "oanh@np.gov.vn")
    assert OutboxMail.objects.count() == 3


def test_asking_for_a_reset_ends_no_slip(slip):
    """Or a stranger who knows name and address could keep its owner out."""
    ask_reset("oanh", "oanh@np.gov.vn")
    assert Client().get(path_of(slip.link)).status_code == 302


def test_new_address_ends_links_sent_to_the_old(user, admin):
    send_invitation(user, by=admin)
    user.email = "moi@np.gov.vn"
    correct_account(user, fields={"email": "Thư điện tử"}, by=admin)
    link = re.search(r"http\S+", OutboxMail.objects.get().body)[0]
    assert Client().get(path_of(link)).status_code == 410


def test_owner_is_told_on_the_site_and_by_mail(slip, user):
    client = Client()
    client.get(path_of(slip.link))
    client.post("/kich-hoat/mat-khau/", TWICE)
    assert [notice.text.partition(":")[0] for notice in user.notices.all()] == ["Đặt mật khẩu"]
    assert OutboxMail.objects.get().subject == "Đặt mật khẩu của tài khoản oanh"


def test_forgotten_link_is_of_the_site_whatever_host_was_asked(user, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client = Client(HTTP_HOST="ke-xau.example")
    client.post("/quen-mat-khau/", {"username": "oanh", "email": "oanh@np.gov.vn"})
    assert re.findall(r"https?://[^/\s]+", OutboxMail.objects.get().body) == ["http://127.0.0.1:8000"]


def test_password_stays_until_a_new_one_is_set(user, sign_in):
    ask_reset("oanh", "oanh@np.gov.vn")
    assert sign_in(password=PASSWORD)[1].status_code == 302
