"""What changed since verdicts were kept with a stage: both are shown, the old one is never rewritten."""

from collections.abc import Iterable
from dataclasses import dataclass

GONE = "Không còn được hỏi."
NEW = "Chưa được hỏi."


@dataclass(frozen=True)
class Change:
    """One line that is not what it was, `url` opens its article; no outcome where the line was not there."""

    title: str
    citation: str
    was: str
    was_outcome: str
    now: str
    now_outcome: str
    url: str = ""


def changes(kept: Iterable[dict], now: Iterable[dict]) -> list[Change]:
    """Lines whose word, sentence or facts differ, in the order of now, then those that are gone."""
    before = {key_of(row): row for row in kept}
    after = {key_of(row): row for row in now}
    keys = [*after, *(key for key in before if key not in after)]
    return [
        change(before.get(key), after.get(key)) for key in keys if differ(before.get(key), after.get(key))
    ]


def key_of(row: dict) -> str:
    return row.get("key") or f"plan:{row['criterion']}"


def differ(was: dict | None, now: dict | None) -> bool:
    """Facts tell of a change too where they are shown; rows kept without them are not asked."""
    if was is None or now is None:
        return True
    if (was["outcome"], was["say"]) != (now["outcome"], now["say"]):
        return True
    return "facts" in was and set(sources(was)) != set(sources(now))


def sources(row: dict) -> dict[str, None]:
    """The facts behind the sentences, as they are shown, each once."""
    found = (f"{fact['value']}, {fact['source']}" for fact in row.get("facts", []) if fact["source"])
    return dict.fromkeys(found)


def change(was: dict | None, now: dict | None) -> Change:
    row = now or was
    return Change(
        row.get("title", ""),
        row["citation"],
        said(was) if was else NEW,
        was["outcome"] if was else "",
        said(now) if now else GONE,
        now["outcome"] if now else "",
        row.get("url", ""),
    )


def said(row: dict) -> str:
    """The sentences with the facts behind them: a source that changed is seen too."""
    shown = "; ".join(sources(row))
    return " ".join(row["say"]) + (f" ({shown})" if shown else "")
