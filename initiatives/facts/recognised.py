"""Recognised initiatives of people, for the rules that ask for one."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from documents.enums import DocumentState, LinkKind
from initiatives.enums import Scope
from initiatives.models import Author, Recognition
from initiatives.registry import Use, used_for

WIDTH = {scope: place for place, scope in enumerate(Scope)}


@dataclass(frozen=True)
class Recognised:
    """One initiative of one person. `scope` is the widest recognised, by `paper` of `day`.

    `year` is that of its recognition at the base; `used_by` says what it was used for already, empty
    while it is free (each author uses it once), `used_in` is that dossier's key. `share` in per cent.
    """

    initiative: int
    code: str
    name: str
    scope: str
    year: int
    paper: str
    day: dt.date
    share: str
    used_by: str = ""
    used_in: int | None = None

    @property
    def told(self) -> str:
        """`“Số hóa hồ sơ” (05/QĐ-UBND)`."""
        return f"“{self.name}” ({self.paper})"

    def get_absolute_url(self) -> str:
        return reverse("initiatives:detail", args=[self.initiative])


def recognised(person_ids: Iterable[int], year_from: int, year_to: int) -> dict[int, list[Recognised]]:
    """{person: [rows]}, oldest first, recognised at the base in those years; as many queries for any number.

    A recognition whose paper was withdrawn by a later one does not count.
    """
    authors = list(
        Author.objects.filter(person__in=list(person_ids), initiative__recognitions__isnull=False)
        .select_related("initiative")
        .distinct()
        .order_by("initiative", "pk")
    )
    if not authors:
        return {}
    papers = standing({author.initiative_id for author in authors})
    uses = used_for(papers)
    found: dict[int, list[Recognised]] = defaultdict(list)
    for author in authors:
        rows = papers.get(author.initiative_id, [])
        base = next((row for row in rows if row.scope == Scope.BASE), None)
        if base and year_from <= base.document.issued_on.year <= year_to:
            used = uses.get((author.initiative_id, author.person_id))
            found[author.person_id].append(told(author, base, widest(rows), used))
    return dict(found)


def standing(keys: set[int]) -> dict[int, list[Recognition]]:
    """Recognitions by initiative whose paper still stands."""
    withdrawn = {"document__answers__kind": LinkKind.WITHDRAWS}
    withdrawn["document__answers__document__state"] = DocumentState.ISSUED
    rows = Recognition.objects.filter(initiative__in=keys).exclude(**withdrawn).select_related("document")
    found: dict[int, list[Recognition]] = defaultdict(list)
    for row in rows.defer("document__snapshot", "document__body_key"):
        found[row.initiative_id].append(row)
    return found


def widest(rows: list[Recognition]) -> Recognition:
    return max(rows, key=lambda row: WIDTH[row.scope])


def told(author: Author, base: Recognition, best: Recognition, used: Use | None) -> Recognised:
    initiative, document = author.initiative, best.document
    return Recognised(
        initiative=initiative.pk,
        code=initiative.code,
        name=initiative.name,
        scope=best.scope,
        year=base.document.issued_on.year,
        paper=document.reference,
        day=document.issued_on,
        share=f"{author.share.normalize():f}",
        used_by=used.words if used else "",
        used_in=used.dossier if used else None,
    )
