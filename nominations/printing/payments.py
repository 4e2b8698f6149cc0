"""Danh sách chi tiền thưởng, by unit."""

import datetime as dt

from campaigns.models import Campaign
from nominations.facts.payments import PayLine, by_unit
from units.models import Person, Unit

from .wording import head, movement


def payments_paper(
    campaign: Campaign, unit: Unit, lines: list[PayLine], *, on: dt.date, signer: Person | None
) -> dict:
    """For payments.html: lines by unit with their sums, the total in figures and words, who signs."""
    name = signer.full_name if signer else None
    groups = [
        {
            "heading": f"{where}: {len(rows)} khen thưởng",
            "rows": [row_of(line) for line in rows],
            "total": total,
        }
        for where, rows, total in by_unit(lines)
    ]
    return {
        **head(
            unit,
            on=on,
            type_line="DANH SÁCH CHI TIỀN THƯỞNG",
            title=f"Kèm theo khen thưởng trong {movement(campaign)}",
            recipients=[],
        ),
        "day": on.day,
        "fund": f"Nguồn chi: quỹ thi đua, khen thưởng của {unit.name}",
        "groups": groups,
        "total": sum(group["total"] for group in groups),
        "prepared": {"lines": ["NGƯỜI LẬP DANH SÁCH"], "name": None},
        "signature": {"lines": [unit.head_title.upper() or "THỦ TRƯỞNG"], "name": name},
    }


def row_of(line: PayLine) -> dict:
    """Where nothing is paid, the higher award that is paid instead."""
    award = line.award
    told = f"{award.award_type.name}, QĐ số {award.decision.reference}"
    return {
        "name": award.name,
        "detail": award.position,
        "award": f"{told}. {line.why}" if line.why else told,
        "amount": line.amount,
    }
