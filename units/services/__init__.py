"""Changes of the organisation: units, their dated parents, successions, positions, roles."""

from .accounts import grant
from .ending import close_unit, succeed
from .notices import tell_units
from .people import appoint
from .telling import Word, tell
from .tree import DAY, create_unit, set_parent

__all__ = [
    "DAY",
    "Word",
    "appoint",
    "close_unit",
    "create_unit",
    "grant",
    "set_parent",
    "succeed",
    "tell",
    "tell_units",
]
