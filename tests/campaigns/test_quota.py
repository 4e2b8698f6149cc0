import pytest

from campaigns import quota
from campaigns.quota import Pool

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("pool", "count", "left", "short"),
    [
        (Pool(7, 4), 3, 3, 0),
        (Pool(7, 4), 4, 3, 1),
        (Pool(7, 7), 1, 0, 1),
        (Pool(0), 1, 0, 1),
        (Pool(7, 9), 0, 0, 0),
    ],
)
def test_shortage_counts_what_finds_no_slot(pool, count, left, short):
    assert quota.left(pool) == left
    assert quota.shortage(pool, count) == short
    assert quota.fits(pool, count) is (short == 0)


def test_unfilled_only_of_an_exact_number():
    assert [quota.unfilled(Pool(3, 2, kind)) for kind in quota.KINDS] == [0, 1, 0]


def test_requested_number_binds_forwarding_only():
    assert [quota.binds(Pool(1, 0, kind), forwarding=False) for kind in quota.KINDS] == [True, True, False]
    assert [quota.binds(Pool(1, 0, kind), forwarding=True) for kind in quota.KINDS] == [True, True, True]


def test_say_left():
    assert quota.say_left(Pool(7, 4)) == "còn 3/7"


TOO_MUCH = "Phân bổ 08 chỗ, vượt số lượng 07 của kế hoạch."
ECONOMY = quota.Place(1, "phong", frozenset({1, 9}))
CULTURE = quota.Place(2, "phong", frozenset({2, 9}))
SCHOOL = quota.Place(3, "don_vi", frozenset({3, 1, 9}))
OF_ECONOMY, OF_ROOMS, EACH = (
    quota.Share(2, "Phòng Kinh tế", unit=1),
    quota.Share(3, "các phòng", kind="phong"),
    quota.Share(1, "mỗi đơn vị"),
)


@pytest.mark.parametrize(
    ("shares", "taken", "place", "said"),
    [
        ([], {ECONOMY: 6}, ECONOMY, ""),
        ([OF_ECONOMY], {ECONOMY: 1}, ECONOMY, ""),
        ([OF_ECONOMY], {ECONOMY: 1, SCHOOL: 1}, ECONOMY, "Phòng Kinh tế 02 chỗ, đã dùng 02"),
        ([OF_ECONOMY], {ECONOMY: 1, SCHOOL: 1}, SCHOOL, "Phòng Kinh tế 02 chỗ, đã dùng 02"),
        ([OF_ECONOMY], {CULTURE: 4}, CULTURE, ""),
        ([OF_ECONOMY], {CULTURE: 5}, CULTURE, "phần chưa phân bổ 05 chỗ, đã dùng 05"),
        ([OF_ROOMS], {ECONOMY: 1, CULTURE: 2}, CULTURE, "các phòng 03 chỗ, đã dùng 03"),
        ([OF_ROOMS], {ECONOMY: 1, CULTURE: 2}, SCHOOL, ""),
        ([OF_ROOMS, EACH], {ECONOMY: 1}, CULTURE, ""),
        ([OF_ROOMS, EACH], {ECONOMY: 1}, ECONOMY, "mỗi đơn vị 01 chỗ, đã dùng 01"),
    ],
)
def test_unit_takes_no_more_than_its_part_of_seven(shares, taken, place, said):
    found = quota.over_share(7, shares, taken, place)
    assert found.partition(": ")[2].endswith(said) if ": " in found else found.endswith(said)
    assert bool(found) is bool(said)


@pytest.mark.parametrize(
    ("shares", "faults"),
    [
        ([OF_ECONOMY, EACH], []),
        ([quota.Share(8, "x", unit=1)], [TOO_MUCH]),
        (
            [quota.Share(4, "x", unit=1), quota.Share(4, "y", unit=2)],
            [TOO_MUCH],
        ),
        ([OF_ECONOMY, OF_ROOMS], ["Phân bổ theo đơn vị hoặc theo loại đơn vị, không theo cả hai."]),
        ([quota.Share(8, "mỗi đơn vị")], ["Mỗi đơn vị 08 chỗ, vượt số lượng 07 của kế hoạch."]),
    ],
)
def test_parts_are_together_no_more_than_the_pool(shares, faults):
    assert quota.allotment_faults(7, shares) == faults
