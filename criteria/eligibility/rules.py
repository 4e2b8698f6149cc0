"""The known rules by name: what a row of the catalogue may ask for, and with which parameters.

A row says {"key", "parameters", "citation"} and, where it differs from the rule's own way, "effect"
(from which step an unmet rule blocks), "when" (which kind of award) and "verified".
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from . import collectives, initiatives, titles, work
from .known import Finding, Known


class Effect(StrEnum):
    """From which step on an unmet rule blocks; a reminder blocks none."""

    SEND = "send"
    ELIGIBLE = "eligible"
    PROPOSE = "propose"
    REMIND = "remind"


class When(StrEnum):
    """Which awards a rule is for: those for the year's work, those for one movement, or all."""

    ALWAYS = ""
    MERIT = "merit"
    THEMATIC = "thematic"


EFFECTS = {
    Effect.SEND: "Chặn từ khi đơn vị đề nghị",
    Effect.ELIGIBLE: "Chặn từ khi kết luận đủ điều kiện",
    Effect.PROPOSE: "Chặn khi trình ký",
    Effect.REMIND: "Chỉ nhắc",
}
WHENS = {
    When.ALWAYS: "Mọi lần khen thưởng",
    When.MERIT: "Khen thưởng theo công trạng",
    When.THEMATIC: "Khen thưởng theo chuyên đề",
}
# Steps in the order of a dossier's way: what blocks at one blocks at those after it.
ORDER = (Effect.SEND, Effect.ELIGIBLE, Effect.PROPOSE)


@dataclass(frozen=True)
class Rule:
    """`title`: what is asked, parameters in braces; `parameters`: their kinds, `=` where optional."""

    ask: Callable[..., Finding]
    title: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    effect: Effect = Effect.ELIGIBLE

    @property
    def words(self) -> str:
        """What it asks, with a blank for each parameter."""
        return re.sub(r"\{\w+\}", "…", self.title)


RULES: dict[str, Rule] = {
    "rating_at_least": Rule(
        work.rating_at_least, "Xếp loại của năm từ {rating} trở lên", {"rating": "rating"}, Effect.SEND
    ),
    "years_rated": Rule(
        work.years_rated,
        "Xếp loại từ {rating} trở lên {years} năm liên tục",
        {"rating": "rating", "years": "count"},
    ),
    "not_disciplined": Rule(
        work.not_disciplined, "Không bị kỷ luật từ {at_least} trở lên trong năm", {"at_least": "discipline"}
    ),
    "months_worked": Rule(
        work.months_worked, "Làm việc đủ {months} tháng trong năm", {"months": "months"}, Effect.REMIND
    ),
    "holds_title": Rule(
        titles.holds_title, "Được tặng {award} của cùng năm", {"award": "award"}, Effect.PROPOSE
    ),
    "titles_in_a_row": Rule(
        titles.titles_in_a_row, "{times} năm liên tục {awards}", {"awards": "awards", "times": "count"}
    ),
    "title_times": Rule(
        titles.title_times,
        "{times} lần {awards} trong {within} năm gần nhất",
        {"awards": "awards", "times": "count", "within": "count"},
    ),
    "form_held": Rule(titles.form_held, "Đã được tặng {award} theo công trạng", {"award": "award"}),
    "initiative_recognised": Rule(
        initiatives.initiative_recognised,
        "Có sáng kiến, đề tài được công nhận, phạm vi {scope}",
        {"scope=": "scope", "reuse=": "reuse", "times=": "count"},
    ),
    "initiative_or_excellent": Rule(
        initiatives.initiative_or_excellent,
        "Xếp loại {rating}, hoặc có sáng kiến, đề tài được công nhận",
        {"rating=": "rating", "scope=": "scope", "reuse=": "reuse"},
    ),
    "titles_or_excellent": Rule(
        initiatives.titles_or_excellent,
        "{times} năm liên tục {awards}, hoặc {years} năm {rating} và có {initiatives} sáng kiến",
        {
            "awards": "awards",
            "times": "count",
            "rating=": "rating",
            "years=": "count",
            "initiatives=": "number",
            "reuse=": "reuse",
        },
    ),
    "titles_or_rated": Rule(
        initiatives.titles_or_rated,
        "{times} năm liên tục {awards}, hoặc {years} năm liên tục {rating}",
        {"awards": "awards", "times": "count", "rating": "rating", "years": "count"},
    ),
    "share_with_title": Rule(
        collectives.share_with_title,
        "{word} {percent}% người trong tập thể được tặng {award}",
        {"award": "award", "percent": "percent", "above=": "flag"},
        Effect.PROPOSE,
    ),
    "members_with_title": Rule(
        collectives.members_with_title,
        "Ít nhất {at_least} người trong tập thể được tặng {award}",
        {"award": "award", "at_least": "count"},
        Effect.PROPOSE,
    ),
    "all_members_rated": Rule(
        collectives.all_members_rated, "100% người trong tập thể từ {rating} trở lên", {"rating": "rating"}
    ),
    "nobody_disciplined": Rule(
        collectives.nobody_disciplined,
        "Không có ai bị kỷ luật từ {at_least} trở lên",
        {"at_least": "discipline"},
    ),
}
DEFAULTS = {"scope": "co_so", "reuse": "block", "times": 1, "rating": "HTXSNV", "years": 2, "initiatives": 2}


@dataclass(frozen=True)
class Asked:
    """One row of the catalogue: a rule with its parameters and the article it stands in."""

    key: str
    parameters: Mapping
    citation: str
    effect: Effect
    when: When = When.ALWAYS
    verified: bool = True

    @classmethod
    def of(cls, entry: Mapping) -> "Asked":
        rule = RULES[entry["key"]]
        return cls(
            entry["key"],
            entry.get("parameters", {}),
            entry["citation"],
            Effect(entry.get("effect") or rule.effect),
            When(entry.get("when") or ""),
            entry.get("verified", True),
        )

    def applies(self, merit: bool) -> bool:
        return self.when in (When.ALWAYS, When.MERIT if merit else When.THEMATIC)

    def blocks_at(self, step: Effect) -> bool:
        """Whether, unmet, it keeps a dossier from a step; what blocks early blocks later too."""
        return self.effect in ORDER and ORDER.index(self.effect) <= ORDER.index(step)

    def judged(self, known: Known) -> Finding:
        return RULES[self.key].ask(known, **self.parameters)

    def title(self, names: Mapping[str, str]) -> str:
        """What is asked, in words: `70% người trong tập thể được tặng Lao động tiên tiến`."""
        given = DEFAULTS | dict(self.parameters)
        words = {name: in_words(name, value, names) for name, value in given.items()}
        text = RULES[self.key].title.format(word="Trên" if given.get("above") else "Từ", **words)
        return text[:1].upper() + text[1:]


def in_words(name: str, value, names: Mapping[str, str]) -> str:
    """A parameter as a reader of the law says it."""
    if name == "awards":
        return " hoặc ".join(names.get(each, each) for each in value)
    if name == "award":
        return names.get(value, value)
    if name == "percent":
        return f"{value}".replace(".", ",")
    known = {"rating": work.WORDS, "scope": initiatives.SCOPES}.get(name, work.DISCIPLINE)
    return str(known.get(value, value)).lower() if isinstance(value, str) else str(value)
