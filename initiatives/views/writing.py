"""Writing an initiative: what is registered, the authors, the description part by part, files, signatures."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from documents.files import attachment
from initiatives.facts import PARTS, Part, part_named, registration_frozen
from initiatives.facts.people import authors_and_chosen, people_named
from initiatives.forms.registering import AuthorsForm, EditForm, FindForm
from initiatives.forms.steps import FileForm
from initiatives.models import Initiative
from initiatives.permissions import may_write
from initiatives.services import registering, writing
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web import needs_proof, refusals_as_messages
from thiduakt.web.writing import WritingForm, mark_of, same_words, saves_itself

from .asked import initiative_of, posted


def initiative_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Name, field, kind until the registration is sent; day of use and investor as long as it is written."""
    initiative = initiative_of(request, pk)
    form = EditForm(
        posted(request), instance=initiative_of(request, pk), frozen=registration_frozen(initiative)
    )
    if request.method == "POST" and form.is_valid():
        with refusals_as_messages(request):
            registering.edit_initiative(initiative, by=request.user, **form.cleaned_data)
            messages.success(request, "Đã lưu.")
        return redirect(initiative)
    context = {"initiative": initiative, "form": form, "may_write": writes(request, initiative)}
    return render(request, "initiatives/edit.html", context)


def writes(request: HttpRequest, initiative: Initiative) -> bool:
    return may_write(initiative, request.user, today())


def initiative_authors(request: HttpRequest, pk: int) -> HttpResponse:
    """Shares of the authors; `?them=` finds a person by full name, `?nguoi=` puts one on the list."""
    initiative = initiative_of(request, pk)
    shares = authors_and_chosen(initiative, request.GET.getlist("nguoi"), today())
    form = AuthorsForm(posted(request), shares=shares)
    if request.method == "POST" and form.is_valid() and kept(form, initiative, by=request.user):
        messages.success(request, "Đã lưu tác giả và tỷ lệ đóng góp. Tác giả ký lại ở trang sáng kiến.")
        return redirect(initiative)
    context = {"initiative": initiative, "form": form, "may_write": writes(request, initiative)}
    return render(request, "initiatives/authors.html", context | found(request, initiative, form))


def kept(form: AuthorsForm, initiative: Initiative, *, by) -> bool:
    """Whether the shares were kept; a refusal stands on the form."""
    try:
        registering.set_authors(initiative, form.shares(), qualifications=form.qualifications(), by=by)
    except Refused as refused:
        form.add_error(None, refused.reasons)
        return False
    return True


def found(request: HttpRequest, initiative: Initiative, form: AuthorsForm) -> dict:
    """Whom the typed name means, each with the address that puts him on the list."""
    wanted = request.GET.get("them", "").strip()
    keys = [str(person.pk) for person in form.people]
    people = people_named(initiative, wanted, today()) if wanted else []
    offered = [
        (person, f"?{urlencode({'nguoi': [*keys, person.pk]}, doseq=True)}")
        for person in people
        if str(person.pk) not in keys
    ]
    return {"find": FindForm(initial={"them": wanted}), "wanted": wanted, "offered": offered, "keys": keys}


def initiative_part(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """One part of the description, saved while it is typed."""
    initiative, part = initiative_of(request, pk), part_named(slug)
    if part is None:
        raise Http404("no such part")
    if request.method != "POST":
        return part_page(request, initiative, part, form_for(initiative, part))
    return write_part(request, initiative, part)


def write_part(request: HttpRequest, initiative: Initiative, part: Part) -> HttpResponse:
    form = WritingForm(request.POST)
    if not form.is_valid():
        raise Refused("Chưa lưu được: biểu mẫu gửi lên không đầy đủ. Mở lại trang rồi viết tiếp.")
    try:
        saved = save(initiative, part, form.cleaned_data, by=request.user)
    except Refused as refused:
        if request.htmx:
            raise
        typed = form_for(initiative, part, form.cleaned_data["text"])
        return part_page(request, initiative, part, typed, refused.reasons)
    return after_save(request, saved, part)


def save(initiative: Initiative, part: Part, written: dict, *, by) -> Initiative:
    """No conflict: another part was saved meanwhile, or these very words (a save pressed twice)."""
    stored, revision = getattr(initiative, part.key), written["revision"] or 0
    if written["base"] == mark_of(stored) or same_words(written["text"], stored):
        revision = initiative.revision
    return writing.save_part(initiative, part.key, written["text"], by=by, revision=revision)


def after_save(request: HttpRequest, initiative: Initiative, part: Part) -> HttpResponse:
    if request.htmx:
        return render(
            request, "initiatives/part_saved.html", {"form": form_for(initiative, part), "at": timezone.now()}
        )
    messages.success(request, "Đã lưu.")
    later = PARTS[PARTS.index(part) + 1 :]
    if "stay" in request.POST:
        return redirect("initiatives:part", initiative.pk, part.slug)
    return redirect("initiatives:part", initiative.pk, later[0].slug) if later else redirect(initiative)


def form_for(initiative: Initiative, part: Part, text: str | None = None) -> WritingForm:
    """The words on record, or those just typed; the hidden fields always say what is on record."""
    stored = getattr(initiative, part.key)
    shown = stored if text is None else text
    form = WritingForm(initial={"text": shown, "revision": initiative.revision, "base": mark_of(stored)})
    area = form.fields["text"]
    area.label, area.help_text = part.title, f"{part.help} Chữ đang gõ được tự lưu vài giây một lần."
    saves_itself(area, reverse("initiatives:part", args=[initiative.pk, part.slug]))
    return form


def part_page(
    request: HttpRequest, initiative: Initiative, part: Part, form: WritingForm, reasons=()
) -> HttpResponse:
    stored = getattr(initiative, part.key)
    context = {"initiative": initiative, "part": part, "form": form, "stored": stored, "reasons": reasons}
    context |= {
        "conflict": bool(reasons) and form.initial["text"] != stored,
        "may_write": writes(request, initiative),
        "rail": [(one, one == part, len(getattr(initiative, one.key).split())) for one in PARTS],
        "following": next(iter(PARTS[PARTS.index(part) + 1 :]), None),
    }
    return render(request, "initiatives/part.html", context, status=409 if reasons else 200)


@require_POST
def initiative_upload(request: HttpRequest, pk: int) -> HttpResponse:
    initiative = initiative_of(request, pk)
    form = FileForm(request.POST, request.FILES)
    with refusals_as_messages(request):
        if not form.is_valid():
            raise Refused(*(error for errors in form.errors.values() for error in errors))
        writing.add_file(initiative, form.cleaned_data["file"], form.cleaned_data["what"], by=request.user)
        messages.success(request, "Đã tải tệp lên.")
    return redirect(f"{initiative.get_absolute_url()}#tep")


@require_safe
def initiative_file(request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:
    initiative = initiative_of(request, pk)
    row = get_object_or_404(initiative.files.select_related("file"), pk=file_pk)
    return attachment(row.file, inline="tai" not in request.GET)


@require_POST
def initiative_file_remove(request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:
    initiative = initiative_of(request, pk)
    row = get_object_or_404(initiative.files.select_related("initiative"), pk=file_pk)
    with refusals_as_messages(request):
        writing.remove_file(row, by=request.user)
        messages.success(request, "Đã bỏ tệp.")
    return redirect(f"{initiative.get_absolute_url()}#tep")


@require_POST
@needs_proof
def initiative_sign(request: HttpRequest, pk: int) -> HttpResponse:
    """An author signs: the password proves who he is."""
    initiative = initiative_of(request, pk)
    with refusals_as_messages(request):
        writing.sign(initiative, by=request.user)
        messages.success(request, "Đã ký xác nhận phần của anh/chị.")
    return redirect(initiative)
