"""The label at the start of a line: which kind it is, how it is written, what follows."""

import re
from dataclasses import dataclass

PART, CHAPTER, SECTION, CAPITAL, ROMAN, ARTICLE, NUMBER, DOTTED, LETTER, BRACKET = range(10)
DASH, PLUS = 10, 11
NUMBERED = range(PART, BRACKET + 1)

ROMANS = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
NAMED = {"phần": PART, "chương": CHAPTER, "mục": SECTION}
ORDINALS = r"thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
# A stop after the number, then a blank or at once a capital letter ("1.Mục đích").
AFTER = r"(?:(?=\s|$)|(?=[^\W\d_][^\W\d_]))"
PATTERNS = (
    (
        None,
        re.compile(
            rf"(?P<label>(?P<name>phần|chương|mục)\s+(?:{ROMANS}|\d{{1,2}}|{ORDINALS})(?:\s*[.:]|(?=$)))\s*",
            re.I,
        ),
    ),
    (ARTICLE, re.compile(r"(?P<label>Điều\s+\d{1,3}\s*[.:])\s*", re.I)),
    (
        DOTTED,
        re.compile(rf"(?P<label>(?:{ROMANS}|\d{{1,3}})(?:\.\d{{1,2}}){{1,60}}(?:[.)/]|(?=\s))){AFTER}\s*"),
    ),
    (ROMAN, re.compile(rf"(?P<label>{ROMANS}(?:\s?[.)]|/(?=\s)|\s?[-–](?=\s))){AFTER}\s*")),
    (CAPITAL, re.compile(r"(?P<label>[A-HJ-UĐ][.)])(?=\s)\s*")),
    (NUMBER, re.compile(rf"(?P<label>\d{{1,3}}(?:\s?\.|[/-](?=\s))){AFTER}\s*")),
    (BRACKET, re.compile(r"(?P<label>\d{1,3}\)|\(\d{1,3}\)|\([a-zđ]\)|\(?(?:i{2,3}|iv|vi{1,3}|ix)\))\s*")),
    (LETTER, re.compile(r"(?P<label>[a-zđ](?:\)|[./-](?=\s)))\s*")),
    (DASH, re.compile(r"(?P<label>[-–—−‒•●▪■◦·](?![\d-]))\s*|(?P<bullet>o)\s(?=\w)")),
    (PLUS, re.compile(r"(?P<label>\+(?!\d))\s*")),
)


@dataclass(frozen=True)
class Label:
    """`written` as in the text, `rest`: the words after it."""

    kind: int
    written: str
    rest: str

    @property
    def name(self) -> str:
        """What the label adds to a path: II, 2, a, 1.2, Điều 3."""
        return " ".join(self.written.strip("()").rstrip(".)/:-– ").split())


def label_of(line: str) -> Label | None:
    for kind, pattern in PATTERNS:
        if found := pattern.match(line):
            written = found["label"] if kind != DASH else found["label"] or found["bullet"]
            return Label(NAMED[found["name"].lower()] if kind is None else kind, written, line[found.end() :])
    return None
