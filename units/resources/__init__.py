"""Lists of units, people and posts as they come from Excel."""

from .finding import HolderFinder, UnitFinder, with_birth
from .headcounts import HEADCOUNTS
from .lines import Line, ListResource, Misfit, blamed
from .people import PEOPLE
from .units import UNITS

OWN_LISTS = (UNITS, PEOPLE, HEADCOUNTS)

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
