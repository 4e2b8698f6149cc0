"""The demonstration's accounts: one password for all, rights by dated memberships."""

import datetime as dt

from councils.enums import Seat
from thiduakt.clock import database_now
from units import services
from units.accounts.duties import needs_factor
from units.accounts.factors import begin_factor, plain_key
from units.enums import UnitKind
from units.models import Membership, Person, SecondFactor, Unit, User

from .files import read

PASSWORD = "thidua-ninhphuoc"
KEY_HEAD = "Khóa hai lớp (TOTP)"
HEADS = ("Tên đăng nhập", "Họ và tên", "Vai trò", "Đơn vị", "Thử làm")


def load_accounts() -> None:
    """Accounts that nobody shows are those of units whose papers are already on their way; no login."""
    for entry in read("accounts.json")["accounts"]:
        if not User.objects.filter(username=entry["username"]).exists():
            load_account(entry)


def load_account(entry: dict) -> None:
    user = User.objects.create_user(
        entry["username"],
        PASSWORD,
        full_name=entry["person"],
        person=Person.objects.get(full_name=entry["person"]),
        is_active=entry["shown"],
    )
    for role in entry["roles"]:
        services.grant(
            user,
            Unit.objects.get(code=role["unit"]),
            role["role"],
            dt.date.fromisoformat(role["since"]),
            until=role["until"] and dt.date.fromisoformat(role["until"]),
        )
    if needs_factor(user):
        make_factor(user)


def make_factor(user: User) -> None:
    """Turned on already, where it is demanded: the table tells its key for a phone."""
    SecondFactor.objects.filter(pk=begin_factor(user).pk).update(confirmed_at=database_now())


def account(username: str) -> User:
    """A fresh object: it remembers no memberships of another day."""
    return User.objects.get(username=username)


def account_table(on: dt.date) -> list[str]:
    """Lines of a table, for a terminal: who to log in as, and what to try."""
    users = User.objects.filter(is_active=True).select_related("person").in_bulk(field_name="username")
    factors = SecondFactor.objects.exclude(confirmed_at=None).select_related("user")
    keys = {factor.user.username: plain_key(factor) for factor in factors}
    rows = [
        (entry["username"], entry["person"], *work(users[entry["username"]], on), entry["tries"])
        for entry in read("accounts.json")["accounts"]
        if entry["username"] in users
    ]
    if keys:
        heads, rows = (*HEADS, KEY_HEAD), [(*row, keys.get(row[0], "")) for row in rows]
    else:
        heads = HEADS
    widths = [max(len(row[place]) for row in [heads, *rows]) for place in range(len(heads))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    head = "  ".join(cell.ljust(width) for cell, width in zip(heads, widths, strict=True))
    return [f"Mật khẩu chung: {PASSWORD}", "", head.rstrip(), *(line.rstrip() for line in lines)]


def work(user: User, on: dt.date) -> tuple[str, str]:
    """Role and unit in words: memberships and the seat in the xã's council, else the position."""
    held = list(Membership.objects.on(on).filter(user=user).select_related("unit").order_by("pk"))
    seats = user.person.seats.on(on).filter(council__unit__kind=UnitKind.XA).exclude(seat=Seat.MEMBER)
    words = [m.get_role_display() for m in held] + [seat_words(seat) for seat in seats]
    post = user.person.appointment_on(on)
    units = dict.fromkeys([m.unit.short_name for m in held] or [post.unit.short_name])
    more = f" và {len(units) - 1} đơn vị khác" if len(units) > 1 else ""
    return "; ".join(dict.fromkeys(words)) or post.position, f"{next(iter(units))}{more}"


def seat_words(seat) -> str:
    word = seat.get_seat_display()
    return word if "Hội đồng" in word else f"{word} Hội đồng"
