"""One reader at the server: logs in through the form, keeps cookies, times whole answers."""

import http.client
import time
from http.cookies import SimpleCookie
from urllib.parse import urlencode

PATIENCE = 30


class Browser:
    """Each request opens its own connection, as gunicorn's sync workers close it anyway."""

    def __init__(self, port: int):
        self.port = port
        self.cookies: dict[str, str] = {}
        self.location = ""

    def get(self, path: str) -> float:
        """Milliseconds until the last byte of a page. Raises RuntimeError for anything but 200."""
        return self.timed("GET", path, {}, 200)

    def post(self, path: str, fields: dict | None = None) -> float:
        """Milliseconds until the answer to a form, which leads to `location`.

        Raises RuntimeError for anything but a redirect.
        """
        return self.timed("POST", path, fields or {}, 302)

    def log_in(self, username: str, password: str) -> None:
        self.get("/dang-nhap/")
        self.post("/dang-nhap/", {"username": username, "password": password, "next": ""})
        if "sessionid" not in self.cookies:
            raise RuntimeError(f"{username} could not log in")

    def timed(self, method: str, path: str, fields: dict, expected: int) -> float:
        token = {"csrfmiddlewaretoken": self.cookies.get("csrftoken", "")}
        body = urlencode(fields | token, doseq=True) if method == "POST" else None
        began = time.perf_counter()
        status = self.answer(method, path, body)
        spent = 1000 * (time.perf_counter() - began)
        if status != expected:
            raise RuntimeError(f"{method} {path}: {status} instead of {expected}")
        return spent

    def first_byte(self, path: str) -> float:
        """Milliseconds until a file begins to come. Raises RuntimeError for anything but 200."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        began = time.perf_counter()
        try:
            connection.request("GET", path, headers={"Cookie": self.cookie_line})
            response = connection.getresponse()
            response.read(1)
            spent = 1000 * (time.perf_counter() - began)
        finally:
            connection.close()
        if response.status != 200:
            raise RuntimeError(f"GET {path}: {response.status} instead of 200")
        return spent

    @property
    def cookie_line(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def answer(self, method: str, path: str, body: str | None) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": self.cookie_line}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            response.read()
        finally:
            connection.close()
        self.location = response.headers.get("Location", "")
        self.keep(response.headers.get_all("Set-Cookie") or [])
        return response.status

    def keep(self, lines: list[str]) -> None:
        for line in lines:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
