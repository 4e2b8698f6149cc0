"""Việc cần làm: what waits for someone, derived from the state of everything; no table of its own."""

from .views import inbox, notices_read

__all__ = ["inbox", "notices_read"]
