"""Lists of awards as they come from Excel."""

from .past import PAST_AWARDS

__all__ = ["PAST_AWARDS"]
