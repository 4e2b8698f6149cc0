"""The list of units: new ones below their parents; names and parents of standing ones change by an act."""

from thiduakt.sheets.columns import Column, Kind
from thiduakt.vietnamese.text import search_key
from units.enums import UnitKind
from units.models import Unit
from units.registry import ListKind
from units.services.founding import correct_unit, found_unit
from units.services.tree import must_exist

from .finding import UnitFinder
from .lines import Line, ListResource, Misfit, blamed

CORRECTED = ("short_name", "symbol", "place_name", "head_title")
BY_ACT = {
    "name": "Đổi tên",
    "kind": "Đổi loại",
    "parent": "Chuyển cơ quan quản lý",
}
NOTE = "Theo danh sách Excel"
WAITS = "Đơn vị cấp trên “{}” ở một dòng khác của tệp: dòng ấy phải đứng phía trên dòng này và không còn sai."
COLUMNS = (
    Column(
        "code",
        "Mã đơn vị",
        required=True,
        also=("Mã", "Mã số"),
        example="XNP-KT",
        longest=40,
        help="Mỗi đơn vị một mã, không đổi về sau. Dùng mã này ở các danh sách khác.",
    ),
    Column(
        "name",
        "Tên đơn vị",
        required=True,
        also=("Tên", "Đơn vị", "Tên đầy đủ"),
        example="Phòng Kinh tế",
        longest=200,
        help="Tên đầy đủ như trên văn bản.",
    ),
    Column(
        "short_name",
        "Tên viết tắt",
        also=("Tên ngắn", "Tên gọi tắt"),
        example="P. Kinh tế",
        longest=100,
        help="Để trống thì dùng tên đầy đủ.",
    ),
    Column(
        "kind",
        "Loại đơn vị",
        Kind.CHOICE,
        required=True,
        also=("Loại",),
        choices=dict(UnitKind.choices),
        example="Phòng, ban",
    ),
    Column(
        "parent",
        "Đơn vị cấp trên",
        also=("Cấp trên", "Trực thuộc", "Mã đơn vị cấp trên", "Cơ quan quản lý"),
        example="XNP",
        help="Mã hoặc tên; đơn vị cấp trên ghi ở dòng phía trên hoặc đã có trong hệ thống.",
    ),
    Column(
        "symbol",
        "Ký hiệu văn bản",
        also=("Ký hiệu",),
        example="PKT",
        longest=20,
        help="Phần sau số trong số, ký hiệu văn bản.",
    ),
    Column(
        "place_name", "Địa danh", example="Ninh Phước", longest=60, help="Ghi trước ngày tháng trên văn bản."
    ),
    Column(
        "head_title",
        "Chức danh người đứng đầu",
        also=("Người đứng đầu",),
        example="Trưởng phòng",
        longest=100,
    ),
    Column(
        "valid_from",
        "Thành lập từ ngày",
        Kind.DATE,
        also=("Ngày thành lập", "Từ ngày"),
        example="01/07/2025",
        help="Để trống: từ hôm nay.",
    ),
)


class UnitList(ListResource):
    def __init__(self, **said):
        super().__init__(**said)
        self.unit_called = UnitFinder(Unit.objects.on(self.on), "parent")
        self.named: set[str] = set()

    def prepare(self, rows: list[dict]) -> None:
        self.named = {search_key(row[key]) for row in rows for key in ("code", "name")}

    def known(self, values: dict) -> Line | None:
        unit = Unit.objects.filter(code__iexact=values["code"]).first()
        return Line(self.standing(unit), unit) if unit else None

    def standing(self, unit: Unit) -> dict:
        link = unit.parents.on(self.on).select_related("parent").first()
        columns = {column.key: getattr(unit, column.key, None) or None for column in self.columns}
        return columns | {"parent": link.parent.code if link else None}

    def import_instance(self, instance, row, **kwargs):
        """A parent named by its name is the same as one named by its code."""
        if parent := row.get("parent"):
            if search_key(parent) in self.named and not self.unit_called.knows(parent):
                raise Misfit("parent", WAITS.format(parent))
            row["parent"] = self.unit_called(parent).code
        super().import_instance(instance, row, **kwargs)

    def write(self, line: Line, before: Line | None) -> None:
        if before:
            self.correct(line, before)
        else:
            self.found(line.values)

    def found(self, values: dict) -> None:
        parent = self.unit_called(values["parent"]) if values.get("parent") else None
        since = values.get("valid_from") or self.on
        if parent:
            with blamed("valid_from"):
                must_exist(parent, since)
        fields = {key: values.get(key) or "" for key in CORRECTED}
        fields["short_name"] = fields["short_name"] or values["name"][:100]
        unit = found_unit(
            by=self.by,
            parent=parent,
            code=values["code"],
            name=values["name"],
            kind=values["kind"],
            valid_from=since,
            **fields,
        )
        self.unit_called.add(unit)

    def correct(self, line: Line, before: Line) -> None:
        for key, words in BY_ACT.items():
            if line.values[key] != before.values[key]:
                sentence = f"{words} đơn vị là một biến động tổ chức: ghi ở trang của {before.found.name}."
                raise Misfit(key, sentence)
        corrected = {key: line.values[key] or "" for key in CORRECTED}
        with blamed("valid_from"):
            since = line.values["valid_from"]
            correct_unit(before.found, by=self.by, note=NOTE, valid_from=since, **corrected)


def may(user, on) -> bool:
    return user.has_perm("units.change_unit")


UNITS = ListKind(
    "units",
    "Đơn vị",
    COLUMNS,
    UnitList,
    may,
    "Cây tổ chức: mỗi dòng một đơn vị, cấp trên trước, cấp dưới sau.",
)
