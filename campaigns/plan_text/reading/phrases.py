"""Small questions about words that many readers ask."""

import re

HEADING_COLON = re.compile(r":(?=\s|$)")
LAST_MARK = re.compile(r"[\s.;,/]+$")


def count_words(text: str) -> int:
    return len(re.findall(r"\w+(?:[-/–]\w+)*", text))


def without_last_mark(text: str) -> str:
    """Names, owners, recipients stand without their last `.`, `;` or `,`."""
    return LAST_MARK.sub("", text)


OTHER_SPELLINGS = re.compile(r"uỷ|hoá\b|hoà\b|sỹ\b|toạ\b|quí\b")
ONE_SPELLING = {"uỷ": "ủy", "hoá": "hóa", "hoà": "hòa", "sỹ": "sĩ", "toạ": "tọa", "quí": "quý"}


def folded(text: str) -> str:
    """For comparing set phrases: small letters, one spelling of Ủy ban, hóa, sĩ; lengths stay."""
    words = " ".join(text.lower().split())
    return OTHER_SPELLINGS.sub(lambda found: ONE_SPELLING[found[0]], words)


def is_caps(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and all(char.isupper() for char in letters)
