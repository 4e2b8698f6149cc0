"""An award taken back by a decision of its own, with what comes back of it (Luật 06/2022/QH15, Điều 93)."""

import datetime as dt

from criteria.services import regime_on
from documents.enums import Kind, LinkKind
from documents.models import IssuedDocument
from documents.services import papers
from documents.services.links import link_documents
from nominations.enums import RevocationReason
from nominations.models import Award
from nominations.printing.revoking import revocation_paper
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.vietnamese.days import short_date
from units.enums import Role
from units.facts import signature_lines
from units.models import Person

from .decisions import PREPARERS, office_of
from .letters import unique_reasons
from .locking import lock_for
from .steps import Outcome, move_locked
from .telling import tell_revoked

RECOVERERS = (*PREPARERS, Role.RECORDS)


@change
def prepare_revocation(
    decision: IssuedDocument,
    award_pks,
    *,
    reason: str,
    note: str,
    signer: Person,
    by,
    at: dt.datetime | None = None,
) -> IssuedDocument:
    """The draft for its signer: which lines of an issued decision are taken back, and why.

    Raises Refused: no office of the body that decided, no line or one that was taken back already, no
    word what was found, a signer who is on the list.
    """
    at = at or database_now()
    on = vietnam_day(at)
    if not by.roles_at(decision.unit_id, on) & PREPARERS:
        raise Refused("Chỉ cơ quan thường trực của nơi ban hành được lập quyết định hủy bỏ.")
    if not note.strip():
        raise Refused("Ghi rõ căn cứ, kết luận dẫn đến việc hủy bỏ.")
    awards = standing_awards(decision, award_pks)
    if any(award.person_id == signer.pk for award in awards):
        raise Refused(f"{signer.full_name} không ký quyết định có tên mình: chọn người ký khác.")
    words = RevocationReason(reason).label
    office = office_of(by, decision.unit, on)
    told = {"on": on, "office": office, "reason": words, "note": note}
    paper = revocation_paper(decision, awards, regime_on(on), **told)
    keys = [award.pk for award in awards]
    return papers.prepare_document(
        Kind.QUYET_DINH,
        unit=decision.unit,
        title=paper["title"],
        template="decision.html",
        snapshot=paper | {"revokes": keys, "revoked": decision.pk, "why": f"{words}. {note}"},
        signature_lines=signature_lines(decision.unit, signer, on),
        signer=signer,
        by=by,
        note=note,
        at=at,
    )


def standing_awards(decision: IssuedDocument, keys) -> list[Award]:
    """Lines of an issued decision made here that are in force. Raises Refused."""
    if not decision.issued or not decision.unit_id:
        raise Refused("Chỉ hủy bỏ được khen thưởng của quyết định do cơ quan mình ban hành.")
    return still_standing(Award.objects.filter(pk__in=set(keys), decision=decision), keys)


def still_standing(rows, keys) -> list[Award]:
    """The chosen lines, none of which was taken back before. Raises Refused."""
    found = list(rows.select_related("award_type").order_by("gold_book_number"))
    if not found or len(found) != len(set(keys)):
        raise Refused("Chưa chọn khen thưởng nào của quyết định này.")
    gone = [award.name for award in found if award.revoked_by_id]
    if gone:
        raise Refused(f"Đã hủy bỏ trước đó: {', '.join(gone)}.")
    return found


@change
def issue_revocation(document: IssuedDocument, *, by, at: dt.datetime | None = None) -> IssuedDocument:
    """Number and day; with them the awards fall, their dossiers with them, and the plan's slots are free.

    The revoked decision stays as it was issued and names the later one. Raises Refused; nothing is
    written then.
    """
    at = at or database_now()
    day, keys = vietnam_day(at), document.snapshot["revokes"]
    decision = IssuedDocument.objects.select_related("unit").get(pk=document.snapshot["revoked"])
    dossiers = Award.objects.filter(pk__in=keys, dossier__stages__state="awarded")
    series = (document.unit, document.kind, day.year)
    locks = lock_for("revoke", dossiers.values_list("dossier", flat=True), series=series)
    awards = standing_awards(decision, keys)
    document = papers.issue_document(document, by=by, at=at, on=day)
    outcome = move_locked(locks, "revoke", by=by, at=at, decision=document, note=document.snapshot["why"])
    fall(outcome, awards, document, decision, by=by, at=at, note=document.snapshot["why"])
    tell_revoked(document, awards, on=day)
    return document


def fall(
    outcome: Outcome,
    awards: list[Award],
    document: IssuedDocument,
    decision: IssuedDocument,
    *,
    by,
    at: dt.datetime,
    note: str,
) -> None:
    """All chosen lines or none; the earlier decision names the paper that took them back."""
    if outcome.skipped:
        raise Refused(*unique_reasons(outcome.skipped))
    Award.objects.filter(pk__in=[award.pk for award in awards]).update(revoked_by=document)
    left = Award.objects.filter(decision=decision, revoked_by__isnull=True).exists()
    kind = LinkKind.ANNULS if left else LinkKind.WITHDRAWS
    link_documents(document, decision, kind, by=by, note=note, at=at)


def may_record_recovery(document: IssuedDocument, by, on: dt.date) -> bool:
    """Who keeps the paper that took an award back: its issuer, or who entered it for the level above."""
    held = (by.roles_at(unit, on) for unit in papers.kept_by(document))
    return any(roles & set(RECOVERERS) for roles in held)


@change
def record_recovery(
    award: Award,
    *,
    paper_on: dt.date | None,
    money_on: dt.date | None,
    by,
    note: str = "",
    at: dt.datetime | None = None,
) -> Award:
    """When the certificate and the money of a revoked award came back; told in the revoking paper's trail."""
    at = at or database_now()
    award = (
        Award.objects.select_for_update(no_key=True, of=("self",))
        .select_related("revoked_by")
        .get(pk=award.pk)
    )
    document, on = award.revoked_by, vietnam_day(at)
    if document is None:
        raise Refused("Khen thưởng chưa bị hủy bỏ nên không có gì để thu hồi.")
    if not may_record_recovery(document, by, on):
        raise Refused("Chỉ cơ quan đã hủy bỏ được ghi việc thu hồi.")
    days = [day for day in (paper_on, money_on) if day]
    if not days or any(day > on or day < document.issued_on for day in days):
        raise Refused(f"Ghi ngày thu hồi, từ {short_date(document.issued_on)} đến hôm nay.")
    award.paper_returned_on = paper_on or award.paper_returned_on
    award.money_returned_on = money_on or award.money_returned_on
    award.save(update_fields=["paper_returned_on", "money_returned_on"])
    said = [("hiện vật", paper_on), ("tiền thưởng", money_on)]
    words = ", ".join(f"{what} ngày {short_date(day)}" for what, day in said if day)
    told = f"{award.name}: thu lại {words}. {note}".strip()
    papers.record(document, "recover", by=by, at=at, was=document.state, roles=RECOVERERS, note=told)
    return award
