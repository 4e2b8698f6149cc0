"""The places of a plan under many who ask at once: a thousand times, and never one too many."""

import time
from collections.abc import Iterator

from benchmarks.figures import Figure
from campaigns.models import Campaign
from nominations.models import Dossier
from tests.races.contest import PLACES, TAKERS, Contest, approved_rows, race
from units.models import Person, User

SEEDS, HEAD, HOST = 1_000, "hanh", "127.0.0.1"


def measure() -> Iterator[Figure]:
    """Raises SystemExit when a place was given twice."""
    campaign = Campaign.objects.get(issuer__code="XNP", kind="thematic")
    like = Dossier.objects.filter(campaign=campaign, group="individual").order_by("pk").first()
    pool = campaign.quota_set.get(group="individual", awards=like.award_type)
    Person.objects.bulk_create(
        Person(full_name=f"Người Thứ {n}", category="cong_chuc") for n in range(TAKERS)
    )
    people = list(Person.objects.order_by("-pk")[:TAKERS])
    common = {"award_type": like.award_type, "unit": like.unit, "created_by": like.created_by}
    rows = approved_rows(campaign, people, **common)
    start = time.perf_counter()
    contest = Contest(campaign, pool, rows, User.objects.get(username=HEAD), host=HOST)
    wrong = [taken for taken in race(contest, range(SEEDS)) if taken != (PLACES, PLACES)]
    if wrong:
        raise SystemExit(f"{len(wrong)} of {SEEDS} races gave other than {PLACES} places: {wrong[:5]}")
    each = (time.perf_counter() - start) * 1000 / SEEDS
    yield Figure(f"{TAKERS} ask for {PLACES} places, {SEEDS:,} races: each", [each])
