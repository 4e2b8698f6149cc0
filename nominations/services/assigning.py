"""Whose work a dossier is at the office: one act for one dossier or for many. It gives nobody a right."""

import datetime as dt

from nominations.enums import AT_OFFICE
from nominations.flow import OFFICE
from nominations.models import DossierStage
from nominations.permissions import APPRAISERS, interests, own_among, roles_on
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.workflow import Step
from units.models import User

from .appraisers import accounts_with
from .locking import lock_for
from .steps import Outcome, left_behind
from .trail import record

# Offered beside the steps of the flow; the state stays.
ASSIGN = Step("assign", "Giao thụ lý", AT_OFFICE, None, OFFICE)


def why_not_assign(stage: DossierStage, by, on: dt.date) -> list[str]:
    """Why someone may not say whose work it is; one's own case may be given away, which is the point."""
    if left := left_behind(stage.unit, on):
        return [left]
    if stage.state not in AT_OFFICE:
        return [f"Không giao thụ lý khi hồ sơ ở trạng thái “{stage.get_state_display()}”."]
    if not roles_on(stage.dossier, by, on, stage=stage) & APPRAISERS:
        return ["Anh/chị không có quyền giao thụ lý hồ sơ này."]
    return []


def may_take_on(stages: list[DossierStage], on: dt.date):
    """Accounts that appraise at the levels where dossiers stand."""
    units = {stage.unit_id for stage in stages}
    return accounts_with(APPRAISERS, units, on).order_by("full_name", "pk")


@change
def assign(dossier_pks, assignee: User | None, *, by, at: dt.datetime | None = None) -> Outcome:
    """Give dossiers to a colleague, or to nobody; those that may not go to him are left out and named."""
    dossiers = lock_for(ASSIGN.action, dossier_pks).dossiers
    at = at or database_now()
    on = vietnam_day(at)
    own = own_among(dossiers, on, **interests(assignee, on)) if assignee else []
    moved, skipped = [], []
    for dossier in dossiers:
        stage = dossier.stage
        reasons = why_not_assign(stage, by, on) or why_not_his(stage, assignee, dossier in own, on)
        if reasons:
            skipped.append((dossier, reasons))
            continue
        give(stage, assignee, by, at)
        moved.append(dossier)
    return Outcome(moved, skipped)


def why_not_his(stage: DossierStage, assignee: User | None, own: bool, on: dt.date) -> list[str]:
    if stage.assignee_id == (assignee and assignee.pk):
        return [f"Hồ sơ đã giao {assignee} rồi." if assignee else "Hồ sơ chưa giao ai."]
    if own:
        return [f"{assignee} liên quan đến hồ sơ này nên không thụ lý được."]
    if assignee and not assignee.roles_at(stage.unit_id, on) & APPRAISERS:
        return [f"{assignee} không thẩm định ở {stage.unit}."]
    return []


def give(stage: DossierStage, assignee: User | None, by, at: dt.datetime) -> None:
    """What was said of it stands in the trail, by name: whose work it was before too."""
    before, stage.assignee = stage.assignee, assignee
    stage.save(update_fields=["assignee"])
    told = f"{before} → {assignee}" if before and assignee else str(assignee or f"thôi giao {before}")
    record(stage.dossier, stage, ASSIGN.action, by=by, at=at, roles=APPRAISERS, was=stage.state, note=told)
