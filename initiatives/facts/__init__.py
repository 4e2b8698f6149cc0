"""What is read of initiatives: where they may be registered, which are alike, what is recognised."""

from .describing import PARTS, Part, missing_parts, part_named, registration_frozen
from .likely import likely_same
from .places import plans_for, registering_units, reviewing_unit
from .recognised import Recognised, recognised

__all__ = [
    "PARTS",
    "Part",
    "Recognised",
    "likely_same",
    "missing_parts",
    "part_named",
    "plans_for",
    "recognised",
    "registering_units",
    "registration_frozen",
    "reviewing_unit",
]
