"""Conditions of every award: known names with an article each, taken over from the regime before."""

import pytest

from campaigns.enums import Paper, Per
from criteria.rules import parts
from criteria.rules.general import COMMON, faults, in_force
from criteria.rules.parts import PAPERS, PER

from .rows import CATALOGUE, Row

pytestmark = pytest.mark.pure

HOLDS = {"key": "holds", "citation": "NĐ 152, Điều 4"}


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([HOLDS], []),
        ("x", ["Điều kiện chung phải là một danh sách."]),
        ([{"key": "spirit", "citation": "x"}], ["Không có điều kiện chung nào tên “spirit”."]),
        ([HOLDS, HOLDS], ["Điều kiện chung “Không bị tạm dừng xét” ghi hai lần."]),
        (
            [{"key": "exists", "citation": " "}],
            ["Điều kiện chung “Tập thể còn hoạt động”: chưa ghi căn cứ (điều, khoản, văn bản)."],
        ),
    ],
)
def test_faults_of_common_conditions(entries, said):
    assert faults(entries) == said


def test_catalogue_words_all_of_them_for_each_regime_or_the_one_it_inherits():
    worded = {row["code"]: [entry["key"] for entry in row["common_rules"]] for row in CATALOGUE["regimes"]}
    assert worded == {code: list(COMMON) for code in ("2017", "2024", "2025")} | {"2026": []}
    assert [fault for row in CATALOGUE["regimes"] for fault in faults(row["common_rules"])] == []


def test_what_a_regime_does_not_word_is_taken_from_the_one_it_inherits():
    new, old = Row("new"), Row("old")
    new.common_rules, old.common_rules = [HOLDS], [HOLDS | {"citation": "cũ"}, {"key": "exists"}]
    found = in_force([new, old])
    assert {key: (entry.get("citation"), regime.pk) for key, (entry, regime) in found.items()} == {
        "holds": ("NĐ 152, Điều 4", "new"),
        "exists": (None, "old"),
    }


def test_words_of_papers_are_those_that_plans_use():
    assert (dict(Paper.choices), dict(Per.choices)) == (PAPERS, PER)
    assert [fault for row in CATALOGUE["award_types"] for fault in parts.faults(row["required_parts"])] == []
