"""The one way to say no."""


class Refused(Exception):
    """An act that may not happen, told in one Vietnamese sentence.

    `reasons` holds every sentence when several rules refuse at once; `str()` joins them.
    Raised by services, shown by pages, the admin and commands alike; nothing was written.
    """

    def __init__(self, *reasons: str):
        super().__init__(" ".join(reasons))
        self.reasons = list(reasons)
