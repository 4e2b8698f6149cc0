"""What is looked at on every page that the e2e tests come by."""

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
# Without `preload`: fetching style sheets again would resolve the admin's imports against the page.
RULES = {
    "preload": False,
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"],
}
# The widest element of the page that sticks out, for the message.
TOO_WIDE = """() => {
  const limit = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= limit) { return ""; }
  const sticksOut = (e) => e.getBoundingClientRect().right > limit + 1;
  const wide = [...document.querySelectorAll("body *")].filter(sticksOut);
  return wide.slice(-3).map((e) => e.outerHTML.slice(0, 160)).join(" | ") || "something";
}"""


def fits(page) -> None:
    """Nothing makes the page scroll sideways."""
    sticking_out = page.evaluate(TOO_WIDE)
    assert sticking_out == "", f"{page.url} at {page.viewport_size['width']} px: {sticking_out}"


def is_accessible(page) -> None:
    """No violation that axe-core finds."""
    found = AXE.run(page, options=RULES).response["violations"]
    said = [(one["id"], [node["target"] for node in one["nodes"]][:4]) for one in found]
    assert said == [], f"{page.url}: {said}"


def look(page) -> None:
    fits(page)
    is_accessible(page)
