"""The clause tree of a draft is written: clauses added, moved, taken out, numbered anew."""

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from campaigns.facts.kinds import KINDS
from campaigns.models import Campaign, Clause
from campaigns.plan_text.numbering import paths, relabelled
from thiduakt.door import change
from thiduakt.errors import Refused

from .locking import Newer
from .plans import locked_draft, log

# Places out of the way while the rows change places: two of a plan may never share one.
ASIDE = 16_000
MOST_CLAUSES = 10_000


@change
def edit_clause(
    clause: Clause, *, heading: str, text: str, by, label: str | None = None, revision: int | None = None
) -> Clause:
    """Other words, or another label, for one clause of a draft.

    `revision` is the one whose words the writer saw: raises Newer when someone wrote meanwhile.
    """
    campaign = locked_draft(clause.campaign_id, by)
    clause = Clause.objects.get(pk=clause.pk)
    before, label = (clause.label, clause.words), clause.label if label is None else label
    if revision is not None and revision != clause.revision:
        raise Newer
    if (clause.label, clause.heading, clause.text) == (label, heading, text):
        return clause
    clause.label, clause.heading, clause.text = label, heading, text
    clause.revision += 1
    clause.save(update_fields=["label", "heading", "text", "revision"])
    if label != before[0]:
        arrange(campaign, in_order(campaign))
        clause.refresh_from_db()
    log(campaign, "edit_clause", by=by, note=f"{clause.citation}: “{before[1]}” → “{clause.words}”")
    return clause


@change
def add_clause(campaign: Campaign, *, after: Clause | None, inside: bool, values: dict, by) -> Clause:
    """A clause after another one, or `inside` it as its last; without one at the end of the plan.

    `values`: label, heading, text. Refused without words.
    """
    campaign = locked_draft(campaign.pk, by)
    if not (values["heading"] or values["text"]):
        raise Refused("Điều khoản không được để trống: ghi tiêu đề hoặc nội dung.")
    clauses = in_order(campaign)
    if len(clauses) >= MOST_CLAUSES:
        raise Refused("Kế hoạch đã quá dài, không thêm được điều khoản nào nữa.")
    parent = after if inside else after and after.parent
    place = end_of(clauses, after) if after else len(clauses)
    made = Clause.objects.create(campaign=campaign, parent=parent, order=2 * ASIDE, path="~moi", **values)
    clauses.insert(place, made)
    arrange(campaign, clauses)
    log(campaign, "add_clause", by=by, note=f"{made.citation}: “{made.words}”")
    return made


@change
def move_clause(clause: Clause, way: str, *, by) -> Clause:
    """`up`, `down`: past its neighbour; `in`: below the one before it; `out`: beside its parent.

    All that stands below it goes along.
    """
    campaign = locked_draft(clause.campaign_id, by)
    clauses = in_order(campaign)
    clause = next((one for one in clauses if one.pk == clause.pk), None)
    if clause is None:
        raise Refused("Điều khoản này không còn trong kế hoạch.")
    was = clause.path
    arrange(campaign, MOVES[way](clauses, clause))
    clause.refresh_from_db()
    log(campaign, "move_clause", by=by, note=f"{was} → {clause.path}")
    return clause


@change
def remove_clause(clause: Clause, *, by) -> None:
    """A clause with all below it. Refused while a rule of the plan stands in any of them."""
    campaign = locked_draft(clause.campaign_id, by)
    clauses = in_order(campaign)
    clause = next((one for one in clauses if one.pk == clause.pk), clause)
    branch = branch_of(clauses, clause)
    if count := rules_in(branch):
        raise Refused(f"Còn {count} quy định ghi ở {clause.citation}: bỏ hoặc sửa những quy định ấy trước.")
    words = clause.words
    clause.delete()
    arrange(campaign, without(clauses, branch))
    log(campaign, "remove_clause", by=by, note=f"{clause.citation}: “{words}”")


@change
def renumber(campaign: Campaign, *, by) -> int:
    """Labels counted from one among brothers; how many changed. Words that cite a label stay as they are."""
    campaign = locked_draft(campaign.pk, by)
    clauses = in_order(campaign)
    labels = relabelled(nodes(clauses))
    changed = [
        (clause, label) for clause, label in zip(clauses, labels, strict=True) if clause.label != label
    ]
    for clause, label in changed:
        clause.label = label
    Clause.objects.bulk_update([clause for clause, _ in changed], ["label"], batch_size=500)
    arrange(campaign, clauses)
    log(campaign, "renumber", by=by, note=f"Đánh số lại: {len(changed)} điều khoản.")
    return len(changed)


def in_order(campaign: Campaign) -> list[Clause]:
    """Every clause in reading order, parents as the same objects."""
    clauses = list(Clause.objects.filter(campaign=campaign).order_by("order"))
    by_pk = {clause.pk: clause for clause in clauses}
    for clause in clauses:
        clause.campaign = campaign
        clause.parent = by_pk.get(clause.parent_id)
    return clauses


def nodes(clauses: list[Clause]) -> list[tuple[int, str]]:
    depths: dict[int | None, int] = {None: -1}
    found = []
    for clause in clauses:
        depths[clause.pk] = depths[clause.parent_id] + 1
        found.append((depths[clause.pk], clause.label))
    return found


def arrange(campaign: Campaign, clauses: list[Clause]) -> None:
    """Places and paths by this order, in two steps: a place and a path belong to one clause at a time."""
    columns = ("order", "path", "parent_id")
    rows = Clause.objects.filter(campaign=campaign)
    stood = {pk: stored for pk, *stored in rows.values_list("pk", *columns)}
    for order, (clause, path) in enumerate(zip(clauses, paths(nodes(clauses)), strict=True), start=1):
        clause.order, clause.path = order, path
    changed = [one for one in clauses if stood[one.pk] != [getattr(one, column) for column in columns]]
    aside = Concat(Value("~"), Cast("pk", CharField()))
    moving = rows.filter(pk__in=[one.pk for one in changed], order__lt=ASIDE)
    moving.update(order=F("order") + ASIDE, path=aside)
    Clause.objects.bulk_update(changed, ["order", "path", "parent"], batch_size=500)


def branch_of(clauses: list[Clause], clause: Clause) -> list[Clause]:
    """The clause and everything below it, in reading order."""
    inside = {clause.pk}
    for one in clauses:
        if one.parent_id in inside:
            inside.add(one.pk)
    return [one for one in clauses if one.pk in inside]


def without(clauses: list[Clause], branch: list[Clause]) -> list[Clause]:
    gone = {one.pk for one in branch}
    return [one for one in clauses if one.pk not in gone]


def end_of(clauses: list[Clause], clause: Clause) -> int:
    """The place right after a clause and everything below it."""
    return clauses.index(clause) + len(branch_of(clauses, clause))


def rules_in(branch: list[Clause]) -> int:
    return sum(kind.model.objects.filter(clause__in=branch).count() for kind in KINDS.values())


def brothers(clauses: list[Clause], clause: Clause) -> list[Clause]:
    return [one for one in clauses if one.parent_id == clause.parent_id]


def neighbour(clauses: list[Clause], clause: Clause, step: int) -> Clause:
    those = brothers(clauses, clause)
    place = those.index(clause) + step
    if not 0 <= place < len(those):
        raise Refused("Điều khoản đã ở đầu hoặc cuối nhóm, không chuyển thêm được.")
    return those[place]


def moved(clauses: list[Clause], clause: Clause, before: Clause | None, after: Clause | None) -> list[Clause]:
    """The list with the clause's branch put before one clause, or after all of another."""
    branch = branch_of(clauses, clause)
    rest = without(clauses, branch)
    place = rest.index(before) if before else end_of(rest, after)
    return rest[:place] + branch + rest[place:]


def up(clauses: list[Clause], clause: Clause) -> list[Clause]:
    return moved(clauses, clause, neighbour(clauses, clause, -1), None)


def down(clauses: list[Clause], clause: Clause) -> list[Clause]:
    return moved(clauses, clause, None, neighbour(clauses, clause, 1))


def below(clauses: list[Clause], clause: Clause) -> list[Clause]:
    """Its place in the text stays: only what it hangs on changes."""
    clause.parent = neighbour(clauses, clause, -1)
    return clauses


def beside(clauses: list[Clause], clause: Clause) -> list[Clause]:
    parent = clause.parent
    if parent is None:
        raise Refused("Điều khoản đã ở bậc ngoài cùng.")
    found = moved(clauses, clause, None, parent)
    clause.parent = parent.parent
    return found


MOVES = {"up": up, "down": down, "in": below, "out": beside}
