"""What is left to a person, with the words of the plan that are the reason."""

import re

from .facts import FOR_A_PERSON, Outcome, Verdict

# The first phrase that a criterion holds says why no record decides it.
REASONS = (
    ("đảm bảo chất lượng", "chất lượng văn bản không có số đo"),
    ("thực hiện nghiêm", "kế hoạch không nêu ngưỡng vi phạm"),
    ("thực hiện tốt", "kế hoạch không nêu thế nào là tốt"),
    ("hoàn thành tốt", "kế hoạch không nêu thế nào là tốt"),
)
INITIATIVES = re.compile(r"có (?:các )?(?:giải pháp|sáng kiến)", re.IGNORECASE)
# The plan asks for an initiative and says nothing that can be counted but that there is one.
APPLIED = {"kind": "initiative_applied"}


def why_a_person(text: str) -> str:
    """`“thực hiện tốt”: kế hoạch không nêu thế nào là tốt`; empty where no set phrase says it."""
    low = text.casefold()
    return next((f"“{phrase}”: {why}" for phrase, why in REASONS if phrase in low), "")


def for_a_person(text: str) -> Verdict:
    why = why_a_person(text)
    return Verdict(Outcome.CONFIRM, f"{FOR_A_PERSON} Không tính được, {why}." if why else FOR_A_PERSON)


def implied(text: str) -> list[dict]:
    """What a criterion without a measure asks for all the same: a solution or an initiative on record."""
    return [APPLIED] if INITIATIVES.search(text) else []
