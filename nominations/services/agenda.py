"""Dossiers before the council: put on an agenda, voted, the result written back."""

import datetime as dt

from django.db.models import Q

from councils import services as councils
from councils.enums import ItemResult, SessionState
from councils.models import CouncilMember, CouncilSession, SessionItem
from criteria.models import AwardRule
from criteria.services import proposing_rule, rule_for
from nominations.facts.authority import Authority
from nominations.facts.preference import preferred
from nominations.models import Dossier, DossierStage
from nominations.permissions import own_people
from nominations.printing.wording import detail_of, name_of
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused, without

from .locking import Locks, lock_for
from .steps import Outcome, case_for, move_locked, reasons_against


def open_session(session: CouncilSession) -> CouncilSession:
    """The session, locked, while something may still be put on its agenda."""
    session = councils.locked(session)
    if session.state == SessionState.CLOSED:
        raise Refused("Phiên họp đã kết thúc.")
    return session


@change
def put_on_agenda(dossier_pks, session: CouncilSession, *, by, at: dt.datetime | None = None) -> Outcome:
    """Trình Hội đồng: each dossier becomes an item with the threshold that holds for its award.

    Those that may not go are left out and named.
    """
    locks = lock_for("to_council", dossier_pks)
    session = open_session(session)
    at = at or database_now()
    skipped, going = [], []
    for dossier in locks.dossiers:
        reasons = not_for_this_session(dossier, session, by, at)
        skipped.append((dossier, reasons)) if reasons else going.append(dossier)
    for dossier in going:
        add_item(dossier, session)
    outcome = move_locked(Locks(going), "to_council", by=by, at=at)
    return Outcome(outcome.moved, skipped + outcome.skipped)


def not_for_this_session(dossier: Dossier, session: CouncilSession, by, at: dt.datetime) -> list[str]:
    """State and role of the step without the item it is about to get; and the right council."""
    if session.council.unit_id != dossier.stage.unit_id:
        return ["Phiên họp này không phải của cấp đang xét hồ sơ."]
    reasons = reasons_against(case_for(dossier, by=by, at=at), "to_council")
    return without(reasons, "session_planned") or no_threshold(dossier, session)


def no_threshold(dossier: Dossier, session: CouncilSession) -> list[str]:
    """Why there is no share of votes to reach: the award is not this body's to give, or nobody set one."""
    try:
        terms(dossier, session)
    except Refused as refused:
        return refused.reasons
    return []


def add_item(dossier: Dossier, session: CouncilSession) -> SessionItem:
    """The agenda line: who, for what, needing which share of all members, by which rule."""
    stage = dossier.stage
    percent, citation, rule = terms(dossier, session)
    stage.item = SessionItem.objects.create(
        session=session,
        order=session.items.count() + 1,
        title=name_of(dossier),
        detail=detail_of(dossier, session.held_on),
        group=dossier.group,
        award_name=dossier.award_type.name,
        threshold_percent=percent,
        citation=citation,
        ballot_required=bool(rule and rule.ballot_required),
        preferred=preferred(dossier, session.held_on),
    )
    stage.item.excluded.set(own_cases(dossier, session))
    stage.save(update_fields=["item"])
    return stage.item


def terms(dossier: Dossier, session: CouncilSession) -> tuple[int, str, AwardRule | None]:
    """The share of the law or of the province, where neither sets one the council's own; and the rule.

    The law is that of the day on which the dossier was accepted for appraisal. What this body does not
    confer itself it only proposes to the level above: by the share that the law sets for the council of
    who proposes, else by the council's own. Raises Refused.
    """
    stage, day = dossier.stage, day_of_rules(dossier, session)
    unit, rule = stage.unit if stage.level else dossier.campaign.issuer, None
    if Authority([unit], day).confers(dossier, unit.pk):
        rule = rule_for(dossier.award_type, dossier.group, on=day, unit=unit)
    elif stage.level:
        rule = proposing_rule(dossier.award_type, dossier.group, on=day, unit=unit)
    if rule and rule.vote_percent:
        return rule.vote_percent, rule.citation, rule
    council = session.council
    if council.pass_percent is None:
        raise Refused(
            f"Chưa có tỷ lệ phiếu để xét {dossier.award_type}: quy định không ghi và {council.name} chưa ghi."
        )
    return council.pass_percent, council.threshold_source, rule


def day_of_rules(dossier: Dossier, session: CouncilSession) -> dt.date:
    """When the level took the dossier in; at the unit itself the day of its session."""
    taken = dossier.events.filter(stage=dossier.stage, action="receive").order_by("-seq").first()
    return vietnam_day(taken.at) if taken else session.held_on


def own_cases(dossier: Dossier, session: CouncilSession) -> list[CouncilMember]:
    """Members who step out, whether they come or not: who votes is counted when the votes are typed.

    So do those whose substitute it is about. At the unit the nominee and the head of the nominated
    collective; above also who drew it up or handed it in.
    """
    people = own_people(dossier, session.held_on, writers=dossier.stage.level > 0)
    seats = session.attendances.filter(Q(member__person__in=people) | Q(substitute__in=people))
    return list(CouncilMember.objects.filter(pk__in=seats.values("member")))


@change
def close_with_results(session: CouncilSession, *, by, at: dt.datetime | None = None) -> CouncilSession:
    """Close the session; every dossier of a reviewing level gets its result in the same transaction."""
    at = at or database_now()
    waiting = DossierStage.objects.filter(item__session=session, level__gte=1)
    locks = lock_for("council_reject", waiting.values_list("dossier", flat=True))
    session = councils.close_session(session, by=by, at=at)
    results = dict(waiting.values_list("dossier", "item__result"))
    for action, result in (("council_approve", ItemResult.APPROVED), ("council_reject", ItemResult.REJECTED)):
        chosen = Locks([d for d in locks.dossiers if results.get(d.pk) == result], locks.pools)
        outcome = move_locked(chosen, action, by=by, at=at)
        if outcome.skipped:
            raise Refused(*outcome.skipped[0][1])
    return session


@change
def add_unit_items(session: CouncilSession, dossiers: list[Dossier], *, by) -> CouncilSession:
    """The unit's own session: what was handed in to it goes on its agenda; its result is the unit's word."""
    session = open_session(session)
    if not councils.may_plan(session.council, by, vietnam_day(database_now())):
        raise Refused("Anh/chị không được lập chương trình họp của Hội đồng này.")
    for dossier in lock_for("appraise", [dossier.pk for dossier in dossiers]).dossiers:
        stage = dossier.stage
        if stage.level == 0 and stage.unit_id == session.council.unit_id and not stage.item_id:
            add_item(dossier, session)
    return session


def ready_for_council(unit_id: int):
    """Stages of a level that may be put on an agenda."""
    return DossierStage.objects.filter(unit=unit_id, level__gte=1, state="eligible").select_related("dossier")
