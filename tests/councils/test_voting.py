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


# A council by its size: votes for 90 % and for 80 %, members for a quorum of two thirds (NĐ 98, Điều 30).
SIZES = {7: (7, 6, 5), 11: (10, 9, 8), 15: (14, 12, 10)}


@pytest.mark.parametrize("total", SIZES)
def test_absent_members_stay_in_the_denominator(total):
    """Votes of everybody present are too few where those away make the share smaller."""
    ninety, eighty, quorum = SIZES[total]
    here = [voting.votes_needed(total, percent) for percent in (90, 80, TWO_THIRDS)]
    assert here == [ninety, eighty, quorum]
    assert voting.passes(quorum, total, 80) is False
    assert all(yes * 100 >= percent * total for yes, percent in ((ninety, 90), (eighty, 80)))


@pytest.mark.parametrize(
    ("sheet", "faults"),
    [
        ((9, 9, 8, 1, 9), 0),
        ((9, 8, 8, 0, 9), 0),
        ((10, 9, 9, 0, 9), 1),
        ((8, 9, 9, 0, 9), 1),
        ((9, 9, 8, 0, 9), 1),
        ((10, 11, 9, 1, 9), 3),
    ],
)
def test_record_of_a_ballot_adds_up(sheet, faults):
    assert len(voting.sheet_faults(*sheet)) == faults


@pytest.mark.parametrize(
    ("yes", "no", "valid", "voters", "said"),
    [
        (6, 2, 8, 9, ""),
        (5, 2, 8, 9, ""),
        (7, 2, 8, 9, "A: đồng ý 7, không đồng ý 2, nhiều hơn 8 phiếu hợp lệ."),
        (7, 2, 9, 8, "A: đồng ý 7, không đồng ý 2, nhiều hơn 8 người được bỏ phiếu mục này."),
        (-1, 2, 9, 8, "A: số phiếu không được âm."),
    ],
)
def test_line_of_the_record_is_within_its_ballots(yes, no, valid, voters, said):
    assert voting.line_fault("A", yes, no, valid, voters) == said


@pytest.mark.parametrize(("voters", "kept"), [([3, 9], True), ([2, 9], False), ([], False)])
def test_fewer_than_three_vote_on_paper(voters, kept):
    assert (voting.why_not_on_screen(voters) == "") is kept


@pytest.mark.parametrize(
    ("times", "mark", "again"),
    [
        (0, "", True),
        (1, "tie", True),
        (1, "below", True),
        (1, "in", False),
        (1, "out", False),
        (2, "tie", False),
    ],
)
def test_undecided_proposal_is_voted_on_twice_at_most(times, mark, again):
    assert (voting.why_not_again(times, mark) == "") is again


@pytest.mark.parametrize(
    ("women", "people", "most"), [(7, 10, True), (6, 9, False), (7, 9, True), (0, 0, False)]
)
def test_seventy_percent_of_women_is_most(women, people, most):
    assert voting.mostly_women(women, people, 70) is most


@pytest.mark.parametrize(
    ("ranked", "over"),
    [
        ([(1, True), (2, False)], False),
        ([(1, False), (2, True)], True),
        ([(2, False), (1, True), (3, False)], False),
        ([(1, False), (2, False)], False),
    ],
)
def test_preferred_one_behind_another_is_passed_over(ranked, over):
    assert voting.passed_over(ranked) is over


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
