"""Records from Excel: facts, scores, assignments, holds; each row by the service of the page."""

from .records import ASSIGNMENTS, FACTS, HOLDS, SCORES

__all__ = ["ASSIGNMENTS", "FACTS", "HOLDS", "SCORES"]
