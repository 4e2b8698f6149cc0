"""What a rule of a plan is about: which kind of record answers it, by the plan's own set phrases.

A rule may name its kind itself (`about`, as the office chose when it checked the plan). Where neither
does, nothing is guessed: a person judges.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Subject:
    """A kind of record. `what`: in a sentence about missing data; `cure`: what to enter."""

    code: str
    what: str
    cure: str
    none: str = ""
    some: str = ""


HOURS, UNITS, DISCIPLINE = "vi_pham_gio_giac", "don_vi_vi_pham", "vi_pham_ky_luat"
PAYOUT, FILES, DIRECTIVES = "giai_ngan", "ho_so_tre_hen", "van_ban_chi_dao"
PLAN, INITIATIVE = "ke_hoach_thi_dua", "sang_kien"

SUBJECTS = {
    subject.code: subject
    for subject in (
        Subject(
            HOURS,
            "số người vi phạm giờ giấc và biên chế",
            "Nhập số người vi phạm và số biên chế, kèm nguồn theo dõi.",
        ),
        Subject(
            UNITS,
            "số đơn vị vi phạm và số đơn vị thuộc, trực thuộc",
            "Nhập số đơn vị vi phạm và số đơn vị thuộc, trực thuộc, kèm nguồn theo dõi.",
        ),
        Subject(
            DISCIPLINE,
            "vi phạm kỷ luật, kỷ cương",
            "Nhập số lần vi phạm kỷ luật, kỷ cương trong năm; không có thì ghi 0.",
            "Không có vi phạm kỷ luật, kỷ cương",
            "lần vi phạm kỷ luật, kỷ cương",
        ),
        Subject(PAYOUT, "tỷ lệ giải ngân vốn đầu tư công", "Nhập tỷ lệ giải ngân vốn đầu tư công của năm."),
        Subject(
            FILES,
            "hồ sơ thủ tục hành chính trễ hẹn, tồn đọng",
            "Nhập số hồ sơ trễ hẹn, tồn đọng trong năm; không có thì ghi 0.",
            "Không có hồ sơ trễ hẹn, tồn đọng",
            "hồ sơ trễ hẹn, tồn đọng",
        ),
        Subject(
            DIRECTIVES,
            "văn bản chỉ đạo được giao và hoàn thành đúng hạn",
            "Nhập số văn bản hoàn thành đúng hạn trên tổng số được giao.",
            "Không có văn bản chỉ đạo trễ hạn",
            "văn bản chỉ đạo trễ hạn",
        ),
        Subject(
            PLAN,
            "kế hoạch phát động thi đua",
            "Ghi kế hoạch phát động thi đua đã ban hành, số và ngày; không có thì ghi 0.",
        ),
        Subject(
            INITIATIVE,
            "sáng kiến, giải pháp được công nhận",
            "Chọn sáng kiến hoặc giải pháp đã được Hội đồng sáng kiến công nhận; không có thì ghi 0.",
        ),
    )
}
PHRASES = {
    HOURS: r"giờ giấc|đeo thẻ|biên chế vi phạm",
    UNITS: r"(?:đơn vị thuộc|trực thuộc)[^;.]*vi phạm",
    DISCIPLINE: r"vi phạm kỷ luật|kỷ luật,? kỷ cương",
    PAYOUT: r"giải ngân",
    FILES: r"trễ hẹn|tồn đọng",
    DIRECTIVES: r"văn bản chỉ đạo",
    PLAN: r"kế hoạch (?:phát động )?(?:phong trào )?thi đua",
}
SAID = {code: re.compile(phrase, re.IGNORECASE) for code, phrase in PHRASES.items()}


@lru_cache(maxsize=1024)
def named_in(text: str) -> tuple[str, ...]:
    """Codes of the kinds that a text names, in the order of SUBJECTS."""
    return tuple(code for code in SUBJECTS if code in SAID and SAID[code].search(text))


def about(rule: dict, text: str, fitting: Callable[[str], bool]) -> list[Subject]:
    """The kinds of record that a rule with these words is about, out of those that can answer it."""
    chosen = rule.get("about")
    return [SUBJECTS[code] for code in ([chosen] if chosen else named_in(text)) if fitting(code)]


COUNTABLE, SHARED = (DISCIPLINE, FILES, DIRECTIVES), (PAYOUT, DIRECTIVES)
COUNTED = frozenset(COUNTABLE).__contains__
PERCENTAGES = frozenset(SHARED).__contains__
# What a rule of a kind may be told to be about, where its words leave it open.
CHOICES = {"none_of": COUNTABLE, "any": COUNTABLE, "percent_at_least": SHARED, "below": SHARED}
DOCUMENTS = frozenset({PLAN}).__contains__


def to_choose(kind: str) -> list[tuple[str, str]]:
    """(code, words) of the kinds of record one of which may be chosen for a rule."""
    return [(code, SUBJECTS[code].what) for code in CHOICES.get(kind, ())]
