"""What the page of a session says of its secret ballots, to whom."""

from councils.enums import RoundMode, RoundState
from councils.forms import CancelForm, CloseRoundForm, OpenRoundForm, SubstituteForm
from councils.models import CouncilSession, VotingRound
from councils.services import frozen, holders
from units.models import Person, Unit


def ballot_context(session: CouncilSession, user, items: list) -> dict:
    """The round that is open, whether this reader has a ballot in it, and the rounds that are over."""
    rounds = list(session.rounds.exclude(state=RoundState.CANCELLED).prefetch_related("items__excluded"))
    round_ = next((row for row in rounds if row.state == RoundState.OPEN), None)
    waiting = VotingRound.objects.awaiting(user.person_id)
    counted = [row for row in rounds if row.state == RoundState.COUNTED]
    return {
        "round": round_,
        "counted_rounds": counted,
        "may_cancel": counted[-1] if counted and counted[-1].mode == RoundMode.PAPER else None,
        "my_ballot": bool(round_) and waiting.filter(pk=round_.pk).exists(),
        "only_by_ballot": any(item.ballot_required for item in items),
    }


def keeper_context(session: CouncilSession, facts: dict, on) -> dict:
    """The forms of who keeps an open session; while a ballot on screen is open, who has voted."""
    people = Person.objects.of_units(Unit.objects.within([session.council.unit_id], on), on)
    context = {"cancel_form": CancelForm()}
    if round_ := facts["round"]:
        return context | {
            "turnout": turnout(round_, facts["attendances"]),
            "close_form": CloseRoundForm(items=round_.items.all()),
        }
    if not frozen(session):
        context["substitute_form"] = SubstituteForm(session=session, people=people)
    return context | {"open_form": OpenRoundForm(items=session.items.all())}


def turnout(round_: VotingRound, attendances: list) -> dict:
    """{"rows": [(attendance, when or None)], "voted", "total", "left"}: that they voted, never how."""
    voted = dict(round_.voters.values_list("member", "voted_at"))
    expected = holders(round_.session, round_.items.all())
    rows = [(row, voted.get(row.member_id)) for row in attendances if row.member_id in expected]
    return {"rows": rows, "voted": len(voted), "total": len(rows), "left": len(rows) - len(voted)}
