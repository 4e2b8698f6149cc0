"""The second factor: a key shared with the owner's phone (TOTP, RFC 6238), and codes for a lost one."""

import base64
import logging
import secrets

from django.contrib.auth.hashers import check_password, make_password
from django_otp.oath import TOTP

from thiduakt.clock import database_now
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.sealing import is_current, seal, unseal
from units.enums import AccessKind
from units.models import RecoveryCode, SecondFactor, User

from .access import record, tell
from .sessions import end_sessions

KEY_BYTES = 20
# A clock may be half a minute off; two steps are refused.
TOLERANCE = 1
RECOVERY_CODES = 10
# Without 0 O 1 I L: they are read off paper.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
log = logging.getLogger(__name__)
WRONG = "Mã không đúng hoặc đã dùng. Chờ mã mới trên điện thoại (đổi sau 30 giây) rồi nhập lại."


def confirmed_factor(user: User) -> SecondFactor | None:
    return SecondFactor.objects.filter(user=user, confirmed_at__isnull=False).first()


@change
def begin_factor(user: User) -> SecondFactor:
    """The key to show once more until a first code confirms it; a confirmed one is never shown again."""
    if confirmed_factor(user):
        raise Refused("Tài khoản đã bật xác thực hai lớp.")
    factor = SecondFactor.objects.filter(user=user).first()
    if factor is None or plain_key(factor) is None:
        key = seal(base64.b32encode(secrets.token_bytes(KEY_BYTES)).decode())
        factor, _ = SecondFactor.objects.update_or_create(user=user, defaults={"key": key})
    return factor


def plain_key(factor: SecondFactor) -> str | None:
    """The key in letters of base 32; None when the site's SECRET_KEY is no longer the one that sealed it."""
    return unseal(factor.key)


@change
def seal_anew() -> int:
    """Keys sealed by a SECRET_KEY of before, sealed by today's; returns how many."""
    rows = SecondFactor.objects.select_for_update(no_key=True)
    old = [factor for factor in rows if not is_current(factor.key) and plain_key(factor)]
    for factor in old:
        factor.key = seal(plain_key(factor))
        factor.save(update_fields=["key"])
    return len(old)


@change
def confirm_factor(user: User, code: str, **seen) -> list[str]:
    """Turn the second factor on with a first code; the recovery codes, told this once."""
    factor = SecondFactor.objects.select_for_update(no_key=True).filter(user=user, confirmed_at=None).first()
    if factor is None:
        raise Refused("Mở lại trang xác thực hai lớp để lấy mã QR mới.")
    if not take_step(factor, code):
        raise Refused(WRONG)
    factor.confirmed_at = database_now()
    factor.save(update_fields=["confirmed_at"])
    tell(record(AccessKind.FACTOR_ON, user, **seen))
    return new_codes(factor)


@change
def take_code(user: User, code: str, **seen) -> bool:
    """Whether the code opens the account now: of the phone, or a recovery code; each once."""
    factor = (
        SecondFactor.objects.select_for_update(no_key=True)
        .filter(user=user, confirmed_at__isnull=False)
        .first()
    )
    if factor is None:
        return False
    if take_step(factor, code):
        return True
    if found := unused_code(factor, code):
        found.used_at = database_now()
        found.save(update_fields=["used_at"])
        left = factor.recovery_codes.filter(used_at=None).count()
        tell(record(AccessKind.RECOVERY_USED, user, note=f"còn {left} mã", **seen))
    return bool(found)


def take_step(factor: SecondFactor, code: str) -> bool:
    """The caller holds the row: a code seen twice, even at once, is right once."""
    digits = "".join(code.split())
    if not (digits.isascii() and digits.isdigit() and len(digits) == 6):
        return False
    key = plain_key(factor)
    if key is None:
        log.error(
            "The key of a second factor cannot be read: SECRET_KEY changed without SECRET_KEY_FALLBACKS."
        )
        return False
    totp = TOTP(base64.b32decode(key))
    if not totp.verify(int(digits), tolerance=TOLERANCE, min_t=factor.last_step + 1):
        return False
    factor.last_step = totp.t()
    factor.save(update_fields=["last_step"])
    return True


def unused_code(factor: SecondFactor, code: str) -> RecoveryCode | None:
    typed = plain_code(code)
    unused = factor.recovery_codes.filter(used_at=None) if len(typed) == 10 else []
    return next((one for one in unused if check_password(typed, one.code)), None)


def plain_code(code: str) -> str:
    """As stored: capitals without the marks that make a code easier to read."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def random_code(length: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def shown_code(code: str) -> str:
    """In groups of five, or of four."""
    size = 5 if len(code) % 5 == 0 else 4
    return "-".join(code[start : start + size] for start in range(0, len(code), size))


def new_codes(factor: SecondFactor) -> list[str]:
    codes = [random_code(10) for _ in range(RECOVERY_CODES)]
    factor.recovery_codes.all().delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(factor=factor, code=make_password(code)) for code in codes)
    return [shown_code(code) for code in codes]


@change
def renew_codes(user: User, **seen) -> list[str]:
    """New recovery codes, told this once; the ones before are worth nothing."""
    factor = confirmed_factor(user)
    if factor is None:
        raise Refused("Tài khoản chưa bật xác thực hai lớp.")
    record(AccessKind.RECOVERY_MADE, user, **seen)
    return new_codes(factor)


@change
def drop_factor(user: User, *, by: User, keep: str | None = None, note: str = "", **seen) -> None:
    """Take the second factor away: by its owner, or by an administrator for who lost the phone."""
    done, _ = SecondFactor.objects.filter(user=user, confirmed_at__isnull=False).delete()
    if not done:
        raise Refused("Tài khoản chưa bật xác thực hai lớp.")
    end_sessions(user, keep=keep)
    tell(record(AccessKind.FACTOR_OFF, user, by=None if by == user else by, note=note, **seen))
