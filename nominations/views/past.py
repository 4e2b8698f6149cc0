"""Awards from before the system: entered from paper, looked at, cancelled."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from documents.files import attachment
from documents.models import IssuedDocument
from documents.services.uploads import store_given
from nominations.forms.past import CancelForm, PastAwardForm
from nominations.models import PastAward
from nominations.services.past import cancel_past_award, enter_past_award
from thiduakt.clock import today
from thiduakt.web import refusals_as_messages, refusals_on
from units.models import Person, Unit
from units.services.rights import keeps


def visible(request: HttpRequest):
    found = PastAward.objects.visible_to(request.user, today())
    return found.select_related("award_type", "person", "collective", "scan", "entered_by")


def nominee_of(request: HttpRequest) -> Person | Unit:
    """The person (`ca_nhan`) or unit (`don_vi`) of the address, out of those one keeps."""
    for name, model in (("ca_nhan", Person), ("don_vi", Unit)):
        if key := request.GET.get(name):
            return get_object_or_404(model.objects.kept_by(request.user, today()), pk=key)
    raise Http404("nobody named")


def past_award_new(request: HttpRequest) -> HttpResponse:
    """One award of a person or a unit, as its paper tells it."""
    nominee = nominee_of(request)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PastAwardForm(*posted, initial={"name": str(getattr(nominee, "name", nominee))})
    if posted and form.is_valid() and entered(request, form, nominee):
        messages.success(request, "Đã ghi khen thưởng.")
        return redirect(nominee)
    return render(request, "nominations/past_new.html", {"form": form, "nominee": nominee})


def entered(request: HttpRequest, form: PastAwardForm, nominee: Person | Unit) -> PastAward | None:
    """The new line; a refusal stands on the form."""
    with refusals_on(form):
        scan = store_given(form.cleaned_data["scan"], by=request.user)
        return enter_past_award(nominee, scan=scan, by=request.user, **form.chosen())
    return None


@require_safe
def past_award_detail(request: HttpRequest, pk: int) -> HttpResponse:
    past = get_object_or_404(visible(request), pk=pk)
    keeps = may_keep(request, past)
    context = {"past": past, "events": past.events.select_related("by").order_by("-seq")}
    decisions = IssuedDocument.objects.visible_to(request.user, today())
    context["decision"] = decisions.filter(pk=past.decision_id).first()
    return render(request, "nominations/past.html", context | {"form": CancelForm() if keeps else None})


def may_keep(request: HttpRequest, past: PastAward) -> bool:
    return past.is_live and keeps(request.user, past.nominee, today())


@require_POST
def past_award_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    past = get_object_or_404(visible(request), pk=pk)
    if not keeps(request.user, past.nominee, today()):
        raise PermissionDenied
    with refusals_as_messages(request):
        cancel_past_award(past, by=request.user, note=request.POST.get("note", ""))
        messages.success(request, "Đã hủy dòng khen thưởng ghi nhầm.")
    return redirect(past)


@require_safe
def past_award_scan(request: HttpRequest, pk: int) -> HttpResponse:
    past = get_object_or_404(visible(request), pk=pk)
    if past.scan is None:
        raise Http404("no scan")
    return attachment(past.scan, inline=True)
