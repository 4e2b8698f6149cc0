"""What a bulk step would do now: who goes, who stays and why; and what it asks for."""

from django import forms

from councils.enums import SessionState
from councils.models import CouncilSession
from nominations.models import DossierStage
from nominations.services.assigning import ASSIGN, may_take_on, why_not_assign
from nominations.services.proposing import preview
from thiduakt.clock import today
from thiduakt.errors import without

# The session is chosen in the form below the preview.
ASKED_IN_FORM = "Chọn phiên họp của Hội đồng."


def plan_stages(stages: list[DossierStage], action: str, *, by) -> tuple[list, list]:
    """([stages that would go], [(stage, [sentence])])."""
    if action == ASSIGN.action:
        on = today()
        return parted([(stage, why_not_assign(stage, by, on)) for stage in stages])
    _, staying = preview([stage.dossier for stage in stages], action, by=by)
    why = {dossier.pk: without(reasons, "session_planned") for dossier, reasons in staying}
    return parted([(stage, why.get(stage.dossier_id)) for stage in stages])


def parted(checked: list[tuple]) -> tuple[list, list]:
    return [stage for stage, reasons in checked if not reasons], [pair for pair in checked if pair[1]]


class SessionChoice(forms.ModelChoiceField):
    """A council may meet twice on one day: the subject tells the sessions apart."""

    def label_from_instance(self, session):
        return f"{session}: {session.subject}"


def session_field(stages: list[DossierStage]) -> forms.Field:
    """Sessions still ahead of the council of the level where these dossiers stand."""
    units = {stage.unit_id for stage in stages}
    sessions = CouncilSession.objects.exclude(state=SessionState.CLOSED).filter(council__unit__in=units)
    return SessionChoice(
        sessions.select_related("council").order_by("held_on"),
        label="Phiên họp",
        help_text="Phiên họp được lập ở mục Hội đồng, trang cán bộ.",
        error_messages={"required": ASKED_IN_FORM, "invalid_choice": "Chọn một phiên họp chưa kết thúc."},
    )


def assignee_field(stages: list[DossierStage]) -> forms.Field:
    """Who appraises at the level where these dossiers stand; nobody takes them back."""
    return forms.ModelChoiceField(
        may_take_on(stages, today()),
        required=False,
        label="Người thụ lý",
        empty_label="Thôi giao, để chung",
        help_text="Chỉ để biết ai lo hồ sơ nào; cán bộ khác vẫn thẩm định thay được.",
        error_messages={"invalid_choice": "Chọn một cán bộ thẩm định của cơ quan."},
    )
