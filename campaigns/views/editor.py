"""Writing a plan's tree: the whole with its rules, then one clause at a time, two editors kept apart."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from campaigns.facts.editor import citing, editor_page, next_label
from campaigns.facts.kinds import KINDS
from campaigns.forms import ClauseForm, PlanForm
from campaigns.models import Campaign, Clause
from campaigns.permissions import OFFICE
from campaigns.services.locking import Newer
from campaigns.services.plans import start_plan
from campaigns.services.tree import add_clause, edit_clause, move_clause, remove_clause, renumber
from thiduakt.clock import database_now, today
from thiduakt.errors import Refused
from thiduakt.web import for_roles, refusals_as_messages

from .drafts import draft_of, editable
from .intake import own_units
from .pages import plan_opened

MOVES = ("up", "down", "in", "out")


@for_roles(*OFFICE)
def campaign_new(request: HttpRequest) -> HttpResponse:
    """A plan written here from nothing: its title, year and issuer, then the editor."""
    form = PlanForm(request.POST or None, units=own_units(request), initial={"year": today().year})
    if request.method == "POST" and form.is_valid():
        return redirect("campaigns:editor", start_plan(**form.cleaned_data, by=request.user).pk)
    return render(request, "campaigns/new.html", {"form": form})


def campaign_editor(request: HttpRequest, pk: int) -> HttpResponse:
    """The tree with what each clause sets; POST moves, takes out or numbers anew."""
    campaign = editable(request, plan_opened(request, pk))
    if request.method == "POST":
        place = ""
        with refusals_as_messages(request):
            place = arranged(request, campaign)
        return redirect(f"{request.path}{place}")
    return render(request, "campaigns/editor.html", editor_page(campaign))


def arranged(request: HttpRequest, campaign: Campaign) -> str:
    """One button, one act; the anchor of what was moved."""
    for way in MOVES:
        if key := request.POST.get(way):
            return f"#{move_clause(clause_named(campaign, key), way, by=request.user).anchor}"
    if key := request.POST.get("remove"):
        clause = clause_named(campaign, key)
        remove_clause(clause, by=request.user)
        messages.success(request, f"Đã xóa {clause.citation}.")
    elif request.POST.get("renumber"):
        changed = renumber(campaign, by=request.user)
        messages.success(request, f"Đã đánh số lại: {changed} nhãn đổi. Xem lại câu nào dẫn số mục cũ.")
    return ""


def clause_named(campaign: Campaign, key: str) -> Clause:
    return get_object_or_404(campaign.clauses, pk=key)


def clause_edit(request: HttpRequest, pk: int, clause_pk: int) -> HttpResponse:
    """Label and words of one clause beside the rules it sets; the rules stay as they are."""
    campaign = draft_of(request, pk)
    clause = get_object_or_404(campaign.clauses, pk=clause_pk)
    form = ClauseForm(request.POST or None, instance=clause, autosave_to=request.path)
    if request.method == "POST" and form.is_valid():
        return clause_saved(request, clause, form)
    if request.method == "POST" and request.htmx:
        raise Refused(*(error for errors in form.errors.values() for error in errors))
    return clause_page(request, clause, form)


def clause_saved(request: HttpRequest, clause: Clause, form: ClauseForm) -> HttpResponse:
    try:
        written = edit_clause(clause, **form.values, revision=form.cleaned_data["revision"], by=request.user)
    except Newer as newer:
        if request.htmx:
            raise
        return clause_page(request, clause, again(request, clause, newer), newer=True)
    if request.htmx:
        told = {"form": ClauseForm(instance=written), "at": database_now()}
        return render(request, "campaigns/clause_saved.html", told)
    messages.success(request, f"Đã lưu {written.citation}.")
    return redirect(f"{reverse('campaigns:editor', args=[written.campaign_id])}#{written.anchor}")


def again(request: HttpRequest, clause: Clause, newer: Newer) -> ClauseForm:
    """The refused words once more, with the mark of the newer ones: saving then is a decision."""
    clause.refresh_from_db()
    data = request.POST.copy()
    data["revision"] = clause.revision
    form = ClauseForm(data, instance=clause)
    form.is_valid()
    form.add_error(None, newer.reasons)
    return form


def clause_page(request: HttpRequest, clause: Clause, form: ClauseForm, *, newer=False) -> HttpResponse:
    campaign = plan_opened(request, clause.campaign_id)
    line = next(line for line in editor_page(campaign)["lines"] if line.clause.pk == clause.pk)
    context = {"campaign": campaign, "clause": clause, "form": form, "newer": newer, "rows": line.rows}
    context |= {"citing": citing(campaign, clause), "kinds": KINDS.values()}
    return render(request, "campaigns/clause.html", context)


def clause_add(request: HttpRequest, pk: int) -> HttpResponse:
    """A new clause after the one that `?sau=` names, or inside the one that `?trong=` names."""
    campaign = draft_of(request, pk)
    key, inside = request.GET.get("trong") or request.GET.get("sau"), "trong" in request.GET
    after = clause_named(campaign, key) if key else None
    form = ClauseForm(request.POST or None, initial={"label": next_label(campaign, after, inside)})
    if request.method == "POST" and form.is_valid():
        made = add_clause(campaign, after=after, inside=inside, values=form.values, by=request.user)
        messages.success(request, f"Đã thêm {made.citation}.")
        return redirect(f"{reverse('campaigns:editor', args=[pk])}#{made.anchor}")
    context = {"campaign": campaign, "form": form, "after": after, "inside": inside}
    return render(request, "campaigns/clause_add.html", context)
