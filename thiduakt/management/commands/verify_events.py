"""Recompute the hash chains of all trails; exit 1 with the first row that does not hold."""

from django.core.management.base import BaseCommand, CommandError

from thiduakt.events.base import broken_rows
from thiduakt.management.invariants.trails import event_models


class Command(BaseCommand):
    help = "Kiểm tra chuỗi băm của các dòng sự kiện; thoát với mã 1 và nêu dòng sai đầu tiên."

    def handle(self, *args, **options):
        for model in event_models():
            if bad := next(broken_rows(model), None):
                subject = getattr(bad, f"{model.SUBJECT}_id")
                where = f"{model.SUBJECT} {subject}, dòng {bad.seq}, {bad.action}"
                raise CommandError(
                    f"{model._meta.label} {bad.pk} ({where}): "
                    "chuỗi băm không khớp, dòng này hoặc dòng trước nó đã bị sửa hay xóa."
                )
        total = sum(model.objects.count() for model in event_models())
        self.stdout.write(f"Chuỗi băm của {total} dòng sự kiện đều khớp.")
