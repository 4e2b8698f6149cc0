"""From the council's word to the certificate: the decision, a wider scope, what is printed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from documents.enums import DocumentState
from documents.facts import to_confirm
from documents.files import pdf_response
from documents.forms import ReturnForm
from documents.models import IssuedDocument
from documents.pdf.render import render_pdf
from documents.views import issue_url
from initiatives.enums import RECOGNISED_STATES, InitiativeState, Scope
from initiatives.facts.ways import TEMPLATE
from initiatives.flow import OFFICE
from initiatives.forms.results import ScopeForm
from initiatives.models import Initiative
from initiatives.permissions import roles_on
from initiatives.printing import certificates_paper
from initiatives.services.decisions import (
    PREPARERS,
    issue_recognition,
    prepare_recognition,
    return_recognition,
    waiting,
)
from initiatives.services.scope import recognise_scope
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.vietnamese.days import short_date
from thiduakt.vietnamese.text import slug_ascii
from thiduakt.web import for_roles, needs_proof, paginate, refusals_as_messages
from units.enums import REVIEW_ROLES
from units.facts import signers
from units.forms.signers import SignerForm
from units.models import Unit

from .asked import initiative_of

WILL_ISSUE = (
    "Số được cấp khi bấm nút dưới đây, ngày ban hành là hôm nay. Nếu vừa có văn bản khác lấy số này thì "
    "quyết định lấy số kế tiếp.",
    "Sáng kiến trong danh sách được công nhận; tác giả nhận được thông báo, in được giấy chứng nhận.",
    "Ban hành rồi thì không sửa được.",
)
AFTER_ISSUE = "Sáng kiến đã được công nhận. Tiếp theo: in quyết định, giấy chứng nhận để ký, đóng dấu."


@require_safe
@for_roles(*REVIEW_ROLES)
def decision_list(request: HttpRequest) -> HttpResponse:
    """Bodies with initiatives that wait for a decision, and the decisions there are."""
    units = request.user.acting_unit_ids(today(), REVIEW_ROLES)
    decisions = IssuedDocument.objects.filter(template=TEMPLATE, unit__in=units)
    decisions = decisions.exclude(state=DocumentState.DISCARDED).defer("snapshot", "body_key")
    decisions = decisions.annotate(listed=Count("initiatives")).select_related("unit").order_by("-pk")
    left = Initiative.objects.filter(office__in=units, state=InitiativeState.COUNCIL_APPROVED, decision=None)
    context = {
        "waiting": left.values("office", "office__name").annotate(n=Count("pk")).order_by("office"),
        "page": paginate(request, decisions, per_page=20),
        "prepares": request.user.acting_unit_ids(today(), PREPARERS),
    }
    return render(request, "initiatives/decisions.html", context)


@for_roles(*PREPARERS)
def decision_new(request: HttpRequest, unit_pk: int) -> HttpResponse:
    """The draft decision for everything that the council proposed: who signs it."""
    own = request.user.acting_unit_ids(today(), PREPARERS)
    unit = get_object_or_404(Unit.objects.filter(pk__in=own), pk=unit_pk)
    form = SignerForm(request.POST or None, people=signers(unit, today()))
    if request.method == "POST" and form.is_valid() and (document := prepared(form, unit, by=request.user)):
        messages.success(request, f"Đã lập dự thảo quyết định. Tiếp theo: {document.signer_name} duyệt.")
        return redirect(document)
    rows = list(waiting(unit).prefetch_related("authors__person"))
    return render(request, "initiatives/decision_new.html", {"unit": unit, "form": form, "rows": rows})


def prepared(form: SignerForm, unit: Unit, *, by) -> IssuedDocument | None:
    """The draft; a refusal stands on the form."""
    try:
        return prepare_recognition(unit, signer=form.cleaned_data["signer"], by=by)
    except Refused as refused:
        form.add_error(None, refused.reasons)
        return None


def decision_of(request: HttpRequest, pk: int) -> IssuedDocument:
    seen = IssuedDocument.objects.visible_to(request.user, today()).select_related("unit")
    return get_object_or_404(seen, pk=pk, template=TEMPLATE)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_proof
def decision_issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Number and day, and with them the recognitions; pressed twice it tells the number it has."""
    document = decision_of(request, pk)
    if document.issued:
        messages.info(request, f"Quyết định đã có số {document.reference}.")
        return redirect(document)
    if request.method != "POST":
        return issuing_page(request, document)
    with refusals_as_messages(request):
        issued = issue_recognition(document, by=request.user)
        messages.success(request, f"Đã ban hành Quyết định số {issued.reference}. {AFTER_ISSUE}")
    return redirect(document)


def issuing_page(request: HttpRequest, document: IssuedDocument) -> HttpResponse:
    """Number to come and the list once more, for the records clerk; others find the paper's page."""
    if not issue_url(document, request.user, today()):
        return redirect(document)
    told = to_confirm(document, today())
    name = f"Quyết định số {told['number']}"
    context = told | {
        "heading": f"Ban hành {name}",
        "lead": f"Sắp ban hành {name} ngày {short_date(told['on'])}",
        "will": WILL_ISSUE,
        "verb": "Cấp số, ban hành",
    }
    return render(request, "documents_site/confirm.html", context)


@require_POST
def decision_return(request: HttpRequest, pk: int) -> HttpResponse:
    """The signer sends the draft back: its initiatives are free for another draft."""
    document, form = decision_of(request, pk), ReturnForm(request.POST)
    with refusals_as_messages(request):
        if not form.is_valid():
            raise Refused("Chưa ghi lý do trả lại.")
        return_recognition(document, by=request.user, note=form.cleaned_data["note"])
        messages.success(request, "Đã trả lại dự thảo kèm lý do. Tiếp theo: lập lại quyết định.")
    return redirect(document)


@require_safe
@for_roles(*REVIEW_ROLES)
def decision_certificates(request: HttpRequest, pk: int) -> HttpResponse:
    """Every certificate of a decision in one PDF, for the office that prints them."""
    document = decision_of(request, pk)
    if not request.user.roles_at(document.unit_id, today()) & set(REVIEW_ROLES):
        raise PermissionDenied
    lines = document.snapshot["lines"]
    chosen = [(line, author) for line in lines for author in line["authors"]]
    return certificates_pdf(document, chosen)


@require_safe
def certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """The certificates of one initiative, a page for each author: unsigned, to be printed and signed."""
    initiative = initiative_of(request, pk)
    row = initiative.recognitions.filter(scope=Scope.BASE).select_related("document__unit").first()
    if row is None:
        raise Refused("Sáng kiến chưa được công nhận nên chưa có giấy chứng nhận.")
    lines = [line for line in row.document.snapshot["lines"] if line["initiative"] == initiative.pk]
    return certificates_pdf(row.document, [(line, author) for line in lines for author in line["authors"]])


def certificates_pdf(document: IssuedDocument, chosen: list) -> HttpResponse:
    if not document.issued:
        raise Refused("Chưa in được giấy chứng nhận: quyết định chưa ban hành.")
    name = slug_ascii(f"giay-chung-nhan-{document.reference}")
    return pdf_response(render_pdf("certificates.html", certificates_paper(document, chosen)), f"{name}.pdf")


def initiative_scope(request: HttpRequest, pk: int) -> HttpResponse:
    """A wider reach with the paper of the level above; for the office of a recognised initiative."""
    initiative = initiative_of(request, pk)
    if not roles_on(initiative, request.user, today()) & set(OFFICE):
        raise PermissionDenied
    form = ScopeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and entered(form, initiative, by=request.user):
        messages.success(request, "Đã ghi công nhận phạm vi ảnh hưởng, văn bản đã vào sổ.")
        return redirect(initiative)
    context = {"initiative": initiative, "form": form}
    context["ready"] = initiative.state in RECOGNISED_STATES
    return render(request, "initiatives/scope.html", context)


def entered(form: ScopeForm, initiative: Initiative, *, by) -> bool:
    """Whether it was recorded; a refusal stands on the form."""
    try:
        recognise_scope(initiative, by=by, **form.cleaned_data)
    except Refused as refused:
        form.add_error(None, refused.reasons)
        return False
    return True
