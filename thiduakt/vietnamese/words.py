"""Numbers as Vietnamese papers write them."""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", " nghìn", " triệu")
BILLION = 1_000_000_000


def number_words(n: int) -> str:
    """2 700 000 → "hai triệu bảy trăm nghìn"."""
    if n < 0:
        return "âm " + number_words(-n)
    billions, rest = divmod(n, BILLION)
    if not billions:
        return below_billion(rest, padded=False)
    words = number_words(billions) + " tỷ"
    return f"{words} {below_billion(rest, padded=True)}" if rest else words


def below_billion(n: int, *, padded: bool) -> str:
    """`padded`: something stands to the left, so an empty hundred is spoken (không trăm)."""
    if not n and not padded:
        return DIGITS[0]
    words = []
    for power in (2, 1, 0):
        group = n // 1000**power % 1000
        if group:
            words.append(group_words(group, padded=padded or bool(words)) + SCALES[power])
    return " ".join(words)


def group_words(group: int, *, padded: bool) -> str:
    """Three digits: trăm, then linh or mươi, then the unit."""
    hundreds, rest = divmod(group, 100)
    words = [f"{DIGITS[hundreds]} trăm"] if hundreds or padded else []
    if rest:
        words.append(f"linh {DIGITS[rest]}" if words and rest < 10 else below_hundred(rest))
    return " ".join(words)


def below_hundred(n: int) -> str:
    tens, unit = divmod(n, 10)
    if not tens:
        return DIGITS[unit]
    ten = "mười" if tens == 1 else f"{DIGITS[tens]} mươi"
    return f"{ten} {unit_after_ten(tens, unit)}" if unit else ten


def unit_after_ten(tens: int, unit: int) -> str:
    """Hai mươi mốt, mười lăm; but mười một, một trăm linh năm."""
    if unit == 1 and tens > 1:
        return "mốt"
    return "lăm" if unit == 5 else DIGITS[unit]


def grouped(n: int) -> str:
    """900000 → "900.000"."""
    return f"{n:,}".replace(",", ".")


def money(n: int) -> str:
    return f"{grouped(n)} đồng"


def count2(n: int) -> str:
    """Counts and document numbers below 10 carry a leading 0 (NĐ 30/2020, Phụ lục I)."""
    return f"{n:02d}"
