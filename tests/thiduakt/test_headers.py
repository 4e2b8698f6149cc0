"""Every answer of the site carries the headers: pages, errors, redirects, files, the back office."""

import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.urls import include, path

from documents.files import pdf_response
from thiduakt.clock import today
from units.models import Membership, Unit, User

pytestmark = [pytest.mark.page, pytest.mark.django_db]

FAULTS = {400: SuspiciousOperation(), 403: PermissionDenied(), 500: RuntimeError("an error of ours")}
UNUSED = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=()"
)
EXPECTED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": f"{UNUSED}, payment=(), usb=()",
}


@login_not_required
def fault(request, status):
    raise FAULTS[status]


@login_not_required
def paper(request):
    return pdf_response(b"%PDF-", "a.pdf")


urlpatterns = [
    path("thu/loi/<int:status>/", fault),
    path("thu/pdf/", paper),
    path("", include("thiduakt.urls")),
]


def kept(response) -> dict:
    return {name: response.get(name) for name in EXPECTED}


def directives(response) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


def whole(response) -> bool:
    """No inline script or style, no foreign frame, nothing kept."""
    policy = directives(response)
    return (
        "unsafe" not in response["Content-Security-Policy"]
        and policy["default-src"] in ("'self'", "'none'")
        and policy["base-uri"] == policy["frame-ancestors"] == "'none'"
        and "no-store" in response["Cache-Control"]
    )


@pytest.fixture
def admin_client(client):
    unit = Unit.objects.create(code="a", name="A", short_name="A", kind="xa", valid_from=today())
    user = User.objects.create_user("phat", full_name="Nguyễn Tấn Phát")
    Membership.objects.create(user=user, unit=unit, role="admin", since=today())
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/dang-nhap/", 200),
        ("/", 302),
        ("/tra-cuu/khong-co-ma-nay/", 404),
        ("/healthz", 200),
        ("/khong-co/", 404),
    ],
)
def test_headers_of_what_a_stranger_gets(client, address, status):
    response = client.get(address)
    assert (response.status_code, kept(response), whole(response)) == (status, EXPECTED, True)


@pytest.mark.parametrize("status", FAULTS)
@pytest.mark.urls(__name__)
def test_headers_of_errors(client, status):
    client.raise_request_exception = False
    response = client.get(f"/thu/loi/{status}/")
    assert (response.status_code, kept(response), whole(response)) == (status, EXPECTED, True)


def test_headers_of_an_unknown_host(client):
    response = client.get("/dang-nhap/", HTTP_HOST="ke-xau.example")
    assert (response.status_code, kept(response), whole(response)) == (400, EXPECTED, True)


@pytest.mark.parametrize("address", ["/quan-tri/", "/quan-tri/units/user/", "/quan-tri/units/user/add/"])
def test_headers_of_the_back_office(admin_client, address):
    response = admin_client.get(address)
    assert (response.status_code, kept(response), whole(response)) == (200, EXPECTED, True)


@pytest.mark.urls(__name__)
def test_paper_may_stand_in_a_page_of_ours_only(client):
    response = client.get("/thu/pdf/")
    assert kept(response) == EXPECTED | {"X-Frame-Options": "SAMEORIGIN"}
    assert (directives(response)["frame-ancestors"], "unsafe" in response["Content-Security-Policy"]) == (
        "'self'",
        False,
    )
    assert "no-store" in response["Cache-Control"]


def test_pages_take_script_and_style_from_the_site_alone(client):
    policy = directives(client.get("/dang-nhap/"))
    assert (policy["script-src"], policy["style-src"], policy["object-src"]) == ("'self'", "'self'", "'none'")


def test_https_is_kept_for_a_year(client, settings):
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31_536_000, True
    response = client.get("/dang-nhap/", secure=True)
    assert response["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
