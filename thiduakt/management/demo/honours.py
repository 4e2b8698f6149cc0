"""Awards from before the system, as the office enters them from its old decisions."""

import datetime as dt

from criteria.models import AwardType
from nominations.models import PastAward
from nominations.services.past import enter_past_award
from units.models import Person, Unit

from .accounts import account
from .files import read

# Titles of a year are recognised at its end; until 2024 by the huyện, whose records the xã keeps.
DISTRICT_UNTIL = 2024
DISTRICT, COMMUNE = "Ủy ban nhân dân huyện Ninh Phước", "Ủy ban nhân dân xã Ninh Phước"
OLD_PROVINCE, PROVINCE = "Ủy ban nhân dân tỉnh Ninh Thuận", "Ủy ban nhân dân tỉnh Khánh Hòa"
# Given by the province alone.
BY_PROVINCE = ("TTLDXS",)
SOURCE = "Bản sao quyết định lưu tại Văn phòng HĐND và UBND xã"


def load_honours(year: int) -> None:
    """`ago`: for which years before that of loading. Loaded once."""
    if PastAward.objects.filter(source=SOURCE).exists():
        return
    for entry in read("honours.json"):
        award = AwardType.objects.get(code=entry["award"])
        for ago in entry["ago"]:
            enter(nominee_of(entry), award, year - ago, entry["number"])


def nominee_of(entry: dict) -> Person | Unit:
    if "unit" in entry:
        return Unit.objects.get(code=entry["unit"])
    return Person.objects.get(full_name=entry["person"])


def enter(nominee: Person | Unit, award: AwardType, year: int, number: int) -> None:
    enter_past_award(
        nominee,
        award,
        year=year,
        decision_number=f"{number + year % 10}/QĐ-UBND",
        decision_date=dt.date(year, 12, 20),
        decision_issuer=issuer_of(award, year),
        source=SOURCE,
        by=account("phat"),
    )


def issuer_of(award: AwardType, year: int) -> str:
    before, after = (OLD_PROVINCE, PROVINCE) if award.code in BY_PROVINCE else (DISTRICT, COMMUNE)
    return before if year <= DISTRICT_UNTIL else after
