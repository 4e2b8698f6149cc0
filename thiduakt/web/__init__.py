"""What every page shares: refusals told in a sentence, pages of a list, the frame around the content."""

from .frame import is_current, nav_items, shell
from .headers import HeadersMiddleware
from .pages import paginate
from .refusals import RefusalMiddleware, refusal_response, refusals_as_messages

__all__ = [
    "HeadersMiddleware",
    "RefusalMiddleware",
    "is_current",
    "nav_items",
    "paginate",
    "refusal_response",
    "refusals_as_messages",
    "shell",
]
