"""Read a plan's file: import_plan FILE --json prints the plan JSON, --save makes the draft campaign."""

import json
import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from campaigns.facts.issuers import issuer_named
from campaigns.files import read_file
from campaigns.services.checking import import_plan
from thiduakt.clock import today
from thiduakt.errors import Refused
from units.models import Unit, User


class Command(BaseCommand):
    help = "Đọc một kế hoạch (.txt, .md, .docx, .pdf có chữ): --json in ra, --save lưu thành bản soạn thảo."
    # `--json` is used where there is no database.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="tệp kế hoạch")
        parser.add_argument("--json", action="store_true", help="in kế hoạch dạng JSON (mặc định)")
        parser.add_argument("--save", action="store_true", help="lưu thành bản soạn thảo")
        parser.add_argument("--by", default="", help="tài khoản đứng tên bản soạn thảo")

    def handle(self, *args, file: Path, **options):
        """Standard output holds the JSON alone; a refusal is one sentence on standard error, exit 1."""
        try:
            plan = read_file(file.read_bytes())
            saved = save(plan, options["by"]) if options["save"] else ""
        except (Refused, OSError) as error:
            self.stderr.write(told(error))
            sys.exit(1)
        if options["json"] or not saved:
            self.stdout.write(json.dumps(plan, ensure_ascii=False, indent=2))
        if saved:
            (self.stderr if options["json"] else self.stdout).write(saved)


def save(plan: dict, username: str) -> str:
    """The draft, its id and address in a sentence; its issuer is chosen on its page when no unit fits."""
    by = User.objects.filter(username=username).first() if username else None
    if username and by is None:
        raise Refused(f"Không có tài khoản {username}.")
    campaign = import_plan(plan, issuer=issuer_named(plan, Unit.objects.on(today())), by=by)
    return f"Đã lưu bản soạn thảo {campaign.pk}: {settings.SITE_URL}{campaign.get_absolute_url()}"


def told(error: Exception) -> str:
    return str(error) if isinstance(error, Refused) else "Không mở được tệp. Hãy xem lại đường dẫn."
