"""Keeping an upload: checked first, stored under a random name."""

import secrets

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile

from documents.files import check_upload
from documents.models import StoredFile


def store_upload(upload: UploadedFile, *, by) -> StoredFile:
    """Check and keep an upload. Raises Refused with a sentence and keeps nothing."""
    good = check_upload(upload)
    stored = StoredFile(
        original_name=good["name"],
        content_type=good["content_type"],
        size=len(good["content"]),
        sha256=good["sha256"],
        pages=good["pages"],
        uploaded_by=by,
    )
    stored.file.save(f"{secrets.token_hex(16)}.{good['kind']}", ContentFile(good["content"]), save=False)
    stored.save()
    return stored


def store_given(upload: UploadedFile | None, *, by) -> StoredFile | None:
    """What an optional file of a form gave, kept; None where it gave nothing. Raises Refused."""
    return store_upload(upload, by=by) if upload else None
