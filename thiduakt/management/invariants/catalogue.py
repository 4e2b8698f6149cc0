"""The catalogue: one regime for each day, no row that names an unknown rule."""

from collections.abc import Iterator

from criteria.models import AwardRule, LegalRegime
from criteria.rules import general
from criteria.services.rules import calendar_faults, rule_faults


def one_regime_a_day() -> Iterator[str]:
    yield from calendar_faults(LegalRegime.objects.all())


def rules_are_known() -> Iterator[str]:
    for rule in AwardRule.objects.select_related("award_type", "regime", "unit").order_by("pk"):
        for fault in rule_faults(rule):
            yield f"{rule}: {fault}"
    for regime in LegalRegime.objects.order_by("valid_from"):
        for fault in general.faults(regime.common_rules):
            yield f"{regime}: {fault}"
