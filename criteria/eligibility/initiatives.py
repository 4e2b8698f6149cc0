"""Rules about recognised initiatives: one serves one award, by how far its effect reaches."""

from collections.abc import Sequence

from criteria.measures import Outcome

from .known import Finding, Initiative, Known, confirm, met, unknown, unmet
from .titles import titles_in_a_row
from .work import rating_at_least, years_rated

# Smallest first.
SCOPES = {"co_so": "cơ sở", "tinh": "cấp tỉnh, bộ, ban, ngành", "toan_quoc": "toàn quốc"}
# What is made of an initiative that already served an award.
REUSE = {"block": "không tính lại", "warn": "vẫn tính, có nhắc"}
CHOOSE = "Chọn sáng kiến, đề tài đã được công nhận và chưa dùng cho lần khen thưởng nào."


def initiative_recognised(
    known: Known, scope: str = "co_so", reuse: str = "block", times: int = 1
) -> Finding:
    """`times` initiatives recognised this year or the year before, unused, of a scope or wider."""
    if known.initiatives is None:
        return unknown("Chưa có dữ liệu về sáng kiến.", CHOOSE)
    wide = [each for each in known.initiatives if reaches(each, scope) and recent(each, known.year, times)]
    fresh = [each for each in wide if not each.used_for]
    used = [each for each in wide if each.used_for]
    facts = [each.evidence for each in fresh + used]
    if len(fresh) >= times:
        return met(f"Sáng kiến được công nhận: {named(fresh)}.", *(each.evidence for each in fresh))
    if reuse == "warn" and len(wide) >= times:
        return confirm(
            f"Sáng kiến đã dùng cho lần khen thưởng khác: {spent(used)}.",
            "Người thẩm định xác nhận được dùng lại.",
            *facts,
        )
    if used:
        return unmet(f"Sáng kiến chỉ dùng một lần, đã dùng: {spent(used)}.", CHOOSE, *facts)
    needed = f"{times} sáng kiến" if times > 1 else "sáng kiến"
    return unmet(f"Chưa có {needed} được công nhận phạm vi {SCOPES[scope]}.", CHOOSE, *facts)


def initiative_or_excellent(
    known: Known, rating: str = "HTXSNV", scope: str = "co_so", reuse: str = "block"
) -> Finding:
    """The rating of the year, or an initiative."""
    rated = rating_at_least(known, rating)
    return either(rated, initiative_recognised(known, scope, reuse))


def titles_or_excellent(
    known: Known,
    awards: Sequence[str],
    times: int,
    rating: str = "HTXSNV",
    years: int = 2,
    initiatives: int = 2,
    reuse: str = "block",
) -> Finding:
    """Titles running, or years of a rating together with as many initiatives."""
    rated = years_rated(known, rating, years)
    made = initiative_recognised(known, "co_so", reuse, initiatives)
    second = both(rated, made) if initiatives else rated
    return either(titles_in_a_row(known, awards, times), second)


def titles_or_rated(known: Known, awards: Sequence[str], times: int, rating: str, years: int) -> Finding:
    """Titles running, or years of a rating: for collectives."""
    return either(titles_in_a_row(known, awards, times), years_rated(known, rating, years))


# The better of two ways wins, the worse of two conditions.
RANK = (Outcome.UNMET, Outcome.UNKNOWN, Outcome.CONFIRM, Outcome.MET)


def either(one: Finding, other: Finding) -> Finding:
    best, rest = sorted((one, other), key=lambda each: RANK.index(each.outcome), reverse=True)
    if best.outcome == Outcome.MET:
        return best
    say = f"{best.say} Hoặc: {rest.say}"
    cure = " ".join(dict.fromkeys(each.cure for each in (best, rest) if each.cure))
    return Finding(best.outcome, say, cure, best.evidence + rest.evidence)


def both(one: Finding, other: Finding) -> Finding:
    worst = min((one, other), key=lambda each: RANK.index(each.outcome))
    cure = " ".join(each.cure for each in (one, other) if each.cure)
    return Finding(worst.outcome, f"{one.say} {other.say}", cure, one.evidence + other.evidence)


def reaches(initiative: Initiative, scope: str) -> bool:
    order = list(SCOPES)
    return order.index(initiative.scope) >= order.index(scope)


def recent(initiative: Initiative, year: int, times: int) -> bool:
    """Of this year or as far back as the achievement that is looked at."""
    return year - max(times, 1) <= initiative.year <= year


def named(initiatives: Sequence[Initiative]) -> str:
    return "; ".join(each.name for each in initiatives)


def spent(initiatives: Sequence[Initiative]) -> str:
    return "; ".join(f"“{each.name}” cho {each.used_for}" for each in initiatives)
