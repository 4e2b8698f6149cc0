"""Registrations: the list, a new one, the page of one, its steps."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from campaigns.enums import DeadlineKind
from campaigns.models import Campaign
from nominations.facts.done import registration_done
from nominations.facts.words import registration_story
from nominations.flow import REGISTRATION_FLOW
from nominations.forms.nominee import RegistrationForm
from nominations.forms.steps import StepForm
from nominations.models import Registration
from nominations.permissions import registration_roles
from nominations.services.registrations import check_registration, create_registration, move_registration
from thiduakt.clock import today
from thiduakt.web import list_file, paginate, refusals_as_messages, refusals_on

from .asked import posted
from .files import REGISTRATION_HEADINGS, registration_lines
from .open_campaigns import open_campaigns

RELATED = ("campaign__issuer", "award_type", "person", "collective", "unit", "created_by")


def visible(request: HttpRequest):
    return Registration.objects.visible_to(request.user, today()).select_related(*RELATED)


@require_safe
def registration_list(request: HttpRequest) -> HttpResponse:
    """Registrations of oneself and one's units; the office's queue is among them."""
    found = visible(request)
    if file := list_file(request, "Danh sách đăng ký", REGISTRATION_HEADINGS, registration_lines(found)):
        return file
    page = paginate(request, found, per_page=20)
    context = {"page": page, "today": today()}
    if not page.total:
        context["campaigns"] = open_campaigns(request.user, today(), DeadlineKind.REGISTRATION)
    return render(request, "nominations/registration_list.html", context)


def registration_new(request: HttpRequest) -> HttpResponse:
    """Whom to register, under which plan; without a plan in the address one is chosen first."""
    key = request.GET.get("campaign")
    if not key:
        campaigns = open_campaigns(request.user, today(), DeadlineKind.REGISTRATION)
        context = {"campaigns": campaigns, "today": today()}
        return render(request, "nominations/registration_pick.html", context)
    campaign = get_object_or_404(Campaign.objects.visible_to(request.user, today()), pk=key)
    form = RegistrationForm(posted(request), campaign=campaign, user=request.user, on=today())
    if request.method == "POST" and form.is_valid() and (made := created(form, campaign, request.user)):
        messages.success(request, "Đã lập đăng ký. Xem lại rồi bấm Gửi đăng ký.")
        return redirect(made)
    return render(request, "nominations/registration_new.html", {"campaign": campaign, "form": form})


def created(form: RegistrationForm, campaign: Campaign, user) -> Registration | None:
    """The new registration; a refusal stands on the form."""
    with refusals_on(form):
        return create_registration(campaign, by=user, **form.chosen())
    return None


@require_safe
def registration_detail(request: HttpRequest, pk: int) -> HttpResponse:
    registration = get_object_or_404(visible(request), pk=pk)
    roles = registration_roles(registration, request.user, today())
    steps = [step for step in REGISTRATION_FLOW.available(registration.state, roles) if step.direct]
    rows = registration.campaign.deadline_set.filter(what=DeadlineKind.REGISTRATION)
    context = {
        "registration": registration,
        "forward": next((step for step in steps if not step.needs_note), None),
        "other_steps": [step for step in steps if step.needs_note],
        "story": registration_story(registration),
        "deadlines": rows.select_related("clause__campaign", "campaign"),
    }
    return render(request, "nominations/registration.html", context)


def registration_step(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """GET says what is asked, or why the step may not be taken; POST takes it."""
    registration = get_object_or_404(visible(request), pk=pk)
    rows = [step for step in REGISTRATION_FLOW.named(action) if step.direct]
    if not rows:
        raise Http404("no such step")
    step = REGISTRATION_FLOW.find(registration.state, action) or rows[0]
    form = StepForm(posted(request), step=step)
    sent = request.method == "POST" and (form.is_valid() or not step.needs_note)
    if sent and (done := take_step(request, registration, step, form)):
        return done
    context = {"registration": registration, "step": step, "form": form}
    context["reasons"] = [] if sent else check_registration(registration, action, by=request.user)
    return render(request, "nominations/registration_step.html", context)


def take_step(request: HttpRequest, registration: Registration, step, form: StepForm) -> HttpResponse | None:
    """The way on; None where it is refused and what was typed stays on the form beside the reason."""
    note = form.cleaned_data.get("note") or ""
    with refusals_on(form) if step.needs_note else refusals_as_messages(request):
        move_registration(registration, step.action, by=request.user, note=note)
        messages.success(request, registration_done(step.action, f"đăng ký của {registration.nominee_name}"))
        return redirect(registration)
    return None if step.needs_note else redirect(registration)
