"""The scan of a decision on the organisation, kept beside the act."""

from django.core.files.uploadedfile import UploadedFile

from documents.models import ActScan, StoredFile
from thiduakt.door import change
from units.models import UnitAct

from .uploads import store_upload


@change
def attach_scan(act: UnitAct, upload: UploadedFile, *, by) -> ActScan:
    """Check and keep the file. Raises Refused with a sentence and keeps nothing."""
    return ActScan.objects.create(act=act, file=store_upload(upload, by=by))


def scan_of(act: UnitAct) -> StoredFile | None:
    found = ActScan.objects.filter(act=act).select_related("file").first()
    return found and found.file
