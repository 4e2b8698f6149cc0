"""What must hold of the data as a whole, whoever wrote it."""

from .run import CHECKS, Result, run_checks

__all__ = ["CHECKS", "Result", "run_checks"]
