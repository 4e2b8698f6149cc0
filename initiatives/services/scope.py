"""A wider reach recognised by the level above: its paper is entered into our register with it."""

import datetime as dt

from documents.enums import DocumentState, Kind, Origin
from documents.models import IssuedDocument
from documents.services.entries import enter_document
from initiatives.enums import Scope
from initiatives.models import Initiative, Recognition
from thiduakt.clock import database_now
from thiduakt.door import change
from thiduakt.errors import Refused

from .locking import lock_initiative
from .steps import move_locked


@change
def recognise_scope(
    initiative: Initiative,
    scope: str,
    *,
    reference: str,
    issued_on: dt.date,
    issuer: str,
    by,
    upload=None,
    at: dt.datetime | None = None,
) -> Recognition:
    """The reach with number, day and issuer of the paper that says so; one paper may name several.

    Raises Refused: the reach of the base (our own decision says that), one recorded before, a paper older
    than our decision, and as for every paper that is entered.
    """
    initiative = lock_initiative(initiative)
    at = at or database_now()
    refuse_scope(initiative, scope, issued_on)
    document = known_paper(initiative, reference, issued_on, issuer) or enter_document(
        origin=Origin.RECEIVED,
        kind=Kind.QUYET_DINH,
        unit=initiative.office,
        reference=reference,
        issued_on=issued_on,
        title="Công nhận phạm vi ảnh hưởng, hiệu quả áp dụng của sáng kiến",
        issuer=issuer,
        upload=upload,
        by=by,
        at=at,
    )
    note = f"{Scope(scope).label}, theo {document.reference} của {issuer}"
    move_locked(initiative, "recognise_scope", by=by, at=at, note=note)
    return Recognition.objects.create(initiative=initiative, scope=scope, document=document)


def refuse_scope(initiative: Initiative, scope: str, issued_on: dt.date) -> None:
    if scope not in (Scope.PROVINCE, Scope.NATION):
        raise Refused("Phạm vi cơ sở đã có ở quyết định công nhận: chọn phạm vi rộng hơn.")
    if initiative.recognitions.filter(scope=scope).exists():
        raise Refused(f"Phạm vi “{Scope(scope).label}” của sáng kiến này đã được ghi.")
    base = initiative.recognitions.filter(scope=Scope.BASE).select_related("document").first()
    if base is None:
        raise Refused("Sáng kiến chưa được công nhận ở cơ sở.")
    if issued_on < base.document.issued_on:
        raise Refused(
            f"Văn bản ngày {issued_on:%d/%m/%Y} có trước quyết định công nhận sáng kiến, "
            f"ngày {base.document.issued_on:%d/%m/%Y}."
        )


def known_paper(
    initiative: Initiative, reference: str, issued_on: dt.date, issuer: str
) -> IssuedDocument | None:
    """The same paper in our register: of number, day and issuer."""
    return IssuedDocument.objects.filter(
        origin=Origin.RECEIVED,
        state=DocumentState.ISSUED,
        reference_as_written__iexact=reference,
        issuer_as_written__iexact=issuer,
        issued_on=issued_on,
        readers__unit=initiative.office,
    ).first()
