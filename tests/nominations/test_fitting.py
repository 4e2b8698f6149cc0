"""Long names on certificates: smaller, then more lines, never wider than their place."""

import pytest

from nominations.fitting import Fitted, fitted, fitted_lines
from nominations.printing.metrics import measure_of

pytestmark = pytest.mark.pure

SIXTY = "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông xã"
NAMES = ("Lê Ba", "Nguyễn Trần Hoàng Phương Anh", SIXTY, f"{SIXTY} Ninh Phước, tỉnh Khánh Hòa", "W" * 60)


def even(text: str) -> float:
    """Every letter half a millimetre for one point."""
    return len(text) / 2


@pytest.mark.parametrize(
    ("text", "width", "lines", "size"),
    [
        ("mười chữ ca", 300, ("mười chữ ca",), 24),
        ("mười chữ ca", 120, ("mười chữ ca",), 21),
        ("mười chữ ca", 100, ("mười", "chữ ca"), 24),
        ("a b c", 7, ("a", "b", "c"), 13.5),
        ("abcdefgh", 6, tuple("abcdefgh"), 12),
    ],
)
def test_text_shrinks_a_little_then_wraps(text, width, lines, size):
    found = fitted(text, width, 24, even)
    assert (found.lines, found.size) == (lines, size)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [245, 120, 60])
def test_no_line_is_wider_than_its_place(name, width):
    measure = measure_of(bold=True)
    found = fitted(name, width, 24, measure)
    assert max(measure(line) * found.size for line in found.lines) <= width
    assert "".join(found.lines).replace(" ", "") == name.replace(" ", "")
    assert found.size >= 12


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("KT. A\nPHÓ A", Fitted(("KT. A", "PHÓ A"), 24)),
        ("KT. A\nmười chữ ca", Fitted(("KT. A", "mười chữ ca"), 21)),
    ],
)
def test_lines_stay_apart_and_of_one_size(text, found):
    assert fitted_lines(text, 120, 24, even) == found


def test_lines_are_balanced():
    found = fitted(SIXTY, 150, 24, measure_of(bold=True))
    widths = [measure_of(bold=True)(line) for line in found.lines]
    assert len(widths) == 2
    assert min(widths) > 0.8 * max(widths)
