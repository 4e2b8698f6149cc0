"""Many dossiers read at once: what rules and lists look at, from a number of queries that stays the same."""

from django.db.models import Prefetch, prefetch_related_objects

from campaigns.models import Deadline, PartRequirement, TargetGroup
from criteria.models import Criterion
from nominations.models import Dossier, DossierPart, DossierStage
from units.models import Appointment

from .law import Law
from .records import Records

TARGETS = Prefetch("campaign__targetgroup_set", TargetGroup.objects.select_related("clause__campaign"))
PAPERS = Prefetch("campaign__partrequirement_set", PartRequirement.objects.select_related("clause__campaign"))
POSTS = Prefetch("person__appointments", Appointment.objects.select_related("unit"))

WITH = (
    Prefetch("stages", DossierStage.objects.select_related("item__session", "decision", "unit")),
    "stages__assessments",
    Prefetch("parts", DossierPart.objects.select_related("file", "requirement", "checked_by")),
    TARGETS,
    Prefetch("campaign__deadline_set", Deadline.objects.select_related("clause__campaign")),
    PAPERS,
    Prefetch(
        "campaign__checklist__criteria",
        Criterion.objects.select_related("clause_link__clause__campaign"),
    ),
    POSTS,
    "person__holds",
    "collective__holds",
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


# What the page of one dossier asks for more than once.
OF_ONE = (Prefetch("stages", DossierStage.objects.select_related("unit")), TARGETS, POSTS)


def together(dossiers: list[Dossier]) -> list[Dossier]:
    """The same dossiers with all this beside them. For reading only: what is written later is not seen."""
    records, law = Records(dossiers), Law(dossiers)
    prefetch_related_objects(dossiers, *WITH)
    if any(dossier.campaign.parent_id for dossier in dossiers):
        prefetch_related_objects(dossiers, *ABOVE)
    for dossier in dossiers:
        dossier.records, dossier.law = records, law
    return dossiers


def apart(dossiers: list[Dossier]) -> None:
    """What was read together is forgotten: from here on each shows what is written of it."""
    for dossier in dossiers:
        for kept in ("_prefetched_objects_cache", "records", "law"):
            vars(dossier).pop(kept, None)


def read_once(dossier: Dossier, *also: Prefetch) -> Dossier:
    """One dossier whose page asks several times: what rules look at is read once. For reading only."""
    dossier.records, dossier.law = Records([dossier]), Law([dossier])
    prefetch_related_objects([dossier], *OF_ONE, *also)
    return dossier
