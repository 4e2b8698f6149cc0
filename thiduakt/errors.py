"""The one way to say no."""


class Reason(str):
    """A sentence that says no, with the name of the guard that says it.

    Who leaves a reason out (it is asked for on the same page) knows it by its guard, not by its words.
    """

    guard: str

    def __new__(cls, sentence: str, guard: str):
        made = super().__new__(cls, sentence)
        made.guard = guard
        return made


def without(reasons: list[str], *guards: str) -> list[str]:
    """The reasons that other guards gave."""
    return [reason for reason in reasons if getattr(reason, "guard", "") not in guards]


class Refused(Exception):
    """An act that may not happen, told in one Vietnamese sentence.

    `reasons` holds every sentence when several rules refuse at once; `str()` joins them.
    Raised by services, shown by pages, the admin and commands alike; nothing was written.
    """

    def __init__(self, *reasons: str):
        super().__init__(" ".join(reasons))
        self.reasons = list(reasons)
