"""A person at the site without a screen: follows links by their words, presses buttons by theirs.

Nothing is sent that the page does not offer, so a missing button or field fails the test. The token
against forged requests is checked as it is for everybody.
"""

from io import BytesIO
from urllib.parse import urldefrag, urljoin

from django.test import Client
from pypdf import PdfReader

from thiduakt.management.demo.accounts import PASSWORD

from .markup import Button, Control, Form, Link, Page


class Browser:
    def __init__(self):
        self.client = Client(enforce_csrf_checks=True)
        self.url = "/"
        self.status = 0
        self.page = Page("")
        self.last_sent: tuple[str, dict] = ("", {})

    def open(self, url: str, *, expect: int = 200) -> "Browser":
        return self.arrived(self.client.get(self.there(url), follow=True), expect)

    def follow(self, words: str, *, to: str = "") -> "Browser":
        """The first link with these words, and where several have them `to` that part of the site."""
        return self.open(self.link(words, to).href)

    def press(self, words: str, *, expect: int = 200, inside: str = "", **filled) -> "Browser":
        """Press the button with these words, having filled in fields by name.

        `inside` is a part of the form's address, where several forms have such a button.
        """
        form, button = self.button(words, inside)
        data = sent(form, button, filled)
        if form.method != "post":
            return self.arrived(self.client.get(self.there(form.action), data, follow=True), expect)
        return self.send(self.there(button.action or form.action), data, expect)

    def again(self) -> "Browser":
        """The last form once more, as a double click or a page gone back to sends it.

        Where it leads back to the page one is on, that page is not opened once more.
        """
        url, data = self.last_sent
        answer = self.client.post(url, data)
        if answer.status_code != 302:
            return self.arrived(answer, 200)
        there = self.there(answer["Location"])
        return self if there == self.url else self.open(there)

    def send(self, url: str, data: dict, expect: int) -> "Browser":
        self.last_sent = (url, data)
        return self.arrived(self.client.post(url, data, follow=True), expect)

    def pdf(self, words: str) -> PdfReader:
        """The PDF behind a link."""
        answer = self.client.get(self.there(self.link(words).href))
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
        content = answer.getvalue() if answer.streaming else answer.content
        return PdfReader(BytesIO(content))

    def status_of(self, url: str) -> int:
        """What one gets in the end, after all that it leads to."""
        return self.client.get(url, follow=True).status_code

    def login(self, username: str) -> "Browser":
        self.open("/dang-nhap/")
        self.press("Đăng nhập", username=username, password=PASSWORD)
        assert self.says("Đăng xuất") or self.button("Đăng xuất"), f"{username} could not log in"
        assert self.url == "/"
        return self

    def says(self, text: str) -> bool:
        return text in self.page.text

    def must_say(self, *texts: str) -> "Browser":
        missing = [text for text in texts if not self.says(text)]
        assert missing == [], f"{self.url} does not say {missing}: {self.page.text[:3000]}"
        return self

    def link(self, words: str, to: str = "") -> Link:
        found = [x for x in self.page.links if (words in x.text or words in x.said) and to in x.href]
        assert found, f"{self.url} has no link “{words}”: {[link.text for link in self.page.links]}"
        return found[0]

    def options(self, field: str) -> list[str]:
        """The words that a list offers."""
        controls = [control for form in self.page.forms for control in form.named(field)]
        return [option.label for control in controls for option in control.options]

    def button(self, words: str, inside: str = "") -> tuple[Form, Button]:
        found = [
            (form, button)
            for form in self.page.forms
            if inside in form.action
            for button in form.buttons
            if button.text == words
        ]
        offered = [button.text for form in self.page.forms for button in form.buttons]
        assert found, f"{self.url} has no button “{words}”: {offered}; it says {self.page.text[:2000]}"
        return found[0]

    def offers(self, words: str) -> bool:
        return any(button.text == words for form in self.page.forms for button in form.buttons)

    def there(self, url: str) -> str:
        return urldefrag(urljoin(self.url, url)).url

    def arrived(self, answer, expect: int | None) -> "Browser":
        """Take the answer in; `expect` is the status it must have, None for any."""
        path = answer.request["PATH_INFO"]
        query = answer.request["QUERY_STRING"]
        self.url = f"{path}?{query}" if query else path
        self.status = answer.status_code
        is_page = "text/html" in answer.get("Content-Type", "")
        self.page = Page(answer.content.decode() if is_page else "")
        assert expect in (None, self.status), f"{self.url}: {self.status}, {self.page.text[:2000]}"
        return self


def sent(form: Form, button: Button, filled: dict) -> dict[str, list[str]]:
    data = form.data()
    for name, value in filled.items():
        controls = form.named(name)
        assert controls, f"no field {name} among {[control.name for control in form.controls]}"
        data[name] = [allowed(controls, one) for one in (value if isinstance(value, list) else [value])]
    if button.name:
        data[button.name] = [button.value]
    return data


def allowed(controls: list[Control], value):
    """The value as it may be chosen; of a list also by the words of the option; a file as it is."""
    first = controls[0]
    if first.kind == "file":
        return value
    if first.kind == "select":
        found = [option.value for option in first.options if value in (option.value, option.label)]
    elif first.kind in ("checkbox", "radio"):
        found = [control.value for control in controls if control.value == str(value)]
    else:
        found = [str(value)]
    assert found, f"{first.name} does not offer {value}: {[option.label for option in first.options]}"
    return found[0]
