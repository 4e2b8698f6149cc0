"""The last request for a supplement on the appraisal page: each point, what changed, whether it is done."""

from nominations.enums import PointState
from nominations.facts.supplements import ANSWERED_IN, about, answers, points_of
from nominations.models import DossierStage

from .marks import POINT, POINT_NOTE, Overlay

POINT_CHOICES = (
    (PointState.DONE.value, "Đã xong", "J", "is-ok"),
    (PointState.NOT_DONE.value, "Chưa xong", "L", "is-bad"),
)


def points_context(stage: DossierStage, typed: Overlay) -> dict:
    """{"points", "answered", "point_choices"}; one query more where something was asked."""
    points = points_of(stage)
    parts = sealed_versions(stage) if points else []
    return {
        "points": [
            {
                "point": point,
                "about": about(point),
                "answers": answers(point, parts),
                "state": typed.get(f"{POINT}{point.pk}", point.state),
                "note": typed.get(f"{POINT_NOTE}{point.pk}", point.note),
            }
            for point in points
        ],
        "answered": stage.state in ANSWERED_IN,
        "point_choices": POINT_CHOICES,
    }


def sealed_versions(stage: DossierStage) -> list:
    return list(stage.dossier.parts.filter(sealed_at__isnull=False).select_related("requirement", "file"))
