"""The register of papers and what hangs on it."""

from .files import RenderJob, StoredFile
from .links import DocumentLink
from .register import DocumentEvent, DocumentReader, IssuedDocument, NumberSeries
from .scans import ActScan

__all__ = [
    "ActScan",
    "DocumentEvent",
    "DocumentLink",
    "DocumentReader",
    "IssuedDocument",
    "NumberSeries",
    "RenderJob",
    "StoredFile",
]
