"""How wide words are in the papers' font, by its own table."""

import functools
from collections.abc import Callable

from fontTools.ttLib import TTFont

from documents.pdf.fonts import file_of

POINT = 25.4 / 72  # mm


@functools.cache
def measure_of(*, bold: bool, italic: bool = False) -> Callable[[str], float]:
    """A measure in mm for one point of size; kerning only makes words narrower than it says."""
    with TTFont(file_of(bold=bold, italic=italic)) as font:
        advances, letters = dict(font["hmtx"].metrics), dict(font.getBestCmap())
        em = font["head"].unitsPerEm
    widths = {code: advances[name][0] * POINT / em for code, name in letters.items()}
    widest = max(widths.values())
    return lambda text: sum(widths.get(ord(letter), widest) for letter in text)
