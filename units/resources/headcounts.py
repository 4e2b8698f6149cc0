"""Posts (biên chế) of units by year."""

from thiduakt.sheets.columns import Column, Kind
from units.models import Headcount, Unit
from units.registry import ListKind
from units.services.posts import set_headcount
from units.services.rights import keeps_any_unit

from .finding import UnitFinder
from .lines import Line, ListResource, blamed

COLUMNS = (
    Column(
        "unit",
        "Đơn vị",
        required=True,
        also=("Mã đơn vị", "Tên đơn vị"),
        example="XNP-KT",
        help="Mã hoặc tên đơn vị.",
    ),
    Column("year", "Năm", Kind.INTEGER, required=True, example="2026"),
    Column(
        "posts",
        "Biên chế",
        Kind.INTEGER,
        required=True,
        also=("Số biên chế", "Biên chế được giao"),
        example="12",
    ),
)


class HeadcountList(ListResource):
    def __init__(self, **said):
        super().__init__(**said)
        self.unit_called = UnitFinder(Unit.objects.kept_by(self.by, self.on), "unit")

    def known(self, values: dict) -> Line | None:
        unit = self.unit_called(values["unit"])
        row = Headcount.objects.filter(unit=unit, year=values["year"]).first()
        return Line({"unit": unit.code, "year": row.year, "posts": row.posts}, row) if row else None

    def import_instance(self, instance, row, **kwargs):
        row["unit"] = self.unit_called(row["unit"]).code
        super().import_instance(instance, row, **kwargs)

    def write(self, line: Line, before: Line | None) -> None:
        unit = self.unit_called(line.values["unit"])
        with blamed("posts"):
            set_headcount(unit, line.values["year"], line.values["posts"], by=self.by)


HEADCOUNTS = ListKind(
    "headcounts", "Biên chế", COLUMNS, HeadcountList, keeps_any_unit, "Số biên chế của đơn vị theo năm."
)
