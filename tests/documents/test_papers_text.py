"""Numbers, dates, amounts and line breaks as papers write them."""

import pytest

from documents.pdf import tags
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


def test_amount_is_written_in_figures_and_words():
    assert tags.money(7_450_000) == "7.450.000"
    assert tags.money(None) == ""
    assert tags.money_words(7_450_000) == "Bảy triệu bốn trăm năm mươi nghìn"


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
    assert list(balanced(text, width)) == lines


@pytest.mark.parametrize(
    "lines, whole",
    [
        (("Phát động phong trào thi đua", "năm 2021"), True),
        (("m" * 50,), True),
        (("m" * 51,), False),
        (("PHÁT ĐỘNG PHONG TRÀO THI ĐUA",), False),
        (("năm 2021", "m" * 51), False),
    ],
)
def test_line_stays_whole_when_it_is_sure_to_fit(lines, whole):
    assert tags.stay_whole(lines) is whole


def test_text_typed_by_people_is_cut_at_its_line_ends():
    assert tags.paragraphs("một\r\n\n  hai \n") == ["một", "hai"]
    assert tags.paragraphs(None) == []
