"""A plan's text to the object of the plan JSON. The door: `read_plan`."""

from .plan import NotAPlan, read_plan

__all__ = ["NotAPlan", "read_plan"]
