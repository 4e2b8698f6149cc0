"""Accounts of people who are there already, with their roles; nobody types a password."""

from django.core.exceptions import ValidationError

from thiduakt.sheets.columns import Column, Kind
from thiduakt.vietnamese.text import search_key, slug_ascii
from units.enums import MEMBERSHIP_ROLES
from units.models import Membership, Person, Unit, User
from units.registry import ListKind
from units.services.accounts import correct_account, grant, open_account

from .finding import UnitFinder, with_birth
from .known_people import PersonFinder, digits
from .lines import Line, ListResource, Misfit, blamed

LONGEST_LOGIN = 50
COLUMNS = (
    Column(
        "full_name",
        "Họ và tên",
        required=True,
        also=("Họ tên", "Tên"),
        example="Lê Thị Hạnh",
        longest=100,
        help="Người đã có trong danh sách Cá nhân.",
    ),
    Column(
        "birth_date",
        "Ngày sinh",
        Kind.DATE,
        also=("Ngày tháng năm sinh", "Năm sinh"),
        example="05/12/1980",
        year_is_enough=True,
        help="Cần khi có người cùng tên, hoặc khi người ấy làm việc ngoài đơn vị ghi ở dòng này.",
    ),
    Column(
        "citizen_number",
        "Số định danh",
        also=("CCCD", "Số CCCD", "Số định danh cá nhân", "Mã"),
        longest=20,
        help="Không bắt buộc; thay cho ngày sinh.",
    ),
    Column(
        "unit",
        "Đơn vị",
        required=True,
        also=("Mã đơn vị", "Tên đơn vị", "Làm việc cho đơn vị"),
        example="XNP-KT",
        help="Mã hoặc tên. Vai trò chỉ có hiệu lực ở đơn vị này.",
    ),
    Column(
        "role",
        "Vai trò",
        Kind.CHOICE,
        required=True,
        also=("Quyền",),
        choices={role.value: role.label for role in MEMBERSHIP_ROLES},
        example="Cán bộ đầu mối của đơn vị",
        help="Một người giữ nhiều vai trò thì ghi nhiều dòng.",
    ),
    Column(
        "username",
        "Tên đăng nhập",
        also=("Tài khoản",),
        longest=LONGEST_LOGIN,
        help="Để trống: hệ thống đặt theo tên, ví dụ hanh.lt.",
    ),
    Column(
        "email",
        "Thư điện tử",
        also=("Email", "E-mail", "Hộp thư"),
        longest=200,
        help="Không bắt buộc. Có thì gửi được thư mời, và chủ tài khoản tự lấy lại được mật khẩu.",
    ),
    Column(
        "since",
        "Từ ngày",
        Kind.DATE,
        also=("Giữ vai trò từ ngày",),
        help="Để trống: từ hôm nay.",
    ),
)


BAD_LOGIN = "“{}” không làm tên đăng nhập được. Viết liền chữ, số, dấu chấm, ví dụ hanh.lt; hoặc để trống."
BAD_ADDRESS = "“{}” không phải địa chỉ thư điện tử. Ghi như ten@ninhphuoc.gov.vn, hoặc để trống."


def refuse_bad(account: User, name: str, sentence: str) -> None:
    """What the account's own column does not take, told at the cell."""
    value = getattr(account, name)
    try:
        account._meta.get_field(name).clean(value, account)
    except ValidationError as error:
        raise Misfit(name, sentence.format(value)) from error


def login_of(full_name: str) -> str:
    """`Lê Thị Hạnh` → `hanh.lt`: the given name, then the first letters of the others."""
    *others, given = slug_ascii(full_name).split("-")
    parts = [part for part in (given, "".join(word[0] for word in others)) if part]
    return ".".join(parts)[:LONGEST_LOGIN] or "tai-khoan"


class AccountList(ListResource):
    """A row is one role of one person; the account is opened with the first of them."""

    def __init__(self, **said):
        super().__init__(**said)
        self.unit_called = UnitFinder(Unit.objects.on(self.on), "unit")
        self.people = PersonFinder()
        self.accounts: dict[int, User] = {}
        self.logins = {name.lower() for name in User.objects.values_list("username", flat=True)}
        self.seen: set[tuple] = set()

    def prepare(self, rows: list[dict]) -> None:
        self.people.read(search_key(row["full_name"]) for row in rows)
        self.people.read_numbers(digits(row.get("citizen_number")) for row in rows)
        people = [person for same in self.people.named.values() for person in same]
        known = [*people, *self.people.numbered.values()]
        self.accounts = {user.person_id: user for user in User.objects.filter(person__in=known)}

    def known(self, values: dict) -> Line | None:
        unit = self.unit_called(values["unit"])
        person = self.person_of(values, unit)
        account = self.accounts.get(person.pk)
        if account is None:
            return None
        held = self.held(account, unit, values["role"])
        own = {"full_name": person.full_name, "birth_date": None, "citizen_number": None}
        role = {
            "unit": unit.code if held else None,
            "role": held.role if held else None,
            "since": held.since if held else None,
        }
        return Line(own | role | {"username": account.username, "email": account.email or None}, account)

    def held(self, account: User, unit: Unit, role: str) -> Membership | None:
        """The role of one's own, in force or to come."""
        own = account.memberships.filter(unit=unit, role=role, delegation__isnull=True)
        return own.exclude(until__lt=self.on).order_by("since").first()

    def person_of(self, values: dict, unit: Unit) -> Person:
        """By citizen number, by name and birth date, or by name among those who work there."""
        if found := self.people.numbered_as(values.get("citizen_number")):
            return found
        alike = self.people.alike(values["full_name"], values.get("birth_date"))
        if not alike:
            sentence = (
                f"Chưa có cá nhân “{values['full_name']}”. Nhập danh sách Cá nhân trước, hoặc xem lại tên."
            )
            raise Misfit("full_name", sentence)
        sure = [person for person in alike if self.is_meant(person, values, unit)]
        if len(sure) != 1:
            known = "; ".join(self.described(person) for person in (sure or alike)[:5])
            sentence = f"Chưa rõ là ai: trong hệ thống có {known}. Ghi thêm ngày sinh hoặc số định danh."
            raise Misfit("full_name", sentence)
        return sure[0]

    def is_meant(self, person: Person, values: dict, unit: Unit) -> bool:
        """The same birth date, both known; else somebody of the unit or of what stands below it."""
        if values.get("birth_date") and person.birth_date:
            return person.birth_date == values["birth_date"]
        post = person.appointment_on(self.on)
        return bool(post) and Unit.objects.within([unit.pk], self.on).filter(pk=post.unit_id).exists()

    def described(self, person: Person) -> str:
        post = person.appointment_on(self.on)
        return f"{with_birth(person)}, {post.unit if post else 'chưa ghi nơi công tác'}"

    def import_instance(self, instance, row, **kwargs):
        """A unit named by its name is the same as one named by its code; a row twice in the file is told."""
        instance.unit = self.unit_called(row["unit"])
        instance.person = self.person_of(row, instance.unit)
        self.refuse_twice(instance, row["role"])
        self.refuse_other_login(instance, row.get("username"))
        own = {"full_name": instance.person.full_name, "birth_date": None, "citizen_number": None}
        if not instance.found:
            own["username"] = row.get("username") or self.free_login(instance.person.full_name)
        if instance.values.get("since"):
            own["since"] = None
        super().import_instance(instance, row | own | {"unit": instance.unit.code}, **kwargs)

    def refuse_twice(self, line: Line, role: str) -> None:
        key = (line.person.pk, line.unit.pk, role)
        if key in self.seen:
            raise Misfit("role", f"{line.person} đã có vai trò này ở dòng khác của tệp. Bỏ một dòng.")
        self.seen.add(key)

    def refuse_other_login(self, line: Line, typed: str | None) -> None:
        if line.found and typed and typed.lower() != line.found.username.lower():
            sentence = f"“{typed}”: {line.person} đã có tài khoản {line.found.username}. Để trống ô này."
            raise Misfit("username", sentence)

    def free_login(self, full_name: str) -> str:
        name, number = login_of(full_name), 1
        while (found := f"{name}{number if number > 1 else ''}") in self.logins:
            number += 1
        return found

    def write(self, line: Line, before: Line | None) -> None:
        account = self.kept(line, before) if before else self.opened(line)
        if not (before and before.values["role"]):
            with blamed("since"):
                grant(account, line.unit, line.values["role"], line.values["since"] or self.on, by=self.by)

    def opened(self, line: Line) -> User:
        values = line.values
        account = User(
            username=User.normalize_username(values["username"]),
            full_name=line.person.full_name,
            email=values["email"] or "",
            person=line.person,
        )
        refuse_bad(account, "username", BAD_LOGIN)
        refuse_bad(account, "email", BAD_ADDRESS)
        if account.username.lower() in self.logins:
            raise Misfit("username", f"Tên đăng nhập “{account.username}” đã có người dùng. Ghi tên khác.")
        open_account(account, by=self.by)
        self.accounts[line.person.pk] = account
        self.logins.add(account.username.lower())
        self.made.append(account.pk)
        return account

    def kept(self, line: Line, before: Line) -> User:
        """The account that is there, its address as the row says."""
        account = before.found
        if not account.is_active:
            raise Misfit(
                "full_name", f"Tài khoản {account.username} đang khóa. Mở khóa trước khi giao vai trò."
            )
        if line.values["email"] != before.values["email"]:
            account.email = line.values["email"]
            refuse_bad(account, "email", BAD_ADDRESS)
            correct_account(account, fields={"email": "thư điện tử"}, by=self.by)
        return account


def may(user, on) -> bool:
    return user.has_perm("units.add_user")


ACCOUNTS = ListKind(
    "accounts",
    "Tài khoản",
    COLUMNS,
    AccountList,
    may,
    "Mỗi dòng một vai trò của một người đã có; nhập xong thì in phiếu hoặc gửi thư để họ tự đặt mật khẩu.",
    asks_proof=True,
)
