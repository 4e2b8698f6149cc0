"""One account with its password, and how it comes in."""

import pytest
from django.test import Client

from thiduakt.clock import today
from units.models import Membership, Unit, User

PASSWORD = "mua-thu-tren-song-Dinh-7"


@pytest.fixture
def unit():
    return Unit.objects.create(
        code="np", name="Ủy ban nhân dân xã Ninh Phước", short_name="UBND xã", kind="xa", valid_from=today()
    )


@pytest.fixture
def user():
    return User.objects.create_user("oanh", PASSWORD, full_name="Nguyễn Thị Kim Oanh", email="oanh@np.gov.vn")


@pytest.fixture
def admin(unit):
    made = User.objects.create_user("phat", PASSWORD, full_name="Nguyễn Tấn Phát")
    Membership.objects.create(user=made, unit=unit, role="admin", since=today())
    return made


@pytest.fixture
def sign_in():
    """sign_in(name, password=…, address=…) gives (client, response)."""

    def come(name: str = "oanh", password: str = PASSWORD, address: str = "10.0.0.1", agent: str = "Firefox"):
        client = Client(REMOTE_ADDR=address, HTTP_USER_AGENT=agent)
        return client, client.post("/dang-nhap/", {"username": name, "password": password})

    return come
