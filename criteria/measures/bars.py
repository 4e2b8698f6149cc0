"""Disqualifiers ("không xét khen thưởng …"): their verdict is "met" as long as they do not apply."""

from collections.abc import Callable

from .facts import FOR_A_PERSON, FactSet, Outcome, Verdict, unknown
from .numbers import decimal, done, exact, no_total, per_cent, reached

# What is counted, of what, and how the total is called when it is missing.
SHARES = {
    "posts": ("người", "biên chế", "số người vi phạm và số biên chế"),
    "subordinate_units": (
        "đơn vị",
        "đơn vị thuộc, trực thuộc",
        "số đơn vị vi phạm và số đơn vị thuộc, trực thuộc",
    ),
}


def barred(disqualifier: dict, facts: FactSet) -> Verdict:
    rule = DISQUALIFIERS.get(disqualifier["kind"])
    return rule(disqualifier, facts) if rule else Verdict(Outcome.CONFIRM, FOR_A_PERSON)


def share_over(rule: dict, facts: FactSet) -> Verdict:
    counted, total, both = SHARES[rule["of"]]
    share, limit = facts.shares.get(rule["of"]), exact(rule["percent"])
    if share is None or no_total(share):
        return unknown(both, f"Nhập {both}, kèm nguồn theo dõi.")
    over = share.percent > limit
    counts = f"{decimal(share.count)} {counted} trên {decimal(share.of)} {total}"
    fact = f"{counts}, bằng {per_cent(share.percent, limit)}"
    return excusable(over, f"{fact} ({'quá' if over else 'không quá'} {per_cent(limit)})", rule, facts)


def below(rule: dict, facts: FactSet) -> Verdict:
    if facts.percent is None or no_total(facts.percent):
        return unknown("tỷ lệ hoàn thành", "Nhập kết quả thực hiện và tổng số được giao.")
    least = exact(rule["percent"])
    return excusable(
        done(facts.percent) < least, reached(facts.percent, least).removesuffix("."), rule, facts
    )


def any_lapse(rule: dict, facts: FactSet) -> Verdict:
    if facts.lapses is None:
        return unknown("vi phạm", "Xác nhận số trường hợp trong năm; không có thì ghi 0.")
    say = f"Có {facts.lapses} trường hợp" if facts.lapses else "Không có trường hợp nào"
    return excusable(facts.lapses > 0, say, rule, facts)


def excusable(applies: bool, fact: str, rule: dict, facts: FactSet) -> Verdict:
    """Where the plan excepts a reason ("vì lý do chủ quan"), a person says whose fault it was."""
    if not applies:
        return Verdict(Outcome.MET, f"{fact}.")
    exception = rule.get("exception")
    if not exception or facts.excused is False:
        return Verdict(Outcome.UNMET, f"{fact}.", bars=True)
    if facts.excused:
        return Verdict(Outcome.MET, f"{fact}; đã xác nhận không thuộc trường hợp “{exception}”.")
    cure = f"Người thẩm định xác nhận có thuộc trường hợp “{exception}” hay không."
    return Verdict(Outcome.CONFIRM, f"{fact}.", cure)


DISQUALIFIERS: dict[str, Callable[[dict, FactSet], Verdict]] = {
    "share_over": share_over,
    "below": below,
    "any": any_lapse,
}
