"""Lending one's role for a time: what is lent and borrowed, a new one, taking it back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web import needs_proof, refusals_as_messages, seen_from
from units.enums import LENT_ROLES
from units.forms.delegations import DelegationForm
from units.models import Delegation, Membership
from units.services.delegations import delegate, take_back


def own_roles(request: HttpRequest):
    """What the account may lend: roles of its own that are not over."""
    own = Membership.objects.filter(user=request.user, delegation__isnull=True, role__in=LENT_ROLES)
    return own.not_over(today()).select_related("unit").order_by("unit__sort_key", "pk")


@never_cache
@require_safe
def delegations(request: HttpRequest) -> HttpResponse:
    on = today()
    rows = [(row, row.is_over(on)) for row in Delegation.objects.of_account(request.user)]
    return render(
        request, "accounts/delegations.html", {"rows": rows, "on": on, "lends": own_roles(request).exists()}
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@needs_proof
def delegation_new(request: HttpRequest) -> HttpResponse:
    form = DelegationForm(request.POST or None, roles=own_roles(request), by=request.user, on=today())
    if form.is_valid() and (made := lent(request, form)):
        messages.success(request, f"Đã ủy quyền cho {made.receiver}.")
        return redirect("delegations")
    return render(request, "accounts/delegation_new.html", {"form": form})


def lent(request: HttpRequest, form: DelegationForm) -> Delegation | None:
    try:
        return delegate(by=request.user, **form.cleaned_data, **seen_from(request))
    except Refused as refused:
        form.add_error(None, refused.reasons)
        return None


@require_POST
@needs_proof
def delegation_end(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Delegation.objects.visible_to(request.user, today()), pk=pk)
    with refusals_as_messages(request):
        take_back(row, by=request.user, note=request.POST.get("note", "").strip(), **seen_from(request))
        messages.success(request, "Đã thôi ủy quyền.")
    return redirect("delegations")
