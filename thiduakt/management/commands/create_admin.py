"""The first account of a new installation: an administrator of the office that runs it."""

import datetime as dt
import getpass
import os

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from thiduakt.clock import today
from thiduakt.door import change
from units.enums import Role, UnitKind
from units.models import Unit, User
from units.services import create_unit, grant

# The first day of government on two levels, without districts.
COMMUNES_SINCE = dt.date(2025, 7, 1)


class Command(BaseCommand):
    help = "Lập tài khoản quản trị đầu tiên; đơn vị chưa có thì lập luôn. Mật khẩu hỏi khi chạy."

    def add_arguments(self, parser):
        parser.add_argument("username", help="tên đăng nhập")
        parser.add_argument("full_name", help="họ và tên")
        parser.add_argument("--unit", required=True, metavar="MÃ", help="mã đơn vị, ví dụ NINHPHUOC")
        parser.add_argument("--unit-name", default="", help="tên đầy đủ, khi đơn vị chưa có")
        parser.add_argument("--kind", default=UnitKind.XA, choices=UnitKind.values, help="loại đơn vị")
        parser.add_argument(
            "--since",
            type=day,
            metavar="NGÀY",
            help="đơn vị có từ ngày nào, ví dụ 01/07/2025; mặc định hôm nay",
        )
        parser.add_argument("--symbol", default="", help="ký hiệu trong số văn bản, ví dụ UBND")
        parser.add_argument("--head", default="Chủ tịch", help="chức danh người đứng đầu")
        parser.add_argument("--place", default="", help="địa danh ghi trên văn bản")

    def handle(self, username: str, full_name: str, **options):
        if User.objects.filter(username=username).exists():
            raise CommandError(f"Đã có tài khoản {username}.")
        password = os.environ.get("THIDUAKT_ADMIN_PASSWORD") or getpass.getpass("Mật khẩu: ")
        try:
            validate_password(password)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        user = create(username, full_name, password, options)
        self.stdout.write(f"Đã lập tài khoản quản trị {user.username}, {user.role_line}.")
        since = Unit.objects.get(code=options["unit"]).valid_from
        self.stdout.write(f"Đơn vị {options['unit']} ghi có từ ngày {since:%d/%m/%Y}.")


def day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%d/%m/%Y").date()


def commune_day(kind: str) -> dt.date:
    """Today, but for a commune: the communes of today began together."""
    return COMMUNES_SINCE if kind == UnitKind.XA else today()


@change
def create(username: str, full_name: str, password: str, options: dict) -> User:
    unit = Unit.objects.filter(code=options["unit"]).first() or new_unit(options)
    user = User.objects.create_user(username, password, full_name=full_name)
    grant(user, unit, Role.ADMIN, today())
    return user


def new_unit(options: dict) -> Unit:
    name = options["unit_name"]
    if not name:
        raise CommandError(f"Chưa có đơn vị mã {options['unit']}: ghi thêm --unit-name để lập.")
    return create_unit(
        code=options["unit"],
        name=name,
        short_name=name.replace("Ủy ban nhân dân", "UBND"),
        kind=options["kind"],
        symbol=options["symbol"],
        place_name=options["place"],
        head_title=options["head"],
        valid_from=options["since"] or commune_day(options["kind"]),
    )
