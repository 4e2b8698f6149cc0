"""What a session says of its shares and rankings, from rows that no database holds."""

import pytest

from councils.facts import ballots, thresholds
from councils.models import SessionItem
from councils.printing.minutes import shares
from councils.registry import About, Pool

pytestmark = pytest.mark.pure


def item(pk: int, award: str, percent: int, yes: int, group: str = "individual") -> SessionItem:
    texts = {"title": f"Người {pk}", "award_name": award, "citation": f"k. {percent}"}
    return SessionItem(pk=pk, group=group, threshold_percent=percent, yes=yes, no=0, **texts)


MIXED = [item(1, "Chiến sĩ thi đua cơ sở", 80, 9), item(2, "Giấy khen", 80, 8), item(3, "Bằng khen", 90, 9)]


def test_each_share_is_said_once_with_its_awards():
    assert [(one.percent, one.needed, one.awards) for one in thresholds(MIXED, 11)] == [
        (80, 9, ["Chiến sĩ thi đua cơ sở", "Giấy khen"]),
        (90, 10, ["Bằng khen"]),
    ]
    assert shares(MIXED, 11) == [
        "Chiến sĩ thi đua cơ sở, Giấy khen: cần 9/11 phiếu đồng ý, 80 % tổng số thành viên Hội đồng (k. 80).",
        "Bằng khen: cần 10/11 phiếu đồng ý, 90 % tổng số thành viên Hội đồng (k. 90).",
        "Không đủ phiếu: Người 2; Người 3.",
    ]


def test_one_list_of_places_for_several_awards_says_both_shares():
    pool = Pool("chung", 2, 0)
    (ballot,) = ballots(MIXED, 11, About(pools=dict.fromkeys((1, 2, 3), pool)))
    assert (ballot.label, [row.mark for row in ballot.rows]) == ("Cá nhân", ["in", "below", "below"])
    assert ballot.rows[1].cut == "Không đủ phiếu: cần 10/11 hoặc 9/11"


def test_two_lists_of_one_group_are_called_by_their_awards():
    found = ballots([*MIXED[1:], item(4, "Giấy khen", 80, 9, "collective")], 11, About())
    assert [ballot.label for ballot in found] == ["Cá nhân, Giấy khen", "Cá nhân, Bằng khen", "Tập thể"]
