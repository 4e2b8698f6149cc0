"""Papers of initiatives as plain dicts: request, minutes of the scoring, decision, certificates."""

from .papers import authors_line, certificates_paper, recognition_paper, scoring_minutes
from .requests import request_paper

__all__ = ["authors_line", "certificates_paper", "recognition_paper", "request_paper", "scoring_minutes"]
