"""The door: who comes in, who is slowed down, what is written of it."""

import time
import unicodedata

import pytest
from django.test import Client

from units.models import AccessEvent, User, UserSession

from .conftest import PASSWORD

pytestmark = [pytest.mark.page, pytest.mark.django_db]

WRONG = "sai-mat-khau-roi"
SLOWED = "tạm chặn 15 phút"


def lines() -> list[tuple]:
    seen = AccessEvent.objects.order_by("pk").values_list("kind", "account__username", "address")
    return list(seen)


def test_sign_in_is_written_with_address(user, sign_in):
    _, response = sign_in()
    assert (response.status_code, response["Location"], lines()) == (
        302,
        "/",
        [("signed_in", "oanh", "10.0.0.1")],
    )


def test_wrong_password_is_written_without_the_name_that_nobody_has(user, sign_in):
    sign_in(password=WRONG)
    sign_in(name=PASSWORD, password=WRONG)
    assert lines() == [("failed", "oanh", "10.0.0.1"), ("failed", None, "10.0.0.1")]


def test_sixth_try_is_refused_even_with_the_right_password(user, sign_in):
    answers = [sign_in(password=WRONG)[1] for _ in range(5)]
    _, sixth = sign_in()
    assert [answer.status_code for answer in [*answers, sixth]] == [200, 200, 200, 200, 429, 429]
    assert SLOWED in sixth.content.decode()
    assert [kind for kind, _, _ in lines()] == ["failed"] * 4 + ["locked_out"]


def test_name_that_nobody_has_is_told_the_same(user, sign_in):
    pages = {}
    for name in ("oanh", "khong-co"):
        answers = [sign_in(name=name, password=WRONG, address=f"10.9.0.{len(name)}")[1] for _ in range(6)]
        pages[name] = [
            (
                answer.status_code,
                answer.content.decode().count(SLOWED),
                answer.content.decode().count("không đúng"),
            )
            for answer in answers
        ]
    assert pages["oanh"] == pages["khong-co"]


def test_name_that_nobody_has_costs_one_hash_too(user, sign_in, monkeypatch):
    """Constant work: the same number of hashes for a known, an unknown and a locked account."""
    counts = []
    hasher = "django.contrib.auth.hashers.MD5PasswordHasher.encode"
    monkeypatch.setattr(hasher, counted(counts))
    User.objects.create_user("khoa", PASSWORD, full_name="Khóa", is_active=False)
    spent = []
    for name in ("oanh", "khong-co", "khoa"):
        counts.clear()
        sign_in(name=name, password=WRONG)
        spent.append(len(counts))
    assert spent == [1, 1, 1]


def counted(counts):
    def encode(self, password, salt, iterations=None):
        counts.append(password)
        return f"md5${salt}$no"

    return encode


def test_stranger_cannot_close_an_account_where_it_usually_is(user, sign_in):
    """Tries from everywhere, also past the count of the whole account; the owner comes in as always."""
    sign_in()
    for place in range(8):
        for _ in range(5):
            sign_in(password=WRONG, address=f"203.0.113.{place}")
    assert sign_in(address="203.0.113.99")[1].status_code == 429
    assert sign_in()[1].status_code == 302


def test_forged_forwarding_header_is_not_believed(user):
    for number in range(5):
        forged = Client(REMOTE_ADDR="10.0.0.7", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
        forged.post("/dang-nhap/", {"username": "oanh", "password": WRONG})
    last = Client(REMOTE_ADDR="10.0.0.7", HTTP_X_FORWARDED_FOR="198.51.100.77")
    assert last.post("/dang-nhap/", {"username": "oanh", "password": PASSWORD}).status_code == 429


def test_proxy_of_ours_is_believed_in_its_own_entry(user, settings):
    settings.PROXY_COUNT = 1
    client = Client(REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="1.2.3.4, 203.0.113.5")
    client.post("/dang-nhap/", {"username": "oanh", "password": PASSWORD})
    assert lines() == [("signed_in", "oanh", "203.0.113.5")]


def test_one_address_may_not_try_all_names(user, sign_in, settings):
    settings.THROTTLE_ADDRESS = 6
    for number in range(6):
        sign_in(name=f"ten{number}", password=WRONG)
    assert sign_in()[1].status_code == 429


def test_signing_in_frees_no_guesses_at_others(user, admin, sign_in):
    for _ in range(4):
        sign_in(name="phat", password=WRONG)
    sign_in()
    sign_in(name="phat", password=WRONG)
    assert sign_in(name="phat")[1].status_code == 429


def test_throttle_ends_by_itself(user, sign_in, settings):
    for _ in range(5):
        sign_in(password=WRONG)
    settings.AXES_COOLOFF_TIME = settings.AXES_COOLOFF_TIME * 0
    assert sign_in()[1].status_code == 302


def test_password_of_another_keyboard_is_the_same(sign_in):
    typed = "Mật khẩu mùa thu"
    User.objects.create_user("binh", unicodedata.normalize("NFD", typed), full_name="Bình")
    assert sign_in(name="binh", password=unicodedata.normalize("NFC", typed))[1].status_code == 302


def test_locked_account_is_told_what_all_are_told(user, sign_in):
    User.objects.update(is_active=False)
    _, response = sign_in()
    assert (response.status_code, "hoặc tài khoản đã ngừng dùng" in response.content.decode()) == (200, True)


def test_session_key_changes_at_the_door(user):
    client = Client()
    session = client.session
    session["next"] = "/"
    session.save()
    before = client.cookies["sessionid"].value if "sessionid" in client.cookies else session.session_key
    client.cookies["sessionid"] = before
    client.post("/dang-nhap/", {"username": "oanh", "password": PASSWORD})
    assert (client.cookies["sessionid"].value != before, UserSession.objects.filter(pk=before).count()) == (
        True,
        0,
    )


def test_signing_out_ends_the_session_for_good(user, sign_in):
    client, _ = sign_in()
    key = client.cookies["sessionid"].value
    client.post("/dang-xuat/")
    client.cookies["sessionid"] = key
    assert client.get("/tai-khoan/").status_code == 302
    assert lines()[-1][0] == "signed_out"


def later(client, **moved) -> None:
    """Move the times of a session into the past, by seconds."""
    session = client.session
    for name, seconds in moved.items():
        session[name] = int(time.time()) - seconds
    session.save()


@pytest.mark.parametrize(
    ("moved", "said"),
    [({"seen": 3601}, "quá 60 phút không thao tác"), ({"since": 43_201}, "kéo dài quá 12 giờ")],
)
def test_session_ends_by_time_and_says_why(user, sign_in, moved, said):
    client, _ = sign_in()
    later(client, **moved)
    response = client.get("/tai-khoan/", follow=True)
    assert (response.redirect_chain, said in response.content.decode()) == (
        [("/dang-nhap/?next=/tai-khoan/", 302)],
        True,
    )


def test_form_sent_too_late_leads_back_to_its_page(user, sign_in):
    client, _ = sign_in()
    later(client, seen=3601)
    referer = "http://testserver/tai-khoan/phien/"
    response = client.post("/tai-khoan/phien/ket-thuc/", HTTP_REFERER=referer)
    assert response["Location"] == "/dang-nhap/?next=%2Ftai-khoan%2Fphien%2F"


def test_session_goes_on_while_it_is_used(user, sign_in):
    client, _ = sign_in()
    later(client, seen=3000)
    client.get("/tai-khoan/")
    assert int(time.time()) - client.session["seen"] < 60


def test_readings_within_a_minute_write_nothing(user, sign_in, django_assert_max_num_queries):
    client, _ = sign_in()
    client.get("/tai-khoan/")
    with django_assert_max_num_queries(20) as asked:
        client.get("/tai-khoan/")
    assert [query["sql"] for query in asked.captured_queries if query["sql"].startswith("UPDATE")] == []
