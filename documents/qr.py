"""The square that leads from a sheet in the hand to the public check of the paper."""

from django.conf import settings
from django.urls import reverse

from units.accounts.pictures import qr


def check_address(code: str) -> str:
    return settings.SITE_URL.rstrip("/") + reverse("lookup_code", args=[code])


def check_square(code: str) -> str:
    """An image as a data address."""
    return qr(check_address(code))
