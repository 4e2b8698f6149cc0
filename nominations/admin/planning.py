"""What a bulk step would do now: who goes, who stays and why."""

from nominations.models import DossierStage
from nominations.services.proposing import preview
from thiduakt.errors import without

# The session is chosen in the form below the preview.
ASKED_IN_FORM = "Chọn phiên họp của Hội đồng."


def plan_stages(stages: list[DossierStage], action: str, *, by) -> tuple[list, list]:
    """([stages that would go], [(stage, [sentence])])."""
    _, staying = preview([stage.dossier for stage in stages], action, by=by)
    why = {dossier.pk: without(reasons, "session_planned") for dossier, reasons in staying}
    going = [stage for stage in stages if not why.get(stage.dossier_id)]
    skipped = [(stage, why[stage.dossier_id]) for stage in stages if why.get(stage.dossier_id)]
    return going, skipped
