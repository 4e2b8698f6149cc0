"""What is printed of papers beside their own text: the register, and the list that goes with a paper."""

from .lists import PaperList, has_list, sheet_of
from .register import (
    LIST_HEADINGS,
    REGISTER_HEADINGS,
    list_lines,
    papers_of,
    register_paper,
    register_rows,
    repeated,
)

__all__ = [
    "LIST_HEADINGS",
    "REGISTER_HEADINGS",
    "PaperList",
    "has_list",
    "list_lines",
    "papers_of",
    "register_paper",
    "register_rows",
    "repeated",
    "sheet_of",
]
