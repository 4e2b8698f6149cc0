"""An issued plan replaced or withdrawn: another paper does it, the plan's own words stay."""

import datetime as dt

from campaigns.enums import CampaignState
from campaigns.models import Campaign
from documents.enums import LinkKind
from documents.models import DocumentLink, IssuedDocument
from documents.services.links import KEEPERS, link_documents
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.services import tell_units

from .after import locked_running
from .flow import move_campaign

STEPS = {LinkKind.REPLACES: "replace", LinkKind.WITHDRAWS: "withdraw"}
SAID = {LinkKind.REPLACES: "được thay thế bằng", LinkKind.WITHDRAWS: "bị thu hồi theo"}


@change
def end_by_paper(
    campaign: Campaign,
    document: IssuedDocument,
    kind: str,
    *,
    reason: str,
    carry_over: bool = False,
    by,
    at: dt.datetime | None = None,
) -> Campaign:
    """`document` replaces or withdraws the plan. `carry_over`: it says that dossiers under way go on.

    Raises Refused: not the plan's office, a plan that does not run, a paper that cannot do it.
    """
    at = at or database_now()
    refusal = "Chỉ văn thư, cơ quan thường trực của cơ quan ban hành được ghi việc này."
    campaign = locked_running(campaign.pk, by, vietnam_day(at), KEEPERS, refusal)
    if not reason.strip():
        raise Refused("Chưa ghi lý do.")
    if carry_over and kind != LinkKind.REPLACES:
        raise Refused("Kế hoạch bị thu hồi thì hồ sơ không được xét tiếp.")
    campaign.carries_over = carry_over
    campaign.save(update_fields=["carries_over"])
    link_documents(document, campaign.paper, kind, by=by, note=reason, at=at)
    campaign.refresh_from_db()
    return campaign


def paper_answered(target: IssuedDocument, link: DocumentLink, *, by, at: dt.datetime, note: str) -> None:
    """A running plan whose paper is replaced or withdrawn ends with it, wherever that was recorded."""
    campaign = Campaign.objects.filter(paper=target, state=CampaignState.LAUNCHED).first()
    if campaign is None or link.kind not in STEPS:
        return
    move_campaign(campaign, STEPS[link.kind], by=by, note=note or str(link), at=at)
    text = f"Kế hoạch số {target.reference} {SAID[link.kind]} {link.document}. {campaign.title}"
    units = [campaign.issuer_id, *campaign.participations.values_list("unit", flat=True)]
    tell_units(units, text, campaign.get_absolute_url(), on=vietnam_day(at))
