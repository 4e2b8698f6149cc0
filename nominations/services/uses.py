"""An initiative put forward for an award: once for each author, unless the award's own rule lets it pass."""

import datetime as dt

from initiatives.facts import recognised
from initiatives.models import Initiative
from initiatives.services.locking import lock_initiative
from nominations.facts.law import law_of
from nominations.facts.uses import CAME_TO_NOTHING, in_use, told
from nominations.models import Dossier, InitiativeUse
from thiduakt.clock import database_now
from thiduakt.door import change
from thiduakt.errors import Refused

from .parts import locked_for_writing

ONCE = "Công văn 5007/BNV-TĐKT năm 2023, mục III.5.c"
FIRST_YEAR = 1990


@change
def use_initiative(
    dossier: Dossier, initiative: Initiative, *, by, note: str = "", at: dt.datetime | None = None
) -> InitiativeUse:
    """Put a recognised initiative of the nominee forward. Pressed twice it stays as it is.

    Raises Refused: the dossier is sent, no author, not recognised, used for another award before where the
    rule of this award does not let it pass, or lets it pass without a `note` why.
    """
    dossier = locked_for_writing(dossier, by)
    initiative = lock_initiative(initiative)
    at = at or database_now()
    if known := dossier.initiative_uses.filter(initiative=initiative, ended_at__isnull=True).first():
        return known
    refuse_stranger(dossier, initiative, at)
    end_idle(initiative, dossier, at)
    before = in_use([initiative.pk]).filter(person=dossier.person_id).select_related("dossier__award_type")
    earlier = before.select_related("dossier__campaign").first()
    if earlier:
        refuse_second(dossier, earlier, note)
    return InitiativeUse.objects.create(
        dossier=dossier,
        initiative=initiative,
        person=dossier.person,
        again=earlier is not None,
        note=note,
        made_by=by,
        made_at=at,
    )


def refuse_stranger(dossier: Dossier, initiative: Initiative, at: dt.datetime) -> None:
    """Only an author's own, recognised by a paper that stands."""
    if not dossier.person_id:
        raise Refused("Hồ sơ của tập thể không chọn sáng kiến.")
    rows = recognised([dossier.person_id], FIRST_YEAR, at.year).get(dossier.person_id, [])
    if initiative.pk not in {row.initiative for row in rows}:
        raise Refused(
            f"“{initiative.name}” không phải là sáng kiến đã được công nhận của {dossier.nominee_name}."
        )


def end_idle(initiative: Initiative, dossier: Dossier, at: dt.datetime) -> None:
    """Uses by dossiers that came to nothing are over."""
    rows = InitiativeUse.objects.filter(
        initiative=initiative, person=dossier.person_id, ended_at__isnull=True
    )
    for use in rows.select_related("dossier"):
        if not use.dossier.is_live or use.dossier.stage.state in CAME_TO_NOTHING:
            use.ended_at = at
            use.save(update_fields=["ended_at"])


def refuse_second(dossier: Dossier, earlier: InitiativeUse, note: str) -> None:
    """A second use needs a rule of the award that lets it pass, and a reason."""
    said = f"Sáng kiến này đã dùng để xét {told(earlier.dossier)}; mỗi sáng kiến chỉ dùng một lần ({ONCE})."
    if not may_use_again(dossier):
        raise Refused(said)
    if not note.strip():
        raise Refused(f"{said} Quy định của hình thức này cho dùng lại khi ghi lý do.")


def may_use_again(dossier: Dossier) -> bool:
    """Whether the catalogue's rule of the award only reminds of an initiative used before."""
    basis = law_of(dossier).basis(dossier)
    return any(asked.parameters.get("reuse") == "warn" for asked, _ in basis.asked)


@change
def stop_using(use: InitiativeUse, *, by, at: dt.datetime | None = None) -> InitiativeUse:
    """Take it back while the dossier is being written; done twice it stays as it is."""
    locked_for_writing(use.dossier, by)
    use = InitiativeUse.objects.select_for_update(no_key=True).get(pk=use.pk)
    if use.ended_at is None:
        use.ended_at = at or database_now()
        use.save(update_fields=["ended_at"])
    return use
