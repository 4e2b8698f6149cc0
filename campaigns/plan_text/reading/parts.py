"""The papers a dossier is made of."""

import re

from campaigns.plan_text.papers import MINUTES, OTHER, SUBMISSION, paper_kind

from . import topics
from .phrases import folded, without_last_mark

PAPER = re.compile(
    r"^(?:\d{1,2}\s+)?(?:\(\d+\)\s+)?(?:bản chính |bản sao |bản )?(?:tờ trình|biên bản|trích biên bản"
    r"|báo cáo|bản|danh sách|giấy|quyết định"
    r"|phiếu|bảng|đơn(?! vị)|chứng nhận|văn bản|hình ảnh|tài liệu|công văn|mẫu|xác nhận|sơ yếu|tóm tắt"
    r"|minh chứng|video|file|bài viết|các (?:tài liệu|minh chứng|văn bản|hồ sơ|giấy tờ))\b",
    re.IGNORECASE,
)
# "…, biên bản họp xét và báo cáo thành tích": the last of a list.
AND = re.compile(rf"\s+và\s+(?={PAPER.pattern.removeprefix('^')})", re.IGNORECASE)
WHOLE = re.compile(r"danh sách|tổng hợp|thành lập|công văn|đề nghị của|kết quả bỏ phiếu")
INLINE = re.compile(r"(?:gồm(?:\s+có)?|bao gồm|như sau|thành phần)\s*:?\s+", re.IGNORECASE)


def parts_of(plan, taken: set[str]) -> list[dict]:
    found = []
    for clause in plan.clauses:
        if clause.path not in taken and clause.says and about_dossier(plan, clause):
            found += parts_in(clause)
    return found


def about_dossier(plan, clause) -> bool:
    named = plan.topics.of[clause.path]
    return (topics.DOSSIER in named and topics.TIME not in named) or inline_list(clause) is not None


def inline_list(clause) -> str | None:
    """ "Hồ sơ gồm: Tờ trình; Biên bản …": the words after the colon."""
    if not re.search(r"hồ sơ", folded(clause.whole)):
        return None
    found = INLINE.search(clause.whole)
    rest = clause.whole[found.end() :] if found else ""
    return rest if PAPER.match(rest) else None


def parts_in(clause) -> list[dict]:
    listed = inline_list(clause)
    if listed:
        listed = re.split(r"\.\s", listed, maxsplit=1)[0]
        cut = ";" if ";" in listed else ","
        pieces = [last for piece in listed.split(cut) for last in AND.split(piece)]
        return [part(piece, clause) for piece in pieces if PAPER.match(piece.strip())]
    return [part(clause.says, clause)] if PAPER.match(clause.says) and not clause.says.endswith(":") else []


def part(text: str, clause) -> dict:
    return {"name": without_last_mark(text.strip()), "per": per_of(text), "clause": clause.path}


def per_of(text: str) -> str:
    kind = paper_kind(text)
    if kind in (SUBMISSION, MINUTES):
        return "submission"
    return "submission" if kind == OTHER and WHOLE.search(folded(text)) else "nominee"
