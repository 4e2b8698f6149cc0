"""Ballots cast while the round is closed; and whoever reads every table learns who voted, not how."""

import secrets

import pytest
from django.db import connection

from councils import services as councils
from councils.models import CountedBallot, RoundVoter, SealedBallot
from councils.services import rounds
from tests import world as w
from tests.councils.polls import cast, close, opened, voters
from tests.races.together import at_once, refused

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
TRIES = 6
NAMES = [f"Người {number}" for number in range(8)]


@pytest.fixture
def world():
    return w.make_world()


def closed_while_two_vote(world) -> tuple[int, int]:
    """(votes cast by the record of who voted, votes counted)."""
    round_ = opened(world, "An")
    for user in voters(world)[:3]:
        cast(round_, user)
    acts = [lambda u=user: cast(round_, u) for user in voters(world)[3:]]
    at_once([*acts, lambda: close(round_, world)])
    return round_.voters.count(), CountedBallot.objects.filter(round=round_).count()


def test_no_vote_is_lost_when_the_round_closes_meanwhile(world):
    results = [closed_while_two_vote(world) for _ in range(TRIES)]
    assert [cast_ for cast_, _ in results] == [counted for _, counted in results]
    assert SealedBallot.objects.count() == 0


def test_votes_are_lost_without_the_lock(world, settings):
    """The control: who votes without waiting for the close is not counted, and lies sealed for ever."""
    settings.BALLOT_LOCK = False
    results = [closed_while_two_vote(world) for _ in range(TRIES)]
    assert any(cast_ > counted for cast_, counted in results)


def test_one_voter_four_times_at_once_has_one_vote(world):
    round_ = opened(world, "An")
    results = at_once([lambda: cast(round_, world.signer)] * 4)
    assert (len(refused(results)), RoundVoter.objects.count(), SealedBallot.objects.count()) == (3, 1, 1)


# Each attack reads every table and says, ballot by ballot, which voter it takes it for.
SAME_WRITING = (
    "SELECT b.key, v.member_id FROM {ballots} b JOIN councils_roundvoter v ON b.xmin = v.xmin",
    "SELECT b.key, m.id FROM {ballots} b JOIN councils_councilsessionevent e ON b.xmin = e.xmin "
    "JOIN units_user u ON u.id = e.by_id JOIN councils_councilmember m ON m.person_id = u.person_id",
)
SAME_ORDER = (
    "WITH b AS (SELECT key, row_number() OVER (PARTITION BY item_id ORDER BY {order}) AS n FROM {ballots}), "
    "v AS (SELECT member_id, row_number() OVER (ORDER BY {time}) AS n FROM councils_roundvoter) "
    "SELECT b.key, v.member_id FROM b JOIN v USING (n)"
)
ORDERS = [
    {"order": order, "time": time}
    for order in ("ctid", "key", "xmin::text::bigint, ctid")
    for time in ("voted_at", "id", "ctid")
]


def attacks(ballots: str) -> list[str]:
    together = [sql.format(ballots=ballots) for sql in SAME_WRITING]
    return together + [SAME_ORDER.format(ballots=ballots, **how) for how in ORDERS]


def right(sql: str, ballots: str, truth: dict) -> int:
    """How many choices an attack tells rightly, of (voter, proposal)."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        guessed = dict(cursor.fetchall())
        cursor.execute(f"SELECT key, item_id, choice FROM {ballots}")
        rows = cursor.fetchall()
    return sum(truth.get((guessed.get(key), item)) == choice for key, item, choice in rows)


def voted_at_random(world) -> tuple:
    """A round of five voters and eight proposals, and what each of them chose, known to the test alone."""
    round_ = opened(world, *NAMES)
    items, truth = list(round_.items.all()), {}
    for user in voters(world):
        choices = {item.pk: secrets.choice(("yes", "no")) for item in items}
        mark = councils.cast_ballot(round_, choices, by=user)
        truth |= {(mark.member_id, item): choice for item, choice in choices.items()}
    return round_, truth


def best(ballots: str, truth: dict) -> int:
    return max(right(sql, ballots, truth) for sql in attacks(ballots))


def test_no_join_tells_who_cast_a_counted_ballot(world):
    round_, truth = voted_at_random(world)
    # The control: while they are sealed, who reads the tables himself could still tell every one.
    assert best("councils_sealedballot", truth) == len(truth)
    close(round_, world)
    # Blind guesses hit half of 40; to hit 38 by chance happens once in a hundred million runs.
    assert best("councils_countedballot", truth) < 38
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT xmin::text) FROM councils_countedballot")
        assert cursor.fetchone() == (1,)


def test_ballots_counted_in_the_order_they_came_are_told(world, monkeypatch):
    """The control of the shuffle: written anew as they lay, their places give them away."""
    monkeypatch.setattr(rounds, "shuffled", list)
    round_, truth = voted_at_random(world)
    close(round_, world)
    assert best("councils_countedballot", truth) == len(truth)
