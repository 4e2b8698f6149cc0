"""Where a request comes from, as far as it can be believed."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The address that our own outermost proxy saw; None when there is none.

    X-Forwarded-For grows to the right: only the last PROXY_COUNT entries are written by proxies of ours,
    what stands before them is whatever the client sent.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if hops := settings.PROXY_COUNT:
        chain = request.headers.get("X-Forwarded-For", "").split(",")
        address = chain[-hops] if len(chain) >= hops else address
    return as_address(address)


def as_address(text: str) -> str | None:
    try:
        return str(ipaddress.ip_address(text.strip()))
    except ValueError:
        return None


def seen_from(request: HttpRequest) -> dict:
    """{"address", "agent"} as the log of access keeps them."""
    return {"address": client_address(request), "agent": request.headers.get("User-Agent", "")[:200]}
