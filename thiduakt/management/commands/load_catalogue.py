"""Load titles, forms, regimes, base salaries and kinds of facts; safe to repeat."""

import json

from django.conf import settings
from django.core.management.base import BaseCommand

from criteria.services import load_catalogue
from initiatives.services.sheets import load_score_sheet

WORDS = {
    "regimes": "chế độ pháp lý",
    "base_salaries": "mức lương cơ sở",
    "award_types": "danh hiệu và hình thức",
    "award_rules": "quy định khen thưởng",
    "indicators": "chỉ số",
    "fact_kinds": "loại số liệu",
}


class Command(BaseCommand):
    help = "Nạp danh mục khen thưởng từ fixtures/catalogue.json; chạy lại nhiều lần vẫn như một lần."

    def handle(self, *args, **options):
        path = settings.BASE_DIR / "fixtures" / "catalogue.json"
        counts = load_catalogue(json.loads(path.read_text()))
        sheet = load_score_sheet(json.loads((path.parent / "score_sheet.json").read_text()))
        words = ", ".join(f"{count} {WORDS[section]}" for section, count in counts.items())
        self.stdout.write(f"Đã nạp danh mục: {words}; {sheet}.")
