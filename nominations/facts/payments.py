"""What is paid with the awards of a campaign: line by line, by unit, out of whose fund."""

from dataclasses import dataclass
from itertools import groupby

from campaigns.models import Campaign
from nominations.models import Award
from nominations.money import Due, paid
from units.models import Unit

PAY_HEADINGS = (
    "STT",
    "Đơn vị",
    "Tập thể, cá nhân",
    "Chức vụ, đơn vị",
    "Danh hiệu, hình thức",
    "Quyết định",
    "Hệ số",
    "Mức lương cơ sở",
    "Tiền thưởng (đồng)",
    "Quỹ chi",
    "Ghi chú",
)


@dataclass(frozen=True)
class PayLine:
    """`amount` is 0 where a higher award is paid instead; `why` says which."""

    award: Award
    unit: str
    amount: int
    why: str = ""


def pay_lines(campaign: Campaign, unit: Unit) -> list[PayLine]:
    """Standing awards of every decision of a unit for a campaign, by nominating unit.

    The unit that decides pays from its own fund (Luật 06/2022/QH15, Điều 11). What it gives to the same
    person or collective for the same period or achievement counts beside.
    """
    related = ("award_type", "decision", "dossier__unit", "dossier__campaign", "person", "collective")
    standing = Award.objects.filter(decision__unit=unit, revoked_by__isnull=True, dossier__isnull=False)
    mine = standing.filter(dossier__campaign=campaign)
    beside = standing.filter(dossier__campaign__year=campaign.year)
    rows = {award.pk: award for award in (mine | beside).select_related(*related).order_by("pk")}
    chosen = paid(due_of(award) for award in rows.values())
    lines = [
        pay_line(award, rows[chosen[pk]])
        for pk, award in rows.items()
        if award.dossier.campaign_id == campaign.pk
    ]
    return sorted(lines, key=lambda line: (line.unit, line.award.decision_id, line.award.gold_book_number))


def due_of(award: Award) -> Due:
    campaign = award.dossier.campaign
    return Due(
        key=award.pk,
        of=(award.person_id, award.collective_id),
        category=award.award_type.category,
        period=campaign.year,
        achievement=campaign.pk,
        bonus=award.bonus,
    )


def pay_line(award: Award, highest: Award) -> PayLine:
    unit = award.dossier.unit.name
    if highest.pk == award.pk:
        return PayLine(award, unit, award.bonus)
    why = f"Đã chi mức cao nhất: {highest.award_type}, Quyết định số {highest.decision.reference}"
    return PayLine(award, unit, 0, why)


def by_unit(lines: list[PayLine]) -> list[tuple[str, list[PayLine], int]]:
    """(unit, its lines, their sum)."""
    found = [(unit, list(rows)) for unit, rows in groupby(lines, key=lambda line: line.unit)]
    return [(unit, rows, sum(line.amount for line in rows)) for unit, rows in found]


def pay_rows(lines: list[PayLine], fund: str) -> list[tuple]:
    """The same as rows of a file; `fund`: whose it is, so that the files of several may be put together."""
    return [
        (
            number,
            line.unit,
            line.award.name,
            line.award.position,
            line.award.award_type.name,
            line.award.decision.reference,
            line.award.coefficient,
            line.award.base_salary,
            line.amount,
            fund,
            line.why,
        )
        for number, line in enumerate(lines, 1)
    ]
