"""What a level without an office here answered: its decision or its refusal, entered by whoever asked it."""

import datetime as dt

from criteria.services import base_salary_on, rule_for
from documents.enums import Origin
from documents.models import IssuedDocument
from documents.services.entries import enter_document
from nominations.enums import StageState
from nominations.models import Dossier, DossierStage, Submission
from nominations.money import bonus
from nominations.printing.wording import detail_of, name_of
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.models import Unit

from .decisions import make_awards
from .letters import unique_reasons
from .locking import Locks, lock_for
from .steps import move_locked
from .telling import tell_awarded


def awaited_stages(submission: Submission):
    """Those of a list that the level above has not answered yet."""
    return DossierStage.objects.filter(submission=submission, state=StageState.AWAITED)


@change
def enter_result(
    submission: Submission,
    *,
    by,
    refused: dict[int, str],
    awarded: list[int],
    at: dt.datetime | None = None,
    **paper,
) -> IssuedDocument:
    """One paper of the level above and what it says of the dossiers of a list.

    `awarded`: dossiers by key, in the order of its list; `refused`: why not, by key. `paper`: kind,
    reference, issued_on, title, signer_name, upload. Others of the list wait for another paper.
    Raises Refused: nobody named, one that does not wait, or whatever keeps the paper out of the register.
    """
    if not awarded and not refused:
        raise Refused("Chưa ghi kết quả cho hồ sơ nào.")
    at = at or database_now()
    locks = lock_for("enter_refusal", [*awarded, *refused])
    document = enter_document(
        origin=Origin.RECEIVED,
        unit=submission.unit,
        issuer=submission.to_unit.name,
        by=by,
        at=at,
        **paper,
    )
    act = {"by": by, "at": at, "decision": document}
    by_key = {dossier.pk: dossier for dossier in locks.dossiers}
    for key, why in refused.items():
        whole(move_locked(Locks([by_key[key]], locks.pools), "enter_refusal", note=why, **act))
    if awarded:
        chosen = [by_key[key] for key in awarded]
        enter_awards(document, Locks(chosen, locks.pools), submission.to_unit, act)
    return document


def whole(outcome) -> None:
    """All or nothing: one that may not be entered keeps the paper out."""
    if outcome.skipped:
        raise Refused(*unique_reasons(outcome.skipped))


def enter_awards(document: IssuedDocument, locks: Locks, unit: Unit, act: dict) -> None:
    """The awards as the upper decision gave them; its money is by the rule of its own day."""
    day, dossiers = document.issued_on, locks.dossiers
    base = base_salary_on(day).amount
    lines = [line_above(dossier, unit, number, base, day) for number, dossier in enumerate(dossiers, 1)]
    told = {line["dossier"]: line | {"base_salary": base} for line in lines}
    whole(move_locked(locks, "enter_award", lines=told, **act))
    tell_awarded(document, make_awards(document, dossiers, lines, base), on=vietnam_day(act["at"]))


def line_above(dossier: Dossier, unit: Unit, number: int, base: int, day: dt.date) -> dict:
    coefficient = coefficient_above(dossier, unit, day)
    return {
        "dossier": dossier.pk,
        "name": name_of(dossier),
        "detail": detail_of(dossier, day),
        "gold_book_number": number,
        "coefficient": str(coefficient),
        "bonus": bonus(coefficient, base),
    }


def coefficient_above(dossier: Dossier, unit: Unit, day: dt.date):
    """By the catalogue; 0 for a body of which it knows nothing: that body pays, and says how much."""
    try:
        return rule_for(dossier.award_type, dossier.group, on=day, unit=unit).coefficient or 0
    except Refused:
        return 0
