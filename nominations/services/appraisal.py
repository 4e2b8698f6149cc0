"""The office's word on each criterion, kept beside what the system found."""

import datetime as dt

from criteria.models import Criterion
from nominations.enums import Outcome
from nominations.facts import criteria_of, verdicts
from nominations.models import Assessment, Dossier, DossierStage
from nominations.permissions import APPRAISERS
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import clean_text

from .leases import refuse_held, writable_stage
from .locking import lock_for
from .trail import record


@change
def appraise(
    dossier: Dossier,
    marks: dict[int, tuple[str, str]],
    *,
    by,
    office_note: str | None = None,
    at: dt.datetime | None = None,
) -> Dossier:
    """Outcome and note for criteria by key: {criterion: (met | confirm | unmet, note)}.

    Raises Refused: not the office's turn, own case, a criterion of another plan, or an unmet one
    without a word why. All marks are kept or none.
    """
    dossier = lock_for("appraise", [dossier.pk]).dossiers[0]
    at = at or database_now()
    stage = writable_stage(dossier, by, vietnam_day(at))
    refuse_held(stage, by, at)
    rows = {row.pk: row for row in criteria_of(dossier)}
    for pk, (outcome, note) in marks.items():
        if pk not in rows:
            raise Refused("Tiêu chí này không áp dụng cho hồ sơ.")
        if outcome == Outcome.MET and not note.strip() and (excuse := to_excuse(dossier, rows[pk])):
            raise Refused(f"Ghi rõ lý do khi xác nhận không thuộc trường hợp “{excuse}”.")
        save_mark(stage, rows[pk], outcome, clean_text(note, multiline=True), by)
    if office_note is not None:
        stage.office_note = clean_text(office_note, multiline=True)
        stage.save(update_fields=["office_note"])
    record(dossier, stage, "appraise", by=by, at=at, was=stage.state, note=summary(stage), roles=APPRAISERS)
    return dossier


def to_excuse(dossier: Dossier, criterion: Criterion) -> str:
    """The cause for which alone the plan bars, where a person has to say whether it was that."""
    if not any(rule.get("exception") for rule in criterion.disqualifiers):
        return ""
    found = [row for row in verdicts(dossier) if row.criterion.pk == criterion.pk]
    return next((line.excuses for row in found for line in row.lines if line.excuses), "")


def save_mark(stage: DossierStage, criterion: Criterion, outcome: str, note: str, by) -> None:
    if outcome not in (Outcome.MET, Outcome.CONFIRM, Outcome.UNMET):
        raise Refused("Chọn Đạt, Chưa rõ hoặc Không đạt.")
    if outcome == Outcome.UNMET and not note:
        raise Refused(f"Ghi lý do không đạt: “{criterion.text[:60]}…”.")
    Assessment.objects.update_or_create(
        stage=stage, criterion=criterion, defaults={"outcome": outcome, "note": note, "appraised_by": by}
    )


def summary(stage: DossierStage) -> str:
    """`Đạt 3, chưa rõ 1, không đạt 0`."""
    marks = list(stage.assessments.values_list("outcome", flat=True))
    counted = [(Outcome.MET, "Đạt"), (Outcome.CONFIRM, "chưa rõ"), (Outcome.UNMET, "không đạt")]
    return ", ".join(f"{word} {marks.count(outcome)}" for outcome, word in counted)
