"""The law for some awards, read once: which rows hold on a day, in the version of an instant."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from criteria.eligibility import Asked
from criteria.models import AwardRule, AwardRuleEvent, AwardType, LegalRegime
from criteria.rules.choice import conferring, judging, lineage, regime_on
from criteria.rules.general import in_force
from units.models import Unit, UnitAncestor


@dataclass(frozen=True)
class Version:
    """A rule as it stood: its row, the number of the version and the columns that were changed since."""

    rule: AwardRule
    number: int = 1
    former: Mapping = field(default_factory=dict)

    def __getitem__(self, column: str):
        return self.former[column] if column in self.former else getattr(self.rule, column)

    @property
    def words(self) -> str:
        return f"{self.rule}, bản {self.number}"


@dataclass(frozen=True)
class Basis:
    """What an award asks of a nominee: conditions with the version they come from, and what to say of them.

    `regime` is in force on the day; `caveat` tells that its own words were not checked yet. `rule`: the row
    of the award, also where it asks nothing.
    """

    regime: LegalRegime | None = None
    asked: tuple[tuple[Asked, Version], ...] = ()
    cap: Version | None = None
    caveat: str = ""
    rule: Version | None = None


class Book:
    """For reading only; as many queries for a thousand nominees as for one."""

    def __init__(self, award_types: Collection[int], units: Collection[int], on: dt.date):
        self.award_types, self.units, self.on = set(award_types), set(units), on

    @cached_property
    def regimes(self) -> list[LegalRegime]:
        return list(LegalRegime.objects.all())

    @cached_property
    def rules(self) -> dict[tuple, list[AwardRule]]:
        """(award, group) → rules of the regimes and of bodies."""
        found: dict[tuple, list[AwardRule]] = defaultdict(list)
        rows = AwardRule.objects.filter(award_type__in=self.award_types)
        for rule in rows.select_related("award_type", "regime", "unit").order_by("pk"):
            found[rule.award_type_id, rule.group].append(rule)
        return found

    @cached_property
    def changes(self) -> dict[int, list[AwardRuleEvent]]:
        found: dict[int, list[AwardRuleEvent]] = defaultdict(list)
        rows = AwardRuleEvent.objects.filter(rule__award_type__in=self.award_types, action="change")
        for event in rows.order_by("seq"):
            found[event.rule_id].append(event)
        return found

    @cached_property
    def above(self) -> dict[int, list[int]]:
        """Each unit with those above it, the nearest first."""
        found = {unit: [unit] for unit in self.units}
        spans = UnitAncestor.objects.on(self.on).filter(unit__in=self.units).order_by("depth")
        for unit, ancestor in spans.values_list("unit", "ancestor"):
            found[unit].append(ancestor)
        return found

    @cached_property
    def awards(self) -> dict[int, AwardType]:
        return {award.pk: award for award in AwardType.objects.all()}

    @cached_property
    def names(self) -> dict[str, str]:
        return {award.code: award.name for award in self.awards.values()}

    def common(self, key: str, on: dt.date) -> tuple[dict, LegalRegime, str]:
        """A condition of every award on a day, whose regime words it, and what to say where that is another.

        Before the first regime on record that one is asked; what none words rests on the law as a whole.
        """
        regime = regime_on(self.regimes, on) or min(self.regimes, key=lambda row: row.valid_from)
        found = in_force(lineage(regime, self.regimes))
        entry, source = found.get(key, ({"citation": regime.instrument}, regime))
        return entry, source, "" if source == regime or regime.verified else before(regime)

    def version(self, rule: AwardRule, at: dt.datetime | None) -> Version:
        """The rule as it stood at an instant; without one as it stands."""
        changes = self.changes.get(rule.pk, [])
        for number, event in enumerate(changes, start=1):
            if at is not None and event.at > at:
                return Version(rule, number, event.data["former"])
        return Version(rule, len(changes) + 1)

    def basis(
        self, award_type: int, group: str, unit: Unit, on: dt.date, at: dt.datetime | None = None
    ) -> Basis:
        """What holds for an award that `unit` asks for on a day, in the versions of an instant."""
        rules = self.rules.get((award_type, group), [])
        regime = regime_on(self.regimes, on)
        found = judging(rules, lineage(regime, self.regimes), unit.kind)
        general = self.version(found, at) if found else None
        own = [self.version(rule, at) for rule in self.own_rules(rules, unit)]
        caps = [version for version in (*own, general) if version and version["cap_percent"]]
        return Basis(
            regime,
            conditions(general, own),
            caps[0] if caps else None,
            caveat(regime, found),
            general,
        )

    def own_rules(self, rules: list[AwardRule], unit: Unit) -> list[AwardRule]:
        """Rules of the body itself and of those above it, the nearest first."""
        own = {rule.unit_id: rule for rule in rules if rule.unit_id}
        return [own[key] for key in self.above.get(unit.pk, [unit.pk]) if key in own]

    def confers(self, award_type: int, group: str, unit: Unit, on: dt.date) -> AwardRule | None:
        """The rule by which the body confers the award on a day; None where that is not its to give."""
        rules = self.rules.get((award_type, group), [])
        own = [rule for rule in rules if rule.unit_id == unit.pk]
        return (
            own[-1]
            if own
            else conferring(rules, lineage(regime_on(self.regimes, on), self.regimes), unit.kind)
        )


def conditions(general: Version | None, own: list[Version]) -> tuple[tuple[Asked, Version], ...]:
    """A body's own condition takes the place of the law's of the same name; its others are added."""
    found: dict[str, list[tuple[Asked, Version]]] = {}
    for version in filter(None, (general, *reversed(own))):
        here: dict[str, list[tuple[Asked, Version]]] = {}
        for entry in version["rule_keys"]:
            here.setdefault(entry["key"], []).append((Asked.of(entry), version))
        found |= here
    return tuple(pair for pairs in found.values() for pair in pairs)


def caveat(regime: LegalRegime | None, rule: AwardRule | None) -> str:
    """What to say where the rule of an earlier regime stands for one that nobody checked yet."""
    if regime is None or rule is None or rule.regime_id == regime.pk or regime.verified:
        return ""
    return before(regime)


def before(regime: LegalRegime) -> str:
    """`Theo quy định trước ngày 01/10/2026; quy định mới chưa kiểm chứng.`"""
    return f"Theo quy định trước ngày {regime.valid_from:%d/%m/%Y}; quy định mới chưa kiểm chứng."
