"""Papers that were not made here: received from elsewhere, or older than the system. None takes a number."""

import datetime as dt

from django.db.models import Q

from documents.enums import DocumentState, Kind, Origin
from documents.models import IssuedDocument
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.vietnamese.days import short_date
from thiduakt.vietnamese.text import search_key
from units.models import Unit

from .links import KEEPERS
from .papers import add_readers, record
from .uploads import store_given


@change
def enter_document(
    *,
    origin: str,
    kind: str,
    unit: Unit,
    reference: str,
    issued_on: dt.date,
    title: str,
    by,
    issuer: str = "",
    signer_name: str = "",
    upload=None,
    at: dt.datetime | None = None,
) -> IssuedDocument:
    """A paper into the register of `unit`: its own from before the system, or one it received from `issuer`.

    Raises Refused: no keeper of that register, a day to come, the same paper entered before, a number
    that the register has given to another paper of that year, a file that is none.
    """
    at = at or database_now()
    refuse_entry(origin, kind, unit, reference, issued_on, issuer, by, on=vietnam_day(at))
    written = {"reference_as_written": reference, "issued_on": issued_on, "title": title}
    written |= {"signer_name": signer_name, "signed_copy": store_given(upload, by=by)}
    return put_in_register(unit, origin, kind, issuer, written, by=by, at=at)


def put_in_register(
    unit: Unit, origin: str, kind: str, issuer: str, written: dict, *, by, at: dt.datetime, note: str = ""
) -> IssuedDocument:
    """One row more, with who put it there: a paper of `unit` itself, or one it received from `issuer`."""
    own = origin == Origin.HISTORIC
    document = IssuedDocument.objects.create(
        kind=kind,
        origin=origin,
        state=DocumentState.ISSUED,
        unit=unit if own else None,
        issuer_as_written="" if own else issuer,
        prepared_by=by,
        **written,
    )
    add_readers(document, units=[unit])
    record(document, "enter", by=by, at=at, was="", roles=KEEPERS, note=note)
    return document


@change
def decision_in_register(
    unit: Unit, *, reference: str, issued_on: dt.date, issuer: str, title: str, by, at: dt.datetime
) -> IssuedDocument:
    """The decision of former years as it stands in the register of `unit`; entered there the first time.

    The caller has asked whether `by` may. What the register has already stays as it is.
    """
    kept = Q(unit=unit) | Q(readers__unit=unit)
    rows = IssuedDocument.objects.filter(
        kept, kind=Kind.QUYET_DINH, issued_on=issued_on, state=DocumentState.ISSUED
    )
    known = rows.select_related("unit").defer("snapshot")
    if found := next((row for row in known if is_it(row, reference, issuer)), None):
        return found
    origin = Origin.HISTORIC if search_key(issuer) in names_of(unit) else Origin.RECEIVED
    written = {"reference_as_written": reference, "issued_on": issued_on, "title": title}
    note = "Ghi cùng khen thưởng trước đây."
    return put_in_register(unit, origin, Kind.QUYET_DINH, issuer, written, by=by, at=at, note=note)


def is_it(document: IssuedDocument, reference: str, issuer: str) -> bool:
    names = names_of(document.unit) if document.unit_id else {search_key(document.issuer_as_written)}
    return document.reference.lower() == reference.lower() and search_key(issuer) in names


def names_of(unit: Unit) -> set[str]:
    return {search_key(unit.name), search_key(unit.short_name)}


def refuse_entry(origin, kind, unit, reference, issued_on, issuer, by, *, on: dt.date) -> None:
    """Raise Refused with the first reason why the paper may not be entered so."""
    if not by.roles_at(unit.pk, on) & set(KEEPERS):
        raise Refused(f"Chỉ văn thư, văn phòng của {unit} được nhập văn bản vào sổ này.")
    if origin not in (Origin.RECEIVED, Origin.HISTORIC):
        raise Refused("Văn bản lập trên hệ thống không nhập bằng tay.")
    if issued_on > on:
        raise Refused(f"Ngày ban hành {short_date(issued_on)} còn ở phía trước.")
    if origin == Origin.RECEIVED and not issuer.strip():
        raise Refused("Chưa ghi cơ quan ban hành văn bản đến.")
    if twin := entered_before(origin, kind, unit, reference, issued_on, issuer):
        raise Refused(f"{twin} ngày {short_date(twin.issued_on)} đã có trong sổ.")


def entered_before(origin, kind, unit, reference, issued_on, issuer) -> IssuedDocument | None:
    """The same paper: by issuer, kind, reference and year; ours too, whose reference is number and symbol."""
    same_year = IssuedDocument.objects.filter(kind=kind, issued_on__year=issued_on.year)
    if origin == Origin.RECEIVED:
        return same_year.filter(
            issuer_as_written__iexact=issuer, reference_as_written__iexact=reference, readers__unit=unit
        ).first()
    found = same_year.filter(unit=unit, state=DocumentState.ISSUED)
    return next((row for row in found.defer("snapshot") if row.reference.lower() == reference.lower()), None)
