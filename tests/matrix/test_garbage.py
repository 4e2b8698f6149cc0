"""What nobody can have meant, typed into every address: 404, 400 or a sentence, never an error of ours."""

import re
from functools import partial
from urllib.parse import quote

import pytest

from thiduakt.management.routing import routes

from .asking import Asker

pytestmark = [pytest.mark.page, pytest.mark.crawl, pytest.mark.django_db]
GAP = re.compile(r"<(?:(\w+):)?\w+>|\(\?P<\w+>[^)]*\)\$?")
KEYS = {"int": ("0", "9" * 25, "9" * 5000), None: ("%00", "%ED%A0%80", "x" * 5000, "-1")}
QUERIES = (
    {"order": "password", "page": "0", "o": "99.-99", "p": "x", "e": "1", "nam": "x" * 5000},
    {"page": "-1", "q": "\ud800", "q2": "\x00", "campaign": "x", "unit": "9" * 25, "don_vi": "0 OR 1=1"},
    {"page": "9" * 5000, "q": "%", "ngay": "31/02/2026", "campaign": "9" * 5000, "trang_thai": "\u0000"},
    {
        "_changelist_filters": "\x00",
        "year": "99999",
        "id__in": "x",
        "user__password": "a",
        "ca_nhan": "\ud800",
    },
)


def broken(pattern: str) -> list[str]:
    """The address with every kind of senseless key; the address itself where it has none."""
    kinds = [match.group(1) for match in GAP.finditer(pattern)]
    if not kinds:
        return [pattern]
    keys = KEYS["int"] if "int" in kinds else KEYS[None]
    return [GAP.sub(partial(instead, key), pattern) for key in keys]


def instead(key: str, match: re.Match) -> str:
    return "x" if match.group(1) == "slug" else key


def query(values: dict[str, str]) -> str:
    """As a browser of ill will sends it: lone surrogates and NUL in the address."""
    return "&".join(
        f"{name}={quote(value.encode('utf-8', 'surrogatepass'))}" for name, value in values.items()
    )


@pytest.mark.parametrize("role", ["officer", "admin", "clerk"])
def test_senseless_address_is_no_error(role, matrix):
    asker, wrong = Asker(matrix.accounts[role]), []
    for route in routes():
        for url in broken(route["pattern"]):
            asked = [query(values) for values in QUERIES] if url == route["pattern"] else [query(QUERIES[0])]
            for text in asked:
                response, _ = asker.respond("GET", f"{url}?{text}")
                if response.status_code >= 500 and url != "/readyz":
                    wrong.append(f"GET {url[:80]}?{text[:80]}: {response.status_code}")
    assert not wrong, "\n".join(wrong)
