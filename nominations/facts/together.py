"""Many dossiers read at once: what rules and lists look at, from a number of queries that stays the same."""

from django.db.models import Prefetch, prefetch_related_objects

from campaigns.models import Deadline, PartRequirement
from criteria.models import Criterion, Fact, IndicatorScore
from nominations.models import Dossier, DossierPart, DossierStage
from units.models import Appointment

WITH = (
    Prefetch("stages", DossierStage.objects.select_related("item__session", "decision", "unit")),
    "stages__assessments",
    Prefetch("parts", DossierPart.objects.select_related("file", "requirement", "checked_by")),
    Prefetch("campaign__deadline_set", Deadline.objects.select_related("clause__campaign")),
    Prefetch("campaign__partrequirement_set", PartRequirement.objects.select_related("clause__campaign")),
    Prefetch(
        "campaign__checklist__criteria",
        Criterion.objects.select_related("clause_link__clause__campaign"),
    ),
    Prefetch("person__appointments", Appointment.objects.select_related("unit")),
    Prefetch("person__facts", Fact.objects.select_related("kind")),
    Prefetch("collective__facts", Fact.objects.select_related("kind")),
    "person__holds",
    "collective__holds",
    "collective__headcounts",
    Prefetch("collective__scores", IndicatorScore.objects.select_related("indicator")),
    Prefetch("unit__scores", IndicatorScore.objects.select_related("indicator")),
)

# What a plan may take from the one it carries out.
ABOVE = (
    "campaign__inheritance_set",
    "campaign__parent__paper",
    Prefetch(
        "campaign__parent__partrequirement_set", PartRequirement.objects.select_related("clause__campaign")
    ),
    Prefetch(
        "campaign__parent__checklist__criteria",
        Criterion.objects.select_related("clause_link__clause__campaign"),
    ),
)


def together(dossiers: list[Dossier]) -> list[Dossier]:
    """The same dossiers with all this beside them. For reading only: what is written later is not seen."""
    prefetch_related_objects(dossiers, *WITH)
    if any(dossier.campaign.parent_id for dossier in dossiers):
        prefetch_related_objects(dossiers, *ABOVE)
    return dossiers


def rows(obj, name: str, *related: str) -> list:
    """All rows behind a related name: those fetched together, else asked for with what they point to."""
    manager = getattr(obj, name)
    here = name in getattr(obj, "_prefetched_objects_cache", {})
    return list(manager.select_related(*related) if related and not here else manager.all())
