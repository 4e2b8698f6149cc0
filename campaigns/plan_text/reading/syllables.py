"""Syllables that Vietnamese does not have: what a hurried hand or a scanner leaves behind ("chủ trơng")."""

import re
import unicodedata
from collections.abc import Iterator

ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split()
RIMES = frozenset(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en "
    "eng eo ep et ê "
    "êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oach "
    "oai oam oan "
    "oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op ot oăc oăm oăn oăng oăt ô ôc "
    "ôi ôm ôn ông "
    "ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uy uya uych uyn uynh uyt uyu uyên uyêt uân uâng "
    "uât uây uê "
    "uêch uênh uêu uôc uôi uôm uôn uông uôt uơ ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y "
    "ych ynh yt yu "
    "yêm yên yêng yêt yêu".split()
)
TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
# Word pairs of the genre; a strange syllable one letter away from one of them was meant to be it.
PAIRS = (
    "chủ trương|khen thưởng|thi đua|cải cách|hành chính|kế hoạch|tập thể|cá nhân|phong trào|thành tích"
    "|hồ sơ|đề nghị|tiêu chí"
    "|đối tượng|nhiệm vụ|hoàn thành|xuất sắc|kỷ luật|kỷ cương|chấp hành|công chức|viên chức|cán bộ"
    "|cơ quan|đơn vị|tổ chức"
    "|thực hiện|triển khai|phát động|đăng ký|sáng kiến|giải pháp|báo cáo|tổng hợp|tổng kết|thẩm định"
    "|hội đồng|bình xét|xét duyệt"
    "|danh hiệu|hình thức|giấy khen|bằng khen|chiến sĩ|lao động|tiên tiến|chất lượng|hiệu quả"
    "|trách nhiệm|lãnh đạo|chỉ đạo"
    "|điều hành|kiểm tra|giám sát|đôn đốc|tuyên truyền|phổ biến|quán triệt|nâng cao|tăng cường|đẩy mạnh"
    "|động viên|biểu dương"
    "|điển hình|nhân rộng|ủy ban|nhân dân|văn phòng|phòng ban|trực thuộc|chuyên môn|thường xuyên"
    "|kịp thời|thời gian|thời hạn"
    "|kinh phí|mục đích|yêu cầu|nội dung|chính sách|pháp luật|nhà nước|đảng viên|phấn đấu|thủ tục"
    "|giải quyết|quy định|quy chế"
    "|nghị quyết|quyết định|thông tư|nghị định|hướng dẫn|trưởng phòng|giám đốc|chủ tịch|số lượng|tối đa"
    "|gương mẫu|đạo đức"
)
SECONDS: dict[str, set[str]] = {}
for pair in PAIRS.split("|"):
    SECONDS.setdefault(pair.split()[0], set()).add(pair.split()[1])
FIRSTS: dict[str, set[str]] = {}
for pair in PAIRS.split("|"):
    FIRSTS.setdefault(pair.split()[1], set()).add(pair.split()[0])
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 7


def is_syllable(word: str) -> bool:
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.lower()).translate(TONES))
    return plain in RIMES or any(
        plain.startswith(onset) and (plain[len(onset) :] in RIMES or plain == onset == "gi")
        for onset in ONSETS
    )


def strange_in(text: str) -> Iterator[tuple[str, str]]:
    """(the words as written, why); small letters with a Vietnamese mark only, names are free."""
    words = list(WORD.finditer(text))
    for place, found in enumerate(words):
        word = found[0]
        inside = text[max(found.start() - 1, 0)] == "/" or len(word) == 1
        if word.isascii() or not word.islower() or inside or is_syllable(word):
            continue
        before = words[place - 1] if place else None
        after = words[place + 1] if place + 1 < len(words) else None
        yield told(text, found, before, after)


def told(text: str, word: re.Match, before: re.Match | None, after: re.Match | None) -> tuple[str, str]:
    meant = near(word[0], SECONDS.get(before[0].lower(), ())) if before else None
    if meant:
        return text[before.start() : word.end()], f"có thể là “{before[0]} {meant}”"
    meant = near(word[0], FIRSTS.get(after[0].lower(), ())) if after else None
    if meant:
        return text[word.start() : after.end()], f"có thể là “{meant} {after[0]}”"
    return word[0], "chữ này không thành tiếng, xin xem lại"


def near(word: str, meant: set[str]) -> str | None:
    """The one that differs by one letter added, lost or changed."""
    return next(
        (each for each in sorted(meant) if len(word) <= LONGEST + 1 and one_letter_apart(word, each)), None
    )


def one_letter_apart(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one[start + (len(one) >= len(other)) :] == other[start + (len(other) >= len(one)) :]
