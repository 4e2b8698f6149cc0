"""List every address of the site."""

import json

from django.core.management.base import BaseCommand

from thiduakt.management.routing import routes


class Command(BaseCommand):
    help = "Liệt kê mọi địa chỉ của trang: tên, mẫu, phương thức, loại dữ liệu, vai trò, công khai."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="in dạng JSON")

    def handle(self, *args, **options):
        found = routes()
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False))
            return
        for row in found:
            self.stdout.write(
                f"{row['pattern']:60} {','.join(row['methods']):10} {row['role']:10} {row['name']}"
            )
