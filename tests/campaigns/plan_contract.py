"""What a plan's JSON looks like: its keys with their types, and how the tests read the files."""

import json
import re
import unicodedata
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "fixtures" / "plans"
NUMBERS = ("000", "001", "002", "003", "004")

# A shape is a type or a tuple of types, a set of allowed values, [shape] for a list,
# or a dict for exactly these keys.
TEXT, FLAG, MAYBE = str, bool, (str, type(None))
MAYBE_NUMBER, MAYBE_FLAG = (int, type(None)), (bool, type(None))
GROUPS = {"common", "collective", "individual", "head"}
MEASURES = {
    "rating_at_least": {"rating": TEXT, "scale": {"cchc", "nhiem_vu"}},
    "indicator_rise": {"indicators": [TEXT], "or_rank": FLAG},
    "percent_at_least": {"percent": int},
    "none_of": {},
    "document_exists": {},
    "initiative_recognised": {},
    "title_held": {"award": TEXT},
}
DISQUALIFIER = {
    "text": TEXT,
    "kind": {"share_over", "below", "any"},
    "percent": MAYBE_NUMBER,
    "exception": MAYBE,
    "of": {"posts", "subordinate_units", None},
}
DEADLINES = {
    *("registration", "initiative_registration", "dossier", "appraisal"),
    *("review", "own_plan", "report", "other"),
}
SHAPE = {
    "kind": {"campaign", "annual_plan"},
    "document": {
        **{"type": {"KH"}, "number": MAYBE_NUMBER, "symbol": MAYBE, "place": MAYBE},
        **{"day": MAYBE_NUMBER, "month": MAYBE_NUMBER, "year": MAYBE_NUMBER},
    },
    "issuer": MAYBE,
    "title": TEXT,
    "year": MAYBE_NUMBER,
    "preamble": [TEXT],
    "legal_bases": [
        {
            **{"reference": MAYBE, "dated": MAYBE, "relation": {"basis", "parent_plan"}},
            **{"clause": MAYBE, "text": TEXT, "paragraph": MAYBE_NUMBER},
        }
    ],
    "clauses": [{"path": TEXT, "label": MAYBE, "heading": MAYBE, "text": MAYBE}],
    "targets": [{"group": {"collective", "individual", "both"}, "text": TEXT, "clause": TEXT}],
    "criteria": [
        {"group": GROUPS, "text": TEXT, "clause": TEXT, "disqualifiers": [DISQUALIFIER], "measures": [dict]}
    ],
    "period": {
        **{"from": MAYBE, "from_issue": FLAG, "until": MAYBE},
        **{"until_inclusive": MAYBE_FLAG, "clause": MAYBE},
    },
    "registration": {
        "required": FLAG,
        "to": MAYBE,
        "deadline": MAYBE,
        "inclusive": MAYBE_FLAG,
        "clause": MAYBE,
    },
    "awards": [{"form": TEXT, "authority": MAYBE, "clause": TEXT, "type": MAYBE}],
    "quotas": [
        {
            **{"forms": [TEXT], "group": {"collective", "individual"}, "limit": int},
            **{"kind": {"max", "exact", "requested"}, "clause": TEXT},
        }
    ],
    "dossier_parts": [{"name": TEXT, "clause": TEXT, "per": {"submission", "nominee"}}],
    "deadlines": [
        {
            **{"what": DEADLINES, "on": TEXT, "inclusive": FLAG, "recurring": FLAG},
            **{"text": TEXT, "clause": TEXT, "time": MAYBE, "to": MAYBE},
        }
    ],
    "tasks": [
        {
            **{"number": TEXT, "text": TEXT, "owners": [TEXT], "due": MAYBE, "due_inclusive": MAYBE_FLAG},
            **{"due_text": MAYBE, "quarter": {1, 2, 3, 4, None}, "clause": TEXT, "owners_text": MAYBE},
        }
    ],
    "rules": [
        {
            "kind": {"registration_required", "initiative_registration_required", "other"},
            **{"award": MAYBE, "text": TEXT, "clause": TEXT},
        }
    ],
    "inherits": [{"what": {"targets", "criteria", "dossier_parts"}, "reference": TEXT, "clause": TEXT}],
    "objectives": [
        {
            **{"indicator": TEXT, "change": TEXT, "unit": TEXT},
            **{"baseline": MAYBE_NUMBER, "text": TEXT, "clause": TEXT},
        }
    ],
    "funding": [{"what": {"level", "source"}, "text": TEXT, "clause": TEXT}],
    "recipients": [TEXT],
    "signatory": {
        **{"lines": [TEXT], "capacity": MAYBE, "on_behalf_of": MAYBE},
        **{"position": MAYBE, "name": TEXT},
    },
    "notes": [{"text": TEXT, "clause": MAYBE, "why": TEXT, "kind": {"doubt", "left_out"}}],
}


def load(number):
    return json.loads((FOLDER / f"{number}.json").read_text(encoding="utf-8"))


def source(number):
    """The text on one line, without the marks `*` and `#`."""
    text = (FOLDER / f"{number}.txt").read_text(encoding="utf-8")
    return " ".join(unicodedata.normalize("NFC", re.sub(r"[*#]", "", text)).split())


def misfits(value, shape, where):
    """Where the value departs from the shape, one sentence each."""
    if isinstance(shape, dict):
        return misfit_keys(value, shape, where)
    if isinstance(shape, list):
        items = enumerate(value) if type(value) is list else [("not a list", None)]
        return [each for at, item in items for each in misfits(item, shape[0], f"{where}[{at}]")]
    fits = (
        value in shape
        if isinstance(shape, set)
        else type(value) in (shape if type(shape) is tuple else (shape,))
    )
    return [] if fits else [f"{where}: {value!r}"]


def misfit_keys(value, shape, where):
    different = sorted(value.keys() ^ shape.keys())
    inner = [
        each
        for key in shape.keys() & value.keys()
        for each in misfits(value[key], shape[key], f"{where}.{key}")
    ]
    return inner + ([f"{where}: {different}"] if different else [])


def facts(value):
    """Every object inside the plan, at any depth."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return ([value] if isinstance(value, dict) else []) + [fact for each in inner for fact in facts(each)]
