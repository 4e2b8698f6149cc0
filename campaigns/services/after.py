"""What is recorded of an issued plan's dates: a deadline extended, a late sender let in."""

import datetime as dt

from django.urls import reverse

from campaigns.dates import last_day
from campaigns.enums import CampaignState, DeadlineKind
from campaigns.models import Campaign, Deadline, DeadlineExtension, LateAcceptance
from campaigns.permissions import OFFICE
from documents.models import IssuedDocument
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.vietnamese.days import short_date
from units.enums import Role
from units.models import Unit, UnitAncestor
from units.services import tell_units

from .locking import lock_campaign
from .plans import log

EXTENDING_ROLES = frozenset({Role.OFFICE_HEAD})
LONGEST = DeadlineExtension._meta.get_field("reference").max_length
FARTHEST = dt.timedelta(days=2 * 366)


def locked_running(pk: int, by, on: dt.date, roles, refusal: str) -> Campaign:
    """The plan, locked, while it runs; for those who hold one of the roles at the issuing body."""
    campaign = lock_campaign(pk)
    if not by.roles_at(campaign.issuer_id, on) & set(roles):
        raise Refused(refusal)
    if campaign.state != CampaignState.LAUNCHED:
        raise Refused(
            f"Kế hoạch đang ở trạng thái “{campaign.get_state_display()}” nên không ghi được việc này."
        )
    return campaign


@change
def extend_deadline(
    deadline: Deadline,
    until: dt.date,
    *,
    reason: str,
    reference: str = "",
    document: IssuedDocument | None = None,
    by,
    at: dt.datetime | None = None,
) -> DeadlineExtension:
    """A later last day, with its reason and the paper that says so. Told to every unit taking part.

    `document` is that paper where the register has it; `reference` names one that is not there.

    Raises Refused for anybody but the head of the office, for a day not later than the plan's own, or past.
    """
    at = at or database_now()
    on = vietnam_day(at)
    refusal = "Chỉ phụ trách cơ quan thường trực của cơ quan ban hành được gia hạn."
    campaign = locked_running(deadline.campaign_id, by, on, EXTENDING_ROLES, refusal)
    deadline = Deadline.objects.select_related("campaign", "clause").get(pk=deadline.pk)
    if why := why_not_until(deadline, until, on):
        raise Refused(why)
    if not reason.strip():
        raise Refused("Chưa ghi lý do gia hạn.")
    reference = named(document) if document else reference
    was = last_day(deadline.limit())
    extension = DeadlineExtension.objects.create(
        deadline=deadline, until=until, reason=reason, reference=reference, document=document, made_at=at
    )
    data = {
        "deadline": deadline.pk,
        "was": was.isoformat(),
        "until": until.isoformat(),
        "by_paper": reference,
        "document": document.pk if document else None,
    }
    note = f"{deadline.get_what_display()}: gia hạn đến hết {short_date(until)}. {reason}"
    log(campaign, "extend", by=by, at=at, note=note, data=data, roles=EXTENDING_ROLES)
    tell_extension(campaign, deadline, until, reference, on)
    return extension


def named(document: IssuedDocument) -> str:
    """`Quyết định 45/QĐ-UBND ngày 20/11/2026`. Refused for a paper that was not issued."""
    if not document.issued:
        raise Refused("Văn bản gia hạn chưa được ban hành.")
    return f"{document} ngày {short_date(document.issued_on)}"[:LONGEST]


def below(unit: Unit, campaign: Campaign, on: dt.date) -> bool:
    above = UnitAncestor.objects.on(on).filter(unit=unit, ancestor=campaign.issuer_id)
    return unit.pk == campaign.issuer_id or above.exists()


def why_not_until(deadline: Deadline, until: dt.date, on: dt.date) -> str:
    """Why a day cannot be the new last day; empty when it can."""
    written = last_day(deadline.written_limit())
    cited = f" ({deadline.clause.citation})" if deadline.clause else ""
    if written is None:
        return f"Kế hoạch không nêu ngày cho việc này nên không có gì để gia hạn{cited}."
    if until <= written:
        return f"Ngày mới phải sau ngày của kế hoạch, {short_date(written)}{cited}."
    if until < on:
        return f"Ngày mới không được ở trong quá khứ; hôm nay là {short_date(on)}."
    if until > max(on, written) + FARTHEST:
        return "Ngày mới quá xa: gia hạn nhiều nhất hai năm."
    if until == last_day(deadline.limit()):
        return f"Việc này đã được gia hạn đến hết {short_date(until)}."
    return ""


def tell_extension(campaign: Campaign, deadline: Deadline, until: dt.date, reference: str, on) -> None:
    by = f" theo {reference}" if reference else ""
    what = deadline.get_what_display()
    text = f"{what}: gia hạn đến hết {short_date(until)}{by}. {campaign.title}"
    units = [campaign.issuer_id, *campaign.participations.values_list("unit", flat=True)]
    tell_units(units, text, campaign.get_absolute_url(), on=on)


@change
def accept_late(
    campaign: Campaign,
    unit: Unit,
    what: str,
    until: dt.date,
    *,
    reason: str,
    by,
    at: dt.datetime | None = None,
) -> LateAcceptance:
    """Let one unit send its registrations or dossiers after the deadline, up to a day, for a reason."""
    at = at or database_now()
    on = vietnam_day(at)
    refusal = "Chỉ cơ quan thường trực của cơ quan ban hành được chấp nhận nộp muộn."
    campaign = locked_running(campaign.pk, by, on, OFFICE, refusal)
    if until < on or until > on + FARTHEST:
        raise Refused(f"Ngày nhận phải từ hôm nay, {short_date(on)}, và không quá hai năm.")
    if not reason.strip():
        raise Refused("Chưa ghi lý do chấp nhận nộp muộn.")
    if not below(unit, campaign, on):
        raise Refused(f"{unit.name} không thuộc cơ quan ban hành kế hoạch.")
    if not campaign.deadline_set.filter(what=what).exists():
        raise Refused("Kế hoạch không đặt hạn cho việc này nên không cần chấp nhận nộp muộn.")
    accepted = LateAcceptance.objects.create(
        campaign=campaign, unit=unit, what=what, until=until, reason=reason, made_at=at
    )
    data = {"unit": unit.pk, "what": what, "until": until.isoformat()}
    log(campaign, "accept_late", by=by, at=at, note=f"{accepted}. {reason}", data=data, roles=OFFICE)
    text = f"{campaign.issuer.name} chấp nhận {unit} nộp muộn ({DeadlineKind(what).label.lower()}) "
    text += f"đến hết {short_date(until)}. {campaign.title}"
    tell_units([unit.pk], text, reverse("campaigns:detail", args=[campaign.pk]), on=on)
    return accepted
