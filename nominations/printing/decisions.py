"""Quyết định khen thưởng with its list, and the giấy khen."""

import datetime as dt
from collections.abc import Iterable

from campaigns.models import Campaign
from criteria.enums import Group
from criteria.models import AwardType, LegalRegime
from documents.models import IssuedDocument
from documents.printing import repeated
from nominations.models import Award
from thiduakt.vietnamese.words import number_words
from units.facts import head_line
from units.models import Unit

from .wording import authority_of, count_words, given_by, head, movement, plan_in_words

GROUPS = ((Group.COLLECTIVE, "TẬP THỂ"), (Group.INDIVIDUAL, "CÁ NHÂN"))
ROMAN = ("I", "II", "III")
LONG_DETAIL = 110  # letters of position and unit: four lines of their column


def decision_paper(
    campaign: Campaign,
    unit: Unit,
    rows: list[dict],
    regime: LegalRegime,
    *,
    on: dt.date,
    office: str,
    letters: Iterable[str] = (),
) -> dict:
    """The decision for decision.html.

    `rows`: [{"group", "name", "detail", "award", "bonus", "gold_book_number"}], the list in order;
    `office` is who proposes it, as the papers name it; `letters`: by what the levels below proposed it.
    """
    award = rows[0]["award"]
    counts = [sum(row["group"] == group for row in rows) for group, _ in GROUPS]
    named, total = count_words(*counts), sum(row["bonus"] for row in rows)
    return {
        **head(
            unit,
            on=on,
            type_line="QUYẾT ĐỊNH",
            title=f"Về việc tặng {award} trong {movement(campaign)}",
            recipients=["Như Điều 3", office, "Lưu: VT"],
        ),
        "authority": head_line(unit, on),
        "grounds": grounds(campaign, regime, office, letters),
        "articles": articles(campaign, unit, award, named, total),
        "annex": annex(campaign, unit, award, rows, total),
    }


def grounds(campaign: Campaign, regime: LegalRegime, office: str, letters: Iterable[str] = ()) -> list[str]:
    asked = [f"Xét đề nghị của {letter}" for letter in letters]
    return [*laws(regime), f"Căn cứ {plan_in_words(campaign)}", *asked, f"Theo đề nghị của {office}"]


def laws(regime: LegalRegime) -> list[str]:
    """By which a body of local government gives an award, or takes it back."""
    return [f"Căn cứ {law}" for law in ("Luật Tổ chức chính quyền địa phương", *instruments(regime))]


def instruments(regime: LegalRegime | None) -> list[str]:
    """The laws and decrees in force, laws first, each once; an amending law after what it amends."""
    found: list[str] = []
    while regime:
        found += [part.strip() for part in regime.instrument.split(";") if part.strip()]
        regime = regime.inherits
    once = dict.fromkeys(found)
    return sorted(once, key=lambda part: (not part.startswith("Luật"), "sửa đổi Luật" in part))


def articles(campaign: Campaign, unit: Unit, award: str, named: str, total: int) -> list[dict]:
    money = f"{total:,}".replace(",", ".")
    return [
        {
            "label": "Điều 1.",
            "text": f"Tặng {given_by(award, unit)} cho {named} đã có thành tích trong "
            f"{movement(campaign)} (có danh sách kèm theo).",
        },
        {
            "label": "Điều 2.",
            "text": f"Tiền thưởng kèm theo {award} là {money} đồng ({number_words(total)} đồng), "
            f"chi từ quỹ thi đua, khen thưởng của {unit.name}.",
        },
        {
            "label": "Điều 3.",
            "text": "Thủ trưởng các cơ quan, đơn vị có liên quan và các tập thể, cá nhân có tên trong "
            "danh sách chịu trách nhiệm thi hành Quyết định này",
        },
    ]


def annex(campaign: Campaign, unit: Unit, award: str, rows: list[dict], total: int) -> dict:
    groups = []
    for group, words in GROUPS:
        lines = [
            {key: row[key] for key in ("gold_book_number", "name", "detail", "bonus")}
            for row in rows
            if row["group"] == group
        ]
        if lines:
            groups.append({"heading": f"{ROMAN[len(groups)]}. {words}", "rows": lines})
    return {
        "title": "DANH SÁCH",
        "subtitle": f"Tập thể, cá nhân được tặng {award} trong {movement(campaign)}",
        "of": authority_of(unit),
        "groups": groups,
        "total": total,
        "landscape": lies_across([row["detail"] for row in rows]),
    }


def lies_across(details: list[str]) -> bool:
    """An upright page breaks what is longer into more lines than can be read at a glance."""
    return any(len(detail) > LONG_DETAIL for detail in details)


def look_of(award: AwardType) -> str:
    """`merit` for a bằng khen, larger; `flags` beside the emblem for a chiến sĩ thi đua (Điều 104)."""
    if award.name.startswith("Bằng khen"):
        return "merit"
    return "flags" if award.name.startswith("Chiến sĩ thi đua") else ""


def certificates_paper(decision: IssuedDocument, awards: list[Award]) -> dict:
    """One page for each award, for certificates.html; everything comes from the decision as issued."""
    award = awards[0].award_type
    return {
        **repeated(decision),
        "authority": decision.snapshot.get("authority") or head_line(decision.unit, decision.issued_on),
        "verb": "TẶNG" if award.category == "hinh_thuc" else "TẶNG DANH HIỆU",
        "award": award.name.split(" của ")[0].upper(),
        "look": look_of(award),
        "awards": [
            {
                "gold_book_number": row.gold_book_number,
                "name": row.name,
                "detail": row.position or None,
                "achievement": row.achievement,
            }
            for row in awards
        ],
    }
