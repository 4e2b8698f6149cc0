"""What a session of a Hội đồng sáng kiến is about: initiatives, scored by a sheet instead of voted."""

import datetime as dt

from django.db.models import Q
from django.urls import reverse

from councils import services as councils
from councils.enums import ItemResult, SessionState
from councils.models import CouncilMember, CouncilSession, SessionItem
from councils.registry import About, Candidate
from initiatives.enums import InitiativeState
from initiatives.facts.scores import tallies
from initiatives.models import Initiative, ScoreSheet
from initiatives.permissions import own_people
from initiatives.printing import scoring_minutes
from initiatives.scoring import plain
from thiduakt.clock import database_now
from thiduakt.door import change
from thiduakt.errors import Refused, without

from .locking import lock_initiatives
from .scores import count_votes
from .steps import case_for, move_locked, reasons_against

GROUP = "individual"
FORM = "Công nhận sáng kiến"
# Of a score the share of members in favour decides nothing: the average does. The row needs a percentage.
NO_SHARE = 1


def on_agenda(session: CouncilSession) -> list[Initiative]:
    """Initiatives of a session in the order of its agenda."""
    rows = Initiative.objects.filter(item__session=session)
    rows = rows.select_related("item__session", "sheet", "unit", "created_by")
    return list(rows.prefetch_related("authors__person", "sheet__rows").order_by("item__order", "pk"))


def about(session: CouncilSession, by, on: dt.date) -> About:
    rows = on_agenda(session)
    seen = Initiative.objects.visible_to(by, on).filter(pk__in=[one.pk for one in rows])
    keys = set(seen.values_list("pk", flat=True))
    return About(links={one.item_id: one.get_absolute_url() for one in rows if one.pk in keys})


def scores_url(session: CouncilSession) -> str:
    """Where the points stand that decide instead of votes."""
    return reverse("initiatives:session-scores", args=[session.pk])


def minutes(session: CouncilSession) -> dict:
    """What its minutes say instead of votes."""
    return scoring_minutes(session, on_agenda(session))


def ready(session: CouncilSession):
    return Initiative.objects.filter(
        office=session.council.unit_id, state=InitiativeState.RECEIVED, item__isnull=True
    )


def candidates(session: CouncilSession, by, on: dt.date) -> list[Candidate]:
    """Initiatives received by the council's body and on no agenda yet."""
    rows = ready(session).select_related("unit").order_by("pk")
    return [Candidate(one.pk, one.name, f"{one.code}, {one.unit}") for one in rows]


@change
def add(
    session: CouncilSession, keys: list[int], *, by, at: dt.datetime | None = None
) -> list[tuple[str, list[str]]]:
    """Put initiatives on the agenda, each with the sheet of the day; those left out with the reasons."""
    session = councils.locked(session)
    chosen = lock_initiatives(keys)
    at = at or database_now()
    if session.state == SessionState.CLOSED:
        raise Refused("Phiên họp đã kết thúc.")
    sheet = ScoreSheet.objects.for_unit(session.council.unit, session.held_on)
    if sheet is None or not sheet.rows.exists():
        raise Refused(f"{session.council.unit} chưa có phiếu chấm sáng kiến cho ngày họp.")
    left_out = []
    for initiative in chosen:
        if reasons := not_for_this_session(initiative, session, by, at):
            left_out.append((initiative.name, reasons))
            continue
        initiative.item, initiative.sheet = add_item(initiative, session, sheet), sheet
        move_locked(initiative, "to_council", by=by, at=at)
    return left_out


def not_for_this_session(initiative: Initiative, session: CouncilSession, by, at: dt.datetime) -> list[str]:
    if session.council.unit_id != initiative.office_id:
        return ["Phiên họp này không phải của nơi xét sáng kiến."]
    return without(reasons_against(case_for(initiative, by=by, at=at), "to_council"), "session_planned")


def add_item(initiative: Initiative, session: CouncilSession, sheet: ScoreSheet) -> SessionItem:
    """The agenda line; authors and who drew it up step out, present or not."""
    names = ", ".join(author.person.full_name for author in initiative.authors.all())
    item = SessionItem.objects.create(
        session=session,
        order=session.items.count() + 1,
        title=initiative.name,
        detail=f"{names}, {initiative.unit.name}"[:400],
        group=GROUP,
        award_name=FORM,
        threshold_percent=NO_SHARE,
        citation=sheet.citation,
    )
    item.excluded.set(own_cases(initiative, session))
    return item


def own_cases(initiative: Initiative, session: CouncilSession) -> list[CouncilMember]:
    """Members whose own case it is, come or not, and those whose substitute it is about."""
    people = own_people(initiative)
    seats = session.attendances.filter(Q(member__person__in=people) | Q(substitute__in=people))
    return list(CouncilMember.objects.filter(pk__in=seats.values("member")))


def step_out(session: CouncilSession) -> None:
    """After a substitute came: who scores what is written anew."""
    for initiative in on_agenda(session):
        initiative.item.excluded.set(own_cases(initiative, session))


def why_not_close(session: CouncilSession) -> list[str]:
    """What keeps a session of scores from being closed, in sentences."""
    rows = on_agenda(session)
    counted = tallies(rows)
    names = dict(
        CouncilMember.objects.filter(council=session.council_id).values_list("pk", "person__full_name")
    )
    unscored = [
        f"Chưa đủ phiếu chấm “{one.name}”: {', '.join(names[key] for key in counted[one.pk].missing)}."
        for one in rows
        if counted[one.pk].missing
    ]
    nobody = [
        f"Không còn ai chấm được “{one.name}”."
        for one in rows
        if not counted[one.pk].missing and not counted[one.pk].totals
    ]
    return councils.why_not_valid(session) + unscored + nobody


@change
def close(session: CouncilSession, *, by, at: dt.datetime | None = None) -> CouncilSession:
    """Count the sheets, close, and write the result into every initiative: the average decides."""
    at = at or database_now()
    session = councils.open_for_writing(session, by)
    chosen = lock_initiatives(Initiative.objects.filter(item__session=session).values_list("pk", flat=True))
    if reasons := why_not_close(session):
        raise Refused(*reasons)
    for initiative in chosen:
        count_votes(initiative)
    passed = {one.item_id for one in chosen if one.points >= one.sheet.pass_points}
    session = councils.close_session(session, by=by, at=at, decide=lambda item: item.pk in passed)
    for initiative in chosen:
        initiative.item.refresh_from_db()
        approved = initiative.item.result == ItemResult.APPROVED
        note = f"{plain(initiative.points)} điểm, mức đạt {plain(initiative.sheet.pass_points)}"
        action = "council_approve" if approved else "council_reject"
        move_locked(initiative, action, by=by, at=at, note=note)
    return session
