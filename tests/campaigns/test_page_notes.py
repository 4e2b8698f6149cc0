"""Which notes of a plan its page still tells."""

from types import SimpleNamespace as Row

import pytest

from campaigns.enums import NoteKind
from campaigns.facts.page import still_said

pytestmark = pytest.mark.pure


def plan(*whys: str, issued: bool) -> Row:
    notes = [Row(kind=NoteKind.DOUBT, why=why, clause_id=None) for why in whys]
    paper = Row(issued=issued)
    return Row(notes=Row(all=lambda: notes), clauses_by_pk={}, paper_id=1, paper=paper)


@pytest.mark.parametrize(
    ("issued", "told"),
    [(False, ["để trống số", "chữ lạ"]), (True, ["chữ lạ"])],
)
def test_blank_that_the_issue_filled_and_the_letterhead_are_told_no_more(issued, told):
    found = still_said(plan("quốc hiệu", "để trống số", "chữ lạ", issued=issued), NoteKind.DOUBT)
    assert [note.why for note in found] == told
