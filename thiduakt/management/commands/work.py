"""The worker: what is done outside the request, round after round, until it is told to stop."""

import signal
import threading
import time

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections

from documents.services.printing import render_pending
from nominations.services.certificates import certificates_pending
from thiduakt.home import warn_at_start
from thiduakt.memory import settle
from units.accounts.access import drop_old_lines
from units.accounts.factors import seal_anew
from units.accounts.mail import send_outbox
from units.accounts.sessions import clear_expired
from units.services.imports import imports_pending

SECONDS = 3.0
HOUR = 3600


class Command(BaseCommand):
    help = "Chạy các việc nền (in văn bản chờ in, gửi thư) liên tục cho đến khi nhận SIGTERM."

    tidied = None

    def add_arguments(self, parser):
        parser.add_argument("--seconds", type=float, default=SECONDS, help="nghỉ giữa hai lượt (giây)")

    def handle(self, *args, seconds: float, **options):
        warn_at_start()
        settle()
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write("Đang chạy việc nền.")
        self.rounds(stop, seconds)
        self.stdout.write("Đã dừng việc nền.")

    def rounds(self, stop: threading.Event, seconds: float) -> None:
        """At least one round; a round under way is finished before stopping."""
        while True:
            self.one_round()
            if stop.wait(seconds):
                return

    def tidy(self) -> None:
        """What nobody waits for, once an hour."""
        if self.tidied is None or time.monotonic() - self.tidied > HOUR:
            self.tidied = time.monotonic()
            clear_expired()
            seal_anew()
            if done := drop_old_lines():
                self.stdout.write(f"Đã bỏ {done} dòng nhật ký truy cập quá {settings.ACCESS_LOG_DAYS} ngày.")

    def one_round(self) -> None:
        """A database that is away for a moment ends a round, not the worker: the next one connects anew."""
        try:
            if done := render_pending():
                self.stdout.write(f"Đã in {done} văn bản.")
            if done := certificates_pending():
                self.stdout.write(f"Đã in {done} đợt giấy khen.")
            if done := send_outbox():
                self.stdout.write(f"Đã gửi {done} thư.")
            if done := imports_pending():
                self.stdout.write(f"Đã xử lý {done} danh sách từ Excel.")
            self.tidy()
        except Error as error:
            close_old_connections()
            self.stderr.write(f"Lượt này không xong: {error}")
