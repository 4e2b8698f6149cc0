"""Parameters of a rule as a keeper of the catalogue types them: `danh hiệu=LDTT; tỷ lệ=70`."""

from criteria.eligibility.rules import RULES

LABELS = {
    "award": "danh hiệu",
    "awards": "các danh hiệu",
    "percent": "tỷ lệ",
    "above": "trên",
    "times": "số lần",
    "years": "số năm",
    "within": "trong số năm",
    "months": "số tháng",
    "rating": "xếp loại",
    "at_least": "từ mức",
    "scope": "phạm vi",
    "reuse": "dùng lại",
    "initiatives": "số sáng kiến",
}
NAMES = {label: name for name, label in LABELS.items()}
FLAGS = {"có": True, "không": False}


def label(name: str) -> str:
    return LABELS.get(name, name)


def written(parameters: dict) -> str:
    """{"award": "LDTT", "percent": 70} → `danh hiệu=LDTT; tỷ lệ=70`."""
    return "; ".join(f"{label(name)}={shown(value)}" for name, value in parameters.items())


def shown(value) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def read(key: str, text: str) -> dict:
    """The parameters typed for a rule; what cannot be read stays as typed, for the check to name."""
    rule = RULES.get(key)
    kinds = {name.rstrip("="): kind for name, kind in rule.parameters.items()} if rule else {}
    found = {}
    for pair in filter(None, (part.strip() for part in text.split(";"))):
        name, _, value = (part.strip() for part in pair.partition("="))
        name = NAMES.get(name.lower(), name)
        found[name] = typed(kinds.get(name, ""), value)
    return found


def typed(kind: str, value: str):
    if kind == "awards":
        return [each.strip() for each in value.split(",") if each.strip()]
    if kind == "flag":
        return FLAGS.get(value.lower(), value)
    if kind in ("count", "number", "months", "percent"):
        return number(value)
    return value


def number(value: str):
    """`70` → 70, `0,5` → 0.5; anything else as typed."""
    if value.isascii() and value.isdigit():
        return int(value)
    try:
        return float(value.replace(",", "."))
    except ValueError:
        return value


def asked_for(key: str) -> str:
    """What a rule wants typed: `danh hiệu; tỷ lệ; trên (tùy chọn)`."""
    return "; ".join(
        f"{label(name.rstrip('='))}{' (tùy chọn)' if name.endswith('=') else ''}"
        for name in RULES[key].parameters
    )
