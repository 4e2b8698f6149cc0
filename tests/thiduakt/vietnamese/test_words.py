import pytest

from thiduakt.vietnamese import words

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("n", "spoken"),
    [
        (0, "không"),
        (1, "một"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (131, "một trăm ba mươi mốt"),
        (555, "năm trăm năm mươi lăm"),
        (1_000, "một nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_050, "một nghìn không trăm năm mươi"),
        (21_015, "hai mươi mốt nghìn không trăm mười lăm"),
        (450_000, "bốn trăm năm mươi nghìn"),
        (900_000, "chín trăm nghìn"),
        (2_700_000, "hai triệu bảy trăm nghìn"),
        (2_005_000, "hai triệu không trăm linh năm nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (1_000_000_000, "một tỷ"),
        (1_000_000_001, "một tỷ không trăm linh một"),
        (2_015_000_000, "hai tỷ không trăm mười lăm triệu"),
        (1_000_000_000_000, "một nghìn tỷ"),
        (-15, "âm mười lăm"),
    ],
)
def test_number_words(n, spoken):
    assert words.number_words(n) == spoken


def test_money_groups_by_three():
    assert words.money(900_000) == "900.000 đồng"
    assert words.money(2_700_000) == "2.700.000 đồng"
    assert words.money(0) == "0 đồng"


def test_count2_pads_below_ten():
    assert [words.count2(n) for n in (7, 10, 123)] == ["07", "10", "123"]
