"""Capacity and position above a signature against what the signer holds (NĐ 30/2020, Điều 13)."""

import re

CAPACITY = re.compile(r"^(TM|KT|TL|TUQ|Q)\.\s*")


def plain(line: str) -> str:
    return " ".join(CAPACITY.sub(lambda found: f"{found[1]}. ", line.strip()).upper().split())


def capacities(lines: list[str]) -> list[str]:
    return [found[1] for line in lines if (found := CAPACITY.match(line.strip()))]


def contradiction(lines: list[str], expected: list[str]) -> str:
    """Why the lines cannot stand above this signer's name; empty when they can."""
    want = " / ".join(expected)
    if not lines:
        return f"Chưa ghi quyền hạn, chức vụ; theo chức vụ của người ký là “{want}”."
    written, due = set(capacities(lines)) - {"TM"}, set(capacities(expected)) - {"TM"}
    if written != due or plain(lines[-1]) != plain(expected[-1]):
        return f"“{' / '.join(lines)}” không khớp chức vụ của người ký; theo chức vụ là “{want}”."
    return ""


def remark(lines: list[str], expected: list[str]) -> str:
    """What differs only in the way of writing it."""
    if lines == expected:
        return ""
    return f"Bản soạn ghi “{' / '.join(lines)}”; NĐ 30 ghi “{' / '.join(expected)}”."
