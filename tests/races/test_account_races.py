"""Codes, guesses and mail when several come at the same moment; on PostgreSQL, with controls."""

import base64

import pytest
from axes.models import AccessAttempt
from django.core import mail
from django.test import Client
from django_otp.oath import TOTP

from tests.races.together import at_once, refused
from units.accounts.factors import begin_factor, confirm_factor, plain_key, take_code, take_step
from units.accounts.invitations import accept, invite
from units.accounts.mail import queue_mail, send_outbox
from units.enums import InvitationKind
from units.models import AccessEvent, Invitation, SecondFactor, User

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

TOGETHER = 6
PASSWORD = "mua-thu-tren-song-Dinh-7"


@pytest.fixture
def user():
    return User.objects.create_user("oanh", PASSWORD, full_name="Nguyễn Thị Kim Oanh")


@pytest.fixture
def digits(user) -> str:
    """The code that the phone shows now, not yet used."""
    key = plain_key(begin_factor(user))
    shown = f"{TOTP(base64.b32decode(key)).token():06}"
    confirm_factor(user, shown)
    SecondFactor.objects.update(last_step=0)
    return shown


def test_code_sent_by_many_at_once_is_right_once(user, digits):
    assert sorted(at_once([lambda: take_code(user, digits)] * TOGETHER)) == [False] * (TOGETHER - 1) + [True]


def test_code_is_right_twice_for_who_reads_before_the_other_writes(user, digits):
    """The control: without holding the row, the same code opens two doors."""
    both = [SecondFactor.objects.get(user=user) for _ in range(2)]
    assert [take_step(factor, digits) for factor in both] == [True, True]


def test_recovery_code_sent_by_many_at_once_is_right_once(user, digits):
    SecondFactor.objects.all().delete()
    key = plain_key(begin_factor(user))
    codes = confirm_factor(user, f"{TOTP(base64.b32decode(key)).token():06}")
    results = at_once([lambda: take_code(user, codes[0])] * TOGETHER)
    assert sorted(results) == [False] * (TOGETHER - 1) + [True]


def test_invitation_is_used_up_by_the_first(user):
    invite(user, InvitationKind.SLIP)
    made = Invitation.objects.get()
    acts = [lambda number=number: accept(made, f"mat-khau-cua-nguoi-{number}") for number in range(TOGETHER)]
    assert len(refused(at_once(acts))) == TOGETHER - 1
    assert AccessEvent.objects.filter(kind="password_set").count() == 1


def guess(password: str) -> int:
    client = Client(REMOTE_ADDR="203.0.113.9", HTTP_USER_AGENT="x")
    return client.post("/dang-nhap/", {"username": "oanh", "password": password}).status_code


def test_guesses_at_once_are_all_counted(user):
    answers = at_once([lambda: guess("sai-mat-khau")] * TOGETHER)
    counted = AccessAttempt.objects.get().failures_since_start
    shut_out = AccessEvent.objects.filter(account=user).count()
    assert (set(answers) <= {200, 429}, counted, guess(PASSWORD)) == (True, shut_out, 429)


def test_mail_leaves_once_from_many_workers(user):
    for number in range(5):
        queue_mail(key=str(number), to="a@b.vn", subject=f"Thư {number}", body="…")
    assert sum(at_once([send_outbox] * 4)) == 5
    assert sorted(letter.subject for letter in mail.outbox) == [f"Thư {number}" for number in range(5)]
