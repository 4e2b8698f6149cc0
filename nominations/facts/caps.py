"""How many of a unit's people may have an award: a share of those who got another one in the year."""

from dataclasses import dataclass

from criteria.eligibility.shares import percent_floor, within_cap
from nominations.enums import HOLDS_SLOT
from nominations.models import Award, Dossier, DossierStage, PastAward
from units.models import Appointment, Unit

from .law import Law


@dataclass
class Cap:
    """`base`: people of the unit with the award that the share is of; `taken`: chosen already."""

    percent: int
    base: int
    taken: int
    of: str
    unit: str
    citation: str

    @property
    def places(self) -> int:
        return percent_floor(self.percent, self.base)

    @property
    def full(self) -> bool:
        return not within_cap(self.percent, self.base, self.taken)

    @property
    def say(self) -> str:
        return (
            f"{self.unit} được tối đa {self.places} người: {self.percent}% của {self.base} người được tặng "
            f"{self.of} trong năm, đã chọn {self.taken} ({self.citation})."
        )


def cap_key(dossier: Dossier) -> tuple:
    return dossier.unit_id, dossier.award_type_id, dossier.campaign.year


def cap_of(dossier: Dossier, law: Law) -> Cap | None:
    """The cap that binds a dossier, counted now (under the campaign's lock); None where the law sets none."""
    rule = law.basis(dossier).cap
    if rule is None or not dossier.person_id:
        return None
    year, base = dossier.campaign.year or law.on.year, rule["cap_base_id"]
    chosen = taken(dossier, dossier.award_type_id, year) - {dossier.person_id}
    return Cap(
        rule["cap_percent"],
        len(holders(dossier.unit, base, year, law.on) | taken(dossier, base, year)),
        len(chosen),
        law.book.awards[base].name,
        dossier.unit.name,
        rule["citation"],
    )


def taken(dossier: Dossier, award_type: int, year: int) -> set[int]:
    """People of the unit proposed for an award of the year, or awarded."""
    stages = DossierStage.objects.filter(
        state__in=HOLDS_SLOT,
        dossier__unit=dossier.unit_id,
        dossier__award_type=award_type,
        dossier__campaign__year=year,
        dossier__person__isnull=False,
    )
    return set(stages.values_list("dossier__person", flat=True))


def holders(unit: Unit, award_type: int, year: int, on) -> set[int]:
    """The unit's people of the day who have an award of the year on record."""
    people = Appointment.objects.on(on).filter(unit__in=Unit.objects.within([unit.pk], on)).values("person")
    here = Award.objects.filter(
        award_type=award_type, person__in=people, revoked_by__isnull=True, dossier__campaign__year=year
    )
    before = PastAward.objects.filter(award_type=award_type, person__in=people, is_live=True, year=year)
    return {*here.values_list("person", flat=True), *before.values_list("person", flat=True)}
