"""What a session of a Hội đồng Thi đua – Khen thưởng is about: dossiers, and the places their plan leaves."""

import datetime as dt

from django.urls import reverse

from councils.enums import SessionState
from councils.facts import ballots, why_tied
from councils.models import CouncilSession
from councils.registry import About, Candidate, Pool
from nominations.enums import HOLDS_SLOT, StageState
from nominations.facts.pools import Pools
from nominations.flow import DOSSIER_FLOW
from nominations.models import Dossier, DossierStage
from nominations.printing.wording import name_of
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import REVIEW_ROLES

from .agenda import add_unit_items, close_with_results, own_cases, put_on_agenda, ready_for_council

WITH_NOMINEE = (
    "dossier__person",
    "dossier__collective",
    "dossier__award_type",
    "dossier__campaign",
    "dossier__unit",
)


def about(session: CouncilSession, by, on: dt.date) -> About:
    """Pages and places of a session's items. The unit's own session has no places to give."""
    stages = list(DossierStage.objects.filter(item__session=session).select_related(*WITH_NOMINEE))
    seen = set(
        Dossier.objects.visible_to(by, on)
        .filter(pk__in=[stage.dossier_id for stage in stages])
        .values_list("pk", flat=True)
    )
    return About(
        subject=stages[0].dossier.campaign if stages else None,
        links={
            stage.item_id: stage.dossier.get_absolute_url() for stage in stages if stage.dossier_id in seen
        },
        pools=pools_of([stage for stage in stages if stage.level >= 1]),
        tools=tools_for(session, stages, by, on),
    )


def tools_for(session: CouncilSession, stages: list[DossierStage], by, on: dt.date) -> tuple:
    """What-if of the plan, for the office while the session is open."""
    office = by.roles_at(session.council.unit_id, on) & set(REVIEW_ROLES)
    if session.state == SessionState.CLOSED or not office or not any(stage.level for stage in stages):
        return ()
    return (("Xem phương án", reverse("nominations:what-if", args=[stages[0].dossier.campaign_id])),)


def pools_of(stages: list[DossierStage]) -> dict[int, Pool]:
    """The plan's places by item; those that this session's own dossiers hold are not counted as used."""
    pools = Pools(stage.dossier.campaign_id for stage in stages)
    chosen = {stage: pools.of(stage.dossier, stage) for stage in stages}
    held = [quota.pk for stage, quota in chosen.items() if quota and stage.state in HOLDS_SLOT]
    return {
        stage.item_id: Pool(quota.pk, quota.limit, quota.used - held.count(quota.pk), quota.clause)
        for stage, quota in chosen.items()
        if quota
    }


@change
def close(session: CouncilSession, *, by) -> CouncilSession:
    """Close with results; equal votes at the last place keep it open until the chair has ordered them."""
    found = ballots(session.items.all(), session.attendances.count(), about(session, by, session.held_on))
    if reasons := why_tied(found):
        raise Refused(*reasons)
    return close_with_results(session, by=by)


def step_out(session: CouncilSession) -> None:
    """Own cases once more, after somebody came for a member."""
    for stage in DossierStage.objects.filter(item__session=session).select_related("dossier", "item"):
        stage.item.excluded.set(own_cases(stage.dossier, session))


def handed_in(session: CouncilSession):
    """Stages of the unit's own dossiers that its session may decide on."""
    return DossierStage.objects.filter(
        level=0,
        unit=session.council.unit_id,
        state__in=[StageState.SUBMITTED, StageState.UNIT_PROPOSED],
        item__isnull=True,
        dossier__is_live=True,
    )


def candidates(session: CouncilSession, by, on: dt.date) -> list[Candidate]:
    """Eligible dossiers of a reviewing level for who may bring them; what was handed in to the unit."""
    waiting = handed_in(session)
    if by.roles_at(session.council.unit_id, on) & set(DOSSIER_FLOW.named("to_council")[0].roles):
        waiting = waiting | ready_for_council(session.council.unit_id)
    rows = waiting.select_related(*WITH_NOMINEE).order_by("dossier__group", "dossier_id")
    return [
        Candidate(
            stage.dossier_id, name_of(stage.dossier), f"{stage.dossier.award_type}, {stage.dossier.unit}"
        )
        for stage in rows
    ]


def add(session: CouncilSession, keys: list[int], *, by) -> list[tuple[str, list[str]]]:
    """Put dossiers on the agenda; those left out with the reasons."""
    own = list(Dossier.objects.filter(stages__in=handed_in(session), pk__in=keys))
    if own:
        add_unit_items(session, own, by=by)
    above = set(keys) - {dossier.pk for dossier in own}
    if not above:
        return []
    outcome = put_on_agenda(above, session, by=by)
    return [(name_of(dossier), reasons) for dossier, reasons in outcome.skipped]
