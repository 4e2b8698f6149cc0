"""One row of a list: what stands in the system, what the file says, and the service that makes it so."""

import copy
import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from import_export import resources
from import_export.instance_loaders import BaseInstanceLoader
from import_export.results import Result, RowResult

from thiduakt.errors import Refused
from thiduakt.sheets.columns import Column, Kind
from units.enums import Fate

FATES = {
    RowResult.IMPORT_TYPE_NEW: Fate.NEW,
    RowResult.IMPORT_TYPE_UPDATE: Fate.CHANGED,
    RowResult.IMPORT_TYPE_SKIP: Fate.SAME,
}


class Misfit(Refused):
    """A row that may not come in, for the value of one column."""

    def __init__(self, column: str, *reasons: str):
        super().__init__(*reasons)
        self.column = column


@contextmanager
def blamed(column: str):
    """What is refused inside is told at the cell of the column."""
    try:
        yield
    except Misfit:
        raise
    except Refused as refused:
        raise Misfit(column, *refused.reasons) from refused


class Line:
    """The values of a row by column key; `found` is the row of the system that it is about."""

    def __init__(self, values: dict, found=None):
        self.values, self.found = values, found
        self.pk = None

    def __deepcopy__(self, memo):
        return Line(copy.copy(self.values), self.found)

    def __str__(self):
        return str(next(iter(self.values.values()), ""))


class ListResource(resources.Resource):
    """Rows one after the other, each by its service; import-export counts, compares and takes back.

    A subclass says what stands there (`known`) and how a row is written (`write`). An empty cell leaves
    what is there as it is.
    """

    class Meta:
        use_transactions = True
        using_db_name = "default"
        skip_html_diff = True
        store_instance = True
        report_skipped = True
        instance_loader_class = BaseInstanceLoader

    def __init__(self, *, by, on: dt.date, columns: tuple[Column, ...]):
        super().__init__()
        self.by, self.on, self.columns = by, on, columns
        # Keys of the rows that it added, where the list's page goes on with them.
        self.made: list[int] = []

    def known(self, values: dict) -> Line | None:
        """What the system has of this row's subject; None when it is new. Raises Refused for a doubt."""
        raise NotImplementedError

    def write(self, line: Line, before: Line | None) -> None:
        """Make it so, by the service. Raises Refused."""
        raise NotImplementedError

    def prepare(self, rows: list[dict]) -> None:
        """Read at once what all rows will ask for."""

    def finish(self) -> None:
        """Write what was put off."""

    # what import-export asks for

    def get_import_id_fields(self):
        return []

    def get_instance(self, instance_loader, row):
        return self.known(dict(row))

    def init_instance(self, row=None):
        return Line({})

    def import_instance(self, instance, row, **kwargs):
        typed = {key: value for key, value in row.items() if value is not None}
        instance.values = {**dict.fromkeys(row), **instance.values, **typed}

    def skip_row(self, instance, original, row, import_validation_errors=None):
        return instance.found is not None and instance.values == original.values

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        """The services check."""

    def save_instance(self, instance, is_create, row, **kwargs):
        before = None if is_create else self.known(dict(row))
        self.write(instance, before)

    def save_m2m(self, instance, row, **kwargs):
        """Nothing of the kind."""

    # what we tell

    def lines_of(self, result: Result) -> Iterator[dict]:
        """{"fate", "name", "changes", "faults"} for each row, in order; a fault of ours is raised.

        `faults`: (column or nothing, sentence); a row with faults has no name.
        """
        for row in result.rows:
            yield self.told(row)

    def told(self, row: RowResult) -> dict:
        faults = [sentence for error in row.errors for sentence in sentences(error.error)]
        if row.validation_error:
            faults += sentences(row.validation_error)
        if faults:
            return {"fate": Fate.WRONG.value, "changes": [], "faults": faults}
        fate = FATES[row.import_type]
        before = row.original.values if row.original else {}
        changes = self.changes(before, row.instance.values) if fate != Fate.SAME else []
        return {"fate": fate.value, "name": str(row.instance), "changes": changes, "faults": []}

    def changes(self, before: dict, after: dict) -> list[list[str]]:
        """[label, before, after] of what differs, as people write it."""
        return [
            [column.label, written(column, before.get(column.key)), written(column, after.get(column.key))]
            for column in self.columns
            if before.get(column.key) != after.get(column.key)
        ]


def sentences(error: Exception) -> list[tuple[str, str]]:
    """What to tell of a row that was refused, and its column. Anything else is a defect and is raised."""
    if isinstance(error, Refused):
        return [(getattr(error, "column", ""), reason) for reason in error.reasons]
    if isinstance(error, ValidationError):
        by_field = getattr(error, "message_dict", None) or {"": error.messages}
        return [(name, message) for name, messages in by_field.items() for message in messages]
    raise error


def written(column: Column, value) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    if column.kind == Kind.YES:
        return "có" if value else "không"
    return str(column.choices.get(value, value))
