"""The free parts of a draft, worded by who prepares it until its signer approves it."""

import datetime as dt

from documents.enums import DocumentState
from documents.models import IssuedDocument
from documents.registry import way_of
from documents.wording import as_worded, faults, parts_of, reworded
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused

from .papers import locked, record

NOT_YOURS = "Chỉ nơi lập dự thảo được sửa lời văn, đến khi người ký duyệt."
NEWER = "Có người vừa sửa dự thảo này. Chữ của anh/chị vẫn còn dưới đây; xem lại rồi lưu lần nữa."


def may_word(document: IssuedDocument, by, *, on: dt.date) -> bool:
    roles = way_of(document).worded_by(document) if parts_of(document.template) else ()
    return document.state == DocumentState.PREPARED and bool(by.roles_at(document.unit_id, on) & set(roles))


@change
def reword(
    document: IssuedDocument, words: dict[str, str], *, revision: int, by, at: dt.datetime | None = None
) -> IssuedDocument:
    """Put the office's words into a draft; the same words once more write nothing.

    `words` by part; `revision` of the draft that they were written against. Raises Refused: not a draft,
    no right, another wrote meanwhile, a ground that is none.
    """
    document, at = locked(document), at or database_now()
    if document.state != DocumentState.PREPARED:
        raise Refused(f"Không sửa được lời văn: văn bản {document.get_state_display().lower()}.")
    if not may_word(document, by, on=vietnam_day(at)):
        raise Refused(NOT_YOURS)
    if found := faults(words):
        raise Refused(*found)
    if revision != document.snapshot.get("revision", 0):
        raise Refused(NEWER)
    was = as_worded(document.template, document.snapshot)
    made = reworded(document.template, document.snapshot, words)
    now = as_worded(document.template, made)
    if now == was:
        return document
    document.snapshot = made
    document.save(update_fields=["snapshot", "body_key"])
    data = {key: [was[key], now[key]] for key in now if was[key] != now[key]}
    roles = way_of(document).worded_by(document)
    record(document, "reword", by=by, at=at, was=document.state, roles=roles, data=data)
    return document
