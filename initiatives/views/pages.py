"""The list, a new initiative, the page of one, its steps."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from documents.files import pdf_response
from documents.pdf.render import render_pdf
from initiatives.facts import likely_same, registering_units
from initiatives.facts.listing import HEADINGS, for_list, initiative_rows, names_of
from initiatives.facts.page import initiative_page
from initiatives.facts.words import WILL, done
from initiatives.flow import INITIATIVE_FLOW
from initiatives.forms.registering import NewForm
from initiatives.forms.steps import FileForm, InitiativeFilter, StepForm
from initiatives.models import Initiative
from initiatives.printing import request_paper
from initiatives.services.registering import create_initiative
from initiatives.services.steps import available_steps, check_step, move_initiative
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import slug_ascii
from thiduakt.web import list_file, paginate, refusals_as_messages
from units.enums import REVIEW_ROLES

from .asked import initiative_of, posted, visible

FORWARD = ("register", "submit", "forward", "receive", "resubmit")


@require_safe
def initiative_list(request: HttpRequest) -> HttpResponse:
    """One's own, one's units', those one's office or council has before it."""
    seen = visible(request)
    form = InitiativeFilter(request.GET, years=years_of(seen))
    rows = form.filtered(seen)
    if file := list_file(request, "Danh sách sáng kiến", HEADINGS, initiative_rows(rows)):
        return file
    page = paginate(request, for_list(rows), per_page=20)
    context = {"form": form, "page": page, "rows": [(one, names_of(one)) for one in page]}
    context["filtered"] = any(request.GET.get(name) for name in form.fields)
    return render(request, "initiatives/list.html", context | offered(request.user))


def years_of(rows) -> list[int]:
    return list(rows.order_by("-year").values_list("year", flat=True).distinct())


def offered(user) -> dict:
    """Whether the reader may register, and whether decisions are his office's work."""
    return {
        "office": bool(user.acting_unit_ids(today(), REVIEW_ROLES)),
        "may_add": registering_units(user, today()).exists(),
    }


def initiative_new(request: HttpRequest) -> HttpResponse:
    """Register; `Kiểm tra trùng` looks for earlier ones first and keeps what was typed."""
    form = NewForm(posted(request), user=request.user, on=today())
    context = {"form": form}
    if request.method == "POST" and form.is_valid():
        if "check" in request.POST:
            context |= {"checked": True, "likely": alike(form, request.user)}
        elif made := created(form, request.user):
            messages.success(request, f"Đã lập {made.code}. Xem lại tác giả, tỷ lệ đóng góp rồi gửi đăng ký.")
            return redirect(made)
    return render(request, "initiatives/new.html", context)


def alike(form: NewForm, user) -> list:
    return likely_same(form.cleaned_data["name"], "", user, today())


def created(form: NewForm, user) -> Initiative | None:
    """The new initiative; a refusal stands on the form."""
    try:
        return create_initiative(by=user, **form.chosen())
    except Refused as refused:
        form.add_error(None, refused.reasons)
        return None


@require_safe
def initiative_detail(request: HttpRequest, pk: int) -> HttpResponse:
    initiative = initiative_of(request, pk)
    context = initiative_page(initiative, request.user, today())
    steps = available_steps(initiative, request.user, on=today())
    forward = next((step for step in steps if step.action in FORWARD), None)
    context |= {
        "forward": forward,
        "reasons": check_step(initiative, forward.action, by=request.user) if forward else [],
        "other_steps": [step for step in steps if step is not forward],
        "file_form": FileForm(),
    }
    return render(request, "initiatives/detail.html", context)


def initiative_step(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """GET says what the step will do, or why it may not be taken; POST takes it."""
    initiative = initiative_of(request, pk)
    if action not in WILL:
        raise Http404("no such step")
    step = INITIATIVE_FLOW.find(initiative.state, action) or INITIATIVE_FLOW.named(action)[0]
    form = StepForm(posted(request), step=step)
    if request.method == "POST" and form.is_valid():
        return take_step(request, initiative, action, form.cleaned_data.get("note") or "")
    context = {"initiative": initiative, "step": step, "form": form, "will": WILL[action]}
    context["reasons"] = check_step(initiative, action, by=request.user)
    return render(request, "initiatives/step.html", context)


def take_step(request: HttpRequest, initiative: Initiative, action: str, note: str) -> HttpResponse:
    with refusals_as_messages(request):
        move_initiative(initiative, action, by=request.user, note=note)
        messages.success(request, done(action, initiative))
    return redirect(initiative)


@require_safe
def initiative_request(request: HttpRequest, pk: int) -> HttpResponse:
    """Đơn yêu cầu công nhận, from the description; a draft while the authors still write it."""
    initiative = initiative_of(request, pk)
    paper = render_pdf("initiative_request.html", request_paper(initiative, on=today()))
    return pdf_response(paper, f"{slug_ascii(f'don yeu cau {initiative.code}')}.pdf")
