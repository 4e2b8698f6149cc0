"""The list of a decision lies across where its lines are long."""

import pytest

from nominations.printing.decisions import LONG_DETAIL, lies_across

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("details", "across"),
    [
        ([], False),
        (["Chuyên viên, Phòng Kinh tế", "x" * LONG_DETAIL], False),
        (["Chuyên viên, Phòng Kinh tế", "x" * (LONG_DETAIL + 1)], True),
    ],
)
def test_list_of_a_decision_lies_across_where_a_line_is_long(details, across):
    assert lies_across(details) is across
