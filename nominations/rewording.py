"""Which words of a text changed: what was taken out, what came in."""

from difflib import SequenceMatcher

SAME, OUT, IN = "same", "out", "in"
# Above this many words whole lines are compared: word by word would take too long.
MOST_WORDS = 1500


def pieces(text: str) -> list[str]:
    """Words with the space behind them, or lines where there are too many."""
    words = [word + " " for line in text.splitlines() for word in [*line.split(), "\n"]]
    return words if len(words) <= MOST_WORDS else text.splitlines(keepends=True)


def changed_words(before: str, after: str) -> list[tuple[str, str]]:
    """[(same | out | in, words)] in the order in which they are read."""
    was, now = pieces(before), pieces(after)
    if len(was) > MOST_WORDS or len(now) > MOST_WORDS:
        was, now = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found = []
    for what, i, j, k, end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if what == "equal":
            found.append((SAME, joined(was[i:j])))
            continue
        found += [
            (kind, words) for kind, words in ((OUT, joined(was[i:j])), (IN, joined(now[k:end]))) if words
        ]
    return found


def joined(words: list[str]) -> str:
    return "".join(words).strip(" ")
