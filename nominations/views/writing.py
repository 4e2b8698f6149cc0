"""Writing the report, criterion by criterion, and the summary: saved while typing, nobody overwritten."""

from dataclasses import dataclass, field

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from campaigns.enums import Paper, Per
from campaigns.facts.inheritance import part_requirements
from campaigns.models import PartRequirement
from criteria.models import Criterion
from nominations.facts import criteria_of, verdicts
from nominations.forms.writing import SUMMARY_HELP, WritingForm
from nominations.models import Dossier, DossierPart
from nominations.services.parts import may_write, save_section, save_text
from nominations.services.standing import standing
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web.writing import mark_of, same_words, saves_itself

from .dossiers import dossier_of

# `Lưu và sang …` goes on; the plain save stays.
STAY = "stay"


@dataclass
class Desk:
    """One paper on the table: the newest version, and the criterion that is being written about."""

    dossier: Dossier
    requirement: PartRequirement
    criteria: list[Criterion]
    criterion: Criterion | None = None
    part: DossierPart | None = field(init=False)

    def __post_init__(self):
        rows = self.dossier.parts.filter(requirement=self.requirement).select_related("saved_by", "file")
        self.part = rows.order_by("-version").first()

    @property
    def stored(self) -> str:
        """The words on record for what is being written."""
        if self.part is None:
            return ""
        return self.part.text_for(self.criterion.pk) if self.criterion else self.part.content.get("text", "")

    @property
    def revision(self) -> int:
        """Of the open version; the next one after a sealed version starts from 0."""
        return self.part.revision if self.part and self.part.sealed_at is None else 0

    @property
    def number(self) -> int:
        return self.criteria.index(self.criterion) + 1 if self.criterion else 0

    @property
    def following(self) -> Criterion | None:
        later = self.criteria[self.number :] if self.criterion else []
        return later[0] if later else None

    def url(self, criterion: Criterion | None = None) -> str:
        if self.requirement.paper == Paper.SUMMARY:
            return reverse("nominations:dossier-summary", args=[self.dossier.pk])
        keys = [self.dossier.pk, *([criterion.pk] if criterion else [])]
        return reverse("nominations:dossier-report", args=keys)


def desk_for(request: HttpRequest, pk: int, paper: str) -> Desk:
    dossier = dossier_of(request, pk)
    wanted = part_requirements(dossier.campaign).filter(paper=paper, per=Per.NOMINEE)
    requirement = wanted.select_related("clause__campaign").first()
    if requirement is None:
        raise Http404("the plan asks for no such paper")
    return Desk(dossier, requirement, criteria_of(dossier) if paper == Paper.REPORT else [])


def dossier_report(request: HttpRequest, pk: int, criterion_pk: int | None = None) -> HttpResponse:
    """One criterion of the report; without a key the first that is still empty."""
    desk = desk_for(request, pk, Paper.REPORT)
    if criterion_pk is not None:
        desk.criterion = next((row for row in desk.criteria if row.pk == criterion_pk), None)
        if desk.criterion is None:
            raise Http404("no such criterion in this dossier")
    elif desk.criteria:
        return redirect(desk.url(first_empty(desk)))
    return write(request, desk)


def first_empty(desk: Desk) -> Criterion:
    empty = (row for row in desk.criteria if not (desk.part and desk.part.text_for(row.pk).strip()))
    return next(empty, desk.criteria[0])


def dossier_summary(request: HttpRequest, pk: int) -> HttpResponse:
    return write(request, desk_for(request, pk, Paper.SUMMARY))


def write(request: HttpRequest, desk: Desk) -> HttpResponse:
    if request.method != "POST":
        return page(request, desk, form_for(desk))
    form = WritingForm(request.POST)
    if not form.is_valid():
        raise Refused("Chưa lưu được: biểu mẫu gửi lên không đầy đủ. Mở lại trang rồi viết tiếp.")
    try:
        part = save(desk, form.cleaned_data, by=request.user)
    except Refused as refused:
        if request.htmx:
            raise
        return page(request, desk, form_for(desk, form.cleaned_data["text"]), refused.reasons)
    return after_save(request, desk, part)


def save(desk: Desk, written: dict, *, by) -> DossierPart:
    """No conflict: another criterion was saved meanwhile, or these very words (a save pressed twice)."""
    revision = written["revision"]
    if written["base"] == mark_of(desk.stored) or same_words(written["text"], desk.stored):
        revision = desk.revision
    if desk.criterion:
        return save_section(
            desk.dossier, desk.requirement, desk.criterion, written["text"], by=by, revision=revision or 0
        )
    return save_text(desk.dossier, desk.requirement, written["text"], by=by, revision=revision or 0)


def after_save(request: HttpRequest, desk: Desk, part: DossierPart) -> HttpResponse:
    desk.part = part
    if request.htmx:
        return render(request, "nominations/report_saved.html", {"part": part, "form": form_for(desk)})
    messages.success(request, "Đã lưu.")
    if STAY in request.POST:
        return redirect(desk.url(desk.criterion))
    return redirect(desk.url(desk.following) if desk.following else desk.dossier)


def form_for(desk: Desk, text: str | None = None) -> WritingForm:
    """The words on record, or those just typed; the hidden fields always say what is on record."""
    shown = desk.stored if text is None else text
    form = WritingForm(initial={"text": shown, "revision": desk.revision, "base": mark_of(desk.stored)})
    area = form.fields["text"]
    saves_itself(area, desk.url(desk.criterion))
    if desk.requirement.paper == Paper.SUMMARY:
        area.label, area.help_text = "Bản tóm tắt thành tích", SUMMARY_HELP
    return form


def page(request: HttpRequest, desk: Desk, form: WritingForm, reasons=()) -> HttpResponse:
    judged = {verdict.criterion.pk: verdict for verdict in verdicts(desk.dossier)} if desk.criterion else {}
    context = {
        "desk": desk,
        "form": form,
        "reasons": reasons,
        "conflict": bool(reasons) and form.initial["text"] != desk.stored,
        "may_write": may_write(desk.dossier, request.user, today()),
        "verdict": judged.get(desk.criterion.pk) if desk.criterion else None,
        "rail": rail(desk),
        "sources": sources(desk),
        "entries": standing(desk.dossier),
        "narrow": True,
    }
    return render(request, "nominations/report.html", context, status=409 if reasons else 200)


def rail(desk: Desk) -> list[dict]:
    """Each criterion with the number of words written about it."""
    return [
        {
            "number": number,
            "url": desk.url(row),
            "current": row == desk.criterion,
            "words": len(desk.part.text_for(row.pk).split()) if desk.part else 0,
        }
        for number, row in enumerate(desk.criteria, start=1)
    ]


def sources(desk: Desk) -> list[tuple[Criterion, str]]:
    """Beside the summary: what the report says of each criterion."""
    if desk.requirement.paper != Paper.SUMMARY:
        return []
    report = desk.dossier.parts.filter(requirement__paper=Paper.REPORT).order_by("-version").first()
    rows = criteria_of(desk.dossier)
    return [(row, report.text_for(row.pk)) for row in rows if report and report.text_for(row.pk)]
