"""Send the mail that waits: one round."""

from django.core.management.base import BaseCommand

from units.accounts.mail import send_outbox


class Command(BaseCommand):
    help = "Gửi thư điện tử đang chờ, một lượt."

    def handle(self, *args, **options):
        self.stdout.write(f"Đã gửi {send_outbox()} thư.")
