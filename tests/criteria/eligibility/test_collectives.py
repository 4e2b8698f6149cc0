"""Each rule about the members of a collective, and how an unmet rule works."""

import pytest

from criteria.eligibility import RULES, Asked, Effect, Known, Members, When

pytestmark = pytest.mark.pure

NAMES = {"LDTT": "Lao động tiên tiến"}


def members(total: int, **held: int) -> Members:
    names = [f"Người {number}" for number in range(1, total + 1)]
    return Members(names, {award: names[:count] for award, count in held.items()})


def ask(key: str, people: Members | None, **parameters) -> str:
    return str(RULES[key].ask(Known(2025, members=people, names=NAMES), **parameters).outcome)


@pytest.mark.parametrize(
    ("total", "held", "parameters", "outcome"),
    [
        (9, 7, {"percent": 70}, "met"),
        (9, 6, {"percent": 70}, "unmet"),
        (10, 7, {"percent": 70}, "met"),
        (10, 5, {"percent": 50, "above": True}, "unmet"),
        (10, 6, {"percent": 50, "above": True}, "met"),
        (0, 0, {"percent": 70}, "unknown"),
    ],
)
def test_share_with_title(total, held, parameters, outcome):
    assert ask("share_with_title", members(total, LDTT=held), award="LDTT", **parameters) == outcome


def test_share_says_how_many_are_wanting():
    known = Known(2025, members=members(9, LDTT=6), names=NAMES)
    finding = RULES["share_with_title"].ask(known, "LDTT", 70)
    assert (finding.say, finding.cure) == (
        "6 trên 9 người được tặng Lao động tiên tiến, bằng 66,7%, cần từ 70%, tức 7 người.",
        "Cần thêm 1 người được tặng Lao động tiên tiến.",
    )


@pytest.mark.parametrize(("held", "outcome"), [(0, "unmet"), (1, "met")])
def test_members_with_title(held, outcome):
    assert ask("members_with_title", members(9, CSTDCS=held), award="CSTDCS", at_least=1) == outcome


@pytest.mark.parametrize(
    ("words", "outcome"),
    [(["HTNV", "HTTNV"], "met"), (["KHTNV", "HTTNV"], "unmet"), (["HTNV"], "unknown")],
)
def test_everybody_completed_the_work(words, outcome):
    names = members(2).names
    people = Members(names, ratings=dict(zip(names, words, strict=False)))
    assert ask("all_members_rated", people, rating="HTNV") == outcome


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"disciplined": {"Người 1": "canh_cao"}, "clean": True}, "unmet"),
        ({"disciplined": {"Người 1": "khien_trach"}, "clean": True}, "met"),
        ({"clean": True}, "met"),
        ({}, "confirm"),
    ],
)
def test_nobody_disciplined(facts, outcome):
    assert ask("nobody_disciplined", Members(["Người 1"], **facts), at_least="canh_cao") == outcome


@pytest.mark.parametrize(
    ("key", "parameters"),
    [
        ("share_with_title", {"award": "LDTT", "percent": 70}),
        ("members_with_title", {"award": "LDTT", "at_least": 1}),
        ("all_members_rated", {"rating": "HTNV"}),
        ("nobody_disciplined", {"at_least": "canh_cao"}),
    ],
)
def test_collective_without_people_is_unknown(key, parameters):
    assert ask(key, None, **parameters) == "unknown"


def test_unmet_rule_blocks_from_its_step_on():
    steps = (Effect.SEND, Effect.ELIGIBLE, Effect.PROPOSE)
    blocked = {effect: [Asked("x", {}, "y", effect).blocks_at(step) for step in steps] for effect in Effect}
    assert blocked == {
        Effect.SEND: [True, True, True],
        Effect.ELIGIBLE: [False, True, True],
        Effect.PROPOSE: [False, False, True],
        Effect.REMIND: [False, False, False],
    }


@pytest.mark.parametrize(
    ("when", "asked"), [("", [True, True]), (When.MERIT, [True, False]), (When.THEMATIC, [False, True])]
)
def test_rule_for_one_kind_of_award_is_not_asked_of_another(when, asked):
    entry = {"key": "form_held", "parameters": {"award": "BKT"}, "citation": "x", "when": when}
    assert [Asked.of(entry).applies(merit) for merit in (True, False)] == asked


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        (
            ("share_with_title", {"award": "LDTT", "percent": 70}),
            "Từ 70% người trong tập thể được tặng Lao động tiên tiến",
        ),
        (
            ("share_with_title", {"award": "LDTT", "percent": 50, "above": True}),
            "Trên 50% người trong tập thể được tặng Lao động tiên tiến",
        ),
        (("initiative_recognised", {}), "Có sáng kiến, đề tài được công nhận, phạm vi cơ sở"),
        (("nobody_disciplined", {"at_least": "canh_cao"}), "Không có ai bị kỷ luật từ cảnh cáo trở lên"),
        (("rating_at_least", {"rating": "HTTNV"}), "Xếp loại của năm từ hoàn thành tốt nhiệm vụ trở lên"),
    ],
)
def test_rule_says_what_it_asks(entry, title):
    key, parameters = entry
    asked = Asked.of({"key": key, "parameters": parameters, "citation": "x"})
    assert asked.title(NAMES) == title
