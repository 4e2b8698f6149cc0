import re

import pytest

from campaigns.models import Campaign
from campaigns.printing import plan_paper
from documents.pdf.render import render_html
from tests.campaigns import plans

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

ISSUER = {"parent": None, "lines": ["ỦY BAN NHÂN DÂN", "HUYỆN NINH PHƯỚC"]}


@pytest.fixture
def issuer():
    return plans.district()


@pytest.fixture
def clerk(issuer):
    return plans.account("can-bo", issuer, "officer")


def words(text) -> list[str]:
    return re.findall(r"\w+", text)


def written(number) -> list[str]:
    data = plans.plan_json(number)
    parts = [part for c in data["clauses"] for part in (c["label"], c["heading"], c["text"]) if part]
    return words(" ".join([*data["preamble"], *parts]))


def printed(paper) -> list[str]:
    parts = [part for c in paper["clauses"] for part in (c["label"], c["heading"], c["text"]) if part]
    return words(" ".join([*paper["preamble"], *parts]))


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_plan_paper_keeps_words_and_order(number, issuer, clerk):
    paper = plan_paper(plans.draft(number, issuer, clerk), on=plans.ISSUED)
    assert printed(paper) == written(number)


def test_plan_paper_of_plan_as_written(issuer, clerk):
    paper = plan_paper(plans.draft("002", issuer, clerk), on=plans.ISSUED)
    head = {name: paper[name] for name in ("issuer", "number", "symbol", "place", "day", "month", "year")}
    written_head = {
        "number": 26,
        "symbol": "KH-UBND",
        "place": "Ninh Phước",
        "day": 3,
        "month": 2,
        "year": 2021,
    }
    assert head == {"issuer": ISSUER, **written_head}


def test_plan_paper_keeps_signatory(issuer, clerk):
    paper = plan_paper(plans.draft("002", issuer, clerk), on=plans.ISSUED)
    assert paper["signature"] == {"lines": ["KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "name": "Bạch Văn Nguyên"}


def test_plan_paper_leaves_blanks(issuer, clerk):
    paper = plan_paper(plans.draft("001", issuer, clerk), on=plans.ISSUED)
    assert [paper[name] for name in ("number", "day", "month")] == [None, None, None]


def test_plan_paper_without_unit_names_issuer_as_written(clerk):
    paper = plan_paper(plans.draft("001", None, clerk), on=plans.ISSUED)
    assert paper["issuer"] == {"parent": None, "lines": ["SỞ TÀI CHÍNH"]}


def test_plan_paper_depths_follow_parents(issuer, clerk):
    paper = plan_paper(plans.draft("002", issuer, clerk), on=plans.ISSUED)
    depths = {clause["path"]: clause["depth"] for clause in paper["clauses"]}
    assert [depths[path] for path in ("II", "II.2", "II.2.a", "II.2.a-3")] == [0, 1, 2, 3]


def test_changed_word_changes_that_word_only(issuer, clerk):
    plan = plans.draft("002", issuer, clerk)
    before = words(render_html("plan.html", plan_paper(plan, on=plans.ISSUED)))
    clause = plan.clauses.get(path="II.3")
    clause.text = clause.text.replace("kể", "tính")
    clause.save()
    after = words(render_html("plan.html", plan_paper(Campaign.objects.get(pk=plan.pk), on=plans.ISSUED)))
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [("kể", "tính")]
