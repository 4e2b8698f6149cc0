"""What is done to an issued paper: its signed copy, and what a later paper does to it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from documents.enums import DocumentState
from documents.files import attachment
from documents.forms import LinkForm, SignedForm
from documents.models import IssuedDocument
from documents.services.links import keeps, link_documents
from documents.services.signed import attach_signed, why_not_attach
from thiduakt.clock import today
from thiduakt.web import refusals_as_messages

from .papers import visible


@require_safe
def signed_copy(request: HttpRequest, pk: int) -> HttpResponse:
    """The signed sheet as it was uploaded."""
    document = get_object_or_404(visible(request).select_related("signed_copy"), pk=pk)
    if document.signed_copy is None:
        raise Http404
    return attachment(document.signed_copy, inline="tai" not in request.GET)


def document_signed(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for the signed sheet, and keeping it."""
    document = get_object_or_404(visible(request), pk=pk)
    form = SignedForm(request.POST or None, request.FILES or None)
    reason = why_not_attach(document, request.user, on=today())
    if request.method == "POST" and form.is_valid() and not reason:
        with refusals_as_messages(request):
            attach_signed(document, form.cleaned_data["file"], by=request.user)
            messages.success(request, f"Đã lưu bản đã ký của {document}.")
        return redirect(document)
    return render(
        request, "documents_site/signed.html", {"document": document, "form": form, "reason": reason}
    )


def document_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Ghi nhận đính chính, thay thế, thu hồi: which later paper does it."""
    target = get_object_or_404(visible(request), pk=pk)
    form = LinkForm(request.POST or None, documents=later_papers(request, target))
    may = target.issued and keeps(target, request.user, on=today())
    if request.method == "POST" and form.is_valid() and may:
        chosen = form.cleaned_data
        with refusals_as_messages(request):
            link = link_documents(
                chosen["document"], target, chosen["kind"], by=request.user, note=chosen["note"]
            )
            messages.success(request, f"Đã ghi: {link}.")
        return redirect(target)
    return render(request, "documents_site/link.html", {"document": target, "form": form, "may": may})


def later_papers(request: HttpRequest, target: IssuedDocument):
    """Issued papers of that day or later which may do something to the one shown."""
    issued = visible(request).filter(state=DocumentState.ISSUED).exclude(pk=target.pk)
    if target.issued_on:
        issued = issued.filter(issued_on__gte=target.issued_on)
    return issued.defer("snapshot", "body_key").order_by("-issued_on", "-pk")
