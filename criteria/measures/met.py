"""Measures: what a criterion asks for."""

from collections.abc import Callable, Collection

from .facts import FactSet, Outcome, Share, Verdict, unknown
from .indicators import indicator_rise
from .numbers import decimal, done, exact, no_total, per_cent, reached
from .person import for_a_person
from .subjects import COUNTED, DOCUMENTS, INITIATIVE, PERCENTAGES, SUBJECTS, Subject, about

# Lowest first.
RATINGS = {
    "nhiem_vu": {
        "KHTNV": "Không hoàn thành nhiệm vụ",
        "HTNV": "Hoàn thành nhiệm vụ",
        "HTTNV": "Hoàn thành tốt nhiệm vụ",
        "HTXSNV": "Hoàn thành xuất sắc nhiệm vụ",
    },
    "cchc": {word: word for word in ("Yếu", "Trung bình", "Khá", "Tốt", "Xuất sắc")},
}
RATED = {"nhiem_vu": "mức hoàn thành nhiệm vụ", "cchc": "xếp loại cải cách hành chính"}
STEPS = {scale: {code.casefold(): name for code, name in names.items()} for scale, names in RATINGS.items()}


def measured(measure: dict, facts: FactSet, text: str) -> list[Verdict]:
    """The verdicts on one measure of a criterion with these words."""
    rule = MEASURES.get(measure["kind"])
    return (rule and rule(measure, facts, text)) or [for_a_person(text)]


def rating_at_least(measure: dict, facts: FactSet, text: str) -> list[Verdict]:
    scale = measure["scale"]
    steps = STEPS.get(scale)
    if steps is None:
        return []
    order, slot = list(steps), f"rating:{scale}"
    rating, least = (facts.ratings.get(scale) or "").casefold(), measure["rating"].casefold()
    asked = f"từ “{steps[least]}”" if least in order else ""
    if rating not in order or least not in order:
        cure = f"Nhập {RATED[scale]} của năm, kèm văn bản công nhận."
        return [unknown(RATED[scale], cure, slot, asked)]
    met = order.index(rating) >= order.index(least)
    say = f"Xếp loại “{steps[rating]}”{'' if met else f', cần từ “{steps[least]}” trở lên'}."
    return [Verdict(outcome(met), say, value=steps[rating], threshold=asked, slot=slot)]


def outcome(met: bool) -> Outcome:
    return Outcome.MET if met else Outcome.UNMET


def percent_at_least(measure: dict, facts: FactSet, text: str) -> list[Verdict]:
    least = exact(measure["percent"])
    return [at_least(subject, facts, least) for subject in about(measure, text, PERCENTAGES)]


def at_least(subject: Subject, facts: FactSet, least) -> Verdict:
    value, slot = facts.figures.get(subject.code), f"figure:{subject.code}"
    asked = f"từ {per_cent(least)}"
    if value is None or no_total(value):
        return unknown(subject.what, subject.cure, slot, asked)
    met, shown = done(value) >= least, per_cent(done(value), least)
    return Verdict(outcome(met), reached(value, least), value=shown, threshold=asked, slot=slot)


def none_of(measure: dict, facts: FactSet, text: str) -> list[Verdict]:
    return [none_at_all(subject, facts) for subject in about(measure, text, COUNTED)]


def none_at_all(subject: Subject, facts: FactSet) -> Verdict:
    cases, slot = cases_of(subject, facts), f"figure:{subject.code}"
    if cases is None:
        return unknown(subject.what, subject.cure, slot, "0")
    say = f"Có {decimal(cases)} {subject.some}." if cases else f"{subject.none}."
    return Verdict(outcome(not cases), say, value=decimal(cases), threshold="0", slot=slot)


def cases_of(subject: Subject, facts: FactSet):
    """How many cases there are; of papers done in time out of all, those that were not."""
    value = facts.figures.get(subject.code)
    return value.of - value.count if isinstance(value, Share) else value


def found(names: Collection[str] | None, what: str, cure: str, slot: str) -> list[Verdict]:
    """None: nobody looked; empty: looked for and not there."""
    if names is None:
        return [unknown(what, cure, slot, "có")]
    if not names:
        return [Verdict(Outcome.UNMET, f"Chưa có {what}.", cure, value="không có", threshold="có", slot=slot)]
    listed = "; ".join(names)
    return [Verdict(Outcome.MET, f"Có {what}: {listed}.", value=listed, threshold="có", slot=slot)]


def document_exists(measure: dict, facts: FactSet, text: str) -> list[Verdict]:
    return [
        verdict
        for subject in about(measure, text, DOCUMENTS)
        for verdict in found(
            facts.names.get(subject.code), subject.what, subject.cure, f"names:{subject.code}"
        )
    ]


def initiative_recognised(measure: dict, facts: FactSet, text: str) -> list[Verdict]:
    subject = SUBJECTS[INITIATIVE]
    return found(facts.names.get(INITIATIVE), subject.what, subject.cure, f"names:{INITIATIVE}")


def title_held(measure: dict, facts: FactSet, text: str) -> list[Verdict]:
    award, titles = measure["award"], facts.names.get("titles")
    held = None if titles is None else [title for title in titles if title == award]
    return found(held, f"danh hiệu {award}", "Ghi quyết định tặng danh hiệu, số và ngày.", "names:titles")


def rises(measure: dict, facts: FactSet, text: str) -> list[Verdict]:
    return indicator_rise(measure, facts)


MEASURES: dict[str, Callable[[dict, FactSet, str], list[Verdict]]] = {
    "rating_at_least": rating_at_least,
    "indicator_rise": rises,
    "percent_at_least": percent_at_least,
    "none_of": none_of,
    "document_exists": document_exists,
    "initiative_recognised": initiative_recognised,
    "initiative_applied": initiative_recognised,
    "title_held": title_held,
}
