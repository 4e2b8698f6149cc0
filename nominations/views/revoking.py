"""Taking awards back: which lines of a decision and why; then what came back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from documents.enums import DocumentState, Kind
from documents.models import IssuedDocument
from nominations.forms.revoking import RecoveryForm, RevocationForm, UpperRevocationForm
from nominations.models import Award
from nominations.services.decisions import PREPARERS
from nominations.services.revoking import RECOVERERS, prepare_revocation, record_recovery
from nominations.services.upper_revoking import enter_revocation, may_enter
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web import for_roles, needs_proof, refusals_as_messages, refusals_on

from .results_decisions import signers


@for_roles(*PREPARERS)
def decision_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """The lines of an issued decision, those to be taken back ticked, and why."""
    seen = IssuedDocument.objects.visible_to(request.user, today()).select_related("unit")
    document = get_object_or_404(seen, pk=pk, kind=Kind.QUYET_DINH, state=DocumentState.ISSUED)
    if document.unit_id is None:
        return revoked_above(request, document)
    if not request.user.roles_at(document.unit_id, today()) & PREPARERS:
        raise PermissionDenied
    form = RevocationForm(request.POST or None, people=signers(document.unit, today()))
    keys = ticked(request)
    if form.is_valid() and (made := prepared(form, document, keys, request.user)):
        messages.success(request, f"Đã lập dự thảo quyết định hủy bỏ. Tiếp theo: {made.signer_name} duyệt.")
        return redirect(made)
    return lines_page(request, document, form, keys)


@needs_proof
def revoked_above(request: HttpRequest, document: IssuedDocument) -> HttpResponse:
    """The same for a decision of a level without an office here: its own revoking paper is entered."""
    if not may_enter(document, request.user, today()):
        raise PermissionDenied
    form, keys = UpperRevocationForm(request.POST or None, request.FILES or None), ticked(request)
    if form.is_valid() and (made := entered(form, document, keys, request.user)):
        messages.success(request, f"Đã ghi việc hủy bỏ theo {made}. Tiếp theo: ghi ngày thu lại hiện vật.")
        return redirect(document)
    return lines_page(request, document, form, keys, above=True)


def ticked(request: HttpRequest) -> list[int]:
    return [int(key) for key in request.POST.getlist("key") if key.isdecimal()]


def lines_page(request: HttpRequest, document: IssuedDocument, form, keys: list[int], **more) -> HttpResponse:
    awards = document.awards.select_related("award_type", "revoked_by").order_by("gold_book_number")
    context = {"document": document, "awards": awards, "form": form, "keys": keys} | more
    return render(request, "nominations/decision_revoke.html", context)


def entered(form: UpperRevocationForm, document: IssuedDocument, keys: list[int], user):
    """The paper with what fell by it; a refusal stands on the form."""
    with refusals_on(form):
        return enter_revocation(document, keys, by=user, **form.cleaned_data)
    return None


def prepared(form: RevocationForm, document: IssuedDocument, keys: list[int], user) -> IssuedDocument | None:
    """The draft; a refusal stands on the form."""
    with refusals_on(form):
        return prepare_revocation(document, keys, by=user, **form.cleaned_data)
    return None


@require_POST
@for_roles(*RECOVERERS)
def award_recover(request: HttpRequest, pk: int) -> HttpResponse:
    """When certificate and money came back."""
    award = get_object_or_404(Award.objects.visible_to(request.user, today()), pk=pk)
    form = RecoveryForm(request.POST)
    with refusals_as_messages(request):
        if not form.is_valid():
            raise Refused(*(said for found in form.errors.values() for said in found))
        record_recovery(award, by=request.user, **form.cleaned_data)
        messages.success(request, "Đã ghi việc thu hồi.")
    return redirect(award)
