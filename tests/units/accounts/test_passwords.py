"""Setting and changing a password, and what a policy asks of it."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from thiduakt.settings import LENGTH_RULES
from units.accounts.duties import duty_of
from units.accounts.passwords import set_password
from units.hashers import Argon2
from units.models import Membership, OldPassword, User

from .conftest import PASSWORD

pytestmark = [pytest.mark.page, pytest.mark.django_db]

NEW = "ca-phe-sang-ben-ho-99"


@pytest.fixture
def tcvn(settings):
    others = [rule for rule in settings.AUTH_PASSWORD_VALIDATORS if rule not in LENGTH_RULES["asvs"]]
    settings.AUTH_PASSWORD_VALIDATORS = [*LENGTH_RULES["tcvn"], *others]
    settings.PASSWORDS_KEPT, settings.ADMIN_PASSWORD_DAYS = 10, 60


def refusal(password: str, user=None) -> str:
    try:
        validate_password(password, user)
    except ValidationError as error:
        return error.messages[0]
    return ""


def test_hash_is_argon2id_with_its_parameters():
    hasher = Argon2()
    kept = hasher.encode(PASSWORD, hasher.salt())
    assert kept.split("$")[1:4] == ["argon2id", "v=19", "m=19456,t=2,p=1"]
    assert hasher.verify(PASSWORD, kept) is True


def test_site_hashes_with_argon2_first(settings):
    ours = [name for name in settings.PASSWORD_HASHERS if "MD5" not in name]
    assert ours[0] == "units.hashers.Argon2"


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("muoi-mot-ky", "Mật khẩu cần ít nhất 12 ký tự."),
        ("a1" * 65, "Mật khẩu dài nhất 128 ký tự."),
        ("ă" * 128, ""),
        ("passwordpassword", "Mật khẩu chỉ gồm tên người, tên đơn vị hoặc từ dễ đoán và chữ số."),
        ("thidua-khenthuong-2026", "Mật khẩu chỉ gồm tên người, tên đơn vị hoặc từ dễ đoán và chữ số."),
        ("1q2w3e4r5t6y", "Mật khẩu này quá phổ biến, người khác dễ đoán ra."),
        ("mùa thu năm ấy", ""),
        (NEW, ""),
    ],
)
def test_policy_of_length_and_words(password, said):
    assert refusal(password) == said


def test_names_of_the_account_and_its_unit_are_no_password(user, unit):
    Membership.objects.create(user=user, unit=unit, role="unit_clerk", since=unit.valid_from)
    words = "Mật khẩu chỉ gồm tên người, tên đơn vị hoặc từ dễ đoán và chữ số."
    assert [refusal(text, user) for text in ("thidua-ninhphuoc", "UBND Ninh Phước 2026", NEW)] == [
        words,
        words,
        "",
    ]


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("Ngan-ngan-12", "Mật khẩu cần ít nhất 14 ký tự."),
        ("khong-co-chu-hoa-12", "Mật khẩu cần đủ chữ thường, chữ hoa, chữ số và ký tự đặc biệt."),
        ("Sông Định mùa nước 7!", ""),
    ],
)
def test_tcvn_asks_for_four_classes(tcvn, user, password, said):
    assert refusal(password, user) == said


def test_tcvn_refuses_one_of_the_last_ten(tcvn, user):
    set_password(user, "Sông Định mùa nước 7!")
    set_password(user, "Núi Chúa mùa khô 8!!!")
    said = "Mật khẩu này đã dùng trong 10 lần gần đây."
    tried = ("Sông Định mùa nước 7!", "Núi Chúa mùa khô 8!!!", "Biển Cà Ná mùa gió 9!")
    assert [refusal(one, user) for one in tried] == [said, said, ""]


def test_old_hashes_are_kept_only_where_a_policy_asks(user):
    set_password(user, NEW)
    assert OldPassword.objects.count() == 0


def test_tcvn_ends_an_administrators_password_after_two_months(tcvn, admin, user, sign_in):
    User.objects.update(created_at="2026-01-01T00:00:00Z")
    accounts = [User.objects.get(pk=account.pk) for account in (admin, user)]
    assert [duty_of(account) for account in accounts] == ["password", ""]
    client, _ = sign_in(name="phat")
    assert client.get("/quan-tri/")["Location"] == "/doi-mat-khau/"


def change(client, old: str = PASSWORD, new: str = NEW, again: str = NEW):
    typed = {"old_password": old, "new_password1": new, "new_password2": again}
    return client.post("/doi-mat-khau/", typed)


def test_change_keeps_this_session_and_ends_the_others(user, sign_in):
    (here, _), (there, _) = sign_in(), sign_in()
    assert change(here)["Location"] == "/doi-mat-khau/xong/"
    assert [client.get("/tai-khoan/").status_code for client in (here, there)] == [200, 302]
    assert (sign_in()[1].status_code, sign_in(password=NEW)[1].status_code) == (200, 302)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"old": "sai-roi-con-dau"}, "Mật khẩu đang dùng không đúng."),
        ({"again": "khac-hoan-toan-12"}, "Hai lần gõ không giống nhau."),
        ({"new": "ngan", "again": "ngan"}, "Mật khẩu cần ít nhất 12 ký tự."),
    ],
)
def test_change_refused_says_why(user, sign_in, typed, said):
    client, _ = sign_in()
    assert said in change(client, **typed).content.decode()


def test_old_password_is_not_guessed_from_an_open_session(user, sign_in):
    client, _ = sign_in()
    for _ in range(5):
        change(client, old="sai-roi-con-dau")
    assert change(client).status_code == 429


def test_change_is_for_who_is_signed_in(user):
    assert change(Client())["Location"] == "/dang-nhap/?next=/doi-mat-khau/"
