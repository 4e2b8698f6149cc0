"""Finding the unit that a cell names: by code, by full or by short name, marks or none."""

from collections import defaultdict

from thiduakt.errors import Refused
from thiduakt.vietnamese.text import search_key
from units.models import Unit


class UnitFinder:
    """The units that may be named, read once; new ones of the same file are added."""

    def __init__(self, units):
        self.found: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            self.add(unit)

    def add(self, unit: Unit) -> None:
        for name in {search_key(text) for text in (unit.code, unit.name, unit.short_name) if text}:
            self.found[name].append(unit)

    def knows(self, text: str) -> bool:
        return bool(self.found.get(search_key(text)))

    def __call__(self, text: str) -> Unit:
        """Raises Refused for a name that no unit or more than one bears."""
        same = self.found.get(search_key(text), [])
        if not same:
            raise Refused(
                f"Không có đơn vị “{text}” trong phạm vi anh/chị phụ trách. Ghi đúng mã hoặc tên đơn vị."
            )
        if len(same) > 1:
            codes = ", ".join(unit.code for unit in same)
            raise Refused(f"Có {len(same)} đơn vị tên “{text}” (mã {codes}). Ghi mã thay cho tên.")
        return same[0]
