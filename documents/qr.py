"""The square that leads from a sheet in the hand to the public check of the paper."""

import functools

import segno
from django.conf import settings
from django.urls import reverse

MEDIUM = "m"  # readable with 15 % of it soiled


def check_address(code: str) -> str:
    return settings.SITE_URL.rstrip("/") + reverse("lookup_code", args=[code])


@functools.lru_cache(maxsize=512)
def qr_image(address: str) -> str:
    """An SVG as a data address; plain black, no library of the page's own."""
    return segno.make(address, error=MEDIUM, micro=False).svg_data_uri(border=0, xmldecl=False, svgns=True)
