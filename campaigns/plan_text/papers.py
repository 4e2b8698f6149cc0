"""Which paper a plan asks for, by the first words of its name."""

import re

from thiduakt.vietnamese.text import search_key

SUBMISSION, MINUTES, REPORT, SUMMARY, OTHER = "submission", "minutes", "report", "summary", "other"

# The first that fits: a "báo cáo tóm tắt thành tích" is a summary.
PAPERS = (
    (SUBMISSION, re.compile(r"to trinh\b")),
    (MINUTES, re.compile(r"(?:trich )?bien ban\b")),
    (SUMMARY, re.compile(r"(?:ban |bao cao )?tom tat\b")),
    (REPORT, re.compile(r"(?:ban )?bao cao (?:ket qua )?thanh tich\b")),
)
LEAD = re.compile(r"^[^a-z]*(?:\d+ )?(?:ban chinh |ban sao )?")


def paper_kind(name: str) -> str:
    """submission (tờ trình), minutes (biên bản), report (báo cáo thành tích), summary (tóm tắt), other."""
    words = LEAD.sub("", search_key(name), count=1)
    return next((kind for kind, pattern in PAPERS if pattern.match(words)), OTHER)
