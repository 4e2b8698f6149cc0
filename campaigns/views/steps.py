"""Taking a plan further: the steps of its flow, and a plan for another year made from it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from campaigns.facts.closing import still_open_at_closing
from campaigns.flow import CAMPAIGN_FLOW
from campaigns.forms import CloneForm, StepForm
from campaigns.models import Campaign
from campaigns.permissions import OFFICE
from campaigns.services.clone import clone_for_year
from campaigns.services.flow import check_campaign, move_campaign
from documents.facts import expected_reference
from thiduakt.clock import today
from thiduakt.vietnamese.days import short_date
from thiduakt.web import ask_proof, for_roles, is_proved, refusals_as_messages, refusals_on
from units.models import Unit

from .conformity import form_report
from .pages import visible

# What the step does, told before it is taken.
WILL = {
    "check_form": (
        "Lời văn được khóa lại và thành dự thảo trình người ký.",
        "Người ký duyệt dự thảo này, văn thư cấp số sau khi duyệt.",
    ),
    "reopen": ("Dự thảo đã trình ký được bỏ đi.", "Lời văn và người ký lại sửa được."),
    "launch": (
        "Mọi đơn vị trực thuộc nhận được kế hoạch và có thể đăng ký, gửi hồ sơ.",
        "Văn bản đã ban hành thì không sửa được nữa.",
    ),
    "close": ("Phong trào kết thúc: không nhận thêm đăng ký, hồ sơ.",),
}
DONE = {
    "check_form": "Đã khóa lời văn, lập dự thảo trình ký. Tiếp theo: {signer} duyệt.",
    "reopen": "Đã bỏ dự thảo trình ký, kế hoạch lại sửa được. Sửa xong thì kiểm tra thể thức lần nữa.",
    "launch": "Đã ban hành Kế hoạch số {number}. Tiếp theo: các đơn vị đăng ký, gửi hồ sơ.",
    "close": "Đã tổng kết phong trào; không nhận thêm đăng ký, hồ sơ.",
}


def campaign_step(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """GET says what the step will do, or why it may not be taken; POST takes it."""
    campaign = get_object_or_404(visible(request).select_related("issuer", "paper"), pk=pk)
    step = step_named(campaign, action)
    if action == "launch" and not is_proved(request):
        return ask_proof(request)
    form = StepForm(request.POST or None, step=step)
    if request.method == "POST" and form.is_valid():
        return take_step(request, campaign, step, form.cleaned_data["note"])
    reasons = check_campaign(campaign, action, by=request.user)
    told = {"step": step, "reasons": reasons, "will": will(campaign, action)}
    told["left_open"] = still_open_at_closing(campaign, today()) if action == "close" else []
    told["report"] = form_report(campaign, today()) if action == "check_form" else None
    return render(request, "campaigns/step.html", {"campaign": campaign, "form": form, **told})


def will(campaign: Campaign, action: str) -> list[str]:
    """What the step does; launching also names the number that is to come."""
    if action != "launch" or not campaign.paper:
        return list(WILL.get(action, ()))
    number = expected_reference(campaign.paper, today())
    first = f"Kế hoạch được cấp số {number}, ngày ban hành là hôm nay, {short_date(today())}."
    return [f"{first} Đây là số kế tiếp trong sổ lúc này; số chỉ được cấp khi xác nhận.", *WILL[action]]


def step_named(campaign: Campaign, action: str):
    """The row of the flow, also when the plan's state does not allow it: the page then says so."""
    step = CAMPAIGN_FLOW.find(campaign.state, action) or next(iter(CAMPAIGN_FLOW.named(action)), None)
    if step is None:
        raise Http404("no such step")
    return step


def take_step(request: HttpRequest, campaign: Campaign, step, note: str) -> HttpResponse:
    with refusals_as_messages(request):
        moved = move_campaign(campaign, step.action, by=request.user, note=note)
        messages.success(request, done(moved, step.action))
    return redirect(campaign)


def done(campaign: Campaign, action: str) -> str:
    """What happened, and what comes next."""
    signer = campaign.paper.signer_name if campaign.paper else ""
    return DONE[action].format(signer=signer, number=campaign.reference, title=campaign.title)


@for_roles(*OFFICE)
def campaign_clone(request: HttpRequest, pk: int) -> HttpResponse:
    """Lập cho năm … từ kế hoạch này: dates moved, numbers blank, the draft opens."""
    source = get_object_or_404(visible(request), pk=pk)
    units = Unit.objects.on(today()).filter(pk__in=request.user.acting_unit_ids(today(), OFFICE))
    first = {"year": max(today().year, (source.year or 0) + 1)}
    form = CloneForm(request.POST or None, units=units, initial=first)
    if request.method == "POST" and form.is_valid():
        copy = cloned(source, form, by=request.user)
        if copy:
            messages.success(
                request, f"Đã lập dự thảo kế hoạch năm {copy.year}. Xem lại ngày tháng, người ký."
            )
            return redirect(copy)
    return render(request, "campaigns/clone.html", {"campaign": source, "form": form})


def cloned(source: Campaign, form: CloneForm, *, by) -> Campaign | None:
    """The new draft; a refusal stands on the form."""
    with refusals_on(form):
        return clone_for_year(source, form.cleaned_data["year"], issuer=form.cleaned_data["issuer"], by=by)
    return None
