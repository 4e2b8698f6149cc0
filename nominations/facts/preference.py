"""Who goes first among equal votes: a woman, or a collective where most are women."""

import datetime as dt

from councils.voting import mostly_women
from criteria.models import LegalRegime
from nominations.models import Dossier
from units.enums import Gender
from units.models import Appointment, Unit


def preferred(dossier: Dossier, on: dt.date) -> str:
    """`nữ (Nghị định …, Điều 4)`; "" where the law of the day says nothing of it, or it is not so."""
    regime = LegalRegime.objects.on(on).order_by("-valid_from").first()
    while regime is not None and regime.women_percent is None:
        regime = regime.inherits
    if regime is None:
        return ""
    if dossier.person_id:
        words = "nữ" if dossier.person.gender == Gender.FEMALE else ""
    else:
        words = women_of(dossier.collective, on, regime.women_percent)
    return f"{words} ({regime.women_citation})" if words else ""


def women_of(unit: Unit, on: dt.date, percent: int) -> str:
    """`tập thể từ 70% nữ`, by everybody who works there; of whom it is not known counts as a man."""
    people = Appointment.objects.on(on).filter(unit=unit).values_list("person", "person__gender").distinct()
    women = sum(gender == Gender.FEMALE for _, gender in people)
    return f"tập thể từ {percent}% nữ" if mostly_women(women, len(people), percent) else ""
