"""Sheets and shares, without a database."""

from decimal import Decimal as D

import pytest

from initiatives.scoring import Line, faults, plain, share_faults, tally

pytestmark = pytest.mark.pure

LINES = [Line(1, "Tính mới", D(30)), Line(2, "Hiệu quả", D(40)), Line(3, "Phạm vi", D(30))]


def sheet(*points) -> dict[int, D]:
    return {number: D(given) for number, given in enumerate(points, 1)}


def test_average_is_of_the_voters_and_rounded_to_cents():
    counted = tally({7: sheet(20, 30, 10), 8: sheet(20, 30, 11), 9: sheet(20, 30, 11)}, LINES, [7, 8, 9])
    assert (counted.totals, counted.missing, counted.average) == (
        {7: D(60), 8: D(61), 9: D(61)},
        [],
        D("60.67"),
    )


@pytest.mark.parametrize(
    ("average", "mark", "passes"), [("59.99", 60, False), ("60.00", 60, True), ("60.01", 60, True)]
)
def test_average_passes_from_the_mark_on(average, mark, passes):
    counted = tally({7: {1: D(average)}}, [Line(1, "Điểm", D(100))], [7])
    assert counted.passes(D(mark)) is passes


def test_half_filled_sheet_is_a_missing_one_and_there_is_no_average():
    counted = tally({7: sheet(20, 30, 10), 8: {1: D(20)}}, LINES, [7, 8])
    assert (counted.missing, counted.average, counted.passes(D(1))) == ([8], None, False)


def test_sheet_of_who_does_not_take_part_is_left_out():
    counted = tally({7: sheet(20, 30, 10), 8: sheet(0, 0, 0)}, LINES, [7])
    assert (counted.average, counted.in_favour(D(60))) == (D("60.00"), 1)


def test_nobody_to_score_has_no_average():
    assert tally({}, LINES, []).average is None


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (sheet(30, 40, 30), []),
        (sheet(0, 0, 0), []),
        (sheet("30.5", 40, 30), ["“Tính mới”: cho từ 0 đến 30 điểm, đang ghi 30,5."]),
        (sheet(-1, 40, 30), ["“Tính mới”: cho từ 0 đến 30 điểm, đang ghi -1."]),
        ({1: D(3), 2: None, 3: D(3)}, ["Chưa cho điểm “Hiệu quả”."]),
    ],
)
def test_points_of_a_sheet_are_within_their_lines(points, said):
    assert faults(points, LINES) == said


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        (["100"], None),
        (["60", "40"], None),
        (["33.34", "33.33", "33.33"], None),
        (["33.33", "33.33", "33.33"], "Tỷ lệ đóng góp của các tác giả cộng lại là 99,99%, phải đúng 100%."),
        (["60", "50"], "Tỷ lệ đóng góp của các tác giả cộng lại là 110%, phải đúng 100%."),
        (["100", "0"], "Tỷ lệ đóng góp của mỗi tác giả phải lớn hơn 0%."),
        (["110", "-10"], "Tỷ lệ đóng góp của mỗi tác giả phải lớn hơn 0%."),
    ],
)
def test_shares_are_each_above_zero_and_whole_together(shares, said):
    assert share_faults(map(D, shares)) == said


@pytest.mark.parametrize(("number", "said"), [("33.50", "33,5"), ("100.00", "100"), ("0", "0")])
def test_plain_number_has_no_useless_zeros(number, said):
    assert plain(D(number)) == said
