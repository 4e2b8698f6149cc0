"""What a page offers to a person: its words, its links, its forms with their labels and buttons."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

BUTTONS = {"submit", "image"}
UNSENT = {"button", "reset", "file"}


def plain(text: str) -> str:
    return " ".join(text.split())


@dataclass
class Link:
    """`said` is its name for those who hear the page, where that differs from its words."""

    href: str
    said: str = ""
    text: str = ""


@dataclass
class Control:
    """One field; `on` tells whether a checkbox, a radio button or an option is chosen."""

    name: str
    kind: str
    value: str = ""
    on: bool = True
    key: str = ""
    label: str = ""
    options: list["Control"] = field(default_factory=list)

    @property
    def sent(self) -> str | None:
        """What the browser would send; None for nothing."""
        if self.kind == "select":
            chosen = [option for option in self.options if option.on] or self.options[:1]
            return chosen[0].value if chosen else None
        return self.value if self.on else None


@dataclass
class Button:
    text: str
    name: str = ""
    value: str = ""
    action: str = ""


@dataclass
class Form:
    action: str
    method: str
    controls: list[Control] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)

    def named(self, name: str) -> list[Control]:
        return [control for control in self.controls if control.name == name]

    def names(self, prefix: str) -> list[str]:
        """Names of the fields that begin so, each once, as they stand on the page."""
        return list(dict.fromkeys(c.name for c in self.controls if c.name.startswith(prefix)))

    def labelled(self, text: str) -> Control:
        """The field whose label begins with the text."""
        found = [control for control in self.controls if control.label.startswith(text)]
        assert found, f"no field “{text}” among {[control.label for control in self.controls]}"
        return found[0]

    def data(self) -> dict[str, list[str]]:
        """What would be sent without touching anything."""
        sent: dict[str, list[str]] = {}
        for control in self.controls:
            if control.sent is not None and control.name and control.kind not in UNSENT:
                sent.setdefault(control.name, []).append(control.sent)
        return sent


class Page(HTMLParser):
    """A parsed answer. `text` is what can be read on it, white space made single."""

    def __init__(self, markup: str):
        super().__init__()
        self.links: list[Link] = []
        self.forms: list[Form] = []
        self.labels: list[tuple[str, str]] = []
        self.words: list[str] = []
        # What the words that come now also belong to.
        self.open: dict[str, list] = {}
        self.wrapped: list[Control] = []
        # Of the timeline: what was done and who did it, as it stands on the page.
        self.story: list[tuple[str, str]] = []
        self.feed(markup)
        self.close()
        self.name_fields()

    @property
    def text(self) -> str:
        return plain("".join(self.words))

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag in ("script", "style", "svg"):
            self.open.setdefault("mute", []).append(tag)
        starter = getattr(self, f"start_{tag}", None)
        if starter:
            starter(given)
        if tag not in ("a", "b", "span", "kbd", "strong", "u", "small"):
            self.words.append(" ")

    def handle_endtag(self, tag):
        if tag in ("script", "style", "svg") and self.open.get("mute"):
            self.open["mute"].pop()
        ender = getattr(self, f"end_{tag}", None)
        if ender and self.open.get(tag):
            ender(*self.open.pop(tag))

    def handle_data(self, data):
        if self.open.get("mute"):
            return
        self.words.append(data)
        for heard in self.open.values():
            if heard and heard[-1].__class__ is list:
                heard[-1].append(data)

    def start_a(self, given):
        if "href" in given:
            self.open["a"] = [Link(given["href"], given.get("aria-label", "")), []]

    def end_a(self, link, words):
        link.text = plain("".join(words))
        self.links.append(link)

    def start_form(self, given):
        self.forms.append(Form(given.get("action", ""), given.get("method", "get").lower()))
        self.open["form"] = [self.forms[-1]]

    def end_form(self, form):
        self.wrapped.clear()

    def start_label(self, given):
        self.wrapped.clear()
        self.open["label"] = [given.get("for", ""), []]

    def end_label(self, key, words):
        text = plain("".join(words))
        self.labels.append((key, text))
        for control in self.wrapped:
            control.label = text

    def add(self, control: Control):
        if self.open.get("form"):
            self.open["form"][0].controls.append(control)
            if self.open.get("label"):
                self.wrapped.append(control)

    def start_input(self, given):
        kind = given.get("type", "text")
        if kind in BUTTONS:
            self.add_button(Button(given.get("value", ""), *self.of_button(given)))
            return
        chosen = kind not in ("checkbox", "radio") or "checked" in given
        default = "on" if kind in ("checkbox", "radio") else ""
        value = given.get("value", default)
        self.add(Control(given.get("name", ""), kind, value, chosen, given.get("id", "")))

    def start_textarea(self, given):
        self.open["textarea"] = [given, []]

    def end_textarea(self, given, words):
        text = "".join(words).removeprefix("\n")
        self.add(Control(given.get("name", ""), "textarea", text, key=given.get("id", "")))

    def start_select(self, given):
        self.open["select"] = [Control(given.get("name", ""), "select", key=given.get("id", ""))]
        self.add(self.open["select"][0])

    def end_select(self, control):
        pass

    def start_option(self, given):
        if self.open.get("select"):
            option = Control("", "option", given.get("value", ""), "selected" in given)
            self.open["select"][0].options.append(option)
            self.open["option"] = [option, []]

    def end_option(self, option, words):
        option.label = plain("".join(words))

    def start_button(self, given):
        if given.get("type", "submit") == "submit":
            self.open["button"] = [Button("", *self.of_button(given)), []]

    def end_button(self, button, words):
        button.text = plain("".join(words))
        self.add_button(button)

    def start_ol(self, given):
        if given.get("class") == "story":
            self.open["ol"] = ["story"]

    def end_ol(self, kind):
        self.open.pop("told", None)

    def start_time(self, given):
        if self.open.get("ol"):
            self.open["time"] = [[]]

    def end_time(self, words):
        self.open["told"] = [[]]

    def start_small(self, given):
        if self.open.get("told"):
            said = plain("".join(self.open.pop("told")[0]))
            self.open["small"] = [said.split(": “")[0], []]

    def end_small(self, said, words):
        self.story.append((said, plain("".join(words))))

    def add_button(self, button: Button):
        if self.open.get("form"):
            self.open["form"][0].buttons.append(button)

    @staticmethod
    def of_button(given) -> tuple[str, str, str]:
        return given.get("name", ""), given.get("value", ""), given.get("formaction", "")

    def name_fields(self):
        """Labels that stand apart from their fields."""
        texts = {key: text for key, text in self.labels if key}
        for form in self.forms:
            for control in form.controls:
                control.label = texts.get(control.key, control.label)
