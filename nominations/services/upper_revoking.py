"""An award of a level without an office here, taken back by its own paper, entered by who sent it up."""

import datetime as dt

from documents.enums import Kind, Origin
from documents.models import IssuedDocument
from documents.services.entries import enter_document
from nominations.models import Award, Dossier, DossierStage
from nominations.permissions import APPRAISERS
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.models import Unit

from .locking import lock_for
from .revoking import fall, still_standing
from .steps import move_locked
from .telling import tell_revoked


def sender_of(decision: IssuedDocument) -> Unit | None:
    """Whose office sent up what a paper of the level above decided; None for a paper of our own."""
    if decision.origin != Origin.RECEIVED:
        return None
    stages = DossierStage.objects.filter(dossier__award__decision=decision, decision=decision)
    stage = stages.select_related("submission__unit").first()
    return stage.submission.unit if stage and stage.submission else None


def may_enter(decision: IssuedDocument, by, on: dt.date) -> bool:
    """Whether someone enters what the level above did to its decision."""
    unit = sender_of(decision)
    return unit is not None and bool(by.roles_at(unit.pk, on) & APPRAISERS)


@change
def enter_revocation(
    decision: IssuedDocument, award_pks, *, note: str, by, at: dt.datetime | None = None, **paper
) -> IssuedDocument:
    """The paper by which the level above took awards of its decision back, and what falls with it.

    `paper`: reference, issued_on, title, signer_name, upload. Raises Refused: no line or one that fell
    before, no word what it was for, a paper older than the decision, whatever keeps it out of the register.
    """
    at, unit = at or database_now(), sender_of(decision)
    if unit is None:
        raise Refused("Chỉ ghi được việc hủy bỏ khen thưởng do cấp trên quyết định.")
    keys = Dossier.objects.filter(award__in=award_pks, award__decision=decision).values_list("pk", flat=True)
    locks = lock_for("enter_revocation", keys)
    awards = still_standing(Award.objects.filter(pk__in=set(award_pks), decision=decision), award_pks)
    named = {"issuer": decision.issuer_as_written, "unit": unit, "kind": Kind.QUYET_DINH}
    document = enter_document(origin=Origin.RECEIVED, by=by, at=at, **named, **paper)
    outcome = move_locked(locks, "enter_revocation", by=by, at=at, decision=document, note=note)
    fall(outcome, awards, document, decision, by=by, at=at, note=note)
    tell_revoked(document, awards, on=vietnam_day(at))
    return document
