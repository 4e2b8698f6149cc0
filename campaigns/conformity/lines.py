"""One line of the check, and the ways to make it."""

from dataclasses import dataclass, field, replace

MET, BLOCKS, HINT = "met", "unmet", "confirm"


@dataclass(frozen=True)
class Check:
    """`outcome`: met, unmet (the plan may not go on) or confirm (it may). `paths`: clauses meant."""

    outcome: str
    say: str
    paths: list[str] = field(default_factory=list)
    key: str = ""
    title: str = ""
    law: str = ""


def met(say: str) -> Check:
    return Check(MET, say)


def blocks(say: str, paths=()) -> Check:
    return Check(BLOCKS, say, [path for path in paths if path])


def hint(say: str, paths=()) -> Check:
    return Check(HINT, say, [path for path in paths if path])


def check(good: bool, otherwise: str, say: str, paths=()) -> Check:
    return met(say) if good else hint(otherwise, paths)


def cited(found: Check, key: str, title: str, law: str = "") -> Check:
    return replace(found, key=key, title=title, law=law)
