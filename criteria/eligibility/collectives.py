"""Rules about the members of a collective: shares are counted exactly, on all its people."""

from fractions import Fraction

from criteria.measures.numbers import exact, per_cent

from .known import Evidence, Finding, Known, Members, confirm, met, unknown, unmet
from .shares import percent_above, percent_ceil
from .work import DISCIPLINE, ORDER, WORDS, as_heavy, reaches

NOBODY = "Chưa có ai trong danh sách cán bộ của tập thể."
ENTER_PEOPLE = "Nhập danh sách người của đơn vị."
MOST_NAMED = 5


def share_with_title(known: Known, award: str, percent: float, above: bool = False) -> Finding:
    """At least (or, `above`, more than) a share of the members with a title of the year."""
    members = known.members
    if not members or not members.total:
        return unknown(NOBODY, ENTER_PEOPLE)
    holders, limit = members.won.get(award, ()), exact(percent)
    share = Fraction(len(holders) * 100, members.total)
    enough = share > limit if above else share >= limit
    name, word = known.name(award), "trên" if above else "từ"
    said = f"{len(holders)} trên {members.total} người được tặng {name}, bằng {per_cent(share, limit)}"
    fact = Evidence(f"Người được tặng {name} năm {known.year}", str(len(holders)), counted(members))
    if enough:
        return met(f"{said} ({word} {per_cent(limit)}).", fact)
    least = (percent_above if above else percent_ceil)(limit, members.total)
    return unmet(
        f"{said}, cần {word} {per_cent(limit)}, tức {least} người.",
        f"Cần thêm {least - len(holders)} người được tặng {name}.",
        fact,
    )


def members_with_title(known: Known, award: str, at_least: int) -> Finding:
    members, name = known.members, known.name(award)
    if not members or not members.total:
        return unknown(NOBODY, ENTER_PEOPLE)
    holders = list(members.won.get(award, ()))
    fact = Evidence(f"Người được tặng {name} năm {known.year}", some(holders), counted(members))
    if len(holders) >= at_least:
        return met(f"Có {len(holders)} người được tặng {name}: {some(holders)}.", fact)
    return unmet(f"Có {len(holders)} người được tặng {name}, cần ít nhất {at_least}.", "", fact)


def all_members_rated(known: Known, rating: str) -> Finding:
    """100 % of the members completed their work."""
    members, word = known.members, WORDS[rating].lower()
    if not members or not members.total:
        return unknown(NOBODY, ENTER_PEOPLE)
    rated = {name: members.ratings.get(name) for name in members.names}
    absent = [name for name, got in rated.items() if got not in ORDER]
    below = [name for name, got in rated.items() if got in ORDER and not reaches(got, rating)]
    fact = Evidence(
        f"Xếp loại của người trong tập thể năm {known.year}",
        f"{members.total - len(absent)}/{members.total} người đã có",
        counted(members),
    )
    if below:
        return unmet(f"Dưới mức {word}: {some(below)}.", "", fact)
    if absent:
        say = f"Chưa có xếp loại năm {known.year} của {len(absent)} người: {some(absent)}."
        return unknown(say, "Nhập kết quả đánh giá, xếp loại của từng người.")
    return met(f"{members.total} người đều từ mức {word} trở lên.", fact)


def nobody_disciplined(known: Known, at_least: str) -> Finding:
    """No member disciplined in the year from a form upward; no entry at all is not yet "nobody"."""
    members, word = known.members, DISCIPLINE[at_least].lower()
    if not members:
        return unknown(NOBODY, ENTER_PEOPLE)
    found = [
        f"{who} ({DISCIPLINE[f].lower()})" for who, f in members.disciplined.items() if as_heavy(f, at_least)
    ]
    fact = Evidence("Kỷ luật", some(found) or "không ghi ai", counted(members))
    if found:
        return unmet(f"Có người bị kỷ luật từ {word} trở lên: {some(found)}.", "", fact)
    if members.clean:
        return met(f"Không có ai bị kỷ luật từ {word} trở lên.", fact)
    say = f"Không ghi ai bị kỷ luật từ {word} trở lên."
    return confirm(say, "Người thẩm định xác nhận với đơn vị.", fact)


def counted(members: Members) -> str:
    day = f" ngày {members.as_of:%d/%m/%Y}" if members.as_of else ""
    return f"Danh sách cán bộ{day}: {members.total} người"


def some(names: list[str]) -> str:
    """The first few by name, the rest by number."""
    rest = len(names) - MOST_NAMED
    shown = ", ".join(names[:MOST_NAMED])
    return f"{shown} và {rest} người khác" if rest > 0 else shown
