"""The plan's text for a page: each clause loaded once, and every rule tied to that one."""

from dataclasses import dataclass, field

from campaigns.models import Campaign, Clause


@dataclass(frozen=True)
class Place:
    """A citation of something that is no clause; `{% cite place %}`."""

    url: str
    citation: str

    def get_absolute_url(self) -> str:
        return self.url


@dataclass
class Section:
    """An outermost clause with all below it: (clause, depth below the section)."""

    clause: Clause
    open: bool = False
    lines: list[tuple[Clause, int]] = field(default_factory=list)


def by_pk(campaign: Campaign) -> dict[int, Clause]:
    """All clauses of the plan; no query when they are prefetched."""
    found = getattr(campaign, "clauses_by_pk", None)
    if found is None:
        found = campaign.clauses_by_pk = {clause.pk: clause for clause in campaign.clauses.all()}
    return found


def clause_of(campaign: Campaign, pk: int | None) -> Clause | None:
    return by_pk(campaign).get(pk)


def clauses_of(campaign: Campaign, keys: set[int | None]) -> dict[int, Clause]:
    """Some clauses of the plan: its own objects where its text is read anyway, else these alone."""
    known = getattr(campaign, "clauses_by_pk", None)
    return known or {clause.pk: clause for clause in campaign.clauses.filter(pk__in=keys - {None})}


def rows(campaign: Campaign, name: str) -> list:
    """The rules behind a related name (`quota_set`), each with the plan's own clause object.

    A clause fetched along with a rule would ask for its campaign again, once for each link.
    """
    found = list(getattr(campaign, name).all())
    clauses = clauses_of(campaign, {row.clause_id for row in found})
    for row in found:
        row.clause = clauses.get(row.clause_id)
    return found


def sections(campaign: Campaign, cited: set[int]) -> list[Section]:
    """The text in reading order; sections that some rule cites stand open, so that its link arrives."""
    found: list[Section] = []
    depths: dict[int | None, int] = {None: -1}
    for clause in by_pk(campaign).values():
        depth = depths[clause.pk] = depths[clause.parent_id] + 1
        if depth == 0:
            found.append(Section(clause))
        else:
            found[-1].lines.append((clause, depth))
        found[-1].open |= clause.pk in cited
    return found
