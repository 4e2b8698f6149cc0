"""What a page was asked: its form's data, if it was sent at all."""

from django.http import HttpRequest


def posted(request: HttpRequest):
    """The data of a POST, be it empty; None for a GET, so that a fresh form shows no errors."""
    return request.POST if request.method == "POST" else None
