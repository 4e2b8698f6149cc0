"""Mail leaves from rows: written with the change that it tells of, sent by the worker."""

from django.db import models

from .accounts import User


class OutboxMail(models.Model):
    """A mail to one address. `key` names what it tells of, so that the same is never written twice.

    The body of a `secret` one holds a link that opens an account: it is emptied once sent, and past
    `expires_at` nothing is sent any more. `due_at` moves on with each try that failed, and while a
    worker holds the row.
    """

    key = models.CharField("khóa", max_length=100, unique=True)
    account = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="mails", verbose_name="tài khoản"
    )
    to = models.EmailField("gửi đến")
    subject = models.CharField("tiêu đề", max_length=200)
    body = models.TextField("nội dung", blank=True)
    secret = models.BooleanField("có đường dẫn riêng", default=False)
    created_at = models.DateTimeField("viết lúc", auto_now_add=True)
    due_at = models.DateTimeField("gửi từ lúc", auto_now_add=True, db_index=True)
    expires_at = models.DateTimeField("hết hạn lúc", null=True)
    sent_at = models.DateTimeField("đã gửi lúc", null=True)
    attempts = models.PositiveSmallIntegerField("số lần thử", default=0)
    error = models.CharField("lỗi lần cuối", max_length=500, blank=True)

    class Meta:
        verbose_name = "thư điện tử"
        verbose_name_plural = "thư điện tử"
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self.subject} → {self.to}"
