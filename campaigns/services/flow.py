"""The steps of a plan: checked for form, launched with number and date, closed."""

import datetime as dt
from collections.abc import Callable

from campaigns.conformity import HINT
from campaigns.enums import CampaignState as S
from campaigns.enums import NoteKind
from campaigns.facts.closing import still_open_at_closing
from campaigns.facts.ended import answer_of
from campaigns.flow import CAMPAIGN_FLOW
from campaigns.models import Campaign, Participation, PlanNote
from campaigns.printing import plan_paper
from documents.enums import DocumentState, Kind, LinkKind, Origin
from documents.models import IssuedDocument
from documents.pdf.render import TEMPLATE_VERSION
from documents.services import papers
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.workflow import refusals
from units.models import Person, Unit, UnitAncestor
from units.services import tell_units

from .checking import unchecked_count
from .conformity import blocking, checks_of
from .locking import lock_campaign
from .parents import find_parent
from .plans import locked_draft, log


def check_campaign(campaign: Campaign, action: str, *, by, at: dt.datetime | None = None) -> list[str]:
    """Why a step of the plan may not be taken; empty when it may."""
    on = vietnam_day(at or database_now())
    return refusals(
        CAMPAIGN_FLOW,
        state=campaign.state,
        state_label=campaign.get_state_display(),
        action=action,
        roles=by.roles_at(campaign.issuer_id, on) if campaign.issuer_id else set(),
        guard=lambda name: form_in_order(campaign, on) if name == "form_in_order" else GUARDS[name](campaign),
    )


def has_issuer(campaign: Campaign) -> str | None:
    return None if campaign.issuer_id else "Chưa chọn cơ quan ban hành của kế hoạch."


def has_clauses(campaign: Campaign) -> str | None:
    return None if campaign.clauses.exists() else "Kế hoạch chưa có nội dung."


def has_signatory(campaign: Campaign) -> str | None:
    name = campaign.signatory.get("name")
    if not name:
        return "Chưa có người ký kế hoạch."
    return None if signer_of(campaign) else f"Không có {name} trong danh sách cán bộ của cơ quan ban hành."


def signer_of(campaign: Campaign) -> Person | None:
    """The person of the issuing unit whom the signature names."""
    people = Person.objects.filter(appointments__unit=campaign.issuer_id)
    return people.filter(full_name=campaign.signatory.get("name")).distinct().first()


def no_open_doubt(campaign: Campaign) -> str | None:
    """Every doubt was looked at: launching with an open one would launch a mistake."""
    open_doubts = campaign.notes.filter(kind=NoteKind.DOUBT, accepted=False).count()
    return f"Còn {open_doubts} nghi vấn trong kế hoạch chưa được xem." if open_doubts else None


def no_unchecked(campaign: Campaign) -> str | None:
    """What a program read from a text binds nobody before a person has looked at it."""
    waiting = unchecked_count(campaign)
    return f"Còn {waiting} chỗ đọc từ văn bản chưa được người xem xác nhận." if waiting else None


def form_in_order(campaign: Campaign, on: dt.date) -> str | None:
    """Kiểm tra thể thức: what blocks; hints may be passed knowingly."""
    return " ".join(blocking(campaign, on)) or None


def paper_approved(campaign: Campaign) -> str | None:
    if campaign.paper and campaign.paper.state == DocumentState.APPROVED:
        return None
    return "Người ký chưa duyệt dự thảo kế hoạch."


def replaced_by_paper(campaign: Campaign) -> str | None:
    return None if answer_of(campaign, LinkKind.REPLACES) else "Chưa ghi văn bản nào thay thế kế hoạch này."


def withdrawn_by_paper(campaign: Campaign) -> str | None:
    return None if answer_of(campaign, LinkKind.WITHDRAWS) else "Chưa ghi văn bản nào thu hồi kế hoạch này."


def nothing_waits(campaign: Campaign) -> str | None:
    """Asked of whoever handles what the campaign set going; those apps stand above this one."""
    found = (check(campaign) for check in CLOSING_CHECKS)
    return next((sentence for sentence in found if sentence), None)


CLOSING_CHECKS: list[Callable[[Campaign], str | None]] = []

GUARDS = {
    "has_issuer": has_issuer,
    "has_clauses": has_clauses,
    "has_signatory": has_signatory,
    "no_open_doubt": no_open_doubt,
    "no_unchecked": no_unchecked,
    "paper_approved": paper_approved,
    "replaced_by_paper": replaced_by_paper,
    "withdrawn_by_paper": withdrawn_by_paper,
    "nothing_waits": nothing_waits,
}


@change
def move_campaign(
    campaign: Campaign,
    action: str,
    *,
    by,
    note: str = "",
    at: dt.datetime | None = None,
) -> Campaign:
    """Take one step of the plan's flow. Raises Refused; nothing is written then."""
    campaign = lock_campaign(campaign.pk)
    at = at or database_now()
    if reasons := check_campaign(campaign, action, by=by, at=at):
        raise Refused(*reasons)
    step = CAMPAIGN_FLOW.find(campaign.state, action)
    if step.needs_note and not note.strip():
        raise Refused(f"Chưa ghi lý do “{step.label}”.")
    was, campaign.state = campaign.state, step.target
    data = EFFECTS.get(action, lambda *_: None)(campaign, by, at)
    campaign.save()
    log(campaign, action, by=by, at=at, was=was, note=note, data=data, roles=step.roles)
    return campaign


def prepare_paper(campaign: Campaign, by, at: dt.datetime) -> dict:
    """The draft for signing: the leader reads and approves this text, nothing later.

    Returns the hints that were passed knowingly, for the trail.
    """
    find_parent(campaign, vietnam_day(at))
    hints = [f"{row.title}: {row.say}" for row in checks_of(campaign, vietnam_day(at)) if row.outcome == HINT]
    campaign.paper = papers.prepare_document(
        Kind.KE_HOACH,
        unit=campaign.issuer,
        title=campaign.title,
        template="plan.html",
        snapshot=plan_paper(campaign, on=vietnam_day(at)),
        signature_lines=campaign.signatory["lines"],
        signer=signer_of(campaign),
        by=by,
        at=at,
    )
    return {"hints": hints}


def drop_paper(campaign: Campaign, by, at: dt.datetime) -> None:
    """The text will change: the draft that was to be signed is put aside, with its trail."""
    paper, campaign.paper = campaign.paper, None
    if paper and not paper.issued:
        papers.discard(papers.locked(paper), by=by, at=at, note="Kế hoạch được sửa lại.")


def launch(campaign: Campaign, by, at: dt.datetime) -> None:
    """Number and day; every unit below the issuer takes part, may read the paper and is told."""
    campaign.paper = papers.issue_document(campaign.paper, by=by, at=at, on=vietnam_day(at))
    campaign.launched_on = campaign.paper.issued_on
    below = UnitAncestor.objects.on(campaign.launched_on).filter(ancestor=campaign.issuer)
    units = list(Unit.objects.on(campaign.launched_on).filter(pk__in=below.values("unit")))
    Participation.objects.bulk_create(
        [Participation(campaign=campaign, unit=unit, received_at=at) for unit in units], ignore_conflicts=True
    )
    papers.add_readers(campaign.paper, units=[campaign.issuer, *units])
    text = f"{campaign.issuer.name} ban hành Kế hoạch số {campaign.paper.reference}: {campaign.title}"
    tell_units([unit.pk for unit in units], text, campaign.get_absolute_url(), on=campaign.launched_on)


def close(campaign: Campaign, by, at: dt.datetime) -> dict:
    """The day; what was left open is kept in the trail."""
    campaign.closed_on = vietnam_day(at)
    return {"open": still_open_at_closing(campaign, campaign.closed_on)}


EFFECTS = {"check_form": prepare_paper, "reopen": drop_paper, "launch": launch, "close": close}


@change
def enter_launched(campaign: Campaign, *, issuer: Unit, on: dt.date, by, closed_on: dt.date | None = None):
    """A plan that was issued on paper before the system: its own number and day, no new ones."""
    campaign = lock_campaign(campaign.pk)
    if campaign.state != S.DRAFT:
        raise Refused("Kế hoạch này đã được nhập.")
    written = campaign.document
    campaign.issuer, campaign.launched_on, campaign.closed_on = issuer, on, closed_on
    campaign.state = S.CLOSED if closed_on else S.LAUNCHED
    find_parent(campaign, on)
    campaign.paper = IssuedDocument.objects.create(
        kind=Kind.KE_HOACH,
        origin=Origin.HISTORIC,
        state=DocumentState.ISSUED,
        unit=issuer,
        title=campaign.title,
        number=written["number"],
        symbol=written["symbol"] or "",
        place=written["place"] or "",
        issued_on=on,
        template="plan.html",
        template_version=TEMPLATE_VERSION,
        snapshot=plan_paper(campaign, on=on),
        signature_lines=campaign.signatory["lines"],
        signer_name=campaign.signatory["name"] or "",
        prepared_by=by,
    )
    campaign.save()
    log(campaign, "enter", by=by, was=S.DRAFT, note="Nhập kế hoạch đã ban hành trước khi có hệ thống.")
    return campaign


@change
def accept_note(note: PlanNote, *, by) -> None:
    """A person looked at a doubt and lets the text stand as written."""
    campaign = locked_draft(note.campaign_id, by)
    note.accepted = True
    note.save(update_fields=["accepted"])
    log(campaign, "accept_note", by=by, note=f"Giữ như văn bản: “{note.text}”")
