"""What a stranger's unit wrote is nowhere to be read: a word of all its rows is looked for everywhere."""

import html
import io
import zipfile
from collections.abc import Iterable
from xml.etree.ElementTree import tostring

import pytest
import weasyprint
from django.urls import reverse

from units.models import Notice, OutboxMail
from units.models.people import PersonQuerySet

from .asking import Asker
from .cells import questions
from .relations import CANARY, ROLES
from .table import Row, read

pytestmark = [pytest.mark.page, pytest.mark.table, pytest.mark.django_db]
# The administrator keeps the units, people and accounts of the whole installation.
READERS = [role for role in ROLES if role not in ("anonymous", "admin")]
# In the names of people and of papers alike.
SEARCHED = {"q": "ng"}
AS_FILE = {"tep": "csv"}


class Words:
    """What stands for pages laid out: their HTML, each of them one; compressed it could not be searched."""

    def __init__(self, pages: Iterable[bytes]):
        self.pages = list(pages)

    def copy(self, pages: Iterable[bytes]) -> "Words":
        return Words(pages)

    def write_pdf(self, *args, **kwargs) -> bytes:
        return b"\n".join(self.pages)


@pytest.fixture
def in_words(monkeypatch):
    words = lambda page, *args, **kwargs: Words([tostring(page.etree_element)])  # noqa: E731
    monkeypatch.setattr(weasyprint.HTML, "render", words)


def words_of(content: bytes) -> bytes:
    """The answer, an Excel or Word file with all its parts."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return b"\n".join(parts.read(name) for name in parts.namelist())


def tells(response) -> bool:
    return CANARY.encode() in words_of(response.answer) or CANARY in str(response.headers)


def leaks(matrix, role: str, rows: list[Row]) -> list[str]:
    """Every address of the role's own pages whose answer holds the word; searched too, and as a file.

    An answer that failed is named as well: nobody could search it.
    """
    asker, found = Asker(matrix.accounts[role]), []
    for row in rows:
        relation, url, data = next(iter(questions(matrix, row)))
        if row.expected(role, relation) != "R":
            continue
        response, _ = asker.respond("GET", url, data)
        can_search = not row.words and (b'name="q"' in response.answer or b"<html" not in response.answer)
        answers = {url: response}
        if can_search:
            answers[f"{url} {SEARCHED}"], _ = asker.respond("GET", url, data | SEARCHED)
        if b"tep=csv" in response.answer:
            answers[f"{url} {AS_FILE}"], _ = asker.respond("GET", url, data | AS_FILE)
        found += [asked for asked, answer in answers.items() if tells(answer) or answer.status_code >= 500]
    return found


@pytest.mark.parametrize("role", READERS)
def test_word_of_a_stranger_is_on_no_page(role, matrix, in_words):
    assert leaks(matrix, role, [row for row in read() if row.method == "GET"]) == []


def test_papers_are_searched_by_their_words(matrix, in_words):
    plan = matrix.thing("own", "plan")
    paper, _ = Asker(matrix.accounts["officer"]).respond("GET", reverse("campaigns:print", args=[plan.pk]))
    assert (paper["Content-Type"], "KẾ HOẠCH" in html.unescape(paper.answer.decode())) == (
        "application/pdf",
        True,
    )


def test_word_of_a_stranger_is_in_no_mail(matrix):
    own = [account.pk for account in matrix.accounts.values()]
    lines = [*Notice.objects.filter(user__in=own).values_list("text", flat=True)]
    lines += OutboxMail.objects.filter(account__in=own).values_list("subject", flat=True)
    assert lines
    assert [line for line in lines if CANARY in line] == []


def test_word_is_found_where_the_filter_is_taken_away(matrix, in_words, monkeypatch):
    for door in ("visible_to", "at_work_in"):
        monkeypatch.setattr(PersonQuerySet, door, lambda rows, *asked: rows.all())
    told = leaks(matrix, "clerk", [row for row in read() if row.name == "units:people"])
    assert [asked[asked.index(" ") + 1 :] for asked in told if " " in asked] == [str(SEARCHED), str(AS_FILE)]
