import datetime as dt

import pytest

from criteria.rules.calendar import Span, faults

pytestmark = pytest.mark.pure

D = dt.date
FIRST = Span("Luật 2003", D(2017, 10, 1), D(2023, 12, 31))
SECOND = Span("Luật 2022", D(2024, 1, 1))


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([FIRST, SECOND], []),
        ([SECOND, FIRST], []),
        ([FIRST], []),
        ([], []),
        (
            [Span("Luật 2003", D(2017, 10, 1), D(2023, 12, 30)), SECOND],
            ["Từ 31/12/2023 đến hết 31/12/2023 không có chế độ nào, giữa “Luật 2003” và “Luật 2022”."],
        ),
        (
            [Span("Luật 2003", D(2017, 10, 1), D(2024, 1, 1)), SECOND],
            [
                "“Luật 2003” (đến hết 01/01/2024) chồng lên “Luật 2022” (từ 01/01/2024): "
                "mỗi ngày chỉ có một chế độ."
            ],
        ),
        (
            [Span("Luật 2003", D(2017, 10, 1)), SECOND],
            [
                "“Luật 2003” (không có ngày kết thúc) chồng lên “Luật 2022” (từ 01/01/2024): "
                "mỗi ngày chỉ có một chế độ."
            ],
        ),
    ],
)
def test_one_regime_for_each_day(spans, found):
    assert faults(spans) == found
