"""Real phrases of plans in the encodings that offices still have on their disks."""

import unicodedata

import pytest

from thiduakt.errors import Refused
from thiduakt.vietnamese.encodings import TCVN3, decode, is_binary, to_unicode
from thiduakt.vietnamese.text import TONES

pytestmark = pytest.mark.pure

PHRASES = [
    ("KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua", "Keá hoaïch phaùt ñoäng phong traøo thi ñua"),
    ("céng hßa x· héi chñ nghÜa viÖt nam", "coäng hoøa xaõ hoäi chuû nghóa vieät nam"),
    ("ñy ban nh©n d©n huyÖn Ninh Ph\u00adíc", "uûy ban nhaân daân huyeän Ninh Phöôùc"),
    (
        "§iÒu kiÖn, tiªu chuÈn vµ ®èi t\u00adîng xÐt tÆng",
        "Ñieàu kieän, tieâu chuaån vaø ñoái töôïng xeùt taëng",
    ),
    ("Gi¸m ®èc Së ký quyÕt ®Þnh th\u00adëng n¨m 2004", "Giaùm ñoác Sôû kyù quyeát ñònh thöôûng naêm 2004"),
    (
        "tû lÖ v\u00adît møc, kû luËt, nghØ, mü thuËt, bÊt kú",
        "tyû leä vöôït möùc, kyû luaät, nghæ, myõ thuaät, baát kyø",
    ),
    ("L\u00adu: V¨n th\u00ad, Phßng Tæ chøc", "Löu: Vaên thö, Phoøng Toå chöùc"),
]
SAID = [
    "Kế hoạch phát động phong trào thi đua",
    "cộng hòa xã hội chủ nghĩa việt nam",
    "ủy ban nhân dân huyện Ninh Phước",
    "Điều kiện, tiêu chuẩn và đối tượng xét tặng",
    "Giám đốc Sở ký quyết định thưởng năm 2004",
    "tỷ lệ vượt mức, kỷ luật, nghỉ, mỹ thuật, bất kỳ",
    "Lưu: Văn thư, Phòng Tổ chức",
]


@pytest.mark.parametrize(
    ("old", "said"), [(old, said) for pair, said in zip(PHRASES, SAID, strict=True) for old in pair]
)
def test_old_font_is_read_from_characters_and_from_bytes(old, said):
    assert (to_unicode(old), decode(old.encode("cp1252"))) == (said, said)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Uûy ban nhaân daân tænh", "Ủy ban nhân dân tỉnh"),
        ("UÛY BAN NHAÂN DAÂN TÆNH", "ỦY BAN NHÂN DÂN TỈNH"),
    ],
)
def test_vni_capitals_take_marks_of_either_case(written, said):
    assert to_unicode(written) == said


def test_tcvn3_has_every_small_letter_once():
    letters = {
        unicodedata.normalize("NFC", base + mark + tone)
        for base, mark in [(c, "") for c in "aeiouy"]
        + list(zip("aaeoou", "\u0306\u0302\u0302\u0302\u031b\u031b", strict=True))
        for tone in ["", *TONES]
    }
    made = [chr(code) for code in TCVN3.values()]
    assert sorted(letter for letter in made if letter.islower()) == sorted(letters - set("aeiouy") | {"đ"})


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_file_is_read_as_it_is(said, codec, form):
    assert decode(unicodedata.normalize(form, said).encode(codec)) == said


@pytest.mark.parametrize("said", SAID)
def test_windows_1258_is_read(said):
    assert decode(in_1258(said)) == said


def in_1258(text: str) -> bytes:
    """Tones stand apart there, after letters that carry their own mark."""
    return "".join(tone_apart(char) for char in unicodedata.normalize("NFC", text)).encode("cp1258")


def tone_apart(char: str) -> str:
    parts = unicodedata.normalize("NFD", char)
    tone = "".join(part for part in parts if part in TONES)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES)) + tone


def test_french_and_plain_text_stay():
    for text in ("Đã gửi ngày 5", "garçon très âgé, Noël", "plain", ""):
        assert to_unicode(text) == text


def test_bytes_of_no_encoding_are_refused():
    with pytest.raises(Refused):
        decode(bytes(range(0x80, 0x100)) * 10)


@pytest.mark.parametrize(
    ("data", "binary"),
    [(b"\x89PNG\r\n\x1a\n\0\0", True), ("Kế hoạch".encode("utf-16-le"), False), ("Kế hoạch".encode(), False)],
)
def test_is_binary_asks_for_zeros_of_no_text(data, binary):
    assert is_binary(data) is binary
