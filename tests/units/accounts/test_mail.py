"""Mail leaves from rows: a fault keeps the row, nothing goes twice, nothing goes late."""

import datetime as dt
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.utils import timezone

from units.accounts.mail import PAUSES, queue_mail, send_outbox, take
from units.models import OutboxMail

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


class Down(BaseEmailBackend):
    def send_messages(self, messages):
        raise SMTPServerDisconnected("máy chủ thư không trả lời")


def write(key: str = "mot", **fields) -> OutboxMail:
    return queue_mail(key=key, to="oanh@np.gov.vn", subject="Thư", body="Có đường dẫn.", **fields)


def due() -> None:
    OutboxMail.objects.update(due_at=timezone.now())


def test_row_is_sent_once():
    write()
    assert ([send_outbox(), send_outbox()], len(mail.outbox)) == ([1, 0], 1)
    assert (mail.outbox[0].subject, mail.outbox[0].body) == ("Thư", "Có đường dẫn.")


def test_same_key_is_one_mail():
    assert write() == write()
    assert send_outbox() == 1


def test_fault_keeps_the_row_and_tries_later(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Down"
    row = write()
    assert send_outbox() == 0
    row.refresh_from_db()
    wait = row.due_at - timezone.now()
    assert (row.sent_at, row.attempts, row.error) == (None, 1, "máy chủ thư không trả lời")
    assert dt.timedelta(seconds=50) < wait <= PAUSES[0]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_outbox() == 0
    due()
    assert (send_outbox(), OutboxMail.objects.get().error) == (1, "")


def test_fault_of_one_does_not_stop_the_others(settings):
    write("mot", expires_at=timezone.now() + dt.timedelta(hours=1))
    OutboxMail.objects.update(to="không phải địa chỉ\nBcc: x@y.vn")
    write("hai")
    assert (send_outbox(), [letter.to for letter in mail.outbox]) == (1, [["oanh@np.gov.vn"]])


def test_row_is_given_up_at_last(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Down"
    write()
    for _ in range(20):
        due()
        send_outbox()
    assert OutboxMail.objects.get().attempts == len(PAUSES) + 1


def test_row_held_by_a_worker_is_left_to_it():
    row = write()
    assert (take(row.pk), take(row.pk), send_outbox()) == (row, None, 0)


def test_expired_row_is_not_sent():
    write(expires_at=timezone.now() - dt.timedelta(seconds=1))
    assert send_outbox() == 0


def test_secret_is_emptied_when_sent():
    write(secret=True)
    write("hai")
    send_outbox()
    assert list(OutboxMail.objects.order_by("pk").values_list("body", flat=True)) == ["", "Có đường dẫn."]


def test_mail_that_went_twice_has_one_name():
    write()
    send_outbox()
    OutboxMail.objects.update(sent_at=None)
    due()
    send_outbox()
    names = {letter.extra_headers["Message-ID"] for letter in mail.outbox}
    assert (len(mail.outbox), len(names)) == (2, 1)


def test_command_sends_one_round(capsys):
    write()
    call_command("send_outbox")
    assert capsys.readouterr().out == "Đã gửi 1 thư.\n"
