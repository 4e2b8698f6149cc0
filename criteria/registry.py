"""What only the apps above know of people, handed down when the site starts."""

from collections.abc import Callable, Collection

from criteria.eligibility import Initiative

# (person keys) -> {person: [criteria.eligibility.Initiative]}: recognised ones of each, used ones said so.
INITIATIVES: list[Callable[[Collection[int]], dict[int, list[Initiative]]]] = []


def initiatives_of(people: Collection[int]) -> dict[int, list[Initiative]] | None:
    """{person: recognised initiatives}, everybody named; None while nobody keeps initiatives."""
    if not INITIATIVES:
        return None
    found: dict[int, list[Initiative]] = {person: [] for person in people}
    for known in INITIATIVES:
        for person, initiatives in known(people).items():
            found.setdefault(person, []).extend(initiatives)
    return found
