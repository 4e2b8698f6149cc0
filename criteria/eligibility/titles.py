"""Rules about titles and forms that the nominee already has."""

from collections.abc import Collection, Iterable

from .known import Finding, Known, Won, confirm, met, unknown, unmet

ENTER_HISTORY = "Nếu đã được tặng, ghi quyết định vào lịch sử khen thưởng."
NO_HISTORY = "Chưa có khen thưởng nào được ghi cho các năm trước."


def holds_title(known: Known, award: str) -> Finding:
    """The title of the same year: LĐTT before CSTĐCS."""
    name = known.name(award)
    found = [won for won in known.won if won.award == award and won.year == known.year and counts(won)]
    if found:
        return met(f"Đã được tặng {name} năm {known.year}.", *(won.evidence for won in found))
    if award in known.under_way:
        say = f"Hồ sơ đề nghị {name} năm {known.year} đang được xét."
        return confirm(say, f"Chờ kết quả xét {name}, hoặc xét hai danh hiệu trong cùng một phiên.")
    return unmet(f"Chưa được tặng {name} năm {known.year}.", f"Cần quyết định tặng {name} của năm này.")


def titles_in_a_row(known: Known, awards: Collection[str], times: int) -> Finding:
    """One of the titles in each of `times` years running, the last one this year or the year before."""
    held = {won.year: won for won in known.won if won.award in awards and counts(won)}
    years = best_run(held, known.year, times)
    name = known.named(awards)
    used = [held[year].evidence for year in years if year in held]
    missing = [year for year in years if year not in held]
    if not missing:
        return met(f"{name} {times} năm liên tục: {listed(years)}.", *used)
    if not known.won:
        return unknown(NO_HISTORY, ENTER_HISTORY)
    has = f"đã có năm {listed(sorted(held))}" if held else "chưa có năm nào"
    return unmet(
        f"Chưa đủ {times} năm liên tục {name}: {has}, thiếu năm {listed(missing)}.", ENTER_HISTORY, *used
    )


def best_run(held: Collection[int], year: int, times: int) -> list[int]:
    """The run that ends this year or the year before, whichever lacks less; oldest first."""
    runs = [list(range(end - times + 1, end + 1)) for end in (year, year - 1)]
    return min(runs, key=lambda run: (sum(each not in held for each in run), -run[0]))


def earliest(known: Known, awards: Collection[str], times: int) -> int:
    """The first year for which `times` years running may be whole, if a title is won each year from now."""
    held = {won.year for won in known.won if won.award in awards and counts(won)}
    last = known.year if known.year in held else known.year - 1
    length = 0
    while last - length in held:
        length += 1
    return max(last + times - length, last)


def title_times(known: Known, awards: Collection[str], times: int, within: int) -> Finding:
    """One of the titles at least `times` times in the last `within` years."""
    first = known.year - within + 1
    found = sorted(
        (won for won in known.won if won.award in awards and counts(won) and won.year >= first),
        key=lambda won: won.year,
    )
    years = sorted({won.year for won in found})
    said = f"{known.named(awards)}: {len(years)} lần từ năm {first}, cần {times}"
    if len(years) >= times:
        return met(f"{said}.", *(won.evidence for won in found))
    if not known.won:
        return unknown(NO_HISTORY, ENTER_HISTORY)
    return unmet(f"{said}.", ENTER_HISTORY, *(won.evidence for won in found))


def form_held(known: Known, award: str) -> Finding:
    """A form given for the work as a whole; one for a movement or a single deed is no ground."""
    name = known.name(award)
    found = [won for won in known.won if won.award == award]
    if sure := [won for won in found if won.merit]:
        return met(f"Đã được tặng {name} theo công trạng năm {years_of(sure)}.", sure[0].evidence)
    if open_ := [won for won in found if won.merit is None]:
        say = f"Đã được tặng {name} năm {years_of(open_)}; giấy tờ chưa ghi theo công trạng hay chuyên đề."
        cure = "Xem quyết định: khen theo chuyên đề, đột xuất thì không tính."
        return confirm(say, cure, *(won.evidence for won in open_))
    if found:
        say = f"{name} năm {years_of(found)} là khen theo chuyên đề hoặc đột xuất, không tính cho công trạng."
        return unmet(say, f"Cần {name} theo công trạng.", *(won.evidence for won in found))
    return (
        unmet(f"Chưa được tặng {name}.", ENTER_HISTORY) if known.won else unknown(NO_HISTORY, ENTER_HISTORY)
    )


def counts(won: Won) -> bool:
    """Results of a movement or of one deed do not count for the year's work."""
    return won.merit is not False


def years_of(won: Iterable[Won]) -> str:
    return listed(sorted({each.year for each in won}))


def listed(years: Collection[int]) -> str:
    return ", ".join(map(str, years))
