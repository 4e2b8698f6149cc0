"""What the people of one office say to each other of a dossier."""

import datetime as dt

from nominations.models import DossierStage, OfficeComment
from nominations.permissions import is_own_case, own_case_told, roles_on
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import clean_text
from thiduakt.vietnamese.words import grouped
from units.enums import REVIEW_ROLES

MOST = 4000


def works_at(stage: DossierStage, by, on: dt.date) -> bool:
    """Who belongs to the office of a stage; in his own case he reads nothing either."""
    held = roles_on(stage.dossier, by, on, stage=stage) & set(REVIEW_ROLES)
    return stage.level >= 1 and bool(held)


@change
def comment(stage: DossierStage, text: str, *, by, at: dt.datetime | None = None) -> OfficeComment:
    """One more word, never changed. Raises Refused. The row itself is the record: no trail tells of it."""
    at = at or database_now()
    on = vietnam_day(at)
    if is_own_case(stage.dossier, by, on):
        raise Refused(own_case_told(by, on))
    if not works_at(stage, by, on):
        raise Refused("Chỉ người của cơ quan đang xét hồ sơ trao đổi ở đây.")
    text = clean_text(text, multiline=True)
    if not text:
        raise Refused("Chưa viết nội dung trao đổi.")
    if len(text) > MOST:
        raise Refused(f"Nội dung trao đổi dài quá {grouped(MOST)} chữ.")
    return OfficeComment.objects.create(stage=stage, by=by, at=at, text=text)
