"""A tree that is being written is numbered as plans are."""

import pytest

from campaigns.plan_text.numbering import parents, paths, relabelled
from tests.campaigns import plans
from tests.campaigns.plan_contract import NUMBERS

pytestmark = pytest.mark.pure

TREE = [
    (0, "I."),
    (1, "1."),
    (2, "-"),
    (2, "-"),
    (3, "+"),
    (1, "2."),
    (2, "a)"),
    (2, "b)"),
    (0, "II."),
    (1, ""),
]


def test_paths_of_a_tree():
    assert paths(TREE) == ["I", "I.1", "I.1-1", "I.1-2", "I.1-2+1", "I.2", "I.2.a", "I.2.b", "II", "II¶1"]


def test_parents_of_a_tree():
    assert parents(TREE) == [None, 0, 1, 1, 3, 0, 5, 5, None, 8]


def test_repeated_label_keeps_its_own_path():
    assert paths([(0, "IV."), (1, "1."), (0, "IV."), (1, "1.")]) == ["IV", "IV.1", "IV'", "IV'.1"]


def test_dotted_label_gives_what_its_parent_has_not_said():
    assert paths([(0, "III."), (1, "1."), (2, "1.1."), (2, "1.2.")]) == ["III", "III.1", "III.1.1", "III.1.2"]


@pytest.mark.parametrize(
    ("nodes", "labels"),
    [
        ([(0, "I."), (0, "IV."), (0, "IV.")], ["I.", "II.", "III."]),
        ([(0, "2."), (1, "2.1."), (1, "2.4."), (0, "7."), (1, "1.1.")], ["1.", "1.1.", "1.2.", "2.", "2.1."]),
        ([(0, "a)"), (0, "-"), (0, "x)"), (0, ""), (0, "c)")], ["a)", "-", "b)", "", "c)"]),
        (
            [(0, "Phần II"), (1, "Điều 3."), (0, "Phần V"), (1, "Điều 9.")],
            ["Phần I", "Điều 1.", "Phần II", "Điều 2."],
        ),
        ([(0, "d)"), (0, "d)"), (0, "d)"), (0, "d)"), (0, "d)")], ["a)", "b)", "c)", "d)", "đ)"]),
        ([(0, "B."), (0, "B."), (1, "(3)"), (1, "(3)")], ["A.", "B.", "(1)", "(2)"]),
    ],
)
def test_labels_are_counted_among_brothers_of_a_kind(nodes, labels):
    assert relabelled(nodes) == labels


@pytest.mark.parametrize("number", NUMBERS)
def test_paths_of_the_five_plans(number):
    clauses = plans.plan_json(number)["clauses"]
    by_path = {clause["path"]: clause for clause in clauses}
    nodes = [(depth(clause["path"], by_path), clause["label"] or "") for clause in clauses]
    assert paths(nodes) == [clause["path"] for clause in clauses]


def depth(path: str, known: dict) -> int:
    """How many known paths a path is built on."""
    cuts = [end for end in range(1, len(path)) if path[end] in ".-+¶" and path[:end] in known]
    return len(cuts)


def test_parts_are_counted_in_words_as_they_are_written():
    parts = [(0, "PHẦN THỨ HAI"), (0, "PHẦN THỨ HAI"), (0, "Phần thứ nhất")]
    assert relabelled(parts) == ["PHẦN THỨ NHẤT", "PHẦN THỨ HAI", "Phần thứ ba"]
