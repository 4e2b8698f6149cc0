"""Lists of units, people, posts and accounts as they come from Excel."""

from .accounts import ACCOUNTS
from .finding import HolderFinder, UnitFinder, with_birth
from .headcounts import HEADCOUNTS
from .lines import Line, ListResource, Misfit, blamed
from .people import PEOPLE
from .units import UNITS

OWN_LISTS = (UNITS, PEOPLE, HEADCOUNTS, ACCOUNTS)

__all__ = [
    "OWN_LISTS",
    "HolderFinder",
    "Line",
    "ListResource",
    "Misfit",
    "UnitFinder",
    "blamed",
    "with_birth",
]
