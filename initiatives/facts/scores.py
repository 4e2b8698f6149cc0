"""The scores of an initiative, counted."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from councils.enums import Presence
from councils.models import Attendance, CouncilSession
from initiatives.models import Initiative, Score
from initiatives.scoring import Tally, tally


def tally_of(initiative: Initiative) -> Tally:
    return tallies([initiative])[initiative.pk]


def tallies(initiatives: Iterable[Initiative]) -> dict[int, Tally]:
    """{initiative: tally} of those on the agenda of one session; four queries however many they are."""
    initiatives = [one for one in initiatives if one.item_id and one.sheet_id]
    if not initiatives:
        return {}
    items = {one.item_id: one for one in initiatives}
    here = taking_part(initiatives[0].item.session)
    out = excluded_from(items)
    sheets = filled_in(items)
    lines = {one.sheet_id: one.sheet.lines() for one in initiatives}
    return {
        one.pk: tally(
            sheets[one.item_id], lines[one.sheet_id], [key for key in here if key not in out[one.item_id]]
        )
        for one in initiatives
    }


def taking_part(session: CouncilSession) -> list[int]:
    """Members present, or absent with a written opinion: their sheet was sent in."""
    rows = Attendance.objects.filter(session=session).exclude(presence=Presence.ABSENT)
    return list(rows.order_by("member__order", "pk").values_list("member", flat=True))


def excluded_from(items) -> dict[int, set[int]]:
    """{item: members} who step out of it."""
    out: dict[int, set[int]] = defaultdict(set)
    through = Initiative._meta.get_field("item").related_model.excluded.through
    pairs = through.objects.filter(sessionitem__in=items)
    for item, member in pairs.values_list("sessionitem", "councilmember"):
        out[item].add(member)
    return out


def filled_in(items) -> dict[int, dict[int, dict[int, Decimal]]]:
    """{item: {member: {line: points}}}."""
    found: dict[int, dict[int, dict[int, Decimal]]] = defaultdict(lambda: defaultdict(dict))
    rows = Score.objects.filter(item__in=items)
    for item, member, row, points in rows.values_list("item", "member", "row", "points"):
        found[item][member][row] = points
    return found
