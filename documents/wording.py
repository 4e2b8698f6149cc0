"""What of a draft its office words itself; the list, its numbers, names and money are never typed.

The words of the system stay in the snapshot under `generated`, those of the office under `typed`; what is
printed stands in its own place, so that a paper prints as any other.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher

GROUNDS = ("Căn cứ ", "Theo ", "Xét ")
MOST_LINES, LONGEST = 20, 2_000


@dataclass(frozen=True)
class Part:
    """One free part; `help` says what it is for."""

    key: str
    label: str
    help: str


GROUND = Part("grounds", "Căn cứ thêm", "Mỗi dòng một căn cứ, bắt đầu bằng “Căn cứ”, “Xét” hoặc “Theo”.")
RECIPIENTS = Part("recipients", "Nơi nhận", "Mỗi dòng một nơi nhận. Để trống: theo bản hệ thống lập.")
PARTS = {
    "decision.html": (
        GROUND,
        Part("closing", "Điều khoản thi hành", "Điều cuối cùng. Để trống: theo bản hệ thống lập."),
        RECIPIENTS,
    ),
    "submission.html": (
        Part("opening", "Lời dẫn", "Đứng trước câu kính trình; mỗi đoạn một dòng."),
        GROUND,
        Part("closing", "Lời kết", "Câu cuối của tờ trình. Để trống: theo bản hệ thống lập."),
        RECIPIENTS,
    ),
}
# What the words may change of the dict that is printed.
CHANGED = ("grounds", "articles", "body", "closing", "recipients")


def parts_of(template: str) -> tuple[Part, ...]:
    return PARTS.get(template, ())


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def bare(template: str, snapshot: dict) -> dict:
    """The snapshot as the system wrote it."""
    kept = {key: value for key, value in snapshot.items() if key not in ("generated", "typed")}
    return kept | snapshot.get("generated", {})


def usual(template: str, snapshot: dict) -> dict[str, str]:
    """What the system wrote in each part; nothing where the office only adds."""
    written = bare(template, snapshot)
    closing = written["articles"][-1]["text"] if "articles" in written else written.get("closing", "")
    found = {"closing": closing, "recipients": "\n".join(written.get("recipients", []))}
    return {part.key: found.get(part.key, "") for part in parts_of(template)}


def as_worded(template: str, snapshot: dict) -> dict[str, str]:
    """What stands in each part now."""
    return usual(template, snapshot) | snapshot.get("typed", {})


def reworded(template: str, snapshot: dict, words: dict[str, str]) -> dict:
    """The snapshot with the office's words; what is empty, or says what the system said, is the system's."""
    written, own = bare(template, snapshot), usual(template, snapshot)
    typed = {key: text for key, text in words.items() if key in own and text and text != own[key]}
    made = written | changed(written, typed)
    made |= {"typed": typed, "revision": snapshot.get("revision", 0) + 1}
    made["generated"] = {key: written[key] for key in CHANGED if key in written and made[key] != written[key]}
    return made


def with_words(template: str, snapshot: dict, words: dict[str, str]) -> dict:
    """A draft made anew takes over what the office had worded in the former one."""
    return reworded(template, snapshot, words) if words else snapshot


def changed(written: dict, typed: dict[str, str]) -> dict:
    """The places of the printed dict that the words go to."""
    found: dict = {}
    if grounds := lines_of(typed.get("grounds", "")):
        last = written["grounds"][-1:] if "articles" in written else []
        found["grounds"] = [*written["grounds"][: len(written["grounds"]) - len(last)], *grounds, *last]
    if opening := lines_of(typed.get("opening", "")):
        found["body"] = [*opening, *written["body"]]
    if recipients := lines_of(typed.get("recipients", "")):
        found["recipients"] = recipients
    if closing := " ".join(lines_of(typed.get("closing", ""))):
        found |= with_closing(written, closing)
    return found


def with_closing(written: dict, text: str) -> dict:
    if "articles" not in written:
        return {"closing": text}
    *rest, last = written["articles"]
    return {"articles": [*rest, last | {"text": text}]}


def faults(words: dict[str, str]) -> list[str]:
    """Why words may not stand, in sentences."""
    grounds = lines_of(words.get("grounds", ""))
    found = [
        f"Dòng căn cứ “{line[:60]}” bắt đầu bằng “Căn cứ”, “Xét” hoặc “Theo”."
        for line in grounds
        if not line.startswith(GROUNDS)
    ]
    if any(len(lines_of(text)) > MOST_LINES or len(text) > LONGEST for text in words.values()):
        found.append(f"Mỗi phần nhiều nhất {MOST_LINES} dòng, {LONGEST} chữ cái.")
    return found


def compared(old: str, new: str) -> list[tuple[str, str]]:
    """("same" | "gone" | "new", words) from one text to the other."""
    was, now = old.split(), new.split()
    found: list[tuple[str, str]] = []
    for tag, i, j, k, m in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        pieces = [("same", was[i:j])] if tag == "equal" else [("gone", was[i:j]), ("new", now[k:m])]
        found += [(mark, " ".join(words)) for mark, words in pieces if words]
    return found
