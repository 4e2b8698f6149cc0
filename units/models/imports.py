"""Lists that were uploaded: what each row would do, shown before it is done."""

from django.db import models

from units.enums import ImportState


class ImportJobQuerySet(models.QuerySet):
    def visible_to(self, user, on):
        """One's own uploads; the administrator sees everybody's."""
        return self.all() if user.has_perm("units.change_unit") else self.filter(created_by=user)


class ImportJob(models.Model):
    """One file. `report` is what was shown, `digest` what it said would happen, row by row.

    report: {"counts": {fate: n}, "rows": [{"number", "fate", "name", "changes": [[label, before, after]],
    "faults": [sentence], "notes": [sentence]}], "unknown": [heading], "skipped": [row number],
    "ended": row number, "made": [key], empty until it is done}.
    """

    kind = models.CharField("danh sách", max_length=30)
    file = models.FileField(upload_to="nhap/")
    file_name = models.CharField("tên tệp", max_length=200)
    sha256 = models.CharField(max_length=64)
    state = models.CharField("trạng thái", max_length=10, choices=ImportState, default=ImportState.READING)
    report = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, blank=True)
    refusal = models.TextField("vì sao không nhập được", blank=True)
    created_by = models.ForeignKey(
        "units.User", models.PROTECT, related_name="+", verbose_name="người tải lên"
    )
    created_at = models.DateTimeField("lúc", auto_now_add=True)
    done_at = models.DateTimeField("nhập lúc", null=True)

    objects = ImportJobQuerySet.as_manager()

    class Meta:
        verbose_name = "lần nhập từ Excel"
        verbose_name_plural = "lần nhập từ Excel"
        ordering = ["-pk"]

    def __str__(self):
        return self.file_name

    def count(self, fate: str) -> int:
        return self.report.get("counts", {}).get(fate, 0)
