"""Which units and people a page may show, and on which day."""

import datetime as dt

from django.http import HttpRequest

from thiduakt.clock import today
from units.forms.search import DayForm
from units.models import Person, Unit
from units.services.rights import keeps


def units_of(request: HttpRequest):
    """What one may see by visible_to, and what one keeps."""
    user, on = request.user, today()
    if user.has_perm("units.change_unit"):
        return Unit.objects.all()
    return Unit.objects.visible_to(user, on)


def people_of(request: HttpRequest):
    user = request.user
    if user.has_perm("units.change_person"):
        return Person.objects.all()
    return Person.objects.visible_to(user, today())


def day_of(request: HttpRequest) -> tuple[dt.date, DayForm]:
    """The day asked for (`?ngay=`), today when none or a senseless one; the form says what was wrong."""
    form = DayForm(request.GET) if request.GET.get("ngay") else DayForm()
    chosen = form.cleaned_data.get("ngay") if form.is_bound and form.is_valid() else None
    return chosen or today(), form


def keeps_here(request: HttpRequest, row: Unit | Person) -> bool:
    """Whether the reader keeps this unit or this person today."""
    return keeps(request.user, row, today())
