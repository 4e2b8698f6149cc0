"""Conditions that hold for every award: known by name, their article and words in rows of the regime."""

from collections.abc import Iterable, Mapping
from typing import Any

# What each asks for, as it is shown; what it finds stands in `criteria.eligibility.general`.
COMMON = {
    "holds": "Không bị tạm dừng xét",
    "exists": "Tập thể còn hoạt động",
    "one_award": "Một thành tích, một hình thức",
    "authority": "Đúng thẩm quyền",
}
FIELDS = {"key", "citation", "text", "verified"}


def faults(entries) -> list[str]:
    """What is wrong with the common conditions of one regime, in sentences."""
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        return ["Điều kiện chung phải là một danh sách."]
    found = [fault for entry in entries for fault in entry_faults(entry)]
    keys = [str(entry.get("key")) for entry in entries]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    return found + [f"Điều kiện chung “{COMMON.get(key, key)}” ghi hai lần." for key in twice]


def entry_faults(entry: dict) -> list[str]:
    key = entry.get("key")
    if key not in COMMON or set(entry) - FIELDS:
        return [f"Không có điều kiện chung nào tên “{key}”."]
    if not str(entry.get("citation") or "").strip():
        return [f"Điều kiện chung “{COMMON[key]}”: chưa ghi căn cứ (điều, khoản, văn bản)."]
    return []


def in_force(lines: Iterable[Any]) -> Mapping[str, tuple[dict, Any]]:
    """By name the condition and its regime; what a regime does not word is taken from the one it inherits."""
    found: dict[str, tuple[dict, Any]] = {}
    for regime in lines:
        for entry in regime.common_rules:
            found.setdefault(entry["key"], (entry, regime))
    return found
