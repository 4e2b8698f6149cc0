"""The catalogue: loaded from its file, asked by the day of the act."""

import datetime as dt
from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import Model, Q

from criteria.models import AwardRule, AwardType, BaseSalary, FactKind, Indicator, LegalRegime
from criteria.rules.choice import conferring, lineage, proposing
from thiduakt.errors import Refused
from units.models import Unit

from .rules import save_rule


@transaction.atomic
def load_catalogue(data: dict) -> dict[str, int]:
    """Upsert the rows of `fixtures/catalogue.json` by their natural keys; {section: rows}.

    A row of the file overwrites what was changed by hand in the row of the same key; rows that the
    file does not hold stay. Papers of an award are written once, at its type, for all its rules.
    """
    for entry in data["regimes"]:
        heir_of = entry["inherits"] and LegalRegime.objects.get(code=entry["inherits"])
        upsert(LegalRegime, ("code",), [entry | {"inherits": heir_of}])
    upsert(BaseSalary, ("valid_from",), data["base_salaries"])
    upsert(AwardType, ("code",), [without(entry, "required_parts") for entry in data["award_types"]])
    upsert(AwardRule, ("award_type", "regime", "group", "unit_kinds"), rule_rows(data), reworded)
    for level in indicator_rows(data):
        upsert(Indicator, ("code",), level)
    upsert(FactKind, ("code",), data["fact_kinds"])
    return {section: len(rows) for section, rows in data.items()}


def indicator_rows(data: dict):
    """First the indices, then their components, which point to them."""
    yield [entry | {"part_of": None} for entry in data["indicators"] if not entry["part_of"]]
    whole = {indicator.code: indicator for indicator in Indicator.objects.all()}
    yield [entry | {"part_of": whole[entry["part_of"]]} for entry in data["indicators"] if entry["part_of"]]


def without(entry: dict, key: str) -> dict:
    return {name: value for name, value in entry.items() if name != key}


def rule_rows(data: dict) -> list[dict]:
    """The rules with their award, regime and required papers looked up."""
    awards = {award.code: award for award in AwardType.objects.all()}
    regimes = {regime.code: regime for regime in LegalRegime.objects.all()}
    parts = {entry["code"]: entry["required_parts"] for entry in data["award_types"]}
    return [
        without(entry, "award")
        | {
            "award_type": awards[entry["award"]],
            "regime": regimes[entry["regime"]],
            "required_parts": parts[entry["award"]],
            "cap_base": awards.get(entry.get("cap_base")),
        }
        for entry in data["award_rules"]
    ]


def upsert(model, keys: tuple[str, ...], entries: list[dict], change: Callable | None = None) -> None:
    """Create what is new, save what differs (`change(row, values)`), leave the rest."""
    known = {natural_key(vars_of(row, keys)): row for row in model.objects.all()}
    new = []
    for entry in entries:
        values = {name: typed(model, name, value) for name, value in entry.items()}
        row = known.get(natural_key([values[key] for key in keys]))
        if row is None:
            new.append(model(**values))
        elif vars_of(row, values) != list(values.values()):
            (change or update)(row, values)
    model.objects.bulk_create(new)


def vars_of(row: Model, names) -> list:
    return [getattr(row, name) for name in names]


def natural_key(values: list) -> str:
    return str([value.pk if isinstance(value, Model) else value for value in values])


def typed(model, name: str, value):
    """As the column holds it: a day, a decimal; rows stay rows."""
    return value if isinstance(value, Model) else model._meta.get_field(name).to_python(value)


def update(row: Model, values: dict) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def reworded(rule: AwardRule, values: dict) -> None:
    """A rule that the file says otherwise: its former version stays on record."""
    for name, value in values.items():
        setattr(rule, name, value)
    save_rule(rule, by=None, note="Nạp lại danh mục.")


def regime_on(on: dt.date) -> LegalRegime:
    """The law in force on a day. Refused when the catalogue knows none."""
    found = LegalRegime.objects.on(on).order_by("-valid_from").first()
    if found is None:
        raise Refused(f"Danh mục chưa có quy định pháp luật áp dụng cho ngày {on:%d/%m/%Y}.")
    return found


def base_salary_on(on: dt.date) -> BaseSalary:
    """Mức lương cơ sở in force on a day. Refused when the catalogue knows none."""
    found = BaseSalary.objects.filter(valid_from__lte=on).order_by("-valid_from").first()
    if found is None:
        raise Refused(f"Danh mục chưa có mức lương cơ sở cho ngày {on:%d/%m/%Y}.")
    return found


def rule_for(award_type: AwardType, group: str, *, on: dt.date, unit: Unit) -> AwardRule:
    """What holds for an award that `unit` confers on a day, for one group of nominees.

    The unit's own rule comes first, then the rule of the regime in force for this kind of unit,
    then those of the regimes it inherits. Refused when the award is not this unit's to give.
    """
    rules = AwardRule.objects.filter(award_type=award_type, group=group).select_related("regime")
    own = [rule for rule in rules if rule.unit_id == unit.pk]
    if own:
        return max(own, key=lambda rule: rule.pk)
    regimes = list(LegalRegime.objects.all())
    found = conferring(rules, lineage(regime_on(on), regimes), unit.kind)
    if found is not None:
        return found
    raise Refused(no_rule(award_type, group, on, unit))


def proposing_rule(award_type: AwardType, group: str, *, on: dt.date, unit: Unit) -> AwardRule | None:
    """The row whose share of votes `unit`'s council must reach to send an award up that is not its to give.

    NĐ 98/2023, Điều 30 khoản 7: 90 % at the council of bộ, tỉnh; 80 % for Cờ at the council of cấp trình.
    """
    rules = AwardRule.objects.filter(award_type=award_type, group=group, unit__isnull=True)
    return proposing(rules, lineage(regime_on(on), LegalRegime.objects.all()), unit.kind)


def conferrable(units: Iterable[Unit], on: dt.date) -> set[tuple[int, int, str]]:
    """(unit, award, group) for everything that `rule_for` finds a rule for on a day."""
    units, chain = list(units), list(lineage(regime_on(on), LegalRegime.objects.all()))
    rules = AwardRule.objects.filter(Q(unit__in=units) | Q(regime__in=chain))
    return {
        (unit.pk, rule.award_type_id, rule.group)
        for rule in rules
        for unit in units
        if rule.unit_id == unit.pk or (rule.unit_id is None and unit.kind in rule.unit_kinds)
    }


def no_rule(award_type: AwardType, group: str, on: dt.date, unit: Unit) -> str:
    regime = regime_on(on)
    whom = dict(AwardRule._meta.get_field("group").choices)[group].lower()
    return (
        f"{unit} không có thẩm quyền quyết định {award_type} cho {whom} "
        f"theo quy định ngày {on:%d/%m/%Y} ({regime.instrument})."
    )
