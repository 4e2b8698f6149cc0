"""A rule is found in the words it was read from."""

import re

import pytest

from campaigns.plan_text.spans import Piece, count_pattern, cut, date_pattern, find, words_pattern

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("on", "words", "found"),
    [
        ("2021-11-30", "gửi về huyện chậm nhất là ngày 30/11/2021.", "chậm nhất là ngày 30/11/2021"),
        ("2021-11-15", "đến trước ngày 15 tháng 11 năm 2021.", "trước ngày 15 tháng 11 năm 2021"),
        ("--12-05", "trình khen thưởng trước ngày 05/12 hàng năm.", "trước ngày 05/12"),
        ("2020-12", "Thời gian xét: Tháng 12/2020.", "Tháng 12/2020"),
        ("2020", "trong năm 2020, các đơn vị", "trong năm 2020"),
        ("2021-01-03", "13/01/2021 và 3/1/2021", "3/1/2021"),
    ],
)
def test_date_is_found_as_plans_write_it(on, words, found):
    start, end = find(words, [date_pattern(on)])
    assert words[start:end] == found


@pytest.mark.parametrize(
    ("limit", "word", "words", "found"),
    [
        (7, "tập thể", "tối đa cho 07 tập thể và 10 cá nhân", "07 tập thể"),
        (10, "cá nhân", "tối đa cho 07 tập thể và 10 cá nhân", "10 cá nhân"),
        (3, "tập thể", "Tập thể: 03 Giấy khen", "Tập thể: 03"),
    ],
)
def test_number_is_found_beside_its_group(limit, word, words, found):
    start, end = find(words, [count_pattern(limit, word)])
    assert words[start:end] == found


def test_words_are_found_whatever_their_blanks():
    assert (
        re.search(words_pattern("Giấy khen  của\nhuyện."), "tặng Giấy khen của huyện;")[0]
        == "Giấy khen của huyện"
    )


def test_words_not_there_mean_the_whole_clause():
    assert find("Thi đua", [words_pattern("khen"), ""]) == (0, 7)


def test_nested_rules_cut_the_words_at_every_border():
    pieces = cut("1. Gửi hồ sơ trước 30/11.", {"N1": [""], "T1": ["trước 30/11"]}, heading=2)
    assert pieces == [
        Piece("1.", ("N1",), starts=("N1",), bold=True),
        Piece(" Gửi hồ sơ ", ("N1",)),
        Piece("trước 30/11", ("T1", "N1"), starts=("T1",), ends=("T1",)),
        Piece(".", ("N1",), ends=("N1",)),
    ]


def test_pieces_together_are_the_words():
    words = "Tối đa cho 07 tập thể và 10 cá nhân."
    wanted = {"S1": [count_pattern(7, "tập thể")], "S2": [count_pattern(10, "cá nhân")], "K1": []}
    assert "".join(piece.text for piece in cut(words, wanted)) == words
