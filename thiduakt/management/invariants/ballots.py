"""Secret ballots: counted whole, and nothing left that was sealed."""

from collections import Counter
from collections.abc import Iterator

from councils.enums import Choice, RoundMode, RoundState
from councils.models import CountedBallot, RoundCount, SealedBallot


def ballots_counted() -> Iterator[str]:
    """The counts of a ballot on screen are those of its ballots, taken one by one."""
    ballots = Counter(CountedBallot.objects.values_list("round", "item", "choice"))
    counts = RoundCount.objects.filter(round__mode=RoundMode.SCREEN, round__state=RoundState.COUNTED)
    for count in counts.order_by("pk"):
        found = [ballots[count.round_id, count.item_id, choice] for choice in (Choice.YES, Choice.NO)]
        if found != [count.yes, count.no]:
            yield f"lượt {count.round_id}, mục họp {count.item_id}: ghi {count.yes}/{count.no}, phiếu {found}"


def nothing_sealed_for_long() -> Iterator[str]:
    """Sealed ballots lie only in rounds that are open."""
    left = SealedBallot.objects.exclude(round__state=RoundState.OPEN).values_list("round", flat=True)
    yield from (f"lượt {pk}: còn phiếu chưa kiểm" for pk in left.distinct().order_by("round"))


def votes_match_rounds() -> Iterator[str]:
    """A proposal voted on in secret has the votes of its last counted round."""
    counts = RoundCount.objects.filter(round__state=RoundState.COUNTED).select_related("item")
    last = {count.item_id: count for count in counts.order_by("round__number")}
    for count in last.values():
        item = count.item
        if (item.yes, item.no, item.blank) != (count.yes, count.no, count.blank):
            yield f"mục họp {item.pk}: số phiếu khác biên bản kiểm phiếu"
