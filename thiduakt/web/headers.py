"""Headers that every answer carries: pages, errors, redirects and downloads alike."""

from django.conf import settings

# What the site never asks a browser for.
UNUSED = "accelerometer camera display-capture geolocation gyroscope microphone midi payment usb".split()
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
    "X-Frame-Options": "DENY",
}
# For what is no page: a redirect, a plain text, an error before the page's own policy was added.
NOTHING_RUNS = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class HeadersMiddleware:
    """Outermost, so that an answer given by any other middleware has them too.

    Nothing is kept by browsers or on the way, personal data or not, unless a view says so itself; the
    static files have their own rule.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "private, no-store")
            response.headers.setdefault("Content-Security-Policy", NOTHING_RUNS)
        return response
