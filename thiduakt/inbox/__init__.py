"""Việc cần làm: what waits for someone, derived from the state of everything; no table of its own."""

from .derive import tasks_for, waiting_count
from .items import TaskItem
from .views import inbox, notices_read, waiting

__all__ = ["TaskItem", "inbox", "notices_read", "tasks_for", "waiting", "waiting_count"]
