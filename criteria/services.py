"""The catalogue: loaded from its file, asked by the day of the act."""

import datetime as dt

from django.db import transaction

from criteria.models import AwardRule, AwardType, BaseSalary, FactKind, Indicator, LegalRegime
from thiduakt.errors import Refused
from units.models import Unit

# In the order of their foreign keys.
SECTIONS = ("regimes", "base_salaries", "award_types", "award_rules", "indicators", "fact_kinds")


@transaction.atomic
def load_catalogue(data: dict) -> dict[str, int]:
    """Upsert the rows of `fixtures/catalogue.json` by their natural keys; {section: rows}.

    A row of the file overwrites what was changed by hand in the row of the same key; rows that the
    file does not hold stay. Papers of an award are written once, at its type, for all its rules.
    """
    for section in SECTIONS:
        for entry in data[section]:
            LOADERS[section](entry, data)
    return {section: len(data[section]) for section in SECTIONS}


def load_regime(entry: dict, data: dict) -> None:
    heir_of = entry["inherits"] and LegalRegime.objects.get(code=entry["inherits"])
    upsert(LegalRegime, ("code",), entry | {"inherits": heir_of})


def load_award_type(entry: dict, data: dict) -> None:
    upsert(AwardType, ("code",), {key: value for key, value in entry.items() if key != "required_parts"})


def load_award_rule(entry: dict, data: dict) -> None:
    values = {key: value for key, value in entry.items() if key != "award"}
    values |= {
        "award_type": AwardType.objects.get(code=entry["award"]),
        "regime": LegalRegime.objects.get(code=entry["regime"]),
        "required_parts": parts_of(entry["award"], data),
    }
    upsert(AwardRule, ("award_type", "regime", "group", "unit_kinds"), values)


def parts_of(code: str, data: dict) -> list[dict]:
    return next(entry["required_parts"] for entry in data["award_types"] if entry["code"] == code)


def upsert(model, keys: tuple[str, ...], values: dict) -> None:
    known = {key: values[key] for key in keys}
    model.objects.update_or_create(**known, defaults=values)


LOADERS = {
    "regimes": load_regime,
    "base_salaries": lambda entry, data: upsert(BaseSalary, ("valid_from",), entry),
    "award_types": load_award_type,
    "award_rules": load_award_rule,
    "indicators": lambda entry, data: upsert(Indicator, ("code",), entry),
    "fact_kinds": lambda entry, data: upsert(FactKind, ("code",), entry),
}


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
    own = rules.filter(unit=unit).order_by("-pk").first()
    if own is not None:
        return own
    regime = regime_on(on)
    while regime is not None:
        found = next((rule for rule in rules.filter(regime=regime) if unit.kind in rule.unit_kinds), None)
        if found is not None:
            return found
        regime = regime.inherits
    raise Refused(no_rule(award_type, group, on, unit))


def no_rule(award_type: AwardType, group: str, on: dt.date, unit: Unit) -> str:
    regime = regime_on(on)
    whom = dict(AwardRule._meta.get_field("group").choices)[group].lower()
    return (
        f"{unit} không có thẩm quyền quyết định {award_type} cho {whom} "
        f"theo quy định ngày {on:%d/%m/%Y} ({regime.instrument})."
    )
