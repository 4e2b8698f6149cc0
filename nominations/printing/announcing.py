"""Thông báo kết quả khen thưởng: the results of a plan as a list, by the decisions that gave them."""

import datetime as dt

from campaigns.models import Campaign
from criteria.enums import Group
from nominations.models import Award
from thiduakt.vietnamese.words import count2
from units.models import Person, Unit

from .wording import cited_day, head, movement, plan_in_words

ROMAN = ("I", "II", "III")


def announcement_paper(
    campaign: Campaign,
    unit: Unit,
    awards: list[Award],
    *,
    on: dt.date,
    symbol: str,
    signature: tuple[list[str], Person | None],
) -> dict:
    """For submission.html, addressed to nobody; number and day are left blank for the records clerk.

    `signature`: the lines above the signer's name, and the signer.
    """
    lines, signer = signature
    about = movement(campaign)
    return {
        **head(
            unit,
            on=on,
            type_line="THÔNG BÁO",
            title=f"Kết quả khen thưởng trong {about}",
            recipients=["Các cơ quan, đơn vị có liên quan", "Tập thể, cá nhân có tên", "Lưu: VT"],
        ),
        "symbol": symbol,
        "signature": {"lines": lines, "name": signer.full_name if signer else None},
        "to": [],
        "grounds": [f"Căn cứ {plan_in_words(campaign)}", *decisions(awards)],
        "body": [f"{unit.name} thông báo kết quả khen thưởng trong {about}: {counted(awards)}, gồm:"],
        "groups": groups(awards),
        "attachments": [],
        "closing": f"{unit.name} thông báo để các cơ quan, đơn vị, tập thể, cá nhân biết",
    }


def decisions(awards: list[Award]) -> list[str]:
    """`Căn cứ Quyết định số 05/QĐ-UBND ngày 05/12/2026 của …`, each once, by day and number."""
    found = {award.decision_id: award.decision for award in awards}
    return [
        f"Căn cứ {paper.get_kind_display()} số {paper.reference} ngày {cited_day(paper.issued_on)} "
        f"của {paper.issuer_name}"
        for paper in sorted(found.values(), key=lambda paper: (paper.issued_on, paper.number or 0))
    ]


def counted(awards: list[Award]) -> str:
    """`02 tập thể, 03 cá nhân`."""
    counts = {group: sum(award.group == group for award in awards) for group in Group}
    return ", ".join(f"{count2(many)} {group.label.lower()}" for group, many in counts.items() if many)


def groups(awards: list[Award]) -> list[dict]:
    """One list for each kind of nominee; the decision stands beside the award."""
    found = []
    for group in Group:
        rows = [row_of(award) for award in awards if award.group == group]
        if rows:
            found.append({"heading": f"{ROMAN[len(found)]}. {group.label}", "rows": rows})
    return found


def row_of(award: Award) -> dict:
    told = f"{award.award_type.name} (số {award.decision.reference})"
    return {"name": award.name, "detail": award.position, "award": told}
