"""What a unit would leave behind if it closed: nominations without a result, letters not sent."""

from campaigns.enums import CampaignState
from campaigns.models import Campaign
from nominations.enums import FINAL, RegistrationState, SubmissionState
from nominations.models import DossierStage, Registration, Submission

# Plans that are written, that run, or whose dossiers go on.
GOING = (CampaignState.DRAFT, CampaignState.CHECKED, CampaignState.LAUNCHED, CampaignState.REPLACED)
OPEN_REGISTRATIONS = (
    RegistrationState.DRAFT,
    RegistrationState.SUBMITTED,
    RegistrationState.CHANGES_REQUESTED,
)


def open_work(units: list) -> list[dict]:
    """[{"what", "name", "url"}]: plans, dossiers and registrations without a result, letters in draft."""
    stages = DossierStage.objects.current().filter(dossier__unit__in=units).exclude(state__in=FINAL)
    stages = stages.select_related("dossier__person", "dossier__collective").order_by("dossier")
    registrations = Registration.objects.filter(unit__in=units, state__in=OPEN_REGISTRATIONS)
    letters = Submission.objects.filter(unit__in=units, state=SubmissionState.DRAFT)
    plans = Campaign.objects.filter(issuer__in=units, state__in=GOING).order_by("pk")
    return [
        *(line(f"Kế hoạch {plan.reference}".strip(), plan.title, plan) for plan in plans),
        *(line(f"Hồ sơ {stage.dossier.code}", stage.dossier.nominee_name, stage.dossier) for stage in stages),
        *(
            line("Đăng ký thi đua", row.nominee_name, row)
            for row in registrations.select_related("person", "collective").order_by("pk")
        ),
        *(
            line(letter_word(row), row.campaign.title, row)
            for row in letters.select_related("campaign").order_by("pk")
        ),
    ]


def letter_word(letter: Submission) -> str:
    return "Danh sách đăng ký đang soạn" if letter.of_registrations else "Tờ trình đang soạn"


def line(what: str, name: str, row) -> dict:
    return {"what": what, "name": name, "url": row.get_absolute_url()}
