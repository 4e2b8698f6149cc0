"""The rows of a dossier's trail."""

import datetime as dt

from nominations.models import Dossier, DossierEvent, DossierStage
from nominations.permissions import membership_used
from thiduakt.clock import vietnam_day
from thiduakt.events.base import append


def record(
    dossier: Dossier,
    stage: DossierStage,
    action: str,
    *,
    by,
    at: dt.datetime,
    roles,
    was: str = "",
    note: str = "",
    data: dict | None = None,
) -> None:
    """One row of the dossier's trail, with the membership by which it was done; `roles` allow the act.

    `data`: what the papers say of it from then on, so that they can be counted again from the trails alone.
    """
    append(
        DossierEvent,
        dossier,
        stage=stage,
        action=action,
        by=by,
        membership=membership_used(dossier, stage, by, roles, vietnam_day(at)),
        at=at,
        from_state=was,
        to_state=stage.state,
        note=note,
        data=data or {},
    )
