"""Disqualifiers ("không xét khen thưởng …"): their verdict is "met" as long as they do not apply."""

from collections.abc import Callable
from dataclasses import replace

from .facts import FactSet, Outcome, Share, Verdict, unknown
from .met import cases_of
from .numbers import decimal, done, exact, no_total, per_cent, reached
from .person import for_a_person
from .subjects import COUNTED, HOURS, PERCENTAGES, UNITS, Subject, about

# Of what a share is taken: which kind of record may count it, and how both are called.
SHARES = {
    "posts": (HOURS, "người", "biên chế"),
    "subordinate_units": (UNITS, "đơn vị", "đơn vị thuộc, trực thuộc"),
}


def barred(disqualifier: dict, facts: FactSet, text: str) -> Verdict:
    """The verdict on one disqualifier; `text`: its own words."""
    rule = DISQUALIFIERS.get(disqualifier["kind"])
    return (rule and rule(disqualifier, facts, text)) or for_a_person(text)


def share_over(rule: dict, facts: FactSet, text: str) -> Verdict | None:
    code, counted, total = SHARES.get(rule["of"], ("", "", ""))
    subject = next(iter(about(rule, text, {code}.__contains__)), None)
    if subject is None:
        return None
    share, limit = facts.figures.get(code), exact(rule["percent"])
    slot, asked = f"figure:{code}", f"không quá {per_cent(limit)}"
    if not isinstance(share, Share) or no_total(share):
        return unknown(subject.what, subject.cure, slot, asked)
    over, shown = share.percent > limit, per_cent(share.percent, limit)
    counts = f"{decimal(share.count)} {counted} trên {decimal(share.of)} {total}"
    say = f"{counts}, bằng {shown} ({'quá' if over else 'không quá'} {per_cent(limit)})"
    return replace(excusable(over, say, rule, facts), value=shown, threshold=asked, slot=slot)


def below(rule: dict, facts: FactSet, text: str) -> Verdict | None:
    subject: Subject | None = next(iter(about(rule, text, PERCENTAGES)), None)
    if subject is None:
        return None
    value, least = facts.figures.get(subject.code), exact(rule["percent"])
    slot, asked = f"figure:{subject.code}", f"từ {per_cent(least)}"
    if value is None or no_total(value):
        return unknown(subject.what, subject.cure, slot, asked)
    say, shown = reached(value, least).removesuffix("."), per_cent(done(value), least)
    verdict = excusable(done(value) < least, say, rule, facts)
    return replace(verdict, value=shown, threshold=asked, slot=slot)


def any_lapse(rule: dict, facts: FactSet, text: str) -> Verdict | None:
    subject = next(iter(about(rule, text, COUNTED)), None)
    if subject is None:
        return None
    cases, slot = cases_of(subject, facts), f"figure:{subject.code}"
    if cases is None:
        return unknown(subject.what, subject.cure, slot, "0")
    say = f"Có {decimal(cases)} {subject.some}" if cases else subject.none
    verdict = excusable(cases > 0, say, rule, facts)
    return replace(verdict, value=decimal(cases), threshold="0", slot=slot)


def excusable(applies: bool, fact: str, rule: dict, facts: FactSet) -> Verdict:
    """Where the plan bars only for a cause ("vì lý do chủ quan"), a person says whether it was that cause."""
    if not applies:
        return Verdict(Outcome.MET, f"{fact}.")
    exception = rule.get("exception") or ""
    if not exception or facts.excused is False:
        return Verdict(Outcome.UNMET, f"{fact}.", bars=True, excuses=exception)
    if facts.excused:
        said = f"{fact}; đã xác nhận không thuộc trường hợp “{exception}”."
        return Verdict(Outcome.MET, said, excuses=exception)
    cure = f"Người thẩm định xác nhận có thuộc trường hợp “{exception}” hay không, ghi rõ lý do."
    return Verdict(Outcome.CONFIRM, f"{fact}.", cure, excuses=exception)


DISQUALIFIERS: dict[str, Callable[[dict, FactSet, str], Verdict | None]] = {
    "share_over": share_over,
    "below": below,
    "any": any_lapse,
}
