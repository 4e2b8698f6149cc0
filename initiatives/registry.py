"""What only the apps above know of initiatives, handed down when the site starts."""

from collections.abc import Callable
from typing import NamedTuple


class Use(NamedTuple):
    """What an author used an initiative for, in words, and the key of that dossier."""

    words: str
    dossier: int


# (initiative keys) -> {(initiative, person): Use}; each author uses it once.
USES: list[Callable] = []


def used_for(keys) -> dict[tuple[int, int], Use]:
    """{(initiative, person): Use} of all that know of uses."""
    return {key: use for uses in USES for key, use in uses(keys).items()}
