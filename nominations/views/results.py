"""Awards: the list, one award with its certificate and its way, the certificates as PDF."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from campaigns.models import Campaign
from documents.files import pdf_response
from documents.models import IssuedDocument
from documents.pdf.render import render_pdf
from nominations.facts.awards import award_facts, story
from nominations.facts.levels import seen_up_to
from nominations.facts.listing import AWARD_HEADINGS, award_rows
from nominations.forms.results import AwardFilter
from nominations.forms.revoking import RecoveryForm
from nominations.models import Award, Dossier
from nominations.printing.decisions import certificates_paper
from nominations.services.revoking import may_record_recovery
from nominations.services.upper_revoking import may_enter
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.vietnamese.days import long_date
from thiduakt.vietnamese.text import slug_ascii
from thiduakt.web import for_roles, list_file, paginate
from units.enums import REVIEW_ROLES, UNIT_ROLES
from units.models import Unit


def visible(request: HttpRequest):
    found = Award.objects.visible_to(request.user, today())
    return found.select_related("award_type", "decision__unit", "dossier__campaign", "revoked_by")


def scopes(user, on) -> dict[str, Q]:
    """Whose awards: one's own, one's units', those one's office decided."""
    here = Unit.objects.within(user.acting_unit_ids(on, UNIT_ROLES), on)
    units = Q(collective__in=here) | Q(dossier__unit__in=here) | Q(collective__in=user.unit_ids(on))
    return {
        "toi": Q(person=user.person_id, person__isnull=False),
        "don-vi": units,
        "quyet-dinh": Q(decision__unit__in=user.acting_unit_ids(on, REVIEW_ROLES)),
    }


@require_safe
def award_list(request: HttpRequest) -> HttpResponse:
    """One's own awards, those of one's units, and those one's office decided."""
    seen = visible(request)
    days = IssuedDocument.objects.filter(pk__in=seen.values("decision")).dates(
        "issued_on", "year", order="DESC"
    )
    campaigns = Campaign.objects.filter(pk__in=seen.filter(dossier__isnull=False).values("dossier__campaign"))
    form = AwardFilter(request.GET, years=[day.year for day in days], campaigns=campaigns)
    rows = form.filtered(seen, scopes(request.user, today()))
    rows = rows.order_by("-decision__issued_on", "-decision", "gold_book_number")
    if file := list_file(request, "Danh sách khen thưởng", AWARD_HEADINGS, award_rows(rows)):
        return file
    page = paginate(request, rows)
    office = bool(request.user.acting_unit_ids(today(), REVIEW_ROLES))
    return render(request, "nominations/awards.html", {"form": form, "page": page, "office": office})


@require_safe
def award_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The certificate as it will be printed, the money with its computation, the way there."""
    award = get_object_or_404(visible(request), pk=pk)
    mine = Dossier.objects.visible_to(request.user, today()).filter(pk=award.dossier_id)
    context = {
        "award": award,
        "paper": certificates_paper(award.decision, [award]) if award.decision.unit_id else None,
        "day": long_date(award.decision.issued_on),
        **told_of(award, request.user),
        "recovery": recovery_form(award, request.user),
        "fell_above": not award.revoked_by_id and may_enter(award.decision, request.user, today()),
        "dossier": mine.first() if award.dossier_id else None,
    }
    readable = IssuedDocument.objects.visible_to(request.user, today()).filter(pk=award.decision_id)
    return render(request, "nominations/award.html", context | {"may_read": readable.exists()})


def told_of(award: Award, user) -> dict:
    """How it came to be, as far as the reader's level is told."""
    up_to = seen_up_to(award.dossier, user, today()) if award.dossier_id else None
    return {"facts": award_facts(award, up_to), "story": story(award, up_to)}


def recovery_form(award: Award, user) -> RecoveryForm | None:
    """For the office that took a revoked award back."""
    may = award.revoked_by_id and may_record_recovery(award.revoked_by, user, today())
    return RecoveryForm() if may else None


@require_safe
def award_certificate(request: HttpRequest, pk: int) -> HttpResponse:
    """One page: unsigned, to be printed and signed."""
    award = get_object_or_404(visible(request), pk=pk)
    if award.revoked_by_id:
        raise Refused(f"Khen thưởng đã bị hủy bỏ theo Quyết định số {award.revoked_by.reference}.")
    if not award.decision.unit_id:
        raise Refused(f"Giấy chứng nhận do {award.decision.issuer_name} cấp, không in ở đây.")
    return certificates_pdf(award.decision, [award], slug_ascii(f"giay-khen-{award.name}"))


@require_safe
@for_roles(*REVIEW_ROLES)
def decision_certificates(request: HttpRequest, pk: int) -> HttpResponse:
    """Every certificate of a decision in one PDF, for the office that prints them."""
    seen = IssuedDocument.objects.visible_to(request.user, today())
    document = get_object_or_404(seen.select_related("unit"), pk=pk)
    if not request.user.roles_at(document.unit_id, today()) & set(REVIEW_ROLES):
        raise PermissionDenied
    standing = document.awards.filter(revoked_by__isnull=True)
    awards = list(standing.select_related("award_type").order_by("gold_book_number"))
    if not awards:
        raise Refused("Chưa in được giấy khen: quyết định chưa ban hành hoặc không có khen thưởng nào.")
    return certificates_pdf(document, awards, slug_ascii(f"giay-khen-{document.reference}"))


def certificates_pdf(decision: IssuedDocument, awards: list[Award], name: str) -> HttpResponse:
    return pdf_response(render_pdf("certificates.html", certificates_paper(decision, awards)), f"{name}.pdf")
