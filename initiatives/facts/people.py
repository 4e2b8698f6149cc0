"""Who may be a co-author: people of the body that recognises and of all units below it."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from initiatives.models import Initiative
from thiduakt.vietnamese.text import search_key
from units.models import Appointment, Person, Unit


def in_reach(initiative: Initiative, on: dt.date):
    here = Unit.objects.within([initiative.office_id], on)
    working = Appointment.objects.on(on).filter(unit__in=here)
    return Person.objects.filter(pk__in=working.values("person"), merged_into__isnull=True)


def people_named(initiative: Initiative, name: str, on: dt.date) -> list[Person]:
    """People of exactly this full name, marks left aside: nobody reads through the list of all."""
    found = in_reach(initiative, on).filter(search_key=search_key(name))
    return list(found.prefetch_related("appointments__unit").order_by("sort_key", "pk"))


def authors_and_chosen(
    initiative: Initiative, keys: Iterable[str], on: dt.date
) -> list[tuple[Person, Decimal | None, str]]:
    """(person, share, qualification) of the authors in order, then those chosen beside them."""
    shares = [(author.person, author.share, author.qualification) for author in initiative.authors.all()]
    known = {person.pk for person, _, _ in shares}
    wanted = [int(key) for key in keys if key.isascii() and key.isdigit() and len(key) < 10]
    more = in_reach(initiative, on).exclude(pk__in=known).in_bulk(wanted)
    return shares + [(more[key], None, "") for key in dict.fromkeys(wanted) if key in more]
