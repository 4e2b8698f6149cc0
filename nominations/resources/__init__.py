"""Lists of awards and of dossiers as they come from Excel."""

from .past import PAST_AWARDS
from .proposals import PROPOSALS

OWN_LISTS = (PAST_AWARDS, PROPOSALS)

__all__ = ["OWN_LISTS"]
