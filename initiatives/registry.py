"""What only the apps above know of initiatives, handed down when the site starts."""

from collections.abc import Callable

# (initiative keys) -> {(initiative, person): what it was used for}; each author uses it once.
USES: list[Callable] = []


def used_for(keys) -> dict[tuple[int, int], str]:
    """{(initiative, person): words} of all that know of uses."""
    return {key: words for uses in USES for key, words in uses(keys).items()}
