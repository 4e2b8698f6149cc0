"""The number of SQL queries of a request, counted in this process, after one that warms up."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from units.models import User


class Counter:
    """One reader at the test client; sessions and the account are part of the count."""

    def __init__(self, username: str):
        self.client = Client(SERVER_NAME="127.0.0.1")
        self.client.force_login(User.objects.get(username=username))

    def get(self, path: str) -> int:
        self.client.get(path)
        return self.count("get", path, 200)

    def post(self, path: str) -> int:
        return self.count("post", path, 302)

    def count(self, method: str, path: str, expected: int) -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            response = getattr(self.client, method)(path)
            response.close()
        if response.status_code != expected:
            raise RuntimeError(f"{method} {path}: {response.status_code} instead of {expected}")
        return len(caught)
