"""Runs in the child: the plan that a file holds. No Django here."""

from campaigns.plan_text.reading import NotAPlan, read_plan
from thiduakt.errors import Refused

from .content import text_of


def plan_of(data: bytes) -> dict:
    """The plan JSON; raises Refused when the bytes hold no plan."""
    try:
        return read_plan(text_of(data))
    except NotAPlan as error:
        raise Refused(str(error)) from error
