"""What a browser says of itself, in words its owner recognises."""

from django import template

register = template.Library()

# The first that is found; each says that it is the ones after it too.
BROWSERS = (
    ("coc_coc", "Cốc Cốc"),
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


@register.filter
def browser_name(agent: str) -> str:
    """`Chrome trên Windows`; of one that is not known `Trình duyệt khác`."""
    browser = found(agent, BROWSERS) or "Trình duyệt khác"
    system = found(agent, SYSTEMS)
    return f"{browser} trên {system}" if system else browser


def found(agent: str, known: tuple[tuple[str, str], ...]) -> str:
    return next((name for mark, name in known if mark in agent), "")
