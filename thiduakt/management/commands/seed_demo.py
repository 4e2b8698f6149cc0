"""Load the demonstration; safe to repeat. Its accounts share one password, so it asks twice."""

import os

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from thiduakt.clock import today
from thiduakt.management.demo.accounts import account_table
from thiduakt.management.demo.seed import seed


class Command(BaseCommand):
    help = "Nạp dữ liệu trình diễn (chạy lại nhiều lần vẫn như một lần); --accounts in bảng tài khoản."

    def add_arguments(self, parser):
        parser.add_argument("--accounts", action="store_true", help="chỉ in bảng tài khoản")
        parser.add_argument("--scale", type=int, default=0, metavar="N", help="thêm N hồ sơ để đo")

    def handle(self, *args, accounts: bool, scale: int, **options):
        if not settings.DEBUG and os.environ.get("THIDUAKT_DEMO") != "1":
            raise CommandError(
                "Dữ liệu trình diễn có mật khẩu chung nên không nạp vào hệ thống thật. "
                "Nếu đây là bản trình diễn, đặt THIDUAKT_DEMO=1 rồi chạy lại."
            )
        if accounts:
            self.stdout.write("\n".join(account_table(today())))
            return
        for line in seed(today(), scale=scale):
            self.stdout.write(line)
