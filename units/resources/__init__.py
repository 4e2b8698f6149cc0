"""Lists of units, people and posts as they come from Excel."""

from .finding import UnitFinder
from .headcounts import HEADCOUNTS
from .lines import Line, ListResource
from .people import PEOPLE, with_birth
from .units import UNITS

OWN_LISTS = (UNITS, PEOPLE, HEADCOUNTS)

__all__ = ["OWN_LISTS", "Line", "ListResource", "UnitFinder", "with_birth"]
