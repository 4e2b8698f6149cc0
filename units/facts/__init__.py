"""What is read of units and people: how a unit is named on paper, the tree on a day, their history."""

from .names import (
    COLLECTIVE_BODIES,
    full_name,
    head_line,
    joined,
    lent_signers,
    letterhead,
    parent_on,
    signature_lines,
    signers,
)

__all__ = [
    "COLLECTIVE_BODIES",
    "full_name",
    "head_line",
    "joined",
    "lent_signers",
    "letterhead",
    "parent_on",
    "signature_lines",
    "signers",
]
