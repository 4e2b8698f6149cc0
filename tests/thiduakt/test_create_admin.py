import pytest
from django.core.management import CommandError, call_command

from units.models import Unit, User

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

UNIT = {"unit": "NP", "unit_name": "Ủy ban nhân dân xã Ninh Phước", "symbol": "UBND"}


@pytest.fixture(autouse=True)
def password(monkeypatch):
    monkeypatch.setenv("THIDUAKT_ADMIN_PASSWORD", "mua-thu-nam-2026")


def test_first_admin_and_his_unit():
    call_command("create_admin", "phat", "Nguyễn Tấn Phát", **UNIT)
    user = User.objects.get(username="phat")
    assert (user.is_staff, user.has_perm("units.add_user")) == (True, True)
    assert user.role_line == "Quản trị, UBND xã Ninh Phước"


def test_second_of_the_same_name_is_refused():
    call_command("create_admin", "phat", "Nguyễn Tấn Phát", **UNIT)
    with pytest.raises(CommandError, match="Đã có tài khoản phat"):
        call_command("create_admin", "phat", "Người khác", **UNIT)


def test_weak_password_leaves_nothing(monkeypatch):
    monkeypatch.setenv("THIDUAKT_ADMIN_PASSWORD", "12345")
    with pytest.raises(CommandError):
        call_command("create_admin", "phat", "Nguyễn Tấn Phát", **UNIT)
    assert (User.objects.count(), Unit.objects.count()) == (0, 0)


def test_unknown_unit_without_a_name_is_refused():
    with pytest.raises(CommandError, match="Chưa có đơn vị mã XX"):
        call_command("create_admin", "phat", "Nguyễn Tấn Phát", unit="XX")
    assert User.objects.count() == 0
