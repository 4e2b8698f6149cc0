"""Kiểm tra thể thức: what can be computed of a plan's form before it is issued (NĐ 30/2020/NĐ-CP)."""

from .checks import BLOCKS, HINT, MET, Check, form_checks
from .plan import Dated, Line, PlanForm

__all__ = ["BLOCKS", "HINT", "MET", "Check", "Dated", "Line", "PlanForm", "form_checks"]
