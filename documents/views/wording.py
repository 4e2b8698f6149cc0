"""The free parts of a draft, and how they differ from what the system wrote."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from documents.enums import DocumentState
from documents.forms import WordingForm
from documents.models import IssuedDocument
from documents.registry import way_of
from documents.services.wording import NOT_YOURS, may_word, reword
from documents.wording import as_worded, compared, lines_of, parts_of, usual
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web import refusals_on

from .papers import visible


def document_wording(request: HttpRequest, pk: int) -> HttpResponse:
    """Read by who sees the draft, worded by who prepares it."""
    document = draft_of(request, pk)
    may = may_word(document, request.user, on=today())
    if request.method == "POST" and not may:
        raise Refused(why_not(document))
    form = form_of(document, request.POST.copy() if request.method == "POST" else None)
    if form.is_bound and kept(form, document, by=request.user):
        messages.success(request, "Đã lưu lời văn của dự thảo.")
        return redirect(document)
    context = {"document": document, "form": form, "may": may, "parts": told(document)}
    context["stale"] = way_of(document).stale(document, today())
    return render(request, "documents_site/wording.html", context)


def draft_of(request: HttpRequest, pk: int) -> IssuedDocument:
    """A draft with free parts that one sees; 404 otherwise. Who writes on when it is issued is told so."""
    document = get_object_or_404(visible(request), pk=pk)
    if not way_of(document).worded_by(document) or not parts_of(document.template):
        raise Http404
    if document.issued:
        raise Refused(why_not(document)) if request.method == "POST" else Http404
    return document


def why_not(document: IssuedDocument) -> str:
    """What happened to the draft while its page was open; else whose words they are."""
    if document.state == DocumentState.PREPARED:
        return NOT_YOURS
    return f"Không sửa được lời văn nữa: văn bản {document.get_state_display().lower()}."


def kept(form: WordingForm, document: IssuedDocument, *, by) -> bool:
    """Whether the words were written; a refusal stands on the form."""
    if form.is_valid():
        with refusals_on(form):
            reword(document, form.words, revision=form.cleaned_data["revision"], by=by)
            return True
    # Told of another's words, whoever saves once more means it.
    form.data["revision"] = document.snapshot.get("revision", 0)
    return False


def form_of(document: IssuedDocument, data) -> WordingForm:
    first = as_worded(document.template, document.snapshot)
    first["revision"] = document.snapshot.get("revision", 0)
    return WordingForm(data, parts=parts_of(document.template), initial=first)


def told(document: IssuedDocument) -> list[dict]:
    """Each part with its words as the system wrote them and as they stand: {"label", "pieces", "own"}."""
    before, now = (rule(document.template, document.snapshot) for rule in (usual, as_worded))
    return [
        {
            "label": part.label,
            "pieces": compared(*("; ".join(lines_of(side[part.key])) for side in (before, now))),
            "own": before[part.key] != now[part.key],
        }
        for part in parts_of(document.template)
    ]
