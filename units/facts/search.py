"""People by words of their name, among many: the keys of those who may be seen, as many as are shown."""

import datetime as dt

from units.models import Person, Unit, User


def found_people(user: User, on: dt.date, words: str, most: int) -> list[int]:
    """At most so many keys, in the order of the list; of rows merged away none.

    The same people as `visible_to` gives, each kind asked by itself: together the database walks through
    everybody whom an office sees before it looks at a name.
    """
    named = Person.objects.filter(merged_into__isnull=True).found(words).order_by("sort_key", "pk")
    if user.has_perm("units.change_person"):
        kinds = [named]
    else:
        within = Unit.objects.within(user.reading_unit_ids(on), on)
        units = list(within.order_by().values_list("pk", flat=True))
        oneself = named.filter(pk=user.person_id)
        kinds = [named.at_work_in(units, on), named.gone_from(units, on), oneself]
    found = {row for kind in kinds for row in kind.values_list("sort_key", "pk")[:most]}
    return [key for _, key in sorted(found)[:most]]


def shown(keys: list[int], user: User, on: dt.date):
    """These people, out of those whom one may see, in the order of the list."""
    seen = Person.objects
    if not user.has_perm("units.change_person"):
        seen = seen.visible_to(user, on, keys)
    return seen.filter(pk__in=keys).order_by("sort_key", "pk")
