"""The catalogue: loaded from its file, asked by the day of the act."""

from .catalogue import (
    base_salary_on,
    conferrable,
    load_catalogue,
    proposing_rule,
    regime_on,
    rule_for,
)

__all__ = ["base_salary_on", "conferrable", "load_catalogue", "proposing_rule", "regime_on", "rule_for"]
