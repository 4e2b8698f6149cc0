"""Changing what the law says: rules and regimes are corrected here, and what they were stays on record."""

import datetime as dt
from decimal import Decimal

from django.db.models import Model

from criteria.models import AwardRule, AwardRuleEvent, AwardType, LegalRegime, RegimeEvent
from criteria.rules import calendar, general, parts
from criteria.rules.entries import faults
from thiduakt.clock import database_now
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import Event, append

# What a version of a row holds; what the row is about does not change.
OF_RULE = (
    "unit_kinds",
    "authority",
    "coefficient",
    "vote_percent",
    "ballot_required",
    "proposing_kinds",
    "cap_percent",
    "cap_base_id",
    "required_parts",
    "rule_keys",
    "citation",
    "verified",
)
OF_REGIME = (
    "name",
    "instrument",
    "valid_from",
    "valid_to",
    "women_percent",
    "women_citation",
    "common_rules",
    "verified",
    "inherits_id",
)
DAY = dt.timedelta(days=1)


def columns(row: Model, names: tuple[str, ...]) -> dict:
    """The row's columns as JSON holds them."""
    return {name: plain(getattr(row, name)) for name in names}


def plain(value):
    return str(value) if isinstance(value, Decimal | dt.date) else value


@change
def save_rule(rule: AwardRule, *, by, note: str = "", at: dt.datetime | None = None) -> AwardRule:
    """Keep a new or a changed rule; the former version stays in its trail with who changed it and when.

    Raises Refused: a row that names an unknown rule, or one with parameters that it does not take.
    """
    if wrong := rule_faults(rule):
        raise Refused(*wrong)
    former = AwardRule.objects.select_for_update(no_key=True, of=("self",)).filter(pk=rule.pk).first()
    return keep(AwardRuleEvent, "rule", OF_RULE, rule, former, by=by, note=note, at=at)


def rule_faults(rule: AwardRule) -> list[str]:
    """What is wrong with the conditions that a row names, in sentences."""
    found = faults(rule.rule_keys, set(AwardType.objects.values_list("code", flat=True)))
    found += parts.faults(rule.required_parts)
    if rule.cap_percent and not rule.cap_base_id:
        found.append("Tỷ lệ tối đa phải ghi tính trên số người được tặng danh hiệu nào.")
    return found


@change
def save_regime(regime: LegalRegime, *, by, note: str = "", at: dt.datetime | None = None) -> LegalRegime:
    """Keep a new or a changed regime. The one before it ends on the day before, where it stood next to it.

    Raises Refused when a day would then have two regimes, or none between two, and where a condition for
    every award is not known or has no article.
    """
    if wrong := general.faults(regime.common_rules):
        raise Refused(*wrong)
    rows = list(LegalRegime.objects.select_for_update(no_key=True, of=("self",)))
    former = next((row for row in rows if row.pk == regime.pk), None)
    others = [row for row in rows if row.pk != regime.pk]
    moved = neighbour(regime, former, others)
    if wrong := calendar_faults([regime, *others]):
        raise Refused(*wrong)
    if moved is not None:
        was = LegalRegime.objects.get(pk=moved.pk)
        keep(RegimeEvent, "regime", OF_REGIME, moved, was, by=by, note=f"Theo ngày của {regime}.", at=at)
    return keep(RegimeEvent, "regime", OF_REGIME, regime, former, by=by, note=note, at=at)


def neighbour(
    regime: LegalRegime, former: LegalRegime | None, others: list[LegalRegime]
) -> LegalRegime | None:
    """The regime that this one takes over from, ended on the day before; None where it already ends there.

    It is moved when it has no last day, or when it stood right before the former first day.
    """
    earlier = [row for row in others if row.valid_from < regime.valid_from]
    before = max(earlier, key=lambda row: row.valid_from, default=None)
    if before is None or before.valid_to == regime.valid_from - DAY:
        return None
    adjoined = former is not None and before.valid_to == former.valid_from - DAY
    if before.valid_to is not None and not adjoined:
        return None
    before.valid_to = regime.valid_from - DAY
    return before


def calendar_faults(regimes) -> list[str]:
    return calendar.faults(calendar.Span(row.name, row.valid_from, row.valid_to) for row in regimes)


def keep(
    model: type[Event],
    subject: str,
    names: tuple[str, ...],
    row: Model,
    former: Model | None,
    *,
    by,
    note: str,
    at: dt.datetime | None,
) -> Model:
    """Save what differs and write what it was; a row that is the same leaves no trail."""
    was = columns(former, names) if former else None
    if was == columns(row, names):
        return row
    row.save()
    action, data = ("change", {"former": was}) if former else ("add", {})
    append(model, row, action=action, by=by, at=at or database_now(), note=note, data=data)
    return row
