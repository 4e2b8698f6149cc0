"""A paper's way: prepared for signing, approved by its signer, issued with number and day, printed."""

import datetime as dt
import secrets

from django.db import transaction

from documents.enums import DocumentState, JobState
from documents.models import DocumentEvent, DocumentReader, IssuedDocument, RenderJob
from documents.pdf.render import TEMPLATE_VERSION
from documents.registry import way_of
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.events.base import append
from units.enums import SIGNING_ROLES, Role
from units.models import Person, Unit

from .numbers import lock_series, next_number, symbol_of
from .printing import render_document

PREPARING_ROLES = (Role.OFFICER, Role.OFFICE_HEAD)
# A unit without a records clerk of its own numbers its letters as it sends them.
NUMBERING_ROLES = (Role.RECORDS, Role.UNIT_CLERK, Role.UNIT_HEAD)


def locked(document: IssuedDocument) -> IssuedDocument:
    """The row again, locked: its state decides what may still happen."""
    return IssuedDocument.objects.select_for_update(no_key=True, of=("self",)).get(pk=document.pk)


def record(document: IssuedDocument, action: str, *, by, at: dt.datetime, was: str, roles, **values) -> None:
    """One row of the paper's trail; `roles` are those that allow the act where the paper is kept.

    `values`: note, data.
    """
    append(
        DocumentEvent,
        document,
        action=action,
        by=by,
        membership=membership_of(document, by, roles, vietnam_day(at)),
        at=at,
        from_state=was,
        to_state=document.state,
        **values,
    )


def membership_of(document: IssuedDocument, by, roles, on: dt.date):
    """The membership by which someone acts on the paper; None for nobody who keeps it."""
    found = (by.membership_for(unit, roles, on) for unit in kept_by(document))
    return next((membership for membership in found if membership), None)


def kept_by(document: IssuedDocument) -> list[int]:
    """In whose register the paper stands: its issuer's, or, when it came from elsewhere, its receiver's."""
    if document.unit_id:
        return [document.unit_id]
    return list(document.readers.filter(unit__isnull=False).values_list("unit", flat=True))


@change
def prepare_document(
    kind: str,
    *,
    unit: Unit,
    title: str,
    template: str,
    snapshot: dict,
    signature_lines: list[str],
    signer: Person,
    by,
    roles=PREPARING_ROLES,
    note: str = "",
    at: dt.datetime | None = None,
) -> IssuedDocument:
    """A draft for signing: number and day are blank. `snapshot` is the body, without head and foot.

    `roles` are those by which `by` may prepare it: its trail names the membership.
    """
    document = IssuedDocument.objects.create(
        kind=kind,
        unit=unit,
        title=title,
        symbol=symbol_of(kind, unit),
        place=unit.place_name or snapshot.get("place") or "",
        template=template,
        template_version=TEMPLATE_VERSION,
        snapshot=snapshot,
        signature_lines=signature_lines,
        signer=signer,
        signer_name=signer.full_name,
        prepared_by=by,
    )
    record(document, "prepare", by=by, at=at or database_now(), was="", roles=roles, note=note)
    return document


@change
def approve_document(document: IssuedDocument, *, by, at: dt.datetime | None = None) -> IssuedDocument:
    """The signer's yes to the draft. Refused for anybody but the signer named on the paper."""
    document = locked(document)
    at = at or database_now()
    if document.state != DocumentState.PREPARED:
        raise Refused(f"Không duyệt được: văn bản đang ở trạng thái “{document.get_state_display()}”.")
    if reason := why_not_approve(document, by, on=vietnam_day(at)):
        raise Refused(reason)
    was, document.state = document.state, DocumentState.APPROVED
    document.save(update_fields=["state"])
    record(document, "approve", by=by, at=at, was=was, roles=SIGNING_ROLES)
    return document


def why_not_approve(document: IssuedDocument, by, *, on: dt.date) -> str:
    """Why someone may not approve; empty when he may. What the paper says is asked anew each time."""
    return why_not_its_signer(document, by, on=on) or way_of(document).bars(document, by, on)


def why_not_its_signer(document: IssuedDocument, by, *, on: dt.date) -> str:
    """Why a draft is not someone's to sign or to send back; empty when it is."""
    if not by.roles_at(document.unit_id, on) & set(SIGNING_ROLES):
        return "Chỉ người ký của cơ quan ban hành được duyệt văn bản."
    if document.signer_id and by.person_id != document.signer_id:
        return f"Văn bản này do {document.signer_name} ký."
    return ""


@change
def return_document(
    document: IssuedDocument, *, by, note: str, at: dt.datetime | None = None
) -> IssuedDocument:
    """The signer sends the draft back with a reason; it may be prepared anew."""
    document = locked(document)
    at = at or database_now()
    if document.state not in (DocumentState.PREPARED, DocumentState.APPROVED):
        raise Refused(f"Không trả lại được: văn bản đang ở trạng thái “{document.get_state_display()}”.")
    if reason := why_not_its_signer(document, by, on=vietnam_day(at)):
        raise Refused(reason)
    if not note.strip():
        raise Refused("Chưa ghi lý do trả lại.")
    return discard(document, by=by, at=at, note=note, roles=SIGNING_ROLES)


def discard(
    document: IssuedDocument, *, by, at: dt.datetime, note: str, roles=PREPARING_ROLES
) -> IssuedDocument:
    """Put a draft aside; one that was already stays as it is, without a second event."""
    if document.state == DocumentState.DISCARDED:
        return document
    was, document.state = document.state, DocumentState.DISCARDED
    document.save(update_fields=["state"])
    record(document, "discard", by=by, at=at, was=was, note=note, roles=roles)
    return document


@change
def issue_document(
    document: IssuedDocument, *, by, at: dt.datetime | None = None, on: dt.date | None = None
) -> IssuedDocument:
    """Number and day, under the lock of the series; printed after the commit.

    The day is today in Vietnam by the database's clock; only the entry of past years gives `on`.
    """
    document = locked(document)
    at = at or database_now()
    on = on or vietnam_day(at)
    if document.issued:
        raise Refused(f"Văn bản đã được cấp số {document.reference}.")
    if document.state != DocumentState.APPROVED:
        raise Refused("Chưa cấp số được: người ký chưa duyệt văn bản.")
    if not by.roles_at(document.unit_id, vietnam_day(at)) & set(NUMBERING_ROLES):
        raise Refused("Chỉ văn thư của cơ quan ban hành được cấp số.")
    series = lock_series(document.unit, document.kind, on.year)
    was = document.state
    document.number, document.issued_on = next_number(series), on
    document.state, document.lookup_code = DocumentState.ISSUED, secrets.token_urlsafe(18)
    document.save(update_fields=["number", "issued_on", "state", "lookup_code"])
    record(document, "issue", by=by, at=at, was=was, roles=NUMBERING_ROLES, data=numbered(document))
    print_after_commit(document)
    return document


def numbered(document: IssuedDocument) -> dict:
    """The number and the register that it is of, as the trail keeps them."""
    return {
        "unit": document.unit_id,
        "kind": document.kind,
        "day": document.issued_on.isoformat(),
        "number": document.number,
        "reference": document.reference,
    }


def print_after_commit(document: IssuedDocument) -> None:
    """A row for the worker, and a first try once the transaction is through: half a second, unlocked.

    A failed print loses nothing: the worker prints from the stored snapshot.
    """
    RenderJob.objects.get_or_create(document=document, defaults={"state": JobState.WAITING})
    transaction.on_commit(lambda: render_document(document), robust=True)


def add_readers(document: IssuedDocument, *, units=(), people=()) -> None:
    """Who may read the paper once it is issued."""
    rows = [DocumentReader(document=document, unit=unit) for unit in units]
    rows += [DocumentReader(document=document, person=person) for person in people]
    DocumentReader.objects.bulk_create(rows)
