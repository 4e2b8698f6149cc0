"""The second factor: turned on with a first code, asked at the door, each code once."""

import base64

import pytest
from django.conf import settings as site
from django.test import Client
from django_otp.oath import TOTP

from thiduakt.errors import Refused
from units.accounts import factors
from units.accounts.duties import duty_of
from units.models import AccessEvent, RecoveryCode, SecondFactor

pytestmark = [pytest.mark.page, pytest.mark.django_db]


def code(user, steps: int = 0) -> str:
    """What the phone shows, so many half minutes from now."""
    key = factors.plain_key(SecondFactor.objects.get(user=user))
    return f"{TOTP(base64.b32decode(key), drift=steps).token():06}"


@pytest.fixture
def guarded(user):
    """The account with its second factor on since a while; and its recovery codes."""
    factors.begin_factor(user)
    codes = factors.confirm_factor(user, code(user))
    SecondFactor.objects.update(last_step=0)
    return codes


def half(sign_in) -> Client:
    client, response = sign_in()
    assert response["Location"] == "/dang-nhap/ma/"
    return client


def test_code_is_asked_after_the_password(user, guarded, sign_in):
    client = half(sign_in)
    response = client.post("/dang-nhap/ma/", {"code": code(user)})
    assert (response["Location"], client.get("/tai-khoan/").status_code) == ("/", 200)


def test_half_signed_in_reaches_nothing(user, guarded, sign_in):
    client = half(sign_in)
    pages = ("/", "/tai-khoan/", "/ho-so/", "/quan-tri/", "/doi-mat-khau/", "/tai-khoan/hai-lop/")
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 302)
    assert client.get("/ho-so/")["Location"] == "/dang-nhap/?next=/ho-so/"


def test_code_page_without_a_password_leads_to_the_door(user, guarded):
    assert Client().post("/dang-nhap/ma/", {"code": code(user)})["Location"] == "/dang-nhap/"


def test_half_way_ends_after_five_minutes(user, guarded, sign_in):
    client = half(sign_in)
    session = client.session
    session["half"] |= {"at": session["half"]["at"] - 301}
    session.save()
    assert client.post("/dang-nhap/ma/", {"code": code(user)})["Location"] == "/dang-nhap/"


def test_same_code_twice_is_refused(user, guarded, sign_in):
    digits = code(user)
    half(sign_in).post("/dang-nhap/ma/", {"code": digits})
    again = half(sign_in).post("/dang-nhap/ma/", {"code": digits})
    assert (again.status_code, factors.WRONG in again.content.decode()) == (200, True)


@pytest.mark.parametrize(("steps", "right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_code_of_another_half_minute(user, guarded, steps, right):
    assert factors.take_code(user, code(user, steps)) is right


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "9" * 30])
def test_code_that_is_none(user, guarded, typed):
    assert factors.take_code(user, typed) is False


def test_wrong_codes_are_counted_like_passwords(user, guarded, sign_in):
    client = half(sign_in)
    answers = [client.post("/dang-nhap/ma/", {"code": "000000"}).status_code for _ in range(5)]
    right = client.post("/dang-nhap/ma/", {"code": code(user)})
    assert (answers, right.status_code) == ([200] * 4 + [429], 429)


def test_recovery_code_opens_once(user, guarded, sign_in):
    first = [half(sign_in).post("/dang-nhap/ma/", {"code": guarded[0]}).status_code for _ in range(2)]
    assert (first, RecoveryCode.objects.filter(used_at=None).count()) == ([302, 200], 9)
    assert AccessEvent.objects.filter(kind="recovery_used").get().note == "còn 9 mã"


def test_recovery_code_may_be_typed_carelessly(user, guarded):
    assert factors.take_code(user, f" {guarded[3].lower().replace('-', ' ')} ") is True


def test_recovery_codes_are_kept_as_hashes(user, guarded):
    kept = RecoveryCode.objects.values_list("code", flat=True)
    plain = {factors.plain_code(one) for one in guarded}
    assert (len(plain), [one for one in kept if any(secret in one for secret in plain)]) == (10, [])


def test_key_is_kept_sealed(user, guarded):
    kept = SecondFactor.objects.get().key
    plain = factors.plain_key(SecondFactor(key=kept))
    assert (len(plain), plain in kept, len(kept) <= 250) == (32, False, True)


def test_key_outlives_a_change_of_the_sites_key(user, guarded, settings):
    """As long as the key before is told as a fallback; sealed anew, also without it."""
    before, kept = settings.SECRET_KEY, SecondFactor.objects.get().key
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another key of the site", [before]
    assert [factors.seal_anew(), factors.seal_anew()] == [1, 0]
    settings.SECRET_KEY_FALLBACKS = []
    assert factors.take_code(user, code(user)) is True
    assert factors.plain_key(SecondFactor(key=kept)) is None


def test_key_that_cannot_be_read_leaves_the_recovery_codes(user, guarded, settings):
    digits = code(user)
    settings.SECRET_KEY = "another key of the site"
    assert [factors.take_code(user, digits), factors.take_code(user, guarded[0])] == [False, True]


def test_new_recovery_codes_replace_the_old(user, guarded):
    fresh = factors.renew_codes(user)
    assert [factors.take_code(user, guarded[0]), factors.take_code(user, fresh[0])] == [False, True]


def test_page_turns_it_on_with_a_first_code(user, sign_in):
    client, _ = sign_in()
    shown = client.post("/tai-khoan/hai-lop/bat/").content.decode()
    assert (shown.count('src="data:image/svg+xml'), "style=" in shown) == (1, False)
    wrong = client.post("/tai-khoan/hai-lop/ma/", {"code": "000000"})
    assert (factors.WRONG in wrong.content.decode(), factors.confirmed_factor(user)) == (True, None)
    done = client.post("/tai-khoan/hai-lop/ma/", {"code": code(user)}).content.decode()
    assert (done.count("<li><code>"), bool(factors.confirmed_factor(user))) == (10, True)


def test_key_is_not_shown_again(user, guarded, sign_in):
    with pytest.raises(Refused, match="đã bật xác thực hai lớp"):
        factors.begin_factor(user)


def test_turning_it_off_ends_the_other_sessions(user, guarded, sign_in):
    here, there = half(sign_in), half(sign_in)
    here.post("/dang-nhap/ma/", {"code": code(user)})
    there.post("/dang-nhap/ma/", {"code": guarded[0]})
    here.post("/tai-khoan/hai-lop/tat/")
    assert [client.get("/tai-khoan/").status_code for client in (here, there)] == [200, 302]
    assert factors.confirmed_factor(user) is None


def test_role_that_asks_for_it_reaches_nothing_before(admin, sign_in, settings):
    settings.SECOND_FACTOR_ROLES = ["admin"]
    client, _ = sign_in(name="phat")
    assert {page: client.get(page)["Location"] for page in ("/", "/quan-tri/")} == {
        "/": "/tai-khoan/hai-lop/",
        "/quan-tri/": "/tai-khoan/hai-lop/",
    }
    client.post("/tai-khoan/hai-lop/bat/")
    client.post("/tai-khoan/hai-lop/ma/", {"code": code(admin)})
    assert client.get("/quan-tri/").status_code == 200


def test_role_that_does_not_ask_goes_on(user, sign_in, settings):
    settings.SECOND_FACTOR_ROLES = ["admin"]
    client, _ = sign_in()
    assert (duty_of(user), client.get("/tai-khoan/").status_code) == ("", 200)


def test_second_factor_is_demanded_of_no_role_outside_production():
    assert [role for role in site.SECOND_FACTOR_ROLES if role] == []
