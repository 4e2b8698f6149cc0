"""What the tests of the pages of units share."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse


def url(name: str, *args) -> str:
    return reverse(f"units:{name}", args=args)


def text(response) -> str:
    return response.content.decode().replace("\u00a0", " ")


def queries(client, address: str) -> int:
    """Of a page that was opened once before."""
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)
