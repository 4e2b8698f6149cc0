"""Units' own plans: the office sees who has sent one, each unit sends its own."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from campaigns.facts.own_plans import asked_by, own_plan_rows
from campaigns.forms.own_plans import OwnPlanForm
from campaigns.models import Campaign
from campaigns.models.campaign import PUBLIC_STATES
from campaigns.permissions import OFFICE, roles_on
from campaigns.services.own_plans import remind_own_plans, send_own_plan
from documents.files import attachment
from documents.services.uploads import store_given
from thiduakt.clock import today
from thiduakt.web import refusals_as_messages, refusals_on
from units.enums import REVIEW_ROLES, UNIT_ROLES
from units.models import Unit

from .deadlines import held, plan_of


def own_plan_page(request: HttpRequest, pk: int) -> HttpResponse:
    """All units for the issuing body, one's own for everybody else who acts for one; POST sends a plan."""
    campaign = plan_of(request, pk)
    rows, office = rows_for(request, campaign)
    form = own_form(request, campaign, [row.unit.pk for row in rows])
    if request.method == "POST" and form is None:
        raise PermissionDenied
    if request.method == "POST" and form.is_valid() and sent(form, campaign, by=request.user):
        messages.success(request, "Đã gửi kế hoạch của đơn vị.")
        return redirect("campaigns:own-plans", campaign.pk)
    context = {"campaign": campaign, "rows": rows, "form": form, "office": office, "on": today()}
    context |= {"asked": asked_by(campaign), "sent": sum(row.sent for row in rows)}
    context["may_remind"] = campaign.is_open and bool(roles_on(campaign, request.user, today()) & OFFICE)
    return render(request, "campaigns/own_plans.html", context)


def rows_for(request: HttpRequest, campaign: Campaign) -> tuple[list, bool]:
    """The rows to be shown, and whether the reader works at the issuing body; 403 for who has none to see."""
    rows = own_plan_rows(campaign, today())
    if roles_on(campaign, request.user, today()) & set(REVIEW_ROLES):
        return rows, True
    own = set(request.user.acting_unit_ids(today(), UNIT_ROLES))
    mine = [row for row in rows if row.unit.pk in own]
    if not mine:
        raise PermissionDenied
    return mine, False


def own_form(request: HttpRequest, campaign: Campaign, shown: list[int]) -> OwnPlanForm | None:
    """For those who act for one of the units shown."""
    own = set(request.user.acting_unit_ids(today(), UNIT_ROLES)) & set(shown)
    if not own or not campaign.is_open:
        return None
    plans = Campaign.objects.filter(issuer__in=own, state__in=PUBLIC_STATES).exclude(pk=campaign.pk)
    units = Unit.objects.filter(pk__in=own)
    return OwnPlanForm(request.POST or None, request.FILES or None, units=units, plans=plans)


def sent(form: OwnPlanForm, campaign: Campaign, *, by) -> bool:
    given = dict(form.cleaned_data)
    with refusals_on(form):
        given["file"] = store_given(given["file"], by=by)
        send_own_plan(campaign, by=by, **given)
    return form.is_valid()


@require_POST
def own_plan_remind(request: HttpRequest, pk: int) -> HttpResponse:
    """Remind the unit named (`unit`), or all that have sent none."""
    campaign = held(request, pk, OFFICE)
    named = [int(key) for key in request.POST.getlist("unit") if key.isdecimal()]
    with refusals_as_messages(request):
        told = remind_own_plans(campaign, named if "unit" in request.POST else None, by=request.user)
        words = f"Đã nhắc {len(told)} đơn vị." if told else "Các đơn vị chưa gửi đều đã được nhắc hôm nay."
        messages.success(request, words)
    return redirect("campaigns:own-plans", campaign.pk)


@require_safe
def own_plan_file(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    """The file a unit sent, for the issuing body and for the unit."""
    campaign = plan_of(request, pk)
    part = get_object_or_404(campaign.participations.select_related("own_plan_file"), unit=unit_pk)
    office = roles_on(campaign, request.user, today()) & set(REVIEW_ROLES)
    if part.own_plan_file is None or not (office or unit_pk in request.user.unit_ids(today())):
        raise Http404("no such file")
    return attachment(part.own_plan_file)
