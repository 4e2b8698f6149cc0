"""An act of organisation before it is recorded: what it says, and what will happen."""

import datetime as dt
from dataclasses import dataclass, field

from units.enums import ActKind
from units.models import Appointment, Membership, Unit, UnitParent, User
from units.registry import OPEN_WORK

from .tree import DAY


@dataclass(frozen=True)
class Decision:
    """The paper an act rests on, as written."""

    number: str
    date: dt.date
    issuer: str


@dataclass
class Reform:
    """`olds` are what the act is about; `into` what comes of them (units not saved yet are founded).

    `parent` is where a moved unit goes. `placing` sends a child unit ("u12") or a position ("p34") to one
    of `into` by its place there; the first when not told.
    """

    kind: str
    olds: list[Unit]
    effective_on: dt.date
    decision: Decision
    into: list[Unit] = field(default_factory=list)
    parent: Unit | None = None
    placing: dict[str, int] = field(default_factory=dict)
    note: str = ""

    @property
    def last_day(self) -> dt.date:
        return self.effective_on - DAY

    @property
    def closing(self) -> list[Unit]:
        """The units that end; a unit that takes in others and a part that is taken out of one go on."""
        if self.kind == ActKind.MOVE:
            return []
        staying = {unit.pk for unit in self.into if unit.pk}
        return [unit for unit in self.olds if unit.pk not in staying]

    @property
    def founded(self) -> list[Unit]:
        return [unit for unit in self.into if unit.pk is None]

    @property
    def giving(self) -> list[Unit]:
        """The units whose parts and people get a place: a split one also when it goes on itself."""
        return self.olds if self.kind == ActKind.SPLIT else self.closing

    def target(self, key: str) -> Unit | None:
        """Where a child or a position goes; None when the act dissolves."""
        if not self.into:
            return None
        return self.into[self.placing.get(key, self.usual_place)]

    @property
    def usual_place(self) -> int:
        """What goes on keeps what is not given away, else the first takes it."""
        olds = {unit.pk for unit in self.olds} if self.kind == ActKind.SPLIT else set()
        return next((place for place, unit in enumerate(self.into) if unit.pk in olds), 0)

    def children(self) -> list[Unit]:
        """Units below the giving ones on the last day that go on after it."""
        below = UnitParent.objects.on(self.last_day).filter(parent__in=self.giving).values("unit")
        after = Unit.objects.on(self.effective_on).filter(pk__in=below)
        return list(after.exclude(pk__in=[unit.pk for unit in self.closing]))

    def posts(self) -> list[Appointment]:
        """Positions in the giving units that would hold after the last day."""
        found = Appointment.objects.on(self.effective_on).filter(unit__in=self.giving)
        found = found.filter(since__lte=self.last_day).select_related("person", "unit")
        return list(found.order_by("unit__sort_key", "-is_head", "person__sort_key", "pk"))

    def roles(self) -> list[Membership]:
        """Roles of accounts in the closing units that would have held after the last day."""
        found = Membership.objects.on(self.effective_on).filter(unit__in=self.closing, delegation=None)
        return list(found.filter(since__lte=self.last_day).select_related("user", "unit").order_by("pk"))


@dataclass(frozen=True)
class Consequences:
    """What an act will do, in rows for the page that asks for consent."""

    closing: list[Unit]
    founded: list[Unit]
    children: list[tuple[Unit, Unit | None]]
    posts: list[tuple[Appointment, Unit | None]]
    read_only: list[User]
    carried: list[Membership]
    open_work: list[dict]


def consequences(reform: Reform) -> Consequences:
    """Read only; the act itself does the same."""
    roles = reform.roles()
    carried = roles if reform.kind == ActKind.RENAME else []
    return Consequences(
        closing=reform.closing,
        founded=reform.founded,
        children=[(unit, reform.target(f"u{unit.pk}")) for unit in reform.children()],
        posts=[(post, reform.target(f"p{post.pk}")) for post in reform.posts()],
        read_only=[] if carried else left_without_role(roles, reform),
        carried=carried,
        open_work=[line for read in OPEN_WORK for line in read(reform.closing)],
    )


def left_without_role(roles: list[Membership], reform: Reform) -> list[User]:
    """Accounts that hold no other role once the closing units are gone."""
    users = {role.user_id: role.user for role in roles}
    others = Membership.objects.on(reform.effective_on).filter(user__in=users)
    busy = set(others.exclude(unit__in=reform.closing).values_list("user", flat=True))
    return [user for pk, user in users.items() if pk not in busy]
