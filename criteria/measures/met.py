"""Measures: what a criterion asks for."""

from collections.abc import Callable, Collection
from decimal import Decimal

from .facts import FOR_A_PERSON, FactSet, Outcome, Reading, Verdict, settled, unknown
from .numbers import decimal, done, exact, no_total, reached

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


def measured(measure: dict, facts: FactSet) -> list[Verdict]:
    if measure["kind"] == "indicator_rise":
        return indicator_rise(measure, facts)
    rule = MEASURES.get(measure["kind"])
    return [rule(measure, facts) if rule else Verdict(Outcome.CONFIRM, FOR_A_PERSON)]


def rating_at_least(measure: dict, facts: FactSet) -> Verdict:
    scale = measure["scale"]
    if scale not in RATINGS:
        return Verdict(Outcome.CONFIRM, FOR_A_PERSON)
    steps = {code.casefold(): name for code, name in RATINGS[scale].items()}
    order = list(steps)
    rating, least = (facts.ratings.get(scale) or "").casefold(), measure["rating"].casefold()
    if rating not in order or least not in order:
        return unknown(RATED[scale], f"Nhập {RATED[scale]} của năm, kèm văn bản công nhận.")
    met = order.index(rating) >= order.index(least)
    ending = "" if met else f", cần từ “{steps[least]}” trở lên"
    return settled(met, f"Xếp loại “{steps[rating]}”{ending}.")


def indicator_rise(measure: dict, facts: FactSet) -> list[Verdict]:
    assigned = facts.assigned_indicators
    named = [
        name
        for name in measure["indicators"]
        if assigned is None or same(name) in {same(other) for other in assigned}
    ]
    if not named:
        say = "Không được giao phụ trách chỉ số nào trong tiêu chí này; người thẩm định xác nhận."
        return [Verdict(Outcome.CONFIRM, say)]
    readings = {same(name): reading for name, reading in facts.indicators.items()}
    return [rise(name, readings.get(same(name), Reading()), measure.get("or_rank")) for name in named]


def same(indicator: str) -> str:
    """PARINDEX, PAR INDEX and Par-Index are one."""
    return "".join(filter(str.isalnum, indicator)).upper()


def rise(name: str, reading: Reading, or_rank: bool) -> Verdict:
    scored = reading.previous is not None and reading.current is not None
    ranked = or_rank and reading.previous_rank is not None and reading.rank is not None
    if not scored and not ranked:
        return unknown(f"chỉ số {name}", f"Nhập chỉ số {name} của năm nay và năm trước, kèm văn bản công bố.")
    risen = (scored and reading.current > reading.previous) or (
        ranked and reading.rank < reading.previous_rank
    )
    if not risen and or_rank and not (scored and ranked):
        missing = "thứ hạng" if scored else "điểm"
        return unknown(f"{missing} chỉ số {name}", f"Nhập {missing} {name} của năm nay và năm trước.")
    said = ([points(reading)] if scored else []) + ([ranks(reading)] if ranked else [])
    return settled(risen, f"{name} {', '.join(said)}.")


def points(reading: Reading) -> str:
    change = Decimal(reading.current) - Decimal(reading.previous)
    word = f"tăng {decimal(change)}" if change > 0 else f"giảm {decimal(-change)}" if change else "không tăng"
    return f"{word} điểm ({decimal(reading.previous)} → {decimal(reading.current)})"


def ranks(reading: Reading) -> str:
    change = reading.previous_rank - reading.rank
    word = f"lên {change} hạng" if change > 0 else f"xuống {-change} hạng" if change else "không đổi hạng"
    return f"{word} ({reading.previous_rank} → {reading.rank})"


def percent_at_least(measure: dict, facts: FactSet) -> Verdict:
    if facts.percent is None or no_total(facts.percent):
        return unknown("tỷ lệ hoàn thành", "Nhập kết quả thực hiện và tổng số được giao.")
    least = exact(measure["percent"])
    return settled(done(facts.percent) >= least, reached(facts.percent, least))


def none_of(measure: dict, facts: FactSet) -> Verdict:
    if facts.breaches is None:
        return unknown("vi phạm", "Xác nhận số trường hợp vi phạm trong năm; không có thì ghi 0.")
    if facts.breaches:
        return Verdict(Outcome.UNMET, f"Có {facts.breaches} trường hợp vi phạm.")
    return Verdict(Outcome.MET, "Không có trường hợp vi phạm.")


def found(names: Collection[str] | None, what: str, cure: str) -> Verdict:
    """None: nobody looked; empty: looked for and not there."""
    if names is None:
        return unknown(what, cure)
    return settled(bool(names), f"Có {what}: {'; '.join(names)}." if names else f"Chưa có {what}.", cure)


def document_exists(measure: dict, facts: FactSet) -> Verdict:
    return found(facts.documents, "văn bản", "Đính kèm văn bản đã ban hành, ghi rõ số và ngày.")


def initiative_recognised(measure: dict, facts: FactSet) -> Verdict:
    cure = "Chọn sáng kiến hoặc giải pháp đã được Hội đồng sáng kiến công nhận."
    return found(facts.initiatives, "sáng kiến, giải pháp được công nhận", cure)


def title_held(measure: dict, facts: FactSet) -> Verdict:
    award = measure["award"]
    held = None if facts.titles is None else [title for title in facts.titles if title == award]
    return found(held, f"danh hiệu {award}", "Ghi quyết định tặng danh hiệu, số và ngày.")


MEASURES: dict[str, Callable[[dict, FactSet], Verdict]] = {
    "rating_at_least": rating_at_least,
    "percent_at_least": percent_at_least,
    "none_of": none_of,
    "document_exists": document_exists,
    "initiative_recognised": initiative_recognised,
    "title_held": title_held,
}
