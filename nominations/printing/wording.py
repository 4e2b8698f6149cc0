"""What the papers of a nomination share: head, names, how an award is called."""

import datetime as dt
from collections.abc import Iterable

from campaigns.models import Campaign
from nominations.facts.law import law_of
from nominations.models import Dossier
from thiduakt.clock import vietnam_day
from thiduakt.vietnamese.days import month_of_paper
from units.facts import letterhead
from units.models import Unit

BLANK = {"number": None, "symbol": None, "place": None, "day": None, "month": None, "year": None}


def head(unit: Unit, *, on: dt.date, type_line: str, title: str, recipients: list[str]) -> dict:
    """The head of a paper of a unit; number and day are merged from columns when it is issued."""
    return {
        **BLANK,
        "issuer": letterhead(unit, on),
        "place": unit.place_name,
        "month": on.month,
        "year": on.year,
        "type_line": type_line,
        "title": title,
        "recipients": recipients,
        "signature": {"lines": [], "name": None},
    }


def name_of(dossier: Dossier) -> str:
    """As frozen when the list was sent; before that as it is."""
    return dossier.frozen_name or dossier.nominee_name


def detail_of(dossier: Dossier, on: dt.date) -> str:
    """Position and unit of a person; the body above for a collective needs none."""
    if not dossier.person_id:
        return ""
    if dossier.frozen_position:
        return dossier.frozen_position
    appointment = dossier.person.appointment_on(on)
    return f"{appointment.position}, {appointment.unit.name}" if appointment else dossier.unit.name


def conferred(campaign: Campaign, dossier: Dossier) -> str:
    """`Giấy khen của Chủ tịch Ủy ban nhân dân xã Ninh Phước`; above the issuer in the plan's words."""
    award, issuer = dossier.award_type, campaign.issuer
    book, day = law_of(dossier).book, vietnam_day(dossier.created_at)
    if book.confers(award.pk, dossier.group, issuer, day):
        return given_by(award.name, issuer)
    written = campaign.campaignaward_set.filter(award_type=award).exclude(authority="").first()
    return by_whom(award.name, written.authority) if written else award.name


def act_of_conferring(dossiers: Iterable[Dossier]) -> str:
    """`tặng Giấy khen`; where the list names several awards, each line says its own: `khen thưởng`."""
    names = {dossier.award_type.name for dossier in dossiers}
    return f"tặng {names.pop()}" if len(names) == 1 else "khen thưởng"


def authority_of(unit: Unit) -> str:
    """Who confers: the head of the body (Luật 06/2022/QH15, Điều 79–80)."""
    return f"{unit.head_title} {unit.name}" if unit.head_title else unit.name


def given_by(award: str, unit: Unit) -> str:
    """`Giấy khen của Chủ tịch Ủy ban nhân dân xã Ninh Phước`."""
    return by_whom(award, authority_of(unit))


def by_whom(award: str, giver: str) -> str:
    """`Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa`, the giver said once."""
    return f"{award.split(' của ')[0]} của {giver}"


def movement(campaign: Campaign) -> str:
    """The plan's title without its first word of act: `phong trào thi đua …`."""
    title = campaign.title
    for prefix in ("Phát động ", "Triển khai "):
        title = title.removeprefix(prefix)
    return title[:1].lower() + title[1:]


def plan_in_words(campaign: Campaign) -> str:
    """`Kế hoạch số 26/KH-UBND ngày 03/02/2021 của …`."""
    day = f" ngày {cited_day(campaign.launched_on)}" if campaign.launched_on else ""
    number = f" số {campaign.reference}" if campaign.reference else ""
    return f"Kế hoạch{number}{day} của {campaign.issued_by}"


def cited_day(day: dt.date) -> str:
    """A cited paper's day as running text writes it: 03/02/2021, 22/9/2026 (only months 1, 2 are padded)."""
    return f"{day.day:02d}/{month_of_paper(day.month)}/{day.year}"


def count_words(collectives: int, individuals: int) -> str:
    """`02 tập thể và 03 cá nhân`; a group without anybody is not named."""
    parts = [(collectives, "tập thể"), (individuals, "cá nhân")]
    return " và ".join(f"{count:02d} {word}" for count, word in parts if count)
