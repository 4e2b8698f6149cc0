import pytest

from councils import voting
from councils.quorum import TWO_THIRDS

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("total", "percent", "votes"),
    [
        (11, 90, 10),
        (11, 80, 9),
        (7, 90, 7),
        (7, 80, 6),
        (15, 90, 14),
        (15, 80, 12),
        (10, 90, 9),
        (11, TWO_THIRDS, 8),
    ],
)
def test_votes_needed_of_all_members(total, percent, votes):
    assert voting.votes_needed(total, percent) == votes
    assert voting.passes(votes, total, percent) is True
    assert voting.passes(votes - 1, total, percent) is False


def test_nobody_passes_in_an_empty_council():
    assert voting.passes(0, 0, 80) is False


def marks(votes, limit):
    return [(row.item, row.place, row.mark) for row in voting.rank(votes.items(), limit)]


def test_rank_within_the_quota_takes_all():
    assert marks({"a": 8, "b": 9}, 2) == [("b", 1, "in"), ("a", 2, "in")]
    assert marks({"a": 8, "b": 8}, None) == [("a", 1, "in"), ("b", 1, "in")]


def test_rank_beyond_the_quota_takes_the_highest():
    assert marks({"a": 8, "b": 9, "c": 10}, 2) == [("c", 1, "in"), ("b", 2, "in"), ("a", 3, "out")]


def test_rank_leaves_equal_votes_at_the_last_place_to_the_chair():
    assert marks({"a": 9, "b": 10, "c": 9, "d": 8}, 2) == [
        ("b", 1, "in"),
        ("a", 2, "tie"),
        ("c", 2, "tie"),
        ("d", 4, "out"),
    ]


def test_rank_of_equal_votes_inside_the_quota_is_no_tie():
    assert marks({"a": 10, "b": 10, "c": 9}, 2) == [("a", 1, "in"), ("b", 1, "in"), ("c", 3, "out")]


def test_rank_without_a_slot_or_without_items():
    assert marks({"a": 10, "b": 10}, 0) == [("a", 1, "out"), ("b", 1, "out")]
    assert voting.rank([], 3) == []


def test_rank_with_zero_votes_within_the_quota():
    assert marks({"a": 0}, 1) == [("a", 1, "in")]
