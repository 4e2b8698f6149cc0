"""Vietnamese text from before Unicode: TCVN3 (ABC, fonts .Vn…), VNI (fonts VNI-…), Windows 1258.

Both old encodings put Vietnamese letters where Latin-1 has others: a Word file in them holds
“KÕ ho¹ch”, a text file its bytes. Which one it is, frequent words decide.
"""

import codecs
import re
import unicodedata

from thiduakt.errors import Refused

UNKNOWN = "Tệp dùng bảng mã chữ lạ. Hãy mở bằng Word, lưu lại dạng .docx rồi nhập lại."

TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)

# VNI writes a letter and then its marks. Capital marks stand after capitals, small ones after either.
VNI_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
VNI_ON_CIRCUMFLEX = dict(zip("áàåãä", "\u0301\u0300\u0309\u0303\u0323", strict=True))
VNI_ON_BREVE = dict(zip("éèúüë", "\u0301\u0300\u0309\u0303\u0323", strict=True))
VNI_MARKS = (
    VNI_TONES
    | {mark: "\u0302" + tone for mark, tone in VNI_ON_CIRCUMFLEX.items()}
    | {mark: "\u0306" + tone for mark, tone in VNI_ON_BREVE.items()}
    | {"â": "\u0302", "ê": "\u0306"}
)
VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "í": "í", "ì": "ì"}
VNI_LETTERS |= {small.upper(): letter.upper() for small, letter in VNI_LETTERS.items()}
VNI_WORD = re.compile(f"([aeouyôö])([{''.join(VNI_MARKS)}])", re.IGNORECASE)

# Frequent words that only a right reading shows: every one carries a mark that the encodings differ in.
FREQUENT = frozenset(
    """của và được năm hoạch thưởng ủy nhân dân đơn vị tổ chức thực hiện phòng công cán bộ đối tượng
    tiêu chí hành chính các không tập thể cá kế phát động tỉnh huyện xã sở hồ sơ đề nghị thời gian
    số ngày tháng việc nhiệm vụ phong trào kỷ luật điều với đến để trong về theo xuất sắc thành tích
    """.split()
)
SAMPLE = 20_000


def tcvn3(text: str) -> str:
    """“KÕ ho¹ch” as Kế hoạch. Most capitals with marks come out small: their font made them capital."""
    return text.translate(TCVN3)


def vni(text: str) -> str:
    """“Keá hoaïch” as Kế hoạch, “UÛY BAN” and “Uûy ban” as Ủy ban."""
    marked = VNI_WORD.sub(with_marks, text)
    plain = "".join(VNI_LETTERS.get(char, char) for char in marked)
    return unicodedata.normalize("NFC", plain)


def with_marks(found: re.Match) -> str:
    letter, mark = found.groups()
    return VNI_LETTERS.get(letter, letter) + VNI_MARKS[mark.lower()]


READINGS = (str, tcvn3, vni)


def to_unicode(text: str) -> str:
    """The text itself, or what it says when it was written with the old fonts; NFC."""
    best = max(READINGS, key=lambda reading: familiar(reading(text[:SAMPLE])))
    return unicodedata.normalize("NFC", best(text))


def familiar(text: str) -> int:
    """How many frequent words the text holds; equal numbers leave it as it is."""
    words = unicodedata.normalize("NFC", text).lower().split()
    return sum(word.strip('.,;:()“”"-/') in FREQUENT for word in words)


BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16, Windows 1258, TCVN3 or VNI. Raises Refused for anything else."""
    for codec in unicode_codecs(data):
        try:
            return to_unicode(data.decode(codec))
        except UnicodeDecodeError:
            continue
    readings = [unicodedata.normalize("NFC", reading) for reading in one_byte(data)]
    best = max(readings, key=lambda reading: familiar(reading[:SAMPLE]))
    if not familiar(best):
        raise Refused(UNKNOWN)
    return best


def unicode_codecs(data: bytes) -> list[str]:
    named = [codec for mark, codec in BOMS if data.startswith(mark)]
    # Without a mark: every second byte of UTF-16 is 0 wherever it writes plain Latin.
    halves = (("utf-16-le", data[1:SAMPLE:2]), ("utf-16-be", data[0:SAMPLE:2]))
    guessed = [codec for codec, half in halves if half.count(0) * 3 > len(half)]
    return named[:1] or [*guessed, "utf-8"]


def one_byte(data: bytes) -> list[str]:
    latin = data.decode("cp1252", "replace")
    return [data.decode("cp1258", "replace"), tcvn3(latin), vni(latin)]


def is_binary(data: bytes) -> bool:
    """No text has zeros, but for those that UTF-16 and UTF-32 write."""
    return b"\0" in data and unicode_codecs(data) == ["utf-8"]
