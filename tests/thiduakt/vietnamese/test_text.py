import random
import unicodedata

import pytest

from thiduakt.errors import Refused
from thiduakt.vietnamese import text

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Nguyễn\u00a0 Văn\tAn \n", "Nguyễn Văn An"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Đượm"), "Nguyễn Thị Đượm"),
        ("Nguy\u00adễn\u200b V\u2060ăn\ufeff", "Nguyễn Văn"),
        ("e\u200d\u0301", "é"),
        ("\u200b\u00ad \u3164", ""),
        ("một\r\nhai\u2028ba", "một hai ba"),
        ("", ""),
    ],
)
def test_clean_text_of_one_line(typed, kept):
    assert text.clean_text(typed) == kept


def test_clean_text_multiline_keeps_line_ends():
    assert text.clean_text(" \n một  hai \r\n\r\nba\rbốn \n", multiline=True) == "một hai\n\nba\nbốn"


@pytest.mark.parametrize(
    ("typed", "word", "code"),
    [
        ("Lê Văn\u202eAn Bình", "VănAn", "U+202E"),
        ("Lê \u2066Văn", "Văn", "U+2066"),
        ("Lê\u200f Văn", "Lê", "U+200F"),
        ("Lê Vă\x00n", "Văn", "U+0000"),
        ("Lê Vă\ud800n", "Văn", "U+D800"),
        ("Lê Vă\x85n", "", "U+0085"),
        ("Lê \x1f Văn", "", "U+001F"),
    ],
)
def test_clean_text_refuses_control_characters_with_their_word(typed, word, code):
    with pytest.raises(Refused) as refused:
        text.clean_text(typed)
    if word:
        assert str(refused.value) == (
            f"Chữ “{word}” chứa ký tự điều khiển không nhìn thấy được ({code}); xin gõ lại chữ này."
        )
    else:
        assert str(refused.value) == (
            f"Có ký tự điều khiển không nhìn thấy được ({code}) đứng riêng; xin xóa ký tự này."
        )


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Hoà", "hoa"),
        ("HÒA", "hoa"),
        ("Nguyễn  Văn Đạt", "nguyen van dat"),
        ("Thi đua – Khen thưởng", "thi dua - khen thuong"),
        ("Ðặng Thị Ðào", "dang thi dao"),
        ("Phước\u200b Thuận\x00", "phuoc thuan"),
        ("Kế hoạch 26/KH-UBND", "ke hoach 26/kh-ubnd"),
    ],
)
def test_search_key_drops_marks(written, key):
    assert text.search_key(written) == key
    assert text.search_key(unicodedata.normalize("NFD", written)) == key


def shuffled(items):
    return random.Random(7).sample(items, len(items))


def test_name_sort_key_follows_alphabet_then_tone():
    names = [
        "An",
        "Ăn",
        "Ân",
        "Ba",
        "Bà",
        "Bả",
        "Bã",
        "Bá",
        "Bạ",
        "Cư",
        "Dạt",
        "Đạt",
        "Em",
        "Êm",
        "On",
        "Ôn",
        "Ơn",
        "Tư",
        "Ty",
        "Vy",
        "Xuân",
    ]
    assert sorted(shuffled(names), key=text.name_sort_key) == names


def test_name_sort_key_puts_given_name_first():
    names = ["Trần Văn An", "Lê An", "Lê Thị An", "Đỗ Bình", "Nguyễn An Bình", "An Thị Bính"]
    assert sorted(shuffled(names), key=text.name_sort_key) == [
        "Lê An",
        "Lê Thị An",
        "Trần Văn An",
        "Đỗ Bình",
        "Nguyễn An Bình",
        "An Thị Bính",
    ]


def test_name_sort_key_of_a_shorter_given_name_comes_first():
    names = ["Vũ Thị Ho", "Lê Hoa", "Bùi Hoàng", "An Hoạt"]
    assert sorted(shuffled(names), key=text.name_sort_key) == names


def test_sort_keys_hold_only_hexadecimal_digits():
    for written in ("Y Thơ̆n Niê", "H'Mốc 2", "Nguyễn 阮 Văn", "", "  ", "É\u0323"):
        assert set(text.name_sort_key(written) + text.text_sort_key(written)) <= set("0123456789abcdef")


def test_sort_key_places_old_and_new_tone_marks_alike():
    assert text.text_sort_key("Hoà Thuý") == text.text_sort_key("Hòa Thúy")


def test_text_sort_key_reads_from_the_first_word():
    titles = ["An Hải", "Phòng Nội vụ", "Phòng Văn hóa", "Phước Dân", "Phước Thuận", "Ủy ban"]
    assert sorted(shuffled(titles), key=text.text_sort_key) == titles


def test_first_upper_touches_one_letter():
    assert text.first_upper("ủy ban Nhân dân") == "Ủy ban Nhân dân"
    assert text.first_upper("") == ""


def test_slug_ascii_of_a_reference():
    assert text.slug_ascii("Kế hoạch số 26/KH-UBND (Đợt 1)") == "ke-hoach-so-26-kh-ubnd-dot-1"
