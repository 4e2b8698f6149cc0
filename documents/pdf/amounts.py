"""Amounts of money as a decision writes them: in figures and in words."""

DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
SCALES = ["", "nghìn", "triệu", "tỷ"]


def figures(amount: int) -> str:
    """7450000 → "7.450.000"."""
    return f"{amount:,}".replace(",", ".")


def in_words(amount: int) -> str:
    """7450000 → "bảy triệu bốn trăm năm mươi nghìn". From 0 to below a thousand tỷ."""
    if not 0 <= amount < 1000**4:
        raise ValueError(f"no words for {amount}")
    if amount == 0:
        return DIGITS[0]
    groups = [(amount // 1000**power % 1000, power) for power in (3, 2, 1, 0)]
    words: list[str] = []
    for group, power in groups:
        if group:
            words += [*_group(group, full=bool(words)), SCALES[power]]
    return " ".join(filter(None, words))


def _group(number: int, full: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    lead = [DIGITS[hundreds], "trăm"] if hundreds or full else []
    return lead + _below_hundred(rest, linked=bool(lead))


def _below_hundred(number: int, linked: bool) -> list[str]:
    tens, units = divmod(number, 10)
    if tens == 0:
        return (["linh"] if linked else []) + [DIGITS[units]] if units else []
    lead = ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    return lead + ([_unit(tens, units)] if units else [])


def _unit(tens: int, units: int) -> str:
    if units == 1 and tens > 1:
        return "mốt"
    if units == 4 and tens > 1:
        return "tư"
    return "lăm" if units == 5 else DIGITS[units]
