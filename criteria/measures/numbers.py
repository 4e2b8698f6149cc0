"""Numbers compared exactly and shown shortly."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from .facts import Number, Share


def exact(percent: Number | str | float) -> Fraction:
    """JSON may bring 0.5: its written digits count, not its binary value."""
    return Fraction(str(percent))


def no_total(value: Number | Share) -> bool:
    return isinstance(value, Share) and not value.of


def done(value: Number | Share) -> Fraction:
    return value.percent if isinstance(value, Share) else Fraction(value)


def reached(value: Number | Share, least: Fraction) -> str:
    fact = f"{decimal(value.count)} trên {decimal(value.of)}, bằng " if isinstance(value, Share) else ""
    met = done(value) >= least
    return f"Đạt {fact}{per_cent(done(value), least)} ({'đủ' if met else 'chưa đủ'} {per_cent(least)})."


def decimal(number: Number) -> str:
    """Comma for the decimal point, no empty zeros."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def per_cent(value: Fraction, limit: Fraction | None = None) -> str:
    """One decimal; more when rounding would show another number as the limit itself."""
    for places in range(1, 7):
        step = Decimal(1).scaleb(-places)
        shown = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(step, ROUND_HALF_UP)
        if limit is None or value == limit or Fraction(shown) != limit:
            break
    return f"{decimal(shown)}%"
