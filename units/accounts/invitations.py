"""Invitations to set a password: by mail, or on a printed slip for who has no address."""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db.models import QuerySet
from django.urls import reverse

from thiduakt.clock import VIETNAM, database_now
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import AccessKind, InvitationKind
from units.models import Invitation, User

from .access import record
from .factors import plain_code, random_code, shown_code
from .mail import queue_mail
from .passwords import set_password

LIFE = {
    InvitationKind.SLIP: dt.timedelta(days=14),
    InvitationKind.MAIL: dt.timedelta(days=7),
    InvitationKind.RESET: dt.timedelta(hours=1),
}
CODE_LENGTH = 12
# Whoever asks again and again gets no more mail than this.
RESETS_AN_HOUR = 3
GONE = "Đường dẫn hoặc mã này đã dùng, đã hết hạn hoặc đã có phiếu mới hơn. Hãy xin người quản trị cấp lại."


@dataclass(frozen=True)
class Slip:
    """What is told once: of it the database keeps only hashes."""

    user: User
    link: str
    code: str
    expires_at: dt.datetime


@change
def invite(user: User, kind: str, *, by: User | None = None, **seen) -> Slip:
    """A new way in for one account; those given before end. Refused for a locked account."""
    row = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    if not row.is_active:
        raise Refused(f"Tài khoản {row.username} đang khóa. Mở khóa trước khi cấp phiếu.")
    now = database_now()
    older(row, kind, now).update(expires_at=now)
    token, code = secrets.token_urlsafe(32), random_code(CODE_LENGTH)
    made = Invitation.objects.create(
        user=row,
        kind=kind,
        token=digest(token),
        code=make_password(code) if kind == InvitationKind.SLIP else "",
        expires_at=now + LIFE[kind],
        by=by,
    )
    what = AccessKind.RESET_ASKED if kind == InvitationKind.RESET else AccessKind.INVITED
    record(what, row, by=by, note=made.get_kind_display(), **seen)
    link = settings.SITE_URL + reverse("invitation", args=[token])
    return Slip(row, link, shown_code(code), made.expires_at)


def older(user: User, kind: str, now: dt.datetime) -> QuerySet:
    """What a new one puts an end to: whoever asks for a mail must not end a slip that is on its way."""
    found = open_invitations(user, now)
    return found.filter(kind=kind) if kind == InvitationKind.RESET else found


def end_mailed(user: User) -> None:
    """Links that went to an address which is no longer the account's."""
    now = database_now()
    open_invitations(user, now).exclude(kind=InvitationKind.SLIP).update(expires_at=now)


def open_invitations(user: User, now: dt.datetime) -> QuerySet:
    return Invitation.objects.filter(user=user, used_at=None, expires_at__gt=now)


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def invitation_by_token(token: str) -> Invitation | None:
    found = Invitation.objects.filter(token=digest(token)).select_related("user").first()
    return found if found and is_open(found) else None


def invitation_by_code(username: str, code: str) -> Invitation | None:
    """The same work for a name that nobody has: a guess is not to be told from a miss by its time."""
    user = User.objects.filter(username=username).first()
    found = open_invitations(user, database_now()).exclude(code="").first() if user else None
    right = check_password(plain_code(code), found.code if found else make_password(None))
    return found if right and is_open(found) else None


def is_open(invitation: Invitation) -> bool:
    now = database_now()
    return invitation.used_at is None and invitation.expires_at > now and invitation.user.is_active


@change
def accept(invitation: Invitation, password: str, **seen) -> None:
    """Set the password that its owner chose; the invitation is used up."""
    row = Invitation.objects.select_for_update(no_key=True).get(pk=invitation.pk)
    if not is_open(row):
        raise Refused(GONE)
    row.used_at = database_now()
    row.save(update_fields=["used_at"])
    set_password(row.user, password, note=row.get_kind_display(), **seen)


@change
def send_invitation(user: User, *, by: User, **seen) -> None:
    if not user.email:
        raise Refused(f"Tài khoản {user.username} chưa có thư điện tử. Hãy in phiếu thay cho thư.")
    slip = invite(user, InvitationKind.MAIL, by=by, **seen)
    post(slip, "Mời dùng hệ thống thi đua, khen thưởng", INVITED)


@change
def ask_reset(username: str, email: str, **seen) -> None:
    """A link by mail when name and address belong together; told to nobody whether they do."""
    user = User.objects.filter(username=username, email__iexact=email, is_active=True).first()
    if user is None or not email:
        return
    hour = database_now() - dt.timedelta(hours=1)
    asked = Invitation.objects.filter(user=user, kind=InvitationKind.RESET, created_at__gte=hour)
    if asked.count() < RESETS_AN_HOUR:
        post(invite(user, InvitationKind.RESET, **seen), "Đặt lại mật khẩu", RESET)


def post(slip: Slip, subject: str, text: str) -> None:
    until = slip.expires_at.astimezone(VIETNAM)
    queue_mail(
        key=f"invitation:{digest(slip.link)}",
        account=slip.user,
        to=slip.user.email,
        subject=subject,
        body=text.format(
            name=slip.user, login=slip.user.username, link=slip.link, until=f"{until:%H:%M, %d/%m/%Y}"
        ),
        secret=True,
        expires_at=slip.expires_at,
    )


INVITED = """Kính gửi {name},

Tài khoản {login} trên hệ thống thi đua, khen thưởng đã được lập.
Mở đường dẫn sau để tự đặt mật khẩu (dùng một lần, hết hạn lúc {until}):

{link}

Không chuyển thư này cho người khác. Nếu không rõ vì sao nhận được thư, hãy báo người quản trị của đơn vị.
"""
RESET = """Kính gửi {name},

Có người xin đặt lại mật khẩu của tài khoản {login}.
Nếu đúng là anh/chị, mở đường dẫn sau (dùng một lần, hết hạn lúc {until}):

{link}

Nếu không phải, xin bỏ qua thư này: mật khẩu cũ vẫn dùng được.
"""
