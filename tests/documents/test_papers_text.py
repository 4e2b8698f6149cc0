"""Numbers, dates, amounts and line breaks as papers write them."""

import pytest

from documents.pdf import amounts, tags
from documents.pdf.lines import balanced

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    "value, written", [(5, "05"), (10, "10"), (26, "26"), (123, "123"), ("5", "5"), ("03", "03")]
)
def test_number_below_ten_gets_a_zero(value, written):
    assert tags.padded(value) == written


@pytest.mark.parametrize(
    "value, written", [(1, "01"), (2, "02"), (3, "3"), (9, "9"), (12, "12"), ("03", "03")]
)
def test_month_one_and_two_get_a_zero(value, written):
    assert tags.month(value) == written


@pytest.mark.parametrize("text", ["thi hành", "thi hành.", "thi hành./.", "thi hành . / ."])
def test_end_mark_is_set_once(text):
    assert tags.ended(text) == "thi hành./."


@pytest.mark.parametrize(
    "amount, words",
    [
        (0, "không"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (105, "một trăm linh năm"),
        (447_000, "bốn trăm bốn mươi bảy nghìn"),
        (1_000_005, "một triệu không trăm linh năm"),
        (16_986_000, "mười sáu triệu chín trăm tám mươi sáu nghìn"),
        (2_000_000_000, "hai tỷ"),
    ],
)
def test_amount_is_written_in_words(amount, words):
    assert amounts.in_words(amount) == words


@pytest.mark.parametrize("amount", [-1, 10**12])
def test_amount_without_words_is_an_error(amount):
    with pytest.raises(ValueError, match="no words"):
        amounts.in_words(amount)


def test_amount_is_written_in_figures():
    assert amounts.figures(7_450_000) == "7.450.000"


@pytest.mark.parametrize(
    "text, width, lines",
    [
        ("HUYỆN NINH PHƯỚC", 23, ["HUYỆN NINH PHƯỚC"]),
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 23, ["SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"]),
        ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", 23, ["HỘI ĐỒNG THI ĐUA\u00a0-", "KHEN THƯỞNG"]),
        (
            "Phát động phong trào thi đua cải cách hành chính huyện Ninh Phước năm 2021",
            62,
            ["Phát động phong trào thi đua", "cải cách hành chính huyện Ninh Phước năm 2021"],
        ),
        ("", 62, [""]),
        ("A" * 40, 23, ["A" * 40]),
    ],
)
def test_long_title_breaks_between_words_that_belong_apart(text, width, lines):
    assert balanced(text, width) == lines


def test_text_typed_by_people_is_cut_at_its_line_ends():
    assert tags.paragraphs("một\r\n\n  hai \n") == ["một", "hai"]
    assert tags.paragraphs(None) == []
