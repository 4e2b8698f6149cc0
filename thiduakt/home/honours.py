"""/vinh-danh/: the public page of honour of a plan: names, units and awards, nothing else."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from campaigns.models import Campaign
from nominations.facts.honours import honoured


@never_cache
@login_not_required
@require_safe
def honours(request: HttpRequest, pk: int) -> HttpResponse:
    """What offices chose to show; a plan of which none did is not there."""
    campaign = get_object_or_404(Campaign.objects.only("title", "year"), pk=pk)
    groups = honoured(campaign)
    if not groups:
        raise Http404
    return render(request, "home/honours.html", {"title": campaign.title, "groups": groups})
