"""The demonstration with 10,000 dossiers more, and the rows that are opened and moved."""

from dataclasses import dataclass

from django.core.management import call_command
from django.db import connection

from campaigns.enums import CampaignKind
from campaigns.models import Campaign
from nominations.enums import StageState
from nominations.models import Dossier, DossierStage
from thiduakt.clock import today
from thiduakt.management.demo.seed import seed
from units.models import Unit

DOSSIERS = 10_000
OFFICER, CLERK, CLERK_UNIT = "bao", "oanh", "XNP-KT"


@dataclass(frozen=True)
class Sample:
    """Keys, taken evenly from the whole: `stages` are open at the office, `dossiers` the clerk's."""

    campaign: int
    listed: int
    stages: list[int]
    dossiers: list[int]
    arrived: list[int]


def load() -> None:
    """An empty database becomes the demonstration and what is measured."""
    if connection.vendor != "postgresql":
        raise SystemExit("The figures are PostgreSQL's: run `make bench`.")
    call_command("migrate", verbosity=0)
    for line in seed(today(), scale=DOSSIERS):
        print(f"  {line}", flush=True)
    # The throwaway server has no autovacuum, which would do this in the first minute of a real one.
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def sample(size: int, steps: int) -> Sample:
    campaign = Campaign.objects.get(issuer__code="XNP", kind=CampaignKind.THEMATIC)
    stages = DossierStage.objects.filter(dossier__campaign=campaign, level=1).order_by("pk")
    mine = Dossier.objects.filter(campaign=campaign, unit=Unit.objects.get(code=CLERK_UNIT)).order_by("pk")
    by_bulk = stages.filter(state=StageState.ARRIVED, dossier__created_by__is_active=False)
    return Sample(
        campaign=campaign.pk,
        listed=stages.count(),
        stages=spread(stages, size),
        dossiers=spread(mine, size),
        arrived=spread(by_bulk, steps),
    )


def spread(rows, size: int) -> list[int]:
    """`size` keys at even distances. Raises SystemExit when there are not as many."""
    keys = list(rows.values_list("pk", flat=True))
    if len(keys) < size:
        raise SystemExit(f"{len(keys)} rows where {size} are wanted")
    return [keys[place * len(keys) // size] for place in range(size)]


def received(stages: list[int]) -> int:
    return DossierStage.objects.filter(pk__in=stages, state=StageState.RECEIVED).count()
