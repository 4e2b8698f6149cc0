"""What every page shares: refusals told in a sentence, pages of a list, the frame around the content,
the headers, how long a session lasts and when who is there is asked once more."""

from .address import client_address, seen_from
from .audience import SIGNED_IN, for_roles, signed_in
from .exports import excel_file, list_file
from .frame import is_current, nav_items, shell
from .headers import HeadersMiddleware
from .limits import SessionLimitsMiddleware
from .pages import paginate
from .proof import ask_proof, is_proved, needs_proof, prove
from .refusals import RefusalMiddleware, refusal_response, refusals_as_messages, refusals_on, tell_typed

__all__ = [
    "SIGNED_IN",
    "HeadersMiddleware",
    "RefusalMiddleware",
    "SessionLimitsMiddleware",
    "ask_proof",
    "client_address",
    "excel_file",
    "for_roles",
    "is_current",
    "is_proved",
    "list_file",
    "nav_items",
    "needs_proof",
    "paginate",
    "prove",
    "refusal_response",
    "refusals_as_messages",
    "refusals_on",
    "seen_from",
    "shell",
    "signed_in",
    "tell_typed",
]
