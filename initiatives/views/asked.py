"""What a page of initiatives is about: rows that the reader may see, else 404."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from initiatives.models import Initiative
from thiduakt.clock import today

RELATED = ("campaign", "unit", "office", "created_by", "item__session__council", "sheet", "decision")


def visible(request: HttpRequest):
    return Initiative.objects.visible_to(request.user, today())


def initiative_of(request: HttpRequest, pk: int) -> Initiative:
    rows = visible(request).select_related(*RELATED).prefetch_related("authors__person")
    return get_object_or_404(rows, pk=pk)


def posted(request: HttpRequest):
    """The data of a POST, be it empty; None for a GET, so that a fresh form shows no errors."""
    return request.POST if request.method == "POST" else None
