"""What is said of a paper: before it gets its number, and after later papers spoke of it."""

from .confirming import expected_reference, to_confirm
from .standing import answers_to, standing_of

__all__ = ["answers_to", "expected_reference", "standing_of", "to_confirm"]
