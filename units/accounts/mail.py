"""Mail: written as a row with the change it tells of, sent by the worker, at least once.

A fault of the mail server keeps the row; it is tried again later and later. The Message-ID is made from the
row's key, so a mail that went twice is seen to be one.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable
from smtplib import SMTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q, QuerySet

from thiduakt.clock import database_now
from thiduakt.door import change
from units.models import OutboxMail

MINUTE = dt.timedelta(minutes=1)
# After each try that failed; with the last one the row is left to the administrator.
PAUSES = [MINUTE * minutes for minutes in (1, 5, 15, 60, 180, 360, 720, 1440)]
# While one worker holds a row, no other takes it; who died with it is given up after this.
HELD = 5 * MINUTE
ROUND = 100


def queue_mail(*, key: str, to: str, subject: str, body: str, **fields) -> OutboxMail:
    """Write a mail; the same key gives the row that is there. `fields`: account, secret, expires_at."""
    given = {"to": to, "subject": subject, "body": body, **fields}
    return OutboxMail.objects.get_or_create(key=key, defaults=given)[0]


def queue_mails(mails: Iterable[OutboxMail]) -> None:
    """Many at once; of those whose key is there already nothing is written."""
    OutboxMail.objects.bulk_create(mails, ignore_conflicts=True)


def is_due(now: dt.datetime) -> Q:
    alive = Q(expires_at__isnull=True) | Q(expires_at__gt=now)
    return alive & Q(sent_at=None, due_at__lte=now, attempts__lte=len(PAUSES))


def send_outbox() -> int:
    """One round: how many were sent. The database is not locked while the mail server is spoken to."""
    due = OutboxMail.objects.filter(is_due(database_now())).order_by("created_at", "pk")
    held = (take(pk) for pk in due.values_list("pk", flat=True)[:ROUND])
    return sum(deliver(mail) for mail in held if mail)


@change
def take(pk: int) -> OutboxMail | None:
    """Hold a row for a while; None when another worker has it or it is no longer to be sent."""
    now = database_now()
    mail = OutboxMail.objects.select_for_update(skip_locked=True).filter(is_due(now), pk=pk).first()
    if mail:
        mail.attempts, mail.due_at = mail.attempts + 1, now + HELD
        mail.save(update_fields=["attempts", "due_at"])
    return mail


def deliver(mail: OutboxMail) -> bool:
    try:
        as_message(mail).send()
    except (SMTPException, OSError, ValueError) as error:
        put_back(mail, error)
        return False
    OutboxMail.objects.filter(pk=mail.pk).update(
        sent_at=database_now(), error="", body="" if mail.secret else mail.body
    )
    return True


def put_back(mail: OutboxMail, error: Exception) -> None:
    pause = PAUSES[min(mail.attempts, len(PAUSES)) - 1]
    OutboxMail.objects.filter(pk=mail.pk).update(due_at=database_now() + pause, error=str(error)[:500])


def send_again(mails: QuerySet) -> int:
    """Give rows that were given up, or wait long, their tries back."""
    return mails.filter(sent_at=None).update(attempts=0, due_at=database_now())


def as_message(mail: OutboxMail) -> EmailMessage:
    name = hashlib.sha256(mail.key.encode()).hexdigest()[:32]
    headers = {
        "Message-ID": f"<{name}@{urlsplit(settings.SITE_URL).hostname}>",
        "Auto-Submitted": "auto-generated",
    }
    return EmailMessage(mail.subject, mail.body, to=[mail.to], headers=headers)
