"""What concerns somebody, told in the system and by mail: rows of one transaction, sent by the worker."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.text import Truncator

from units.accounts.mail import queue_mails
from units.models import Notice, OutboxMail, User

from .notices import LONGEST

FOOT = "Thư do hệ thống thi đua, khen thưởng tự gửi, xin không trả lời thư này."


@dataclass(frozen=True)
class Word:
    """One line to one account; `key` names what it tells of, so that the same is never mailed twice."""

    user: User
    text: str
    url: str
    key: str


def tell(words: Iterable[Word], subject: str) -> None:
    """A line to each account, and a mail to each that has an address and is open."""
    told = [word for word in words if word.user.is_active]
    Notice.objects.bulk_create(
        Notice(user=word.user, text=Truncator(word.text).chars(LONGEST), url=word.url) for word in told
    )
    if settings.MAIL_ON:
        queue_mails(mail_of(word, subject) for word in told if word.user.email)


def mail_of(word: Word, subject: str) -> OutboxMail:
    body = f"Kính gửi {word.user},\n\n{word.text}\n\nXem tại: {settings.SITE_URL}{word.url}\n\n{FOOT}\n"
    return OutboxMail(
        key=word.key, account=word.user, to=word.user.email, subject=Truncator(subject).chars(200), body=body
    )
