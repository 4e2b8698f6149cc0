"""The start page, and the number of tasks in the menu of every page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_POST, require_safe

from thiduakt.clock import today
from thiduakt.web.kept import keep, kept
from units.enums import UNIT_ROLES, Role

from .cards import cards_for
from .derive import tasks_for
from .items import TaskItem, grouped
from .notices import mark_read, unread

MENU = "menu"


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """/: what waits, grouped by day, beside the plans one takes part in."""
    user, on = request.user, today()
    tasks = tasks_of(request)
    context = {
        "on": on,
        "groups": grouped(tasks, on),
        "total": len(tasks),
        "late": sum(bool(item.due and item.due < on) for item in tasks),
        "cards": cards_for(user, on, tasks),
        "notices": unread(user, on),
        "lesson": lesson(user, on),
        "lent": [held for held in user.memberships_on(on) if held.delegation_id],
    }
    return render(request, "inbox/inbox.html", context)


def tasks_of(request: HttpRequest) -> list[TaskItem]:
    """Asked once in a request: the page and the menu show the same."""
    if not hasattr(request, "inbox_tasks"):
        request.inbox_tasks = tasks_for(request.user, today())
    return request.inbox_tasks


def counted(request: HttpRequest) -> int:
    """As kept, unless this page asked for the tasks anyway."""
    if not hasattr(request, "inbox_tasks"):
        return kept(request, MENU, lambda: len(tasks_of(request)))
    keep(request, MENU, len(request.inbox_tasks))
    return len(request.inbox_tasks)


def waiting(request: HttpRequest) -> dict:
    """Context processor: `waiting_count`, counted only where a page shows it."""
    user = getattr(request, "user", None)
    known = bool(user and user.is_authenticated)
    return {"waiting_count": SimpleLazyObject(lambda: counted(request) if known else 0)}


def lesson(user, on) -> str:
    """Which introduction stands on an empty page: `unit`, `office`, `admin` or `own`."""
    roles = {membership.role for membership in user.memberships_on(on)}
    if roles & set(UNIT_ROLES):
        return "unit"
    if roles & {Role.OFFICER, Role.OFFICE_HEAD, Role.SIGNER, Role.RECORDS}:
        return "office"
    return "admin" if Role.ADMIN in roles else "own"


@require_POST
def notices_read(request: HttpRequest) -> HttpResponse:
    """Đã đọc: the named line (`id`), or all of one's own."""
    keys = [int(key) for key in request.POST.getlist("id") if key.isdecimal()]
    mark_read(request.user, today(), keys if "id" in request.POST else None)
    return redirect("inbox")
