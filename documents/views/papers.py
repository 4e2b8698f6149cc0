"""The register: papers one may read, one paper with its text, what its signer and its records clerk do."""

from django.contrib import messages
from django.db.models import Case, IntegerField, Q, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from documents.enums import DocumentState
from documents.facts import answers_to, standing_of, to_confirm
from documents.files import pdf_response, word_response
from documents.forms import DocumentFilter, ReturnForm
from documents.models import IssuedDocument
from documents.printing import LIST_HEADINGS, has_list, list_lines, sheet_of
from documents.qr import check_address, check_square
from documents.registry import way_of
from documents.services.links import KEEPERS, keeps
from documents.services.papers import (
    NUMBERING_ROLES,
    approve_document,
    return_document,
    why_not_approve,
    why_not_its_signer,
)
from documents.services.printing import merged, pdf_bytes, word_bytes
from documents.services.signed import why_not_attach
from documents.services.wording import may_word
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import slug_ascii
from thiduakt.web import excel_file, list_file, needs_proof, paginate, refusals_as_messages
from units.enums import REVIEW_ROLES, Role
from units.models import BY_ROLE

OFFICE = set(REVIEW_ROLES)
ACTIONS = {
    "prepare": "Lập dự thảo trình ký",
    "reword": "Sửa lời văn dự thảo",
    "approve": "Người ký duyệt",
    "issue": "Cấp số, ban hành",
    "discard": "Trả lại, bỏ dự thảo",
    "print_certificates": "In giấy khen",
    "reprint_certificates": "In lại giấy khen",
    "enter": "Nhập vào sổ",
    "attach_signed": "Tải lên bản đã ký",
    "was_corrects": "Được đính chính",
    "was_replaces": "Được thay thế",
    "was_withdraws": "Bị thu hồi",
    "was_annuls": "Bị hủy bỏ một phần",
    "recover": "Thu hồi hiện vật, tiền thưởng",
}


def visible(request: HttpRequest):
    return IssuedDocument.objects.visible_to(request.user, today()).select_related("unit")


def may_enter(request: HttpRequest) -> dict:
    """Whether the reader keeps a register into which papers are entered."""
    return {"may_enter": bool(request.user.acting_unit_ids(today(), KEEPERS))}


def mine_first(queryset, user, on):
    """What waits for one's signature or for one's number stands on top."""
    signs = Q(state=DocumentState.PREPARED, signer=user.person_id, signer__isnull=False)
    numbers = Q(state=DocumentState.APPROVED, unit__in=user.acting_unit_ids(on, [Role.RECORDS]))
    waits = Case(When(signs | numbers, then=Value(0)), default=Value(1), output_field=IntegerField())
    return queryset.annotate(waits=waits).order_by("waits", "-prepared_at", "-pk")


@require_safe
def document_list(request: HttpRequest) -> HttpResponse:
    """Papers of the units one acts for, and issued ones one may read."""
    seen = visible(request)
    form = DocumentFilter(request.GET)
    rows = mine_first(form.filtered(seen), request.user, today()).defer("snapshot", "body_key")
    if file := list_file(request, "Danh sách văn bản", LIST_HEADINGS, list_lines(rows)):
        return file
    page = paginate(request, rows.prefetch_related("answers__document"), per_page=30)
    for row in page:
        row.standing = standing_of(link for link in row.answers.all() if link.document.issued)
    return render(request, "documents_site/list.html", {"form": form, "page": page, **may_enter(request)})


@require_safe
def document_detail(request: HttpRequest, pk: int) -> HttpResponse:
    return detail_page(request, get_object_or_404(visible(request), pk=pk), ReturnForm())


def detail_page(request: HttpRequest, document: IssuedDocument, form: ReturnForm) -> HttpResponse:
    events = document.events.select_related("by", *BY_ROLE).order_by("-seq")
    context = {
        "document": document,
        "story": [(event, ACTIONS.get(event.action, event.action)) for event in events],
        "form": form,
        "has_list": has_list(document.template, document.snapshot),
        "listed": [] if document.printable else way_of(document).contents(document).groups,
        **offers(document, request.user, today()),
        **wording(document, request.user, today()),
        **standing(document),
    }
    return render(request, "documents_site/detail.html", context)


def standing(document: IssuedDocument) -> dict:
    """Whether it stands, what later papers did to it and it to earlier ones, the square to check it by."""
    answers = answers_to(document)
    code = document.lookup_code
    return {
        "standing": standing_of(answers),
        "answers": answers,
        "does": list(document.does.select_related("target__unit")),
        "qr": check_square(code) if code else "",
        "check_address": check_address(code) if code else "",
    }


def offers(document: IssuedDocument, user, on) -> dict:
    """Where this paper leads, and what this reader may do with it."""
    way = way_of(document)
    waits = document.state == DocumentState.PREPARED
    roles = user.roles_at(document.unit_id, on)
    return {
        "way": way,
        "subject_url": way.subject(document, user, on),
        "may_sign": waits and not why_not_its_signer(document, user, on=on),
        "barred": way.bars(document, user, on) if waits else "",
        "issue_url": issue_url(document, user, on),
        "return_url": way.send_back(document),
        "prints": way.prints(document, roles) if roles & OFFICE else [],
        "may_attach": not why_not_attach(document, user, on=on),
        "may_link": document.issued and keeps(document, user, on=on),
    }


def wording(document: IssuedDocument, user, on) -> dict:
    """Of a draft: whether its words were changed, who may change them, why it no longer fits."""
    if document.issued:
        return {}
    return {
        "worded": bool(document.snapshot.get("typed")),
        "may_word": may_word(document, user, on=on),
        "stale": way_of(document).stale(document, on),
    }


def issue_url(document: IssuedDocument, user, on) -> str:
    """Where its number is taken, for those who may take it now."""
    way = way_of(document)
    may_number = user.roles_at(document.unit_id, on) & set(way.numbered_by or NUMBERING_ROLES)
    return way.issue(document) if may_number and document.state == DocumentState.APPROVED else ""


@require_safe
def document_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The stored bytes of an issued paper, the draft otherwise."""
    document = get_object_or_404(visible(request), pk=pk)
    return pdf_response(pdf_bytes(document), f"{file_name(document)}.pdf")


@require_safe
def document_word(request: HttpRequest, pk: int) -> HttpResponse:
    """The same words as a Word file, for whoever may read the paper."""
    document = get_object_or_404(visible(request), pk=pk)
    return word_response(word_bytes(document), f"{file_name(document)}.docx")


@require_safe
def document_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The list that goes with the paper, in Excel, for whoever may read the paper."""
    document = get_object_or_404(visible(request), pk=pk)
    listed = sheet_of(document.template, merged(document))
    if listed is None:
        raise Http404("no list")
    title = f"Danh sách kèm {file_name(document)}"
    return excel_file(title, listed.headings, listed.rows, official=listed.official)


def file_name(document: IssuedDocument) -> str:
    return slug_ascii(f"{document.get_kind_display()} {document.reference or f'du-thao-{document.pk}'}")


@require_http_methods(["GET", "HEAD", "POST"])
@needs_proof
def document_approve(request: HttpRequest, pk: int) -> HttpResponse:
    """The signer named on the paper reads once more what it does, and says yes to the draft."""
    document = get_object_or_404(visible(request), pk=pk)
    after = way_of(document).numbered or "Văn thư cấp số, ban hành."
    if request.method != "POST":
        return approval_page(request, document, after)
    with refusals_as_messages(request):
        refuse_unseen(document, request.POST.get("revision", ""))
        approve_document(document, by=request.user)
        messages.success(request, f"Đã duyệt dự thảo. {after}")
    return redirect(document)


def refuse_unseen(document: IssuedDocument, seen: str) -> None:
    """The words on the page that was read are those of the draft."""
    if seen and seen != str(document.snapshot.get("revision", 0)):
        raise Refused("Lời văn của dự thảo vừa được sửa: đọc lại rồi duyệt.")


def approval_page(request: HttpRequest, document: IssuedDocument, after: str) -> HttpResponse:
    """For a paper that this reader may approve now; for any other its own page, which says how it stands."""
    if document.state != DocumentState.PREPARED or why_not_approve(document, request.user, on=today()):
        return redirect(document)
    name = document.get_kind_display().lower()
    context = to_confirm(document, today()) | {
        "heading": f"Duyệt dự thảo {name}",
        "lead": f"Sắp duyệt dự thảo {name}",
        "will": ("Duyệt xong thì nội dung không sửa được nữa.", after),
        "verb": "Duyệt dự thảo",
        "revision": document.snapshot.get("revision", 0),
    }
    return render(request, "documents_site/confirm.html", context)


@require_POST
def document_return(request: HttpRequest, pk: int) -> HttpResponse:
    """The signer sends the draft back, where no other page has to know of it."""
    document = get_object_or_404(visible(request), pk=pk)
    form = ReturnForm(request.POST)
    if way := way_of(document).send_back(document):
        return redirect(way, preserve_request=True)
    if not form.is_valid():
        return detail_page(request, document, form)
    with refusals_as_messages(request):
        return_document(document, by=request.user, note=form.cleaned_data["note"])
        messages.success(request, "Đã trả lại dự thảo kèm lý do.")
    return redirect(document)
