"""The frame around the content: menu, who is there, the clock."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject

from thiduakt.clock import database_now

NAV = (
    ("inbox", "Việc cần làm"),
    ("campaigns:list", "Kế hoạch"),
    ("nominations:registrations", "Đăng ký"),
    ("initiatives:list", "Sáng kiến"),
    ("nominations:dossiers", "Hồ sơ"),
    ("nominations:submissions", "Tờ trình"),
    ("councils:list", "Hội đồng"),
    ("nominations:awards", "Khen thưởng"),
    ("documents:list", "Văn bản"),
    ("criteria:start", "Số liệu"),
    ("units:tree", "Đơn vị"),
)


def shell(request: HttpRequest) -> dict:
    """Context processor: `nav`, `role_line`, `system_now` (the database's clock), `site_owner`."""
    user = getattr(request, "user", None)
    known = bool(user and user.is_authenticated)
    return {
        "nav": nav_items(request) if known else [],
        "role_line": SimpleLazyObject(lambda: str(getattr(user, "role_line", "")) if known else ""),
        "system_now": SimpleLazyObject(database_now),
        "site_owner": getattr(settings, "SITE_OWNER", ""),
    }


def nav_items(request: HttpRequest) -> list[dict]:
    """The main menu: `name`, `label`, `url`, `current`."""
    items = [(name, label, url_or_blank(name)) for name, label in NAV]
    return [
        {"name": name, "label": label, "url": url, "current": is_current(url, request.path)}
        for name, label, url in items
        if url
    ]


def url_or_blank(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def is_current(url: str, path: str) -> bool:
    """The start page is current only on itself, a section on every page below it."""
    return path == url if url == "/" else path.startswith(url)
