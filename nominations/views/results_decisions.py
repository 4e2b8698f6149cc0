"""From the council's word to the decision: proposing, preparing, issuing, sending back."""

from collections import Counter

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campaigns.models import Campaign
from documents.enums import DocumentState, Kind
from documents.facts import to_confirm
from documents.forms import ReturnForm
from documents.models import IssuedDocument
from documents.views import issue_url
from initiatives.facts.ways import TEMPLATE as RECOGNITION
from nominations.enums import StageState
from nominations.facts.done import dossier_done
from nominations.facts.ways import revokes
from nominations.forms.results import DecisionForm
from nominations.models import Dossier, DossierStage
from nominations.services.decisions import (
    PREPARERS,
    issue_decision,
    of_one_award,
    prepare_decision,
    return_decision,
    too_few,
    waiting_stages,
)
from nominations.services.proposing import approved_stages, preview, proposal_groups, votes_key
from nominations.services.revoking import issue_revocation
from nominations.services.steps import move_many
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.vietnamese.days import short_date
from thiduakt.web import for_roles, list_file, needs_proof, paginate, refusals_as_messages, refusals_on
from units.enums import REVIEW_ROLES, Role
from units.facts import signers
from units.models import Unit

from .files import DECISION_HEADINGS, decision_lines

# What issuing does, told before and after.
WILL_ISSUE = (
    "Số được cấp khi bấm nút dưới đây, ngày ban hành là hôm nay. Nếu vừa có văn bản khác lấy số này thì "
    "quyết định lấy số kế tiếp.",
    "Khen thưởng được ghi cho từng tập thể, cá nhân; họ nhận được thông báo.",
    "Ban hành rồi thì không sửa được.",
)
AFTER_REVOCATION = "Khen thưởng đã bị hủy bỏ. Tiếp theo: thu lại hiện vật, tiền thưởng và ghi ngày thu lại."
AFTER_ISSUE = "Khen thưởng đã được ghi. Tiếp theo: in quyết định, giấy khen để ký, đóng dấu."

# Decisions on initiatives are issued on pages of their own.
OF_AWARDS = Q(kind=Kind.QUYET_DINH) & ~Q(template=RECOGNITION)
WILL_REVOKE = (
    WILL_ISSUE[0],
    "Khen thưởng có tên trong danh sách hết giá trị; chỗ trong chỉ tiêu được trả lại.",
    "Quyết định cũ giữ nguyên, trang tra cứu nói rõ bị hủy bỏ theo quyết định này. Không khôi phục được.",
)
WITH_NOMINEE = ("dossier__person", "dossier__collective", "dossier__award_type")


def office_units(request: HttpRequest) -> list[int]:
    """Units whose office one works in."""
    return request.user.acting_unit_ids(today(), REVIEW_ROLES)


@require_safe
@for_roles(*REVIEW_ROLES)
def decision_list(request: HttpRequest) -> HttpResponse:
    """What waits to be proposed or to get a decision, and the decisions there are."""
    units = office_units(request)
    decisions = decisions_of(units)
    if file := list_file(request, "Quyết định khen thưởng", DECISION_HEADINGS, decision_lines(decisions)):
        return file
    context = {
        "waiting": waiting_rows(units),
        "page": paginate(request, decisions, per_page=20),
        "prepares": bool(request.user.acting_unit_ids(today(), PREPARERS)),
        "proposes": bool(request.user.acting_unit_ids(today(), [Role.OFFICE_HEAD])),
    }
    return render(request, "nominations/decisions.html", context)


def decisions_of(units):
    """Newest first, each with how many awards it gave and how many dossiers it lists."""
    found = IssuedDocument.objects.filter(OF_AWARDS, unit__in=units).exclude(state=DocumentState.DISCARDED)
    counted = found.annotate(
        award_count=Count("awards", distinct=True), listed=Count("stages", distinct=True)
    )
    return counted.select_related("unit").order_by("-pk")


def waiting_rows(units) -> list[dict]:
    """By campaign and unit: how many the council approved, how many wait for a decision."""
    open_states = [StageState.COUNCIL_APPROVED, StageState.PROPOSED]
    stages = DossierStage.objects.filter(unit__in=units, state__in=open_states, decision__isnull=True)
    columns = ("dossier__campaign", "dossier__campaign__title", "unit", "unit__name")
    return list(
        stages.values(*columns)
        .annotate(
            approved=Count("pk", filter=Q(state=StageState.COUNCIL_APPROVED)),
            proposed=Count("pk", filter=Q(state=StageState.PROPOSED)),
        )
        .order_by("-dossier__campaign", "unit")
    )


@for_roles(*REVIEW_ROLES)
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """The ranking with its cut; what is ticked is shown once more before it moves."""
    units = office_units(request)
    campaign = get_object_or_404(Campaign.objects.visible_to(request.user, today()), pk=pk)
    if request.method == "POST" and request.POST.getlist("key"):
        return propose_chosen(request, campaign, chosen(request, campaign, units))
    if request.method == "POST":
        messages.error(request, "Chưa chọn hồ sơ nào để trình ký.")
    context = {
        "campaign": campaign,
        "groups": proposal_groups(campaign, units),
        "proposed": waiting_proposed(campaign, units),
        "proposes": bool(request.user.acting_unit_ids(today(), [Role.OFFICE_HEAD])),
        **going_up(request, campaign, units),
    }
    return render(request, "nominations/decision_propose.html", context)


def going_up(request: HttpRequest, campaign: Campaign, units) -> dict:
    """Those whose award is not this level's to give: `upward` by (unit, how many), `drafts` who may list."""
    stages = approved_stages(campaign, units, upward=True)
    counted = Counter(stage.unit for stage in stages)
    drafts = set(request.user.acting_unit_ids(today(), PREPARERS))
    return {"upward": [(unit, number, unit.pk in drafts) for unit, number in counted.items()]}


def waiting_proposed(campaign: Campaign, units) -> list[DossierStage]:
    stages = DossierStage.objects.filter(
        dossier__campaign=campaign, unit__in=units, state=StageState.PROPOSED, decision__isnull=True
    )
    return list(stages.for_list().order_by("dossier__group", "pk"))


def chosen(request: HttpRequest, campaign: Campaign, units) -> list[Dossier]:
    """The ticked dossiers of this campaign at one's own office, most votes first."""
    keys = [key for key in request.POST.getlist("key") if key.isdecimal()]
    stages = DossierStage.objects.filter(
        dossier__in=keys, dossier__campaign=campaign, unit__in=units, level__gte=1
    )
    rows = stages.for_list().select_related("item").order_by("dossier_id")
    return [stage.dossier for stage in sorted(rows, key=votes_key)]


def propose_chosen(request: HttpRequest, campaign: Campaign, dossiers: list[Dossier]) -> HttpResponse:
    """First the page that says who goes and who stays, then the act."""
    if "confirmed" not in request.POST:
        going, staying = preview(dossiers, by=request.user)
        context = {"campaign": campaign, "going": going, "staying": staying}
        return render(request, "nominations/decision_confirm.html", context)
    with refusals_as_messages(request):
        outcome = move_many([dossier.pk for dossier in dossiers], "propose", by=request.user)
        if outcome.moved:
            messages.success(request, dossier_done("propose", f"{len(outcome.moved)} hồ sơ"))
        for dossier, reasons in outcome.skipped:
            messages.error(request, f"{dossier.nominee_name}: {' '.join(reasons)}")
    return redirect("nominations:decisions")


@for_roles(*PREPARERS)
def decision_new(request: HttpRequest, pk: int, unit_pk: int) -> HttpResponse:
    """The draft decision for everybody proposed for one award: who signs it."""
    campaign = get_object_or_404(Campaign.objects.visible_to(request.user, today()), pk=pk)
    own = Unit.objects.filter(pk__in=request.user.acting_unit_ids(today(), PREPARERS))
    unit = get_object_or_404(own, pk=unit_pk)
    waiting = waiting_stages(campaign, unit).select_related("item", *WITH_NOMINEE)
    stages = of_one_award(waiting)
    few = too_few(campaign, stages[0].dossier.award_type, unit) if stages else []
    form = DecisionForm(request.POST or None, people=signers(unit, today()), few=few)
    posted = request.method == "POST" and form.is_valid()
    if posted and (document := prepared(form, campaign, unit, by=request.user)):
        messages.success(request, f"Đã lập dự thảo quyết định. Tiếp theo: {document.signer_name} duyệt.")
        return redirect(document)
    others = waiting.count() - len(stages)
    context = {"campaign": campaign, "unit": unit, "form": form, "stages": stages, "others": others}
    return render(request, "nominations/decision_new.html", context)


def prepared(form: DecisionForm, campaign: Campaign, unit: Unit, *, by) -> IssuedDocument | None:
    """The draft; a refusal stands on the form."""
    with refusals_on(form):
        return prepare_decision(campaign, unit=unit, by=by, **form.cleaned_data)
    return None


def decision_of(request: HttpRequest, pk: int) -> IssuedDocument:
    seen = IssuedDocument.objects.visible_to(request.user, today()).select_related("unit")
    return get_object_or_404(seen, OF_AWARDS, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@needs_proof
def decision_issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Number and day, and with them the awards; pressed twice it tells the number it has."""
    document = decision_of(request, pk)
    if document.issued:
        messages.info(request, f"Quyết định đã có số {document.reference}.")
        return redirect(document)
    if request.method != "POST":
        return issuing_page(request, document)
    with refusals_as_messages(request):
        issue = issue_revocation if revokes(document) else issue_decision
        issued = issue(document, by=request.user)
        after = AFTER_REVOCATION if revokes(document) else AFTER_ISSUE
        messages.success(request, f"Đã ban hành Quyết định số {issued.reference}. {after}")
    return redirect(document)


def issuing_page(request: HttpRequest, document: IssuedDocument) -> HttpResponse:
    """Number to come, names and money once more, for the records clerk; others find the paper's page."""
    if not issue_url(document, request.user, today()):
        return redirect(document)
    told = to_confirm(document, today())
    name = f"Quyết định số {told['number']}"
    context = told | {
        "heading": f"Ban hành {name}",
        "lead": f"Sắp ban hành {name} ngày {short_date(told['on'])}",
        "will": WILL_REVOKE if revokes(document) else WILL_ISSUE,
        "verb": "Cấp số, ban hành",
    }
    return render(request, "documents_site/confirm.html", context)


@require_POST
def decision_return(request: HttpRequest, pk: int) -> HttpResponse:
    """The signer sends the draft back: its dossiers are free for another draft."""
    document, form = decision_of(request, pk), ReturnForm(request.POST)
    with refusals_as_messages(request):
        if not form.is_valid():
            raise Refused("Chưa ghi lý do trả lại.")
        return_decision(document, by=request.user, note=form.cleaned_data["note"])
        messages.success(request, "Đã trả lại dự thảo kèm lý do. Tiếp theo: lập lại quyết định.")
    return redirect(document)
