"""What the dossiers say when a campaign is to be closed."""

from campaigns.models import Campaign
from nominations.enums import FINAL, PASSED_ON, RegistrationState, StageState
from nominations.models import DossierStage, Registration


def no_dossier_waits(campaign: Campaign) -> str | None:
    """A campaign is not closed over a dossier that was sent or that its unit decided to send."""
    stages = DossierStage.objects.filter(dossier__campaign=campaign)
    sent = stages.filter(level__gte=1).exclude(state__in=(*FINAL, *PASSED_ON)).count()
    if sent:
        return f"Còn {sent} hồ sơ đã gửi chưa có kết quả."
    decided = stages.filter(state=StageState.UNIT_PROPOSED).count()
    return f"Còn {decided} hồ sơ đơn vị đã đề nghị nhưng chưa gửi theo tờ trình." if decided else None


def left_behind(campaign: Campaign) -> list[str]:
    """What was begun and goes nowhere once the campaign is closed: drafts, registrations nobody took in."""
    at_home = (StageState.DRAFT, StageState.UNIT_CHANGES, StageState.SUBMITTED)
    stages = DossierStage.objects.filter(dossier__campaign=campaign, dossier__is_live=True, level=0)
    drafts = stages.filter(state__in=at_home).count()
    waiting = Registration.objects.filter(campaign=campaign, state=RegistrationState.SUBMITTED).count()
    said = [(drafts, "hồ sơ còn ở đơn vị, chưa gửi."), (waiting, "đăng ký chưa được tiếp nhận.")]
    return [f"{count} {words}" for count, words in said if count]
