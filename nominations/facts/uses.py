"""Initiatives that nominees put forward: which are in use, which are still free."""

from collections.abc import Iterable

from initiatives.facts import Recognised, recognised
from initiatives.registry import Use
from nominations.enums import StageState as S
from nominations.models import Dossier, DossierStage, InitiativeUse
from thiduakt.clock import vietnam_day

# A dossier that came to nothing leaves its initiatives free for another one.
CAME_TO_NOTHING = (S.UNIT_DECLINED, S.INELIGIBLE, S.COUNCIL_REJECTED, S.WITHDRAWN)
YEARS_BACK = 5


def in_use(keys: Iterable[int]):
    """Uses that count: not over, of dossiers that may still lead to an award or did."""
    nothing = DossierStage.objects.current().filter(state__in=CAME_TO_NOTHING).values("dossier")
    rows = InitiativeUse.objects.filter(initiative__in=list(keys), ended_at__isnull=True)
    return rows.filter(dossier__is_live=True).exclude(dossier__in=nothing)


def uses(keys: Iterable[int]) -> dict[tuple[int, int], Use]:
    """{(initiative, person): what for}, the first use of several; one query."""
    rows = in_use(keys).select_related("dossier__award_type", "dossier__campaign").order_by("-pk")
    return {(row.initiative_id, row.person_id): Use(told(row.dossier), row.dossier_id) for row in rows}


def told(dossier: Dossier) -> str:
    year = f" năm {dossier.campaign.year}" if dossier.campaign.year else ""
    return f"{dossier.award_type}{year} ({dossier.code})"


def initiatives_of(dossier: Dossier) -> dict:
    """{"uses", "choices"}: what the dossier puts forward, and what else its nominee could."""
    if not dossier.person_id:
        return {"uses": [], "choices": []}
    year = dossier.campaign.year or vietnam_day(dossier.created_at).year
    rows = recognised([dossier.person_id], year - YEARS_BACK, year).get(dossier.person_id, [])
    own = dossier.initiative_uses.filter(ended_at__isnull=True).select_related("initiative")
    chosen = {use.initiative_id for use in own}
    return {"uses": list(own), "choices": [row for row in rows if row.initiative not in chosen]}


def put_forward_by(row: Recognised, dossier: Dossier) -> str:
    """What an initiative was used for by any other dossier; empty while it is free for this one."""
    return "" if row.used_in == dossier.pk else row.used_by
