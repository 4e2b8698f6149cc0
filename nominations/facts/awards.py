"""What a page tells of an award: how the money was counted, what the council said, how it came to be."""

from decimal import Decimal

from nominations.enums import StageState
from nominations.flow import DOSSIER_FLOW
from nominations.models import Award
from units.models import BY_ROLE

from .words import read_at

GROWTH = ("draft", "submit", "send", "receive", "request_changes", "resubmit")
DECISIVE = (
    "mark_eligible",
    "council_approve",
    "propose",
    "forward",
    "award",
    "enter_award",
    "revoke",
    "enter_revocation",
)


def exact_bonus(award: Award) -> int | Decimal:
    """Before it is rounded up: 0,3 × 2.530.000 = 759.000 đồng."""
    product = award.coefficient * award.base_salary
    return int(product) if product == int(product) else product.normalize()


def award_facts(award: Award, up_to: int | None = None) -> dict:
    """{"coefficient", "exact", "rounded", "item", "session", "total", "clause", "funding"}.

    `up_to`: the highest level whose council the reader is told of; None for all.
    """
    stage = decided_stage(award)
    item = stage.item if stage and (up_to is None or stage.level <= up_to) else None
    campaign = award.dossier.campaign if award.dossier_id else None
    quota = campaign and campaign.quota_set.filter(group=award.group, awards=award.award_type_id)
    money = campaign and campaign.funding_set.filter(clause__isnull=False).first()
    return {
        "coefficient": award.coefficient.normalize(),
        "exact": exact_bonus(award),
        "rounded": exact_bonus(award) != award.bonus,
        "item": item,
        "session": item.session if item else None,
        "total": item.session.attendances.count() if item else 0,
        "clause": clause_of(quota.select_related("clause__campaign").first()) if quota else None,
        "funding": clause_of(money),
    }


def clause_of(rule):
    return rule.clause if rule else None


def decided_stage(award: Award):
    if not award.dossier_id:
        return None
    decided = award.dossier.stages.filter(state__in=[StageState.AWARDED, StageState.REVOKED])
    return decided.select_related("item__session__council").first()


def story(award: Award, up_to: int | None = None) -> list[dict]:
    """The steps of the dossier, newest first: {"at", "words", "by", "note", "big"}; `up_to` as its trail."""
    if not award.dossier_id:
        return []
    events = award.dossier.events.filter(action__in=(*GROWTH, *DECISIVE)).select_related("by", *BY_ROLE)
    events = events.filter(read_at(up_to))
    return [
        {
            "at": event.at,
            "words": DOSSIER_FLOW.label(event.action),
            "by": event.who,
            "note": event.note,
            "big": event.action == "award",
        }
        for event in events.order_by("-seq")
    ]
