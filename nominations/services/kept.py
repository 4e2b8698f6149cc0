"""Verdicts as they stood at submission and at appraisal, beside what the facts say now."""

import datetime as dt
from dataclasses import dataclass

from nominations.enums import AT_UNIT, FINAL
from nominations.enums import StageState as S
from nominations.facts.changes import Change, changes
from nominations.models import Dossier, DossierStage
from nominations.printing.appraisals import appraisal_paper
from thiduakt.errors import Refused

from .entries import Entry
from .standing import standing_rows

# Before these nothing was judged at the receiving level.
NOT_APPRAISED = (S.ARRIVED, S.AWAITED, S.RECEIVED, S.CHANGES_REQUESTED, S.RESUBMITTED)


@dataclass(frozen=True)
class Since:
    """`when`: the words for the moment; `at` of it; what differs now."""

    when: str
    at: dt.datetime | None
    changes: list[Change]


def changed_since(dossier: Dossier, entries: list[Entry]) -> list[Since]:
    """What differs from the submission and from the appraisal; nothing for a case that is closed."""
    stage = dossier.stage
    if stage.state in FINAL:
        return []
    now = [entry.as_row() for entry in entries]
    found = [since(words, kept, now) for words, kept in moments(dossier, stage)]
    return [each for each in found if each.changes]


def moments(dossier: Dossier, stage: DossierStage) -> list[tuple[str, DossierStage]]:
    """The stages whose verdicts were kept: handed in, and appraised at a level."""
    stages = sorted(dossier.stages.all(), key=lambda each: each.level)
    first = [each for each in stages[:1] if each.verdicts and stage.state not in (S.DRAFT,)]
    judged = [each for each in stages[1:] if stood_in(each) not in (*NOT_APPRAISED, *AT_UNIT)]
    return [*(("lúc nộp", each) for each in first), *(("lúc thẩm định", each) for each in judged)]


def stood_in(stage: DossierStage) -> str:
    """The state that says whether it was appraised: of one held back that from which it was held."""
    return stage.held_from if stage.state == S.ON_HOLD else stage.state


def appraisal_sheet(dossier: Dossier, on: dt.date) -> dict:
    """Phiếu thẩm định of the level where the dossier stands: as it was appraised, or as it stands now.

    Raises Refused while no level above the unit has it.
    """
    stage = dossier.stage
    if stage.level == 0:
        raise Refused(f"Hồ sơ {dossier.code} chưa được gửi đến nơi thẩm định.")
    appraised = stood_in(stage) not in (*NOT_APPRAISED, S.WITHDRAWN)
    rows = stage.verdicts if appraised else standing_rows(dossier)
    return appraisal_paper(stage, rows, on=on, draft=not appraised)


def since(words: str, kept: DossierStage, now: list[dict]) -> Since:
    return Since(words, kept.changed_at if kept.level == 0 else None, changes(kept.verdicts, now))
