"""Clause paths and headings of the five plans, worked out again from labels and order."""

import re
from collections import Counter

import pytest

from tests.campaigns.plan_contract import NUMBERS, load

pytestmark = pytest.mark.pure
each_plan = pytest.mark.parametrize("number", NUMBERS)

KINDS = (r"[A-HJ-U]\.|PHẦN THỨ \w+", r"[IVX]+\.", r"Điều \d+\.", r"\d+\.", r"\d+(\.\d+)+\.", r"[a-zđ]\)")


def rank(label):
    """0 capital or part, 1 Roman, 2 Điều, 3 Arabic, 4 dotted, 5 letter; None for what bears no number."""
    return next((at for at, kind in enumerate(KINDS) if label and re.fullmatch(kind, label)), None)


def numbered_path(label, above, used):
    while above and above[-1][0] >= rank(label):
        above.pop()
    step = label.rstrip(".)").rpartition(".")[2] if above else label.rstrip(".)")
    path = ".".join([*(each[1] for each in above[-1:]), step])
    while path in used:
        path += "'"
    above.append((rank(label), path))
    return path


def derived_paths(clauses):
    """The paths that labels and order alone give, by the rules for parents."""
    above, paths, counts, dash_parent, plus_parent = [], [], Counter(), None, None
    for clause in clauses:
        label = clause["label"]
        if rank(label) is not None:
            path = dash_parent = numbered_path(label, above, paths)
        else:
            parent = {"-": dash_parent, "+": plus_parent}.get(label, above[-1][1])
            stem = f"{parent}{label or '¶'}"
            counts[stem] += 1
            path = f"{stem}{counts[stem]}"
        if label is None:
            dash_parent = path if clause["text"].endswith(":") else above[-1][1]
        plus_parent = plus_parent if label == "+" else path
        paths.append(path)
    return paths


def split_heading(label, line):
    """What of a line is its heading, and the rest (None when nothing is left)."""
    if rank(label) in (0, 1):
        return line, None
    head, colon, rest = line.partition(":")
    short = len(head.split()) <= 12 and rank(label) is not None
    if short and (colon or line[-1] not in ".;,"):
        return head + colon, rest.strip() or None
    return None, line


@each_plan
def test_clause_paths_follow_from_labels_and_order(number):
    clauses = load(number)["clauses"]
    assert [clause["path"] for clause in clauses] == derived_paths(clauses)
    assert len({clause["path"] for clause in clauses}) == len(clauses)


@each_plan
def test_clause_headings_follow_the_rule(number):
    clauses = load(number)["clauses"]
    lines = [" ".join(filter(None, (clause["heading"], clause["text"]))) for clause in clauses]
    wanted = [split_heading(clause["label"], line) for clause, line in zip(clauses, lines, strict=True)]
    assert [(clause["heading"], clause["text"]) for clause in clauses] == wanted
