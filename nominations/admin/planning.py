"""What a bulk step would do now: who goes, who stays and why. Slots of a quota are counted as they go."""

from dataclasses import dataclass

from campaigns.models import Quota
from nominations.flow import DOSSIER_FLOW
from nominations.models import DossierStage
from nominations.services.guards import slot_left
from nominations.services.locking import pool_of
from nominations.services.steps import check_step

# The session is chosen in the form below the preview.
ASKED_IN_FORM = "Chọn phiên họp của Hội đồng."


@dataclass
class Claim:
    """The pool as it will stand when those before in the list have taken their slots."""

    pool: Quota | None


def plan_stages(stages: list[DossierStage], action: str, *, by) -> tuple[list, list]:
    """([stages that would go], [(stage, [sentence])])."""
    going, skipped, pools = [], [], {}
    claims = any(step.claims > 0 for step in DOSSIER_FLOW.named(action))
    for stage in stages:
        reasons = reasons_for(stage, action, by) or (over_quota(stage, pools) if claims else [])
        skipped.append((stage, reasons)) if reasons else going.append(stage)
    return going, skipped


def reasons_for(stage: DossierStage, action: str, by) -> list[str]:
    return [reason for reason in check_step(stage.dossier, action, by=by) if reason != ASKED_IN_FORM]


def over_quota(stage: DossierStage, pools: dict[int, Claim]) -> list[str]:
    """The sentence of the guard once the slots are gone; else the slot is taken for the next one."""
    pool = pool_of(stage.dossier)
    if pool is None:
        return []
    claim = pools.setdefault(pool.pk, Claim(pool))
    if sentence := slot_left(claim):
        return [sentence]
    claim.pool.used += 1
    return []
