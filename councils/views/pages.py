"""Reading sessions: the list, one session, its minutes; planning a new one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from councils.enums import SessionState
from councils.facts import ballots, quorum, thresholds, why_tied
from councils.forms import AgendaForm, ChairForm, NewSessionForm, VotesForm, WriteForm
from councils.models import Council, CouncilMember, CouncilSession
from councils.printing import SESSION_HEADINGS, session_lines
from councils.registry import BUSINESS, About
from councils.services import (
    COUNTINGS,
    KEEPERS,
    PLANNERS,
    WRITINGS,
    may_keep,
    may_plan,
    newest,
    plan_session,
    why_not_close,
)
from thiduakt.clock import today
from thiduakt.web import list_file, paginate, refusals_on
from units.models.dated import in_force

from .standing import ballot_context, keeper_context


def visible(request: HttpRequest):
    return CouncilSession.objects.visible_to(request.user, today()).select_related("council__unit")


def plannable(user, on):
    """Councils in force that one may plan a session of."""
    seats = CouncilMember.objects.filter(
        in_force(on), seat__in=KEEPERS, person=user.person_id, person__isnull=False
    )
    own = Q(unit__in=user.acting_unit_ids(on, PLANNERS)) | Q(pk__in=seats.values("council"))
    return Council.objects.filter(own & in_force(on, start="valid_from", end="valid_to"))


@require_safe
def session_list(request: HttpRequest) -> HttpResponse:
    """Sessions one sits in or works for: those not closed first."""
    sessions = visible(request).annotate(
        is_closed=Q(state=SessionState.CLOSED), item_count=Count("items", distinct=True)
    )
    sessions = sessions.order_by("is_closed", "-held_on", "-pk")
    if file := list_file(request, "Phiên họp Hội đồng", SESSION_HEADINGS, session_lines(sessions)):
        return file
    page = paginate(request, sessions, per_page=20)
    may_add = plannable(request.user, today()).exists()
    return render(request, "councils/list.html", {"page": page, "may_add": may_add})


def session_new(request: HttpRequest) -> HttpResponse:
    """A session of one of the councils one may plan for."""
    councils = plannable(request.user, today())
    if not councils:
        raise PermissionDenied
    form = NewSessionForm(request.POST or None, councils=councils, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        session = planned(form, by=request.user)
        if session:
            messages.success(request, "Đã lập phiên họp. Mọi thành viên đang được ghi có mặt.")
            return redirect(session)
    return render(request, "councils/new.html", {"form": form})


def planned(form: NewSessionForm, *, by) -> CouncilSession | None:
    """The new session; a refusal stands on the form."""
    with refusals_on(form):
        return plan_session(**form.cleaned_data, by=by)
    return None


@require_safe
def session_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return session_page(request, get_object_or_404(visible(request), pk=pk))


def session_page(request: HttpRequest, session: CouncilSession, **forms) -> HttpResponse:
    """The whole page; `forms` are those that came back with something wrong in them."""
    facts = facts_of(session, request.user)
    keeping = facts["keeping"]
    context = {"session": session, **facts}
    if keeping:
        context |= empty_forms(session, facts) | keeper_context(session, facts, today()) | forms
        context["ties_forms"] = ties_forms(facts["ballots"], forms.get("ties_form"))
    if may_plan(session.council, request.user, today()) and facts["open"]:
        context["agenda_form"] = forms.get("agenda_form") or agenda_form(session, request.user)
    return render(request, "councils/session.html", context)


def facts_of(session: CouncilSession, user) -> dict:
    """What the page says, whoever reads it."""
    items, counted = list(session.items.prefetch_related("excluded__person")), quorum(session)
    about = about_of(session, user)
    found = ballots(items, counted["total"], about)
    return {
        "items": items,
        "quorum": counted,
        "about": about,
        "ballots": found,
        "pools": [ballot for ballot in found if ballot.pool],
        "thresholds": thresholds(items, counted["total"]),
        "attendances": list(session.attendances.select_related("member__person", "substitute")),
        **ballot_context(session, user, items),
        **what_to_do(session, user, items, found),
    }


def what_to_do(session: CouncilSession, user, items, found) -> dict:
    """Whether it is open, for whom, and what keeps it from being closed."""
    business = BUSINESS.get(session.council.kind)
    scores = business.scores(session) if business and business.scores else ""
    if session.state == SessionState.CLOSED:
        return {"open": False, "keeping": False, "reasons": [], "next": "", "scores": scores}
    reasons = business.reasons(session) if scores else why_not_close(session) + why_tied(found)
    return {
        "open": True,
        "keeping": may_keep(session.council, user, today()),
        "reasons": reasons,
        "next": scoring_step(session, items, reasons) if scores else next_step(session, items, found),
        "scores": scores,
    }


def about_of(session: CouncilSession, user) -> About:
    business = BUSINESS.get(session.council.kind)
    return business.about(session, user, today()) if business else About()


def next_step(session: CouncilSession, items, found) -> str:
    """The one thing to do now: its button is the red one."""
    if not items:
        return "agenda"
    if session.state == SessionState.PLANNED:
        return "write"
    if any(item.yes is None for item in items):
        return "votes"
    return "ties" if any(ballot.ties for ballot in found) else "close"


def scoring_step(session: CouncilSession, items, reasons: list[str]) -> str:
    """The same for a council that scores: its sheets take the place of the counts."""
    if not items:
        return "agenda"
    if session.state == SessionState.PLANNED:
        return "write"
    return "scores" if reasons else "close"


def empty_forms(session: CouncilSession, facts: dict) -> dict:
    return {
        "write_form": WriteForm(instance=session, attendances=facts["attendances"]),
        "votes_form": VotesForm(items=by_hands(facts)),
        "written": newest(session, WRITINGS),
        "counted": newest(session, COUNTINGS),
    }


def ties_forms(found: list, sent: ChairForm | None) -> list[tuple]:
    """(ranking, form) of each with equal votes at the last place; the one that was sent as it came back."""
    back = {item.pk for item in sent.items} if sent else set()
    return [
        (ballot, sent if back & {item.pk for item in ballot.ties} else ChairForm(items=ballot.ties))
        for ballot in found
        if ballot.ties
    ]


def by_hands(facts: dict) -> list:
    """Proposals whose raised hands may still be typed: no secret ballot was held, none is demanded."""
    held = {item.pk for row in (*facts["counted_rounds"], facts["round"]) if row for item in row.items.all()}
    return [item for item in facts["items"] if not item.ballot_required and item.pk not in held]


def agenda_form(session: CouncilSession, user, data=None) -> AgendaForm | None:
    """What may still be put on the agenda; None when there is nothing."""
    business = BUSINESS.get(session.council.kind)
    candidates = business.candidates(session, user, today()) if business else []
    return AgendaForm(data, candidates=candidates) if candidates else None
