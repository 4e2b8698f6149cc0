"""Plans that the reader was not made for: read by program they equal what a person read in them."""

import json
from pathlib import Path

import pytest

from campaigns.plan_text.reading import read_plan

pytestmark = pytest.mark.pure

FOLDER = Path(__file__).parents[1] / "unseen"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
each_plan = pytest.mark.parametrize("name", NAMES)


def read(name):
    return read_plan((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def by_hand(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@each_plan
def test_plan_never_seen_equals_the_one_read_by_a_person(name):
    assert read(name) | {"notes": []} == by_hand(name) | {"notes": []}


@each_plan
def test_doubts_of_a_person_are_found(name):
    found = read(name)["notes"]
    assert [note for note in by_hand(name)["notes"] if note not in found] == []
