"""Quyết định hủy bỏ quyết định khen thưởng, with the list of whom it concerns."""

import datetime as dt

from criteria.enums import Group
from criteria.models import LegalRegime
from documents.models import IssuedDocument
from nominations.models import Award
from thiduakt.vietnamese.words import money, number_words
from units.facts import head_line

from .decisions import GROUPS, ROMAN, laws
from .wording import authority_of, cited_day, count_words, head

LAW = "Điều 93 Luật Thi đua, khen thưởng"


def revocation_paper(
    decision: IssuedDocument,
    awards: list[Award],
    regime: LegalRegime,
    *,
    on: dt.date,
    office: str,
    reason: str,
    note: str,
) -> dict:
    """The decision for decision.html; `reason` as the law words it, `note` what was found."""
    unit, award = decision.unit, awards[0].award_type.name
    counts = [sum(row.group == group for row in awards) for group in (Group.COLLECTIVE, Group.INDIVIDUAL)]
    named, total = count_words(*counts), sum(row.bonus for row in awards)
    cited = f"Quyết định số {decision.reference} ngày {cited_day(decision.issued_on)}"
    return {
        **head(
            unit,
            on=on,
            type_line="QUYẾT ĐỊNH",
            title=f"Về việc hủy bỏ việc tặng {award} tại {cited}",
            recipients=["Như Điều 3", office, "Lưu: VT"],
        ),
        "authority": head_line(unit, on),
        "grounds": [
            *laws(regime),
            f"Căn cứ {cited} của {authority_of(unit)}",
            f"Theo đề nghị của {office}",
        ],
        "articles": articles(award, named, cited, total, f"{reason} ({LAW}): {note.rstrip('. ')}"),
        "annex": {
            "title": "DANH SÁCH",
            "subtitle": f"Tập thể, cá nhân bị hủy bỏ việc tặng {award}",
            "of": authority_of(unit),
            "groups": groups(awards),
            "total": total,
        },
    }


def articles(award: str, named: str, cited: str, total: int, why: str) -> list[dict]:
    """What is taken back and why; what comes back to the fund; who carries it out."""
    recovered = f"{money(total)} ({number_words(total)} đồng)"
    return [
        {
            "label": "Điều 1.",
            "text": f"Hủy bỏ việc tặng {award} cho {named} (có danh sách kèm theo) tại {cited}. "
            f"Lý do: {why}.",
        },
        {
            "label": "Điều 2.",
            "text": f"Thu hồi {award} và số tiền thưởng kèm theo là {recovered}, nộp lại quỹ thi đua, "
            "khen thưởng.",
        },
        {
            "label": "Điều 3.",
            "text": "Thủ trưởng các cơ quan, đơn vị có liên quan và các tập thể, cá nhân có tên trong "
            "danh sách chịu trách nhiệm thi hành Quyết định này",
        },
    ]


def groups(awards: list[Award]) -> list[dict]:
    """The lines as the revoked decision had them, with their numbers in the gold book."""
    found = []
    for group, words in GROUPS:
        rows = [
            {
                "gold_book_number": row.gold_book_number,
                "name": row.name,
                "detail": row.position,
                "bonus": row.bonus,
            }
            for row in awards
            if row.group == group
        ]
        if rows:
            found.append({"heading": f"{ROMAN[len(found)]}. {words}", "rows": rows})
    return found
