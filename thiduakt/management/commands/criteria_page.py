"""Write the conditions of each award as a page for a jurist: criteria_page [-o FILE] [--file]."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from criteria.models import AwardRule, AwardType, LegalRegime
from criteria.rules.page import page


class Command(BaseCommand):
    help = "Lập trang điều kiện xét khen thưởng từ danh mục đang dùng, hoặc từ tệp danh mục kèm theo."

    def add_arguments(self, parser):
        parser.add_argument("-o", "--output", type=Path, help="tệp sẽ ghi; không có thì in ra màn hình")
        parser.add_argument("--file", action="store_true", help="lấy từ fixtures/catalogue.json")

    def handle(self, *args, output: Path | None, file: bool, **options):
        text = page(from_file() if file else from_rows())
        if output is None:
            self.stdout.write(text, ending="")
        else:
            output.write_text(text, encoding="utf-8")


def from_file() -> dict:
    path = settings.BASE_DIR / "fixtures" / "catalogue.json"
    return json.loads(path.read_text(encoding="utf-8"))


def from_rows() -> dict:
    """The catalogue in use, units' own rules too, shaped like the file."""
    return {
        "regimes": [of_regime(row) for row in LegalRegime.objects.order_by("valid_from")],
        "award_types": list(AwardType.objects.order_by("order").values("code", "name")),
        "award_rules": [of_rule(row) for row in AwardRule.objects.select_related(*POINTED)],
    }


POINTED = ("award_type", "regime", "unit", "cap_base")


def of_regime(row: LegalRegime) -> dict:
    return {
        "code": row.code,
        "name": row.name,
        "instrument": row.instrument,
        "valid_from": row.valid_from.isoformat(),
        "valid_to": row.valid_to.isoformat() if row.valid_to else None,
        "verified": row.verified,
        "common_rules": row.common_rules,
        "inherits": row.inherits.code if row.inherits else None,
    }


def of_rule(row: AwardRule) -> dict:
    return {
        "award": row.award_type.code,
        "group": row.group,
        "regime": row.regime.code if row.regime_id else None,
        "unit": row.unit.name if row.unit_id else "",
        "rule_keys": row.rule_keys,
        "cap_percent": row.cap_percent,
        "cap_base": row.cap_base.code if row.cap_base_id else None,
        "citation": row.citation,
        "verified": row.verified,
    }
