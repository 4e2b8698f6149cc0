"""Dossiers as rows of a list, from a fixed number of queries."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from campaigns.enums import DeadlineKind
from campaigns.facts import due_on
from nominations.enums import AT_UNIT, UnitWord
from nominations.facts.words import detail_of_state, unit_word
from nominations.models import Dossier


@dataclass(frozen=True)
class Row:
    """`due` is the last day that still matters to the unit: of sending, or of a supplement."""

    dossier: Dossier
    word: UnitWord
    detail: str
    due: dt.date | None


def for_rows(dossiers):
    """Dossiers with all that `dossier_rows` reads."""
    related = ("person", "collective", "unit", "award_type", "campaign")
    return dossiers.select_related(*related).prefetch_related("stages", "campaign__deadline_set")


def dossier_rows(dossiers: Iterable[Dossier]) -> Iterator[Row]:
    return (row_of(dossier, dossier.stage) for dossier in dossiers)


def row_of(dossier: Dossier, stage) -> Row:
    word = unit_word(stage.state)
    due = None
    if word == UnitWord.TO_SUPPLEMENT and stage.due_on:
        due = stage.due_on
    elif stage.state in AT_UNIT and word != UnitWord.RESULT:
        due = due_on(dossier.campaign, DeadlineKind.DOSSIER)
    return Row(dossier, word, detail_of_state(stage.state), due)
