from decimal import Decimal

import pytest

from councils import quorum
from councils.quorum import TWO_THIRDS
from thiduakt.errors import Refused

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(("total", "members"), [(11, 8), (9, 6), (7, 5), (1, 1), (0, 0)])
def test_needed_for_two_thirds(total, members):
    assert quorum.needed(total, 2, 3) == members
    assert quorum.needed_percent(total, TWO_THIRDS) == members


def test_needed_percent_of_a_decimal():
    assert quorum.needed_percent(11, Decimal("80.0")) == 9


@pytest.mark.parametrize(
    ("total", "present", "written", "percent", "met"),
    [
        (11, 8, 0, TWO_THIRDS, True),
        (11, 7, 0, TWO_THIRDS, False),
        (11, 7, 1, TWO_THIRDS, True),
        (9, 6, 0, TWO_THIRDS, True),
        (11, 8, 0, 80, False),
        (11, 8, 1, 80, True),
        (0, 0, 0, 80, False),
    ],
)
def test_quorum_counts_written_opinions(total, present, written, percent, met):
    assert quorum.quorum_met(total, present, written, percent) is met


def test_quorum_refuses_more_members_than_there_are():
    with pytest.raises(Refused) as refused:
        quorum.quorum_met(9, 8, 2, 80)
    assert str(refused.value) == (
        "Số thành viên có mặt (8) và gửi ý kiến bằng văn bản (2) nhiều hơn tổng số thành viên Hội đồng (9)."
    )
