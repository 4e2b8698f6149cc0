"""Rows of a flow in the back office: shown, never edited; steps for one, or for many after a preview."""

from .boxes import Boxes
from .bulk import FlowAdmin
from .changelist import CountedList, RowList
from .files import FiledList
from .forms import StepForm, date_field, note_field
from .ordering import SORTED_BY, sorting
from .rows import FILTERS, ReadOnlyAdmin, SeenAdmin

__all__ = [
    "FILTERS",
    "SORTED_BY",
    "Boxes",
    "CountedList",
    "FiledList",
    "FlowAdmin",
    "ReadOnlyAdmin",
    "RowList",
    "SeenAdmin",
    "StepForm",
    "date_field",
    "note_field",
    "sorting",
]
