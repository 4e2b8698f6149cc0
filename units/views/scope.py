"""Which units and people a page may show, and on which day."""

import datetime as dt

from django.http import HttpRequest

from thiduakt.clock import today
from units.forms.search import DayForm
from units.models import Person, Unit
from units.services.rights import keeps

FEW = 2_000


def units_of(request: HttpRequest):
    """What one may see by visible_to, and what one keeps."""
    user, on = request.user, today()
    if user.has_perm("units.change_unit"):
        return Unit.objects.all()
    return Unit.objects.visible_to(user, on)


def people_of(request: HttpRequest, words: str = ""):
    """`words` of a name: where they leave few people, it is asked once which of those may be seen."""
    user, on = request.user, today()
    if user.has_perm("units.change_person"):
        return Person.objects.all()
    named = Person.objects.found(words).order_by().values_list("pk", flat=True) if words else ()
    keys = list(named[: FEW + 1])
    if not words or len(keys) > FEW:
        return Person.objects.visible_to(user, on)
    seen = Person.objects.visible_to(user, on, keys).order_by().values_list("pk", flat=True)
    return Person.objects.filter(pk__in=list(seen))


def day_of(request: HttpRequest) -> tuple[dt.date, DayForm]:
    """The day asked for (`?ngay=`), today when none or a senseless one; the form says what was wrong."""
    form = DayForm(request.GET) if request.GET.get("ngay") else DayForm()
    chosen = form.cleaned_data.get("ngay") if form.is_bound and form.is_valid() else None
    return chosen or today(), form


def keeps_here(request: HttpRequest, row: Unit | Person) -> bool:
    """Whether the reader keeps this unit or this person today."""
    return keeps(request.user, row, today())
