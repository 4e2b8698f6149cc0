"""Which awards a level decides on itself, and which it sends up."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from criteria.services import conferrable
from nominations.models import Dossier
from units.models import Unit


@dataclass
class Authority:
    """What each of some units may confer on a day; asked once, when it is first needed."""

    units: Iterable[Unit]
    on: dt.date

    @cached_property
    def given(self) -> set[tuple[int, int, str]]:
        return conferrable(self.units, self.on)

    def confers(self, dossier: Dossier, unit_id: int) -> bool:
        return (unit_id, dossier.award_type_id, dossier.group) in self.given
