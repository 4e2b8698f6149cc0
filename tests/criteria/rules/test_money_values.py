"""Every coefficient and every base salary of the catalogue, written down by hand (NĐ 91, 98, 152)."""

from decimal import Decimal

import pytest

from tests.criteria.rules.rows import CATALOGUE

pytestmark = pytest.mark.pure

REGIMES = ("2017", "2024", "2025")
PERSON, BODY, HOUSEHOLD = "individual", "collective", "household"

# (award, group) -> coefficient of each regime; None where it had none. A giấy khen: by who gives it.
COEFFICIENTS = {
    ("CSTDTQ", PERSON): ("4.5", "4.5", "4.5"),
    ("CSTDT", PERSON): ("3.0", "3.0", "3.0"),
    ("CSTDB", PERSON): ("3.0", "3.0", "3.0"),
    ("CSTDCS", PERSON): ("1.0", "1.0", "1.0"),
    ("LDTT", PERSON): ("0.3", "0.3", "0.3"),
    ("TTLDXS", BODY): ("1.5", "1.5", "1.5"),
    ("TTLDTT", BODY): ("0.8", "0.8", "0.8"),
    ("THONVH", BODY): ("1.5", "1.5", "1.5"),
    ("XPTB", BODY): (None, "2.0", "2.0"),
    ("CTDCP", BODY): ("12.0", "12.0", "12.0"),
    ("CTDT", BODY): ("8.0", "8.0", "8.0"),
    ("CTDB", BODY): ("8.0", "8.0", "8.0"),
    ("BKTTG", PERSON): ("3.5", "3.5", "3.5"),
    ("BKTTG", BODY): ("7.0", "7.0", "7.0"),
    ("BKT", PERSON): ("1.0", "1.5", "1.5"),
    ("BKT", BODY): ("2.0", "3.0", "3.0"),
    ("BKB", PERSON): ("1.0", "1.5", "1.5"),
    ("BKB", BODY): ("2.0", "3.0", "3.0"),
    ("KNC", PERSON): ("0.6", "0.8", None),
    ("GK so", PERSON): ("0.3", "0.3", "0.3"),
    ("GK so", BODY): ("0.6", "0.6", "0.6"),
    ("GK so", HOUSEHOLD): ("0.3", "0.45", "0.45"),
    ("GK xa", PERSON): ("0.15", "0.15", "0.3"),
    ("GK xa", BODY): ("0.3", "0.3", "0.6"),
    ("GK xa", HOUSEHOLD): ("0.15", None, "0.45"),
}
SALARIES = {
    "2013-07-01": 1_150_000,
    "2016-05-01": 1_210_000,
    "2017-07-01": 1_300_000,
    "2018-07-01": 1_390_000,
    "2019-07-01": 1_490_000,
    "2023-07-01": 1_800_000,
    "2024-07-01": 2_340_000,
    "2026-07-01": 2_530_000,
}


def names(row: dict) -> list[str]:
    """The award; a giấy khen once for each kind of giver that the table knows."""
    kinds = [kind for kind in ("so", "xa") if kind in row["unit_kinds"]]
    return [f"GK {kind}" for kind in kinds] if row["award"] == "GK" else [row["award"]]


def test_coefficients_of_each_regime():
    found: dict[tuple, dict[str, Decimal]] = {}
    for row in CATALOGUE["award_rules"]:
        for name in names(row) if row["coefficient"] else ():
            found.setdefault((name, row["group"]), {})[row["regime"]] = Decimal(row["coefficient"])
    told = {key: tuple(values.get(regime) for regime in REGIMES) for key, values in found.items()}
    assert told == {
        key: tuple(value and Decimal(value) for value in values) for key, values in COEFFICIENTS.items()
    }


def test_base_salaries_since_2013():
    assert {row["valid_from"]: row["amount"] for row in CATALOGUE["base_salaries"]} == SALARIES
