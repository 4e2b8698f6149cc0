"""Check what must hold of the data as a whole; exit 1 when something does not."""

import json
import sys

from django.core.management.base import BaseCommand

from thiduakt.management.invariants import Result, run_checks


class Command(BaseCommand):
    help = "Kiểm tra tính nhất quán của dữ liệu; thoát với mã 1 khi có chỗ sai."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")

    def handle(self, *args, **options):
        results = run_checks()
        ok = all(result.ok for result in results)
        self.stdout.write(as_json(results, ok) if options["json"] else as_lines(results))
        if not ok:
            sys.exit(1)


def as_json(results: list[Result], ok: bool) -> str:
    return json.dumps({"ok": ok, "checks": [result.as_dict() for result in results]}, ensure_ascii=False)


def as_lines(results: list[Result]) -> str:
    lines = []
    for result in results:
        lines.append(f"{result.name}: {'đạt' if result.ok else f'{result.count} chỗ sai'}")
        lines += [f"  {fault}" for fault in result.sample]
    return "\n".join(lines)
