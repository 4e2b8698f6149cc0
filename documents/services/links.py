"""What a later paper does to an earlier one: recorded, never changing either."""

import datetime as dt

from documents.enums import LinkKind
from documents.models import DocumentLink, IssuedDocument
from documents.registry import way_of
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import Role

from .papers import locked, membership_of, record

# Who keeps the register of the body whose paper is answered.
KEEPERS = (Role.RECORDS, Role.OFFICER, Role.OFFICE_HEAD)
ENDS = (LinkKind.REPLACES, LinkKind.WITHDRAWS)


@change
def link_documents(
    document: IssuedDocument,
    target: IssuedDocument,
    kind: str,
    *,
    by,
    note: str = "",
    at: dt.datetime | None = None,
) -> DocumentLink:
    """`document` corrects, replaces or withdraws `target` (NĐ 30/2020, Điều 18).

    Raises Refused when either is no issued paper, when it is the earlier one, when `target` was already
    replaced or withdrawn, or when `by` does not keep the register of `target`'s body.
    """
    target = locked(target)
    at = at or database_now()
    if reason := why_not_link(document, target, kind, by, on=vietnam_day(at)):
        raise Refused(reason)
    link = DocumentLink.objects.create(document=document, target=target, kind=kind, made_by=by, made_at=at)
    about = {"document": document.pk, "reference": document.reference}
    record(target, f"was_{kind}", by=by, at=at, was=target.state, roles=KEEPERS, note=note, data=about)
    way_of(target).answered(target, link, by=by, at=at, note=note)
    return link


def why_not_link(document: IssuedDocument, target: IssuedDocument, kind: str, by, *, on: dt.date) -> str:
    """Why the link may not be recorded; empty when it may."""
    if not keeps(target, by, on=on):
        return "Chỉ văn thư, văn phòng của cơ quan ban hành được ghi việc này."
    if not (document.issued and target.issued):
        return "Chỉ ghi được giữa hai văn bản đã ban hành."
    if document.pk == target.pk:
        return "Một văn bản không tự đính chính, thay thế hay thu hồi chính nó."
    if document.issued_on < target.issued_on:
        return f"{document} ban hành trước {target} nên không {LinkKind(kind).label} được văn bản ấy."
    return already_done(document, target)


def already_done(document: IssuedDocument, target: IssuedDocument) -> str:
    """A paper is answered by another once; what is replaced or withdrawn is past answering."""
    if target.answers.filter(document=document).exists():
        return f"Đã ghi quan hệ giữa {document} và {target}."
    ended = target.answers.filter(kind__in=ENDS).select_related("document").first()
    if ended:
        return f"{target} đã được {ended.document} {ended.get_kind_display()}."
    return ""


def keeps(document: IssuedDocument, by, *, on: dt.date) -> bool:
    """Whether someone keeps the register in which the paper stands."""
    return membership_of(document, by, KEEPERS, on) is not None
