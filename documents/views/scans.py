"""Scans of signed decisions on the organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from documents.files import attachment
from documents.models import ActScan
from thiduakt.clock import today
from units.models import UnitAct


@require_safe
def act_scan(request: HttpRequest, pk: int) -> HttpResponse:
    """The signed decision of an act of organisation, to those who see the act."""
    acts = UnitAct.objects.visible_to(request.user, today())
    scan = get_object_or_404(ActScan.objects.filter(act__in=acts).select_related("file"), act=pk)
    return attachment(scan.file, inline=True)
