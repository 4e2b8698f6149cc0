"""Indices that have to rise: only those the unit answers for, by score, or rank where the plan says so."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from .facts import FactSet, Outcome, Reading, Verdict, unknown
from .numbers import decimal

NOT_ASSIGNED = "Không được giao phụ trách chỉ số nào trong tiêu chí này; người thẩm định xác nhận."


@lru_cache(maxsize=1024)
def same(indicator: str) -> str:
    """PARINDEX, PAR INDEX and Par-Index are one."""
    return "".join(filter(str.isalnum, indicator)).upper()


def indicator_rise(measure: dict, facts: FactSet) -> list[Verdict]:
    """One verdict for each index asked for, or for each of its components that the unit answers for."""
    wanted = list(dict.fromkeys(family(name, facts.families) for name in measure["indicators"]))
    asked = [code for name in wanted for code in asked_of(name, facts)]
    if not asked and facts.assigned is None:
        return [no_assignment(measure["indicators"])]
    if not asked:
        names = ", ".join(measure["indicators"])
        return [Verdict(Outcome.CONFIRM, NOT_ASSIGNED, slot="assigned", threshold=names)]
    readings = {same(name): reading for name, reading in facts.indicators.items()}
    return [rise(code, readings.get(same(code), Reading()), measure.get("or_rank")) for code in asked]


def family(name: str, families: Mapping[str, str]) -> str:
    """The index that a spelling or a component stands for; itself when it is not known."""
    return families.get(same(name), name)


def asked_of(name: str, facts: FactSet) -> list[str]:
    """What the unit is asked of one index: the index or its components, when assigned or its own."""
    mine = [*(facts.assigned or ()), *facts.own]
    return list(dict.fromkeys(code for code in mine if same(family(code, facts.families)) == same(name)))


def no_assignment(names: list[str]) -> Verdict:
    return unknown(
        "các chỉ số được giao phụ trách",
        "Ghi các chỉ số đơn vị được giao phụ trách; không được giao thì người thẩm định kết luận.",
        "assigned",
        ", ".join(names),
    )


def rise(name: str, reading: Reading, or_rank: bool) -> Verdict:
    slot, asked = f"indicator:{name}", "tăng điểm hoặc tăng hạng" if or_rank else "tăng điểm"
    scored = reading.previous is not None and reading.current is not None
    ranked = or_rank and reading.previous_rank is not None and reading.rank is not None
    if not scored and not ranked:
        cure = f"Nhập chỉ số {name} của năm nay và năm trước, kèm văn bản công bố."
        return unknown(f"chỉ số {name}", cure, slot, asked)
    risen = bool(scored and reading.current > reading.previous) or bool(
        ranked and reading.rank < reading.previous_rank
    )
    if not risen and or_rank and not (scored and ranked):
        missing = "thứ hạng" if scored else "điểm"
        cure = f"Nhập {missing} {name} của năm nay và năm trước."
        return unknown(f"{missing} chỉ số {name}", cure, slot, asked)
    said = ", ".join(([points(reading)] if scored else []) + ([ranks(reading)] if ranked else []))
    outcome = Outcome.MET if risen else Outcome.UNMET
    return Verdict(outcome, f"{name} {said}.", value=said, threshold=asked, slot=slot)


def points(reading: Reading) -> str:
    change = Decimal(reading.current) - Decimal(reading.previous)
    word = f"tăng {decimal(change)}" if change > 0 else f"giảm {decimal(-change)}" if change else "không tăng"
    return f"{word} điểm ({decimal(reading.previous)} → {decimal(reading.current)})"


def ranks(reading: Reading) -> str:
    change = reading.previous_rank - reading.rank
    word = f"lên {change} hạng" if change > 0 else f"xuống {-change} hạng" if change else "không đổi hạng"
    return f"{word} ({reading.previous_rank} → {reading.rank})"
