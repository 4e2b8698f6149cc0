"""A plan that another paper replaced or withdrew, in words."""

from campaigns.enums import CampaignState
from campaigns.models import Campaign
from documents.enums import LinkKind
from documents.models import DocumentLink
from thiduakt.vietnamese.days import short_date

BY = {
    CampaignState.REPLACED: (LinkKind.REPLACES, "đã được thay thế bằng"),
    CampaignState.WITHDRAWN: (LinkKind.WITHDRAWS, "đã bị thu hồi theo"),
}


def answer_of(campaign: Campaign, kind: str) -> DocumentLink | None:
    """The link by which a later paper did this to the plan's own paper."""
    if campaign.paper_id is None:
        return None
    found = DocumentLink.objects.filter(target=campaign.paper_id, kind=kind)
    return found.select_related("document__campaign").first()


def ended_words(campaign: Campaign) -> str:
    """`Kế hoạch số 05/KH-UBND đã được thay thế bằng Kế hoạch 07/KH-UBND ngày …`; empty while it stands."""
    if campaign.state not in BY:
        return ""
    kind, did = BY[campaign.state]
    link = answer_of(campaign, kind)
    paper = f"{link.document} ngày {short_date(link.document.issued_on)}" if link else "văn bản khác"
    return f"Kế hoạch số {campaign.reference} {did} {paper}"


def plan_ended(campaign: Campaign) -> str:
    """Why nothing of it goes on, with the paper that says so; empty while its dossiers go on."""
    words = "" if campaign.is_under_way else ended_words(campaign)
    then = "Hồ sơ theo kế hoạch cũ không được xét tiếp; xem văn bản mới để lập hồ sơ."
    return f"{words}. {then}" if words else ""
