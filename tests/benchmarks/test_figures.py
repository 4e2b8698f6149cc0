import pytest

from benchmarks.figures import Figure, ninetieth, table

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    "samples, expected", [([5], 5), ([3, 1, 2], 3), (list(range(1, 11)), 9), (list(range(1, 51)), 45)]
)
def test_ninetieth_is_not_exceeded_by_nine_of_ten(samples, expected):
    assert ninetieth(samples) == expected


@pytest.mark.parametrize(
    "goal, queries, missed", [(2, 15, False), (1.9, 15, True), (2, 16, True), (None, 3, False)]
)
def test_goal_is_missed_by_median_or_queries(goal, queries, missed):
    figure = Figure("list", [1, 2, 300], goal=goal, queries=queries, most_queries=15)
    assert figure.missed is missed


def test_table_aligns_numbers_and_names_what_was_missed():
    rows = [Figure("list", [1, 2, 3], goal=1), Figure("plan", [0.1], unit="CPU s", goal=0.15, peer="–")]
    assert table(rows).splitlines() == [
        "what  unit   n    min  median    p90    goal  queries  goal  peer",
        "list  ms     3    1.0     2.0    3.0     ≤ 1                       MISSED",
        "plan  CPU s  1  0.100   0.100  0.100  ≤ 0.15                    –",
    ]
