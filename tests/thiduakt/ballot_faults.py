"""Faults of secret ballots, planted past the services; each takes an issued decision of one award."""

from councils.models import RoundCount, SealedBallot, SessionItem, VotingRound


def counted_on_screen(*, yes: int) -> VotingRound:
    """A round as if counted, with one proposal's counts and no ballot."""
    item, at = SessionItem.objects.exclude(yes=None).last(), "2026-01-01 00:00:00+00:00"
    sheet = {"issued": item.yes, "returned": item.yes, "valid": item.yes, "invalid": 0}
    round_ = VotingRound.objects.create(
        session=item.session, number=1, mode="screen", state="counted", opened_at=at, ended_at=at, **sheet
    )
    RoundCount.objects.create(round=round_, item=item, yes=yes, no=item.no, blank=item.blank)
    return round_


def ballots_lost(decision):
    counted_on_screen(yes=SessionItem.objects.exclude(yes=None).last().yes)


def ballot_left_sealed(decision):
    round_ = counted_on_screen(yes=0)
    round_.counts.all().delete()
    SealedBallot.objects.create(round=round_, item=round_.session.items.last(), choice="yes")


def other_votes_than_counted(decision):
    counted_on_screen(yes=0)
