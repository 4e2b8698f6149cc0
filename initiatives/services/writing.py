"""Writing the description part by part, its files, the authors' signatures."""

import datetime as dt

from django.core.files.uploadedfile import UploadedFile

from documents.services.uploads import store_upload
from initiatives.enums import FileKind
from initiatives.facts.describing import PARTS, missing_parts
from initiatives.models import Author, Initiative, InitiativeFile
from initiatives.scoring import share_faults
from thiduakt.clock import database_now
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import clean_text
from thiduakt.vietnamese.words import grouped
from units.enums import Role

from .registering import locked_for_writing, unsign
from .steps import record

MAX_WORDS, MAX_CHARACTERS = 20_000, 200_000
MOST_FILES = 30
KEYS = {part.key for part in PARTS}


@change
def save_part(
    initiative: Initiative, key: str, text: str, *, by, revision: int | None, at: dt.datetime | None = None
) -> Initiative:
    """One part of the description. `revision` is the one the writer started from: a newer one is kept.

    None writes whatever the revision. New words take the signatures away.
    """
    text = clean_text(text, multiline=True)
    if len(text.split()) > MAX_WORDS or len(text) > MAX_CHARACTERS:
        raise Refused(f"Nội dung dài quá {grouped(MAX_WORDS)} chữ.")
    if key not in KEYS:
        raise Refused("Bản mô tả không có phần này.")
    initiative = locked_for_writing(initiative, by, at or database_now())
    if getattr(initiative, key) == text:
        return initiative
    if revision is not None and revision != initiative.revision:
        raise Refused("Có người vừa lưu bản khác. Nội dung anh/chị gõ chưa lưu; bấm Lưu để so hai bản.")
    setattr(initiative, key, text)
    initiative.revision += 1
    initiative.save()
    unsign(initiative)
    return initiative


@change
def add_file(
    initiative: Initiative, upload: UploadedFile, what: str, *, by, at: dt.datetime | None = None
) -> InitiativeFile:
    """A file judged by its content. Raises Refused with one sentence and keeps nothing."""
    at = at or database_now()
    initiative = locked_for_writing(initiative, by, at)
    if initiative.files.filter(removed_at__isnull=True).count() >= MOST_FILES:
        raise Refused(f"Một sáng kiến kèm nhiều nhất {MOST_FILES} tệp.")
    stored = store_upload(upload, by=by)
    return InitiativeFile.objects.create(
        initiative=initiative, file=stored, what=FileKind(what), added_by=by, added_at=at
    )


@change
def remove_file(attached: InitiativeFile, *, by, at: dt.datetime | None = None) -> InitiativeFile:
    """Take a file out again; done twice it stays as it is."""
    at = at or database_now()
    locked_for_writing(attached.initiative, by, at)
    attached = InitiativeFile.objects.get(pk=attached.pk)
    if attached.removed_at is None:
        attached.removed_at = at
        attached.save(update_fields=["removed_at"])
    return attached


@change
def sign(initiative: Initiative, *, by, at: dt.datetime | None = None) -> Author:
    """An author's own yes to the description and to the shares. Nobody signs for another.

    Raises Refused: no author, something required still empty, shares that are not 100 % together.
    """
    at = at or database_now()
    initiative = locked_for_writing(initiative, by, at)
    author = next((row for row in initiative.authors.all() if row.person_id == by.person_id), None)
    if author is None or by.person_id is None:
        raise Refused("Chỉ tác giả ký xác nhận được phần của mình.")
    if missing := missing_parts(initiative):
        raise Refused(f"Chưa ký được, còn thiếu: {'; '.join(part.title for part in missing)}.")
    if sentence := share_faults(row.share for row in initiative.authors.all()):
        raise Refused(sentence)
    if author.signed_at is None:
        author.signed_at = at
        author.save(update_fields=["signed_at"])
        note = f"{author.person.full_name}, {author.share.normalize():f}%"
        record(initiative, "sign", by=by, at=at, roles=(Role.OWNER,), note=note)
    return author
