"""The ways in for all accounts that a list opened: slips in one file to be cut apart, or mails."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from thiduakt.clock import VIETNAM, database_now
from thiduakt.errors import Refused
from units.enums import ImportState, InvitationKind
from units.models import ImportJob, Invitation, User
from units.registry import PRINTERS

from .invitations import Slip, invite, send_invitation
from .pictures import qr

# The hash of a code takes its time on purpose: no request works on more.
AT_ONCE = 100
NOBODY = "Không còn tài khoản nào của danh sách này chờ {}."


def waiting(job: ImportJob) -> QuerySet:
    """Accounts that the list opened and that have no password yet; who has no slip comes first."""
    made = job.report.get("made", []) if job.state == ImportState.DONE else []
    under_way = Invitation.objects.filter(user=OuterRef("pk"), used_at=None, expires_at__gt=database_now())
    found = User.objects.filter(pk__in=made, is_active=True, password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return found.annotate(
        has_slip=Exists(under_way.filter(kind=InvitationKind.SLIP)),
        has_mail=Exists(under_way.filter(kind=InvitationKind.MAIL)),
    ).order_by("has_slip", "username")


def to_mail(job: ImportJob) -> QuerySet:
    """Those with an address to whom no mail is under way."""
    return waiting(job).exclude(email="").filter(has_mail=False)


def print_slips(job: ImportJob, *, by: User, **seen) -> bytes:
    """One PDF of slips, shown this once; those that were printed before end. Raises Refused for nobody."""
    accounts = list(waiting(job)[:AT_ONCE])
    if not accounts:
        raise Refused(NOBODY.format("phiếu"))
    slips = [invite(account, InvitationKind.SLIP, by=by, **seen) for account in accounts]
    return PRINTERS[0]("slips.html", slips_paper(slips))


def send_mails(job: ImportJob, *, by: User, **seen) -> int:
    """How many were written to. Raises Refused for nobody, or where the site sends no mail."""
    if not settings.MAIL_ON:
        raise Refused("Máy chủ chưa cài đặt gửi thư. Hãy in phiếu.")
    accounts = list(to_mail(job)[:AT_ONCE])
    if not accounts:
        raise Refused(NOBODY.format("thư mời"))
    for account in accounts:
        send_invitation(account, by=by, **seen)
    return len(accounts)


def slips_paper(slips: list[Slip]) -> dict:
    """{"title", "host", "slips": [{"name", "role", "username", "code", "until", "qr"}]}."""
    host = urlsplit(settings.SITE_URL).netloc + reverse("slip")
    return {"title": "Phiếu đặt mật khẩu", "host": host, "slips": [told(slip) for slip in slips]}


def told(slip: Slip) -> dict:
    until = slip.expires_at.astimezone(VIETNAM)
    return {
        "name": slip.user.full_name,
        "role": slip.user.role_line,
        "username": slip.user.username,
        "code": slip.code,
        "until": f"{until:%H:%M, %d/%m/%Y}",
        "qr": qr(slip.link),
    }
