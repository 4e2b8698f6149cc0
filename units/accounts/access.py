"""The log of access: written with what it tells of, read by administrators."""

import datetime as dt

from django.conf import settings

from thiduakt.clock import VIETNAM, database_now
from units.models import AccessEvent, Notice, User

from .mail import queue_mail

NOT_ME = "Không phải anh/chị làm thì đổi mật khẩu và báo ngay người quản trị."


def record(
    kind: str,
    account: User | None,
    *,
    by: User | None = None,
    note: str = "",
    address: str | None = None,
    agent: str = "",
) -> AccessEvent:
    """One line. `by` where another than the account's owner acted; address and agent as `seen_from` gives."""
    return AccessEvent.objects.create(
        kind=kind, account=account, by=by, note=note[:300], address=address, agent=agent
    )


def tell(event: AccessEvent) -> None:
    """Let the owner know that what guards the account has changed, on the site and by mail."""
    user, at = event.account, event.at.astimezone(VIETNAM)
    text = f"{event.get_kind_display()}: lúc {at:%H:%M, %d/%m/%Y}. {NOT_ME}"
    Notice.objects.create(user=user, text=text, url="/tai-khoan/")
    if user.email and settings.MAIL_ON:
        subject = f"{event.get_kind_display()} của tài khoản {user.username}"
        queue_mail(key=f"access:{event.pk}", account=user, to=user.email, subject=subject, body=f"{text}\n")


def drop_old_lines() -> int:
    """Lines older than the site keeps them (settings.ACCESS_LOG_DAYS) leave; returns how many."""
    before = database_now() - dt.timedelta(days=settings.ACCESS_LOG_DAYS)
    return AccessEvent.objects.filter(at__lt=before).delete()[0]
