"""One try of what-if: a plan's nominees by the thresholds, the share of votes and the number of a query."""

from dataclasses import replace
from functools import cached_property

from django.db.models import Count
from django.http import QueryDict

from campaigns.models import Quota
from campaigns.quota import binds
from councils.models import CouncilSession
from councils.voting import passes
from criteria.services import base_salary_on
from nominations.facts.preference import preferred
from nominations.facts.standings import Standing
from nominations.facts.whatif import (
    MOST_PERCENT,
    Place,
    Tried,
    at_border,
    basis_of,
    changed_criteria,
    knobs_of,
    places,
)
from nominations.facts.whatif_sums import Sums, sums_of
from nominations.models import Dossier
from nominations.money import bonus
from thiduakt.clock import today

from .standings import Board

SHARES = (51, 67, 75, 80, 90, 100)


class Trial:
    """A plan's nominees for one pool of its places, against the plan's own rules."""

    def __init__(self, user, pk: int, asked: QueryDict):
        self.board, self.asked = Board(user, pk, asked), asked
        self.pools = pools_of(self.board)
        self.quota = chosen_pool(self.pools, asked.get("suat"))
        self.own = self.quota.limit if self.quota else None
        self.limit, self.raised = limit_asked(asked.get("han"), self.own)
        self.share = share_asked(asked.get("phieu"))
        self.left_out = {int(text) for text in asked.getlist("bo") if text.isdecimal() and len(text) < 4}
        if self.quota:
            awards = {award.pk for award in self.quota.awards.all()}
            self.board.stages = [one for one in self.board.stages if one.dossier.award_type_id in awards]
        self.before = Tried(self.rows(), self.own)

    def rows(self, changed: dict | None = None, share: int | None = None) -> list[Standing]:
        """Where each stands; who falls short of `share` of all members, else of the award's own share."""
        items = {stage.dossier_id: stage.item for stage in self.board.stages if stage.item_id}
        return [
            replace(row, members=self.members.get(item.session_id), short=self.falls_short(item, share))
            if (item := items.get(row.dossier.pk)) and item.yes is not None
            else row
            for row in self.board.rows(changed)
        ]

    def falls_short(self, item, share: int | None) -> bool:
        return not passes(item.yes, self.members[item.session_id], share or item.threshold_percent)

    @cached_property
    def members(self) -> dict[int, int]:
        """The total membership of each session that voted."""
        keys = {stage.item.session_id for stage in self.board.stages if stage.item_id}
        counted = CouncilSession.objects.filter(pk__in=keys).annotate(members=Count("attendances"))
        return dict(counted.values_list("pk", "members"))

    def places(self) -> list[Place]:
        changed = changed_criteria(self.board.columns, self.asked, self.left_out)
        after = Tried(self.rows(changed, self.share), self.limit)
        equals = [*at_border(self.before.rows, self.own), *at_border(after.rows, self.limit)]
        first = {row.dossier.pk for row in equals if preferred(row.dossier, today())}
        return places(self.before, after, first)

    def sums(self, found: list[Place]) -> Sums:
        base = base_salary_on(today()).amount

        def due(dossier: Dossier) -> int:
            rule = self.board.law.rule(dossier)
            return bonus(rule.coefficient or 0, base) if rule else 0

        return sums_of(found, lambda dossier: dossier.unit.get_kind_display(), due)

    def knobs(self) -> list:
        columns = self.board.columns
        return [(column, knobs_of(column, self.asked), column.number in self.left_out) for column in columns]

    @property
    def basis(self) -> str:
        return basis_of(self.before.rows, self.own)

    def context(self) -> dict:
        shown = ("quota", "pools", "limit", "raised", "own", "share")
        told = {name: getattr(self, name) for name in shown} | {"knobs": self.knobs(), "shares": SHARES}
        return self.board.context() | told


def pools_of(board: Board) -> list[Quota]:
    """The plan's numbers for this group, each with its awards."""
    rows = Quota.objects.filter(campaign=board.campaign, group=board.group).select_related("clause__campaign")
    return list(rows.prefetch_related("awards").order_by("pk"))


def chosen_pool(pools: list[Quota], text: str | None) -> Quota | None:
    """The one asked for, else the first that binds here, not only what is asked of the level above."""
    asked = next((row for row in pools if str(row.pk) == text), None)
    return asked or next((row for row in pools if binds(row, forwarding=False)), None)


def share_asked(text: str | None) -> int | None:
    """A share of all members in percent; None: as the rule of the award has it."""
    good = text is not None and text.isascii() and text.isdecimal() and len(text) <= 3
    return int(text) if good and 0 < int(text) <= MOST_PERCENT else None


def limit_asked(text: str | None, own: int | None) -> tuple[int | None, bool]:
    """The number to try, and whether more was asked than the plan gives: that is not raised here."""
    if not (text and text.isdecimal() and len(text) <= 4):
        return own, False
    asked = int(text)
    return (own, True) if own is not None and asked > own else (asked, False)
