"""What the dossiers say when a campaign is to be closed."""

from campaigns.models import Campaign
from nominations.enums import FINAL, PASSED_ON
from nominations.models import DossierStage


def no_dossier_waits(campaign: Campaign) -> str | None:
    """A campaign with a dossier that was sent and has no result yet is not closed."""
    waiting = DossierStage.objects.filter(dossier__campaign=campaign, level__gte=1)
    count = waiting.exclude(state__in=(*FINAL, *PASSED_ON)).count()
    return f"Còn {count} hồ sơ đã gửi chưa có kết quả." if count else None
