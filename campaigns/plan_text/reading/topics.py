"""What a clause speaks of, by the heading it stands under."""

import re

from .phrases import HEADING_COLON, count_words, folded
from .tree import Clause

TARGETS, CRITERIA, PERIOD, REGISTRATION, AWARDS, QUOTAS = (
    "targets",
    "criteria",
    "period",
    "registration",
    "awards",
    "quotas",
)
DOSSIER, TIME, FUNDING, ORGANISATION, GENERAL, PURPOSE = (
    "dossier",
    "time",
    "funding",
    "organisation",
    "general",
    "purpose",
)
CONTENT, SOLUTIONS, TASKS = "content", "solutions", "tasks"
TITLE_WORDS, SHORT_WORDS = 14, 6

PATTERNS = {
    PURPOSE: r"mục đích|mục tiêu|^yêu cầu|, yêu cầu|và yêu cầu|^(?:các )?chỉ tiêu(?! khen| xét)",
    GENERAL: r"nhiệm vụ chung",
    TARGETS: r"đối tượng|phạm vi",
    CRITERIA: r"tiêu chí|tiêu chuẩn|điều kiện (?:xét|khen|được)",
    PERIOD: r"tổ chức thi đua|đợt thi đua|thời gian (?:thi đua|thực hiện|phát động|tổ chức|triển khai"
    r"|của phong trào)"
    r"|thời hạn thi đua",
    REGISTRATION: r"đăng ký (?:thi đua|tham gia|danh hiệu|giao ước|các danh hiệu|và giao ước)"
    r"|ký kết giao ước",
    QUOTAS: r"số lượng|chỉ tiêu khen|tỷ lệ khen|cơ cấu khen",
    AWARDS: r"hình thức|danh hiệu|khen thưởng|khen cao",
    DOSSIER: r"hồ sơ|thủ tục",
    TIME: r"thời gian|thời hạn|tiến độ|thời điểm",
    FUNDING: r"kinh phí|mức chi|mức khen|mức thưởng|tiền thưởng|mức tiền",
    ORGANISATION: r"tổ chức thực hiện|phân công|trách nhiệm|tổ chức triển khai",
    SOLUTIONS: r"giải pháp|biện pháp",
    CONTENT: r"nội dung|phong trào",
    TASKS: r"nhiệm vụ",
}
COMPILED = {topic: re.compile(pattern) for topic, pattern in PATTERNS.items()}


def title_of(clause: Clause) -> str:
    """The words a clause gives to those below it: its heading, or a short text with entries below."""
    if clause.heading:
        colon = HEADING_COLON.search(clause.heading)
        return clause.heading[: colon.start()] if colon else clause.heading
    most = TITLE_WORDS if (clause.text or "").endswith(":") else SHORT_WORDS
    return clause.text if clause.text and clause.numbered and count_words(clause.text) <= most else ""


def own_topics(clause: Clause) -> frozenset[str]:
    return topics_in(title_of(clause))


def topics_in(words: str) -> frozenset[str]:
    words = folded(words)
    return frozenset(topic for topic, pattern in COMPILED.items() if words and pattern.search(words))


class Topics:
    """Topics of every clause: its own, else those of the nearest clause above that has any."""

    def __init__(self, clauses: list[Clause]):
        self.of: dict[str, frozenset[str]] = {}
        self.own: dict[str, frozenset[str]] = {}
        for clause in clauses:
            own = own_topics(clause)
            above = self.of[clause.parent.path] if clause.parent else frozenset()
            self.own[clause.path] = own
            self.of[clause.path] = own or above

    def has(self, clause: Clause, *topics: str) -> bool:
        return bool(self.of[clause.path] & set(topics))

    def under(self, clause: Clause, topic: str) -> bool:
        """The clause or one above it names the topic."""
        return any(topic in self.own[above.path] for above in clause.up())
