"""Initiatives on the record of a person."""

import datetime as dt
from dataclasses import dataclass

from initiatives.enums import RECOGNISED_STATES
from initiatives.models import Initiative
from units.models import Person


@dataclass(frozen=True)
class Made:
    """One initiative of a person; `url` where the reader may open it."""

    initiative: Initiative
    share: str
    url: str


def made_by(person: Person, user, on: dt.date) -> list[Made]:
    """The recognised ones, and those under way that the reader may see; newest first."""
    seen = set(
        Initiative.objects.visible_to(user, on).filter(authors__person=person).values_list("pk", flat=True)
    )
    rows = person.authorships.select_related("initiative__decision").order_by("-initiative__year", "-pk")
    return [
        Made(
            row.initiative,
            row.share_words,
            row.initiative.get_absolute_url() if row.initiative_id in seen else "",
        )
        for row in rows
        if row.initiative_id in seen or row.initiative.state in RECOGNISED_STATES
    ]
