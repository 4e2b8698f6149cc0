"""Keeping people: a new one, corrections, moves, leaving, the citizen number, two rows of one person."""

from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from thiduakt.clock import today
from thiduakt.web import refusals_as_messages, refusals_on
from units.facts.pages import with_post
from units.forms.people import (
    HeadcountForm,
    IdentityForm,
    LeaveForm,
    MergeForm,
    MoveForm,
    NewPersonForm,
    NumberForm,
    RevealForm,
)
from units.models import Person, Unit
from units.services import identity, people, posts

from .scope import keeps_here, people_of, units_of


def kept_person(request: HttpRequest, pk: int) -> Person:
    """404 for one not to be seen, 403 for who only reads."""
    person = get_object_or_404(people_of(request), pk=pk, merged_into__isnull=True)
    if not keeps_here(request, person):
        raise PermissionDenied
    return person


def kept_units(request: HttpRequest):
    found = Unit.objects.kept_by(request.user, today()).filter(valid_to__isnull=True)
    if not found.exists():
        raise PermissionDenied
    return found


def done(form, act) -> bool:
    """Whether `act(**cleaned data)` was done; its refusal stands on the form."""
    if not (form.is_bound and form.is_valid()):
        return False
    with refusals_on(form):
        act(**form.cleaned_data)
    return form.is_valid()


def ask(request: HttpRequest, person: Person, form, act, *, title: str, verb: str, told: str) -> HttpResponse:
    """One form about one person: shown, or done and back to the person's page."""
    if done(form, act):
        messages.success(request, told)
        return redirect(person)
    context = {"form": form, "person": person, "title": title, "verb": verb}
    return render(request, "units/person_form.html", context)


def sent(request: HttpRequest):
    return request.POST if request.method == "POST" else None


def person_new(request: HttpRequest) -> HttpResponse:
    """Asks before a second row of the same name: is it this person?"""
    units, alike = kept_units(request), alike_to(request)
    first = {"unit": request.GET.get("don_vi")}
    form = NewPersonForm(sent(request), units=units, alike=alike, initial=first)
    unasked = bool(alike) and not answered(form, alike)
    if not unasked and form.is_bound and form.is_valid() and (made := created(request, form)):
        messages.success(request, f"Đã ghi {made}.")
        return redirect(made)
    asked = alike_shown(request, alike) if unasked and form.is_valid() else {}
    return render(request, "units/person_new.html", {"form": form, **asked})


def alike_shown(request: HttpRequest, alike) -> dict:
    """Look-alikes with their work where one may see them; of the others only that they are there."""
    seen = with_post(alike.filter(pk__in=people_of(request).values("pk")), today())
    hidden = alike.exclude(pk__in=people_of(request).values("pk"))
    return {"alike": seen, "hidden": list(hidden), "asked": True}


def answered(form: NewPersonForm, alike) -> bool:
    """Whether the sender saw every look-alike and said it is somebody else."""
    return form.is_valid() and set(form.cleaned_data["apart_from"]) >= {person.pk for person in alike}


def alike_to(request: HttpRequest):
    """Rows of the same name, by what was typed so far."""
    if request.method != "POST":
        return Person.objects.none()
    typed = NewPersonForm(request.POST, units=Unit.objects.none())
    typed.is_valid()
    name = typed.cleaned_data.get("full_name")
    if not name:
        return Person.objects.none()
    return people.look_alikes(name, typed.cleaned_data.get("birth_date"))


def created(request: HttpRequest, form: NewPersonForm) -> Person | None:
    data = form.cleaned_data | {"apart_from": set(form.cleaned_data["apart_from"])}
    with refusals_on(form):
        return people.create_person(by=request.user, **data)
    return None


def person_edit(request: HttpRequest, pk: int) -> HttpResponse:
    person = kept_person(request, pk)
    form = IdentityForm(sent(request), instance=Person.objects.get(pk=pk))
    words = {"title": "Sửa họ tên, ngày sinh", "verb": "Lưu", "told": "Đã sửa."}
    return ask(request, person, form, partial(people.edit_person, person, by=request.user), **words)


def person_move(request: HttpRequest, pk: int) -> HttpResponse:
    person = kept_person(request, pk)
    held = person.appointments.on(today()).select_related("unit")
    form = MoveForm(sent(request), units=kept_units(request), posts=held)

    def act(leaves=(), **data) -> None:
        people.move_person(person, by=request.user, leaves=list(leaves), **data)

    told = f"Đã ghi chức vụ mới của {person}."
    return ask(request, person, form, act, title="Điều động, bổ nhiệm", verb="Ghi chức vụ mới", told=told)


def person_leave(request: HttpRequest, pk: int) -> HttpResponse:
    person = kept_person(request, pk)
    form = LeaveForm(sent(request))
    told = f"Đã ghi {person} thôi làm việc. Hồ sơ, khen thưởng vẫn giữ nguyên."
    words = {"title": "Thôi việc, nghỉ hưu, chuyển đi", "verb": "Ghi thôi việc", "told": told}
    return ask(request, person, form, partial(people.leave_person, person, by=request.user), **words)


def person_number(request: HttpRequest, pk: int) -> HttpResponse:
    person = kept_person(request, pk)
    told = "Đã ghi số định danh; trang chỉ hiện ba chữ số cuối."
    form = NumberForm(sent(request))
    words = {"title": "Ghi số định danh cá nhân", "verb": "Lưu", "told": told}
    return ask(request, person, form, partial(identity.set_citizen_number, person, by=request.user), **words)


def person_reveal(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole number, once, to who says what for; the view is recorded first."""
    person = kept_person(request, pk)
    form, number = RevealForm(sent(request)), ""
    if form.is_bound and form.is_valid():
        with refusals_as_messages(request):
            number = identity.reveal_citizen_number(person, by=request.user, **form.cleaned_data)
    return render(request, "units/person_number.html", {"form": form, "person": person, "number": number})


def person_merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Other rows of the same name: which of them is this person?"""
    person = kept_person(request, pk)
    kept = Person.objects.kept_by(request.user, today()).values("pk")
    alike = people.look_alikes(person.full_name, person.birth_date, but=pk).filter(pk__in=kept)
    form = MergeForm(sent(request), alike=alike)
    if done(form, partial(identity.merge_people, person, by=request.user)):
        messages.success(request, f"Đã gộp hai dòng của {person}.")
        return redirect(person)
    context = {"form": form, "person": person, "alike": with_post(alike, today())}
    return render(request, "units/person_merge.html", context)


@require_POST
def headcount(request: HttpRequest, pk: int) -> HttpResponse:
    """The posts of a unit in one year."""
    unit = get_object_or_404(units_of(request), pk=pk)
    if not keeps_here(request, unit):
        raise PermissionDenied
    form = HeadcountForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Ghi năm và số biên chế bằng số, ví dụ 2026 và 12.")
        return redirect(unit)
    with refusals_as_messages(request):
        posts.set_headcount(unit, **form.cleaned_data, by=request.user)
        messages.success(request, f"Đã ghi biên chế năm {form.cleaned_data['year']}.")
    return redirect(unit)
