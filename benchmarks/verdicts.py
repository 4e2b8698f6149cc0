"""What the criteria say of 1,000 nominees at once, in this process: the table of the office."""

import time
from collections.abc import Iterator

from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.figures import Figure
from campaigns.enums import CampaignKind
from campaigns.models import Campaign
from nominations.facts import verdicts_of_all
from nominations.models import Dossier

DOSSIERS, TIMES = 1_000, 5
VERDICTS_MS, VERDICTS_QUERIES = 2_000, 15


def measure() -> Iterator[Figure]:
    campaign = Campaign.objects.get(issuer__code="XNP", kind=CampaignKind.THEMATIC)
    rows = Dossier.objects.filter(campaign=campaign).select_related("campaign__checklist", "campaign__parent")
    samples = []
    for _ in range(TIMES):
        dossiers = list(rows.order_by("pk")[:DOSSIERS])
        start = time.perf_counter()
        with CaptureQueriesContext(connection) as queries:
            verdicts_of_all(dossiers)
        samples.append((time.perf_counter() - start) * 1000)
    yield Figure(
        f"verdicts of {len(dossiers):,} dossiers",
        samples,
        goal=VERDICTS_MS,
        queries=len(queries),
        most_queries=VERDICTS_QUERIES,
    )
