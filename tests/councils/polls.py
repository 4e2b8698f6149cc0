"""Sessions with proposals of no dossier, for ballots: five members of the commune's council."""

from councils import services as councils
from councils.models import CouncilSession, SessionItem, VotingRound
from thiduakt.clock import today
from units.models import User


def polled(world, *titles: str, **terms) -> CouncilSession:
    """A session with its attendance written and one proposal for each title."""
    session = councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer)
    for order, title in enumerate(titles):
        SessionItem.objects.create(
            session=session,
            order=order,
            title=title,
            group="individual",
            award_name="Giấy khen",
            **{"threshold_percent": 80, "citation": "Nghị định 98/2023/NĐ-CP"} | terms,
        )
    return councils.write_session(session, by=world.office_head, presences={})


def voters(world) -> list[User]:
    return [world.signer, world.deputy_signer, world.office_head, world.officer, world.officer2]


def opened(world, *titles: str) -> VotingRound:
    session = polled(world, *titles)
    keys = session.items.values_list("pk", flat=True)
    return councils.open_round(session, list(keys), by=world.office_head)


def cast(round_: VotingRound, user: User, choice: str = "yes") -> None:
    """The same choice for everything that this voter's ballot asks."""
    seat = councils.seat_in(round_.session, user)
    choices = {item.pk: choice for item in councils.items_for(round_, seat)}
    councils.cast_ballot(round_, choices, by=user)


def close(round_: VotingRound, world, **typed) -> VotingRound:
    return councils.close_round(round_, by=world.office_head, head_teller="Hồ Thị Dung", **typed)
