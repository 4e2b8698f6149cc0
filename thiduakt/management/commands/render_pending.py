"""Print the papers that wait for it: one round."""

from django.core.management.base import BaseCommand

from documents.services.printing import render_pending


class Command(BaseCommand):
    help = "In các văn bản đang chờ in, một lượt."

    def handle(self, *args, **options):
        self.stdout.write(f"Đã in {render_pending()} văn bản.")
