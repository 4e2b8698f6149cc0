"""/van-ban/: the register of papers in the browser."""

from .acts import document_link, document_signed, signed_copy
from .papers import (
    document_approve,
    document_detail,
    document_list,
    document_pdf,
    document_return,
    document_sheet,
    document_word,
    issue_url,
)
from .register import document_enter, series_detail, series_list, series_pdf
from .scans import act_scan
from .wording import document_wording

__all__ = [
    "act_scan",
    "document_approve",
    "document_detail",
    "document_enter",
    "document_link",
    "document_list",
    "document_pdf",
    "document_return",
    "document_sheet",
    "document_signed",
    "document_word",
    "document_wording",
    "issue_url",
    "series_detail",
    "series_list",
    "series_pdf",
    "signed_copy",
]
