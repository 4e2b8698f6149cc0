"""Accounts: a user may be tied to a person; rights are the union of the memberships of the day."""

import datetime as dt
import unicodedata
from collections.abc import Set

from django.contrib.auth import get_backends
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import UnicodeUsernameValidator
from django.core.exceptions import PermissionDenied
from django.db import models

from thiduakt.clock import today
from thiduakt.vietnamese.fields import TextLine
from thiduakt.vietnamese.text import search_key
from units.enums import MEMBERSHIP_ROLES, OFFICE_ROLES

from .dated import Dated, ends_after_start, in_force
from .people import Appointment, Person
from .tree import DatedThrough, Unit, UnitAncestor


class UserQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """The administrator sees every account, anybody else his own."""
        return self.all() if user.has_perm("units.change_user") else self.filter(pk=user.pk)

    def called(self, word: str):
        """Who signs in by, or bears, a name with the word in it; `word` as `search_key` gives it."""
        alone = self.model.objects.filter(person__isnull=True).values_list("pk", "full_name")
        named = [pk for pk, name in alone if word in search_key(name)]
        known = models.Q(username__icontains=word) | models.Q(person__search_key__contains=word)
        return self.filter(known | models.Q(pk__in=named))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, username: str, password: str | None = None, **fields):
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, *args, **kwargs):
        raise PermissionDenied("Hệ thống không có tài khoản vượt quyền: hãy giao vai trò Quản trị.")


class User(AbstractBaseUser):
    username = models.CharField(
        "tên đăng nhập",
        max_length=60,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": "Tên đăng nhập này đã có người dùng."},
    )
    full_name = TextLine("họ và tên", max_length=100)
    email = models.EmailField("thư điện tử", blank=True)
    person = models.OneToOneField(
        Person, models.PROTECT, null=True, blank=True, related_name="user", verbose_name="cá nhân"
    )
    is_active = models.BooleanField("đang dùng", default=True)
    created_at = models.DateTimeField("lập lúc", auto_now_add=True)
    password_set_at = models.DateTimeField("đặt mật khẩu lúc", null=True, editable=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ("full_name",)
    objects = UserManager()

    class Meta:
        verbose_name = "tài khoản"
        verbose_name_plural = "tài khoản"
        ordering = ["username"]

    def __str__(self):
        return self.full_name or self.username

    def memberships_on(self, on: dt.date) -> list["Membership"]:
        """Memberships in force on a day; asked once for each day in the life of this object."""
        return self._roles_on(on)[0]

    def _roles_on(self, on: dt.date) -> tuple[list["Membership"], list["Membership"]]:
        """Those in force, and those that ended with their unit: one query for both."""
        cache = self.__dict__.setdefault("_memberships", {})
        if on not in cache:
            found = self.memberships.on_or_ended(on).select_related("unit", *LENT)
            # One's own before those by delegation: the trail names the first that allows an act.
            held = sorted(found, key=lambda m: (m.delegation_id is not None, m.pk))
            over = [m for m in held if m.until and m.until < on]
            cache[on] = [m for m in held if m not in over], over
        return cache[on]

    def stands_in_for(self, on: dt.date, units=None) -> list["User"]:
        """Whose roles this account has by delegation, in any or in some units: their own case is its own."""
        held = [m for m in self.memberships_on(on) if m.delegation_id]
        return [m.delegation.giver for m in held if units is None or m.unit_id in units]

    def roles_at(self, unit_id: int | None, on: dt.date) -> set[str]:
        """Roles held for one unit on a day."""
        return {m.role for m in self.memberships_on(on) if m.unit_id == unit_id}

    def acting_unit_ids(self, on: dt.date, roles=MEMBERSHIP_ROLES) -> list[int]:
        """Units this account acts for in one of the roles."""
        return [m.unit_id for m in self.memberships_on(on) if m.role in roles]

    def reading_unit_ids(self, on: dt.date, roles=MEMBERSHIP_ROLES) -> list[int]:
        """Units whose records one may read in one of the roles; for acting ask `acting_unit_ids`.

        Those one acts for, the closed ones one acted for to their last day, and all whose records these keep.
        """
        cache = self.__dict__.setdefault("_reading", {})
        ended = (m.unit_id for m in self._roles_on(on)[1] if m.role in roles)
        own = frozenset({*self.acting_unit_ids(on, roles), *ended})
        if (on, own) not in cache:
            cache[on, own] = with_inherited(own, Unit.objects.within(own, on).values("pk"), on)
        return cache[on, own]

    def belonging_unit_ids(self, on: dt.date) -> list[int]:
        """Units one belongs to, those one may read for, and those whose records all of them keep."""
        cache = self.__dict__.setdefault("_belonging", {})
        if on not in cache:
            # What those below one that one acts for keep is among what one may read already.
            more = {unit for unit, below in self._posts(on) if not below} - set(self.acting_unit_ids(on))
            own = {*self.unit_ids(on), *self.reading_unit_ids(on)}
            cache[on] = sorted({*own, *with_inherited(more, more, on)})
        return cache[on]

    def closed_unit(self, on: dt.date) -> Unit | None:
        """Why an account is read-only: nothing is in force, and its last role ended with this unit."""
        if self.memberships_on(on) or self.unit_ids(on):
            return None
        last = self.ended_with_their_unit(on).select_related("unit").order_by("-until", "pk").first()
        return last and last.unit

    def ended_with_their_unit(self, on: dt.date):
        """Roles of one's own that its closing took away."""
        return self.memberships.filter(ended_with_unit(on))

    def membership_for(self, unit_id: int, roles, on: dt.date) -> "Membership | None":
        """The membership by which an act is done, for the trail."""
        return next((m for m in self.memberships_on(on) if m.unit_id == unit_id and m.role in roles), None)

    def unit_ids(self, on: dt.date) -> list[int]:
        """Units one belongs to: by membership, or by one's own position."""
        return sorted({*self.acting_unit_ids(on), *(unit for unit, _ in self._posts(on))})

    def _posts(self, on: dt.date) -> list[tuple[int, bool]]:
        """Units of one's own positions, and whether each stands below one that one acts for."""
        cache = self.__dict__.setdefault("_posts_on", {})
        if on not in cache:
            above = UnitAncestor.objects.on(on).filter(unit=models.OuterRef("unit"))
            below = models.Exists(above.filter(ancestor__in=self.acting_unit_ids(on)))
            held = Appointment.objects.on(on).filter(person=self.person_id)
            cache[on] = list(held.annotate(below=below).values_list("unit", "below"))
        return cache[on]

    @property
    def is_staff(self) -> bool:
        """Whether the back office is open to this account today."""
        return any(m.role in OFFICE_ROLES for m in self.memberships_on(today()))

    @property
    def role_line(self) -> str:
        """The unit shown beside the name: of the first role, else of the own position."""
        held = self.memberships_on(today())
        if held:
            return f"{held[0].get_role_display()}, {held[0].where}"
        appointment = self.person.appointment_on(today()) if self.person_id else None
        return appointment.unit.short_name if appointment else ""

    def set_password(self, raw_password: str | None) -> None:
        super().set_password(raw_password and normal(raw_password))

    def check_password(self, raw_password: str) -> bool:
        return super().check_password(normal(raw_password))

    def has_perm(self, perm: str, obj=None) -> bool:
        return any(backend.has_perm(self, perm, obj) for backend in get_backends() if is_ours(backend))

    def has_module_perms(self, app_label: str) -> bool:
        return any(
            backend.has_module_perms(self, app_label) for backend in get_backends() if is_ours(backend)
        )


def normal(password: str) -> str:
    """One form of the letters: Telex on one machine and another's keyboard write the same ă differently."""
    return unicodedata.normalize("NFKC", password)


def is_ours(backend) -> bool:
    """The throttle and the backends of codes stand among them too, and know of no permissions."""
    return hasattr(backend, "has_module_perms")


def with_inherited(own: Set[int], keepers, on: dt.date) -> list[int]:
    """The units and the closed ones whose records `keepers` have on a day; no query for none."""
    kept = Unit.objects.inherited(keepers, on).values_list("pk", flat=True) if own else ()
    return sorted({*own, *kept})


def ended_with_unit(on: dt.date) -> models.Q:
    """The condition that a role of one's own is over because its unit is."""
    return models.Q(delegation__isnull=True, until=models.F("unit__valid_to"), until__lt=on)


# What is read with a membership to say by whose delegation it is held.
LENT = ("delegation__source__user",)
# The same, for a row of a trail.
BY_ROLE = tuple(f"membership__{name}" for name in LENT)


class MembershipQuerySet(DatedThrough):
    def on(self, on: dt.date):
        """Those in force; a delegated one only while its giver has the role and has not taken it back."""
        return self.filter(held(on))

    def on_or_ended(self, on: dt.date):
        """The same, and those that ended with their unit."""
        return self.filter(held(on) | ended_with_unit(on))


def held(on: dt.date) -> models.Q:
    """The condition that a role is in force: one's own, or lent by somebody who still has it."""
    lent = in_force(on, "delegation__source__") & models.Q(delegation__source__user__is_active=True)
    kept = models.Q(delegation__revoked_on__isnull=True) | models.Q(delegation__revoked_on__gt=on)
    return in_force(on) & (models.Q(delegation__isnull=True) | (lent & kept))


class Membership(Dated):
    """A role for one unit, for a time: rights are the union of those in force on the day.

    `delegation`: the act by which another lent it.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships", verbose_name="tài khoản")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships", verbose_name="đơn vị")
    role = models.CharField(
        "vai trò", max_length=20, choices=[(role.value, role.label) for role in MEMBERSHIP_ROLES]
    )
    delegation = models.OneToOneField(
        "units.Delegation", models.PROTECT, null=True, editable=False, related_name="membership"
    )

    THROUGH = "user"
    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "vai trò"
        verbose_name_plural = "vai trò"
        constraints = [
            ends_after_start("membership_ends_after_start"),
            models.UniqueConstraint(
                fields=["user", "unit", "role", "since"],
                condition=models.Q(delegation__isnull=True),
                name="one_membership_each",
                violation_error_message="Tài khoản đã có vai trò này từ ngày này.",
            ),
        ]

    def __str__(self):
        return f"{self.user}, {self.get_role_display()}, {self.unit}"

    @property
    def lent(self) -> str:
        """`, theo ủy quyền của Nguyễn Văn An`; empty for a role of one's own."""
        return f", theo ủy quyền của {self.delegation.giver}" if self.delegation_id else ""

    @property
    def where(self) -> str:
        """For whom one acts by it: `Phòng Kinh tế, theo ủy quyền của Nguyễn Văn An`."""
        return f"{self.unit}{self.lent}"


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        return self.filter(user=user)


class Notice(models.Model):
    """A line written to one user: a result, a request. What waits is derived, never stored here."""

    user = models.ForeignKey(User, models.PROTECT, related_name="notices")
    text = models.CharField(max_length=300)
    url = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = "thông báo"
        verbose_name_plural = "thông báo"
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.text
