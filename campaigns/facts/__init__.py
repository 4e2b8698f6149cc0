"""What follows from a plan and a day: windows, timeline, state word, the rules as a page shows them."""

from .late import late_acceptance, late_campaigns
from .listing import for_list, list_rows
from .mine import places_held
from .page import for_page, plan_page, with_rules
from .times import badge, due_on, last_day_of, timeline, window_open

__all__ = [
    "badge",
    "due_on",
    "for_list",
    "for_page",
    "last_day_of",
    "late_acceptance",
    "late_campaigns",
    "list_rows",
    "places_held",
    "plan_page",
    "timeline",
    "window_open",
    "with_rules",
]
