"""Rows that name rules: checked where they are entered, so that no unknown one is ever asked."""

from collections.abc import Callable, Collection, Mapping

from criteria.eligibility.initiatives import REUSE, SCOPES
from criteria.eligibility.rules import EFFECTS, RULES, WHENS
from criteria.eligibility.work import DISCIPLINE, WORDS

from .words import label

FIELDS = {"key", "parameters", "citation", "effect", "when", "verified"}


def faults(entries, awards: Collection[str] | None = None) -> list[str]:
    """What is wrong with the rules of one row, in sentences; `awards`: the codes there are, None to skip."""
    if not isinstance(entries, list):
        return ["Quy tắc phải là một danh sách."]
    found = [
        f"Quy tắc {number}: {fault}"
        for number, entry in enumerate(entries, start=1)
        for fault in entry_faults(entry, awards)
    ]
    keys = [entry.get("key") for entry in entries if isinstance(entry, dict)]
    twice = sorted({str(key) for key in keys if keys.count(key) > 1 and same_rule_twice(entries, key)})
    return found + [f"Quy tắc “{key}” ghi hai lần với cùng tham số." for key in twice]


def same_rule_twice(entries: list, key) -> bool:
    asked = [str(entry.get("parameters")) for entry in entries if entry.get("key") == key]
    return len(set(asked)) < len(asked)


def entry_faults(entry, awards: Collection[str] | None) -> list[str]:
    if not isinstance(entry, dict):
        return ["phải gồm khóa, tham số và căn cứ."]
    if extra := sorted(map(str, set(entry) - FIELDS)):
        return [f"không có mục “{', '.join(extra)}”."]
    rule = RULES.get(entry.get("key"))
    if rule is None:
        return [f"không có quy tắc nào tên “{entry.get('key', '')}”."]
    found = parameter_faults(rule.parameters, entry.get("parameters", {}), awards)
    if not str(entry.get("citation") or "").strip():
        found.append("chưa ghi căn cứ (điều, khoản, văn bản).")
    if entry.get("effect") and entry["effect"] not in EFFECTS:
        found.append(f"không có tác dụng “{entry['effect']}”.")
    if entry.get("when") and entry["when"] not in WHENS:
        found.append(f"không có loại khen thưởng “{entry['when']}”.")
    if not isinstance(entry.get("verified", True), bool):
        found.append("“đã kiểm chứng” chỉ là có hoặc không.")
    return found


def parameter_faults(kinds: Mapping[str, str], given, awards: Collection[str] | None) -> list[str]:
    if not isinstance(given, dict):
        return ["tham số phải ghi thành từng cặp tên và giá trị."]
    known = {name.rstrip("="): kind for name, kind in kinds.items()}
    found = [f"không có tham số “{label(name)}”." for name in given if name not in known]
    found += [
        f"thiếu tham số “{label(name)}”." for name in kinds if not name.endswith("=") and name not in given
    ]
    for name, value in given.items():
        if name in known and (fault := CHECKS[known[name]](value, awards)):
            found.append(f"tham số “{label(name)}” {fault}.")
    return found


def one_of(words: Mapping[str, str]) -> Callable:
    def check(value, awards) -> str:
        return "" if isinstance(value, str) and value in words else f"phải là một trong: {', '.join(words)}"

    return check


def whole(least: int, most: int) -> Callable:
    def check(value, awards) -> str:
        fits = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
        return "" if fits else f"phải là số nguyên từ {least} đến {most}"

    return check


def percent(value, awards) -> str:
    fits = isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 100
    return "" if fits else "phải lớn hơn 0 và không quá 100"


def flag(value, awards) -> str:
    return "" if isinstance(value, bool) else "phải là có hoặc không"


def award(value, awards) -> str:
    if not isinstance(value, str) or (awards is not None and value not in awards):
        return f"không phải mã của danh hiệu, hình thức nào: “{value}”"
    return ""


def several_awards(value, awards) -> str:
    if not isinstance(value, list) or not value:
        return "phải là danh sách mã danh hiệu, hình thức"
    return next((fault for each in value if (fault := award(each, awards))), "")


CHECKS: dict[str, Callable] = {
    "rating": one_of(WORDS),
    "discipline": one_of(DISCIPLINE),
    "scope": one_of(SCOPES),
    "reuse": one_of(REUSE),
    "count": whole(1, 50),
    "number": whole(0, 50),
    "months": whole(1, 12),
    "percent": percent,
    "flag": flag,
    "award": award,
    "awards": several_awards,
}
