"""What guards an account beside its password: the log of access, sessions, invitations, the second factor."""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from units.enums import AccessKind, InvitationKind

from .accounts import User


class AccessEventQuerySet(models.QuerySet):
    def visible_to(self, user, on):
        """One's own; the administrator's page asks for more."""
        return self.filter(account=user)


class AccessEvent(models.Model):
    """One line of the log of access; never changed, not removed before its time (triggers refuse it).

    A try under a name that no account has keeps no name: people type passwords into the wrong field.
    """

    APPEND_ONLY = True
    # The database lets a line go after so many days; settings.ACCESS_LOG_DAYS says when it does go.
    KEPT_DAYS = ("at", 90)

    at = models.DateTimeField("lúc", auto_now_add=True)
    kind = models.CharField("việc", max_length=20, choices=AccessKind)
    account = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="access_events", verbose_name="tài khoản"
    )
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="người thực hiện")
    address = models.GenericIPAddressField("địa chỉ mạng", null=True)
    agent = models.CharField("trình duyệt", max_length=200, blank=True)
    note = models.CharField("ghi chú", max_length=300, blank=True)

    objects = AccessEventQuerySet.as_manager()

    class Meta:
        verbose_name = "dòng nhật ký truy cập"
        verbose_name_plural = "nhật ký truy cập"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["account", "kind", "-at"], name="access_of_account")]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.account or 'không rõ tài khoản'}"


class UserSession(AbstractBaseSession):
    """A session as Django keeps it, and whose it is: so that all of an account can be shown and ended."""

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")
    started_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    address = models.GenericIPAddressField(null=True)
    agent = models.CharField(max_length=200, blank=True)

    class Meta(AbstractBaseSession.Meta):
        verbose_name = "phiên đăng nhập"
        verbose_name_plural = "phiên đăng nhập"

    def __str__(self):
        return f"{self.user}, {self.seen_at}"


class Invitation(models.Model):
    """A way to set a password once: by the long link (kept as sha256) or by name and short code (hashed)."""

    user = models.ForeignKey(User, models.PROTECT, related_name="invitations")
    kind = models.CharField(max_length=10, choices=InvitationKind)
    token = models.CharField(max_length=64, unique=True)
    code = models.CharField(max_length=128, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "lời mời đặt mật khẩu"
        verbose_name_plural = "lời mời đặt mật khẩu"
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.user}"


class SecondFactor(models.Model):
    """The key that an account shares with its owner's phone; unconfirmed until a first code was right.

    `key` is sealed (`thiduakt.sealing`), read by `units.accounts.factors.plain_key` alone.
    `last_step`: the 30 seconds of the last accepted code, so that no code is taken twice.
    """

    user = models.OneToOneField(User, models.CASCADE, related_name="second_factor")
    key = models.CharField(max_length=250)
    confirmed_at = models.DateTimeField(null=True)
    last_step = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = "xác thực hai lớp"
        verbose_name_plural = "xác thực hai lớp"

    def __str__(self):
        return f"Xác thực hai lớp của {self.user}"


class RecoveryCode(models.Model):
    """One of the codes for a lost phone, hashed like a password; each is taken once."""

    factor = models.ForeignKey(SecondFactor, models.CASCADE, related_name="recovery_codes")
    code = models.CharField(max_length=128)
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "mã dự phòng"
        verbose_name_plural = "mã dự phòng"

    def __str__(self):
        return "đã dùng" if self.used_at else "chưa dùng"


class OldPassword(models.Model):
    """Hashes that a policy may forbid to use again."""

    user = models.ForeignKey(User, models.CASCADE, related_name="old_passwords")
    password = models.CharField(max_length=128)
    until = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "mật khẩu cũ"
        verbose_name_plural = "mật khẩu cũ"
        ordering = ["-until", "-pk"]

    def __str__(self):
        return f"{self.user}, đến {self.until:%d/%m/%Y}"
