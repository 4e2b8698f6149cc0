"""Where all appraisers are in their own case the council's chair names another one, recorded."""

import datetime as dt

from councils.enums import Seat
from councils.models import CouncilMember
from nominations.enums import AT_UNIT, FINAL
from nominations.models import Dossier, DossierStage
from nominations.permissions import APPRAISERS, is_own_case
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import Role
from units.models import Membership, Unit, User

from .locking import lock_for
from .trail import record

# Whose accounts open the back office, where dossiers are appraised.
NAMED_FROM = (*APPRAISERS, Role.RECORDS)


def accounts_with(roles, units, on: dt.date):
    held = Membership.objects.on(on).filter(role__in=roles, unit__in=units)
    return User.objects.filter(is_active=True, pk__in=held.values("user"))


def is_chair(stage: DossierStage, by, on: dt.date) -> bool:
    """Whether someone leads a council of the level where the dossier stands."""
    seats = CouncilMember.objects.on(on).filter(council__unit=stage.unit_id, seat=Seat.CHAIR)
    return bool(by.person_id) and seats.filter(person=by.person_id).exists()


def why_not_name(dossier: Dossier, by, on: dt.date) -> list[str]:
    """Why someone may not name an appraiser now; empty when he may."""
    stage = dossier.stage
    if stage.level < 1 or stage.state in (*AT_UNIT, *FINAL):
        return [f"Không cử người thẩm định khi hồ sơ ở trạng thái “{stage.get_state_display()}”."]
    if not is_chair(stage, by, on):
        return ["Chỉ Chủ tịch Hội đồng của cấp xét được cử người thẩm định."]
    if is_own_case(dossier, by, on):
        return ["Đây là hồ sơ của chính anh/chị hoặc do anh/chị lập, nên anh/chị không cử người thẩm định."]
    office = accounts_with(APPRAISERS, [stage.unit_id], on)
    free = next((one for one in office if not is_own_case(dossier, one, on)), None)
    return [f"{free} thẩm định được hồ sơ này nên không phải cử người khác."] if free else []


def candidates(dossier: Dossier, on: dt.date) -> list[User]:
    """Accounts of the level and of the units around it that work in the back office, own cases left out."""
    stage = dossier.stage
    above = stage.unit.ancestor_spans.on(on).values_list("ancestor", flat=True)
    units = {*Unit.objects.within([stage.unit_id], on).values_list("pk", flat=True), *above}
    found = accounts_with(NAMED_FROM, units, on).order_by("full_name", "pk")
    return [one for one in found if not is_own_case(dossier, one, on)]


@change
def name_appraiser(
    dossier: Dossier, appraiser: User, *, by, note: str, at: dt.datetime | None = None
) -> Dossier:
    """The chair's word, with its reason: this one appraises as the office would. Raises Refused."""
    dossier = lock_for("name_appraiser", [dossier.pk]).dossiers[0]
    at = at or database_now()
    on = vietnam_day(at)
    if reasons := why_not_name(dossier, by, on):
        raise Refused(*reasons)
    if appraiser not in candidates(dossier, on):
        raise Refused(f"{appraiser} không thẩm định được hồ sơ này: chọn người khác.")
    if not note.strip():
        raise Refused("Chưa ghi lý do cử người thẩm định.")
    stage = dossier.stage
    stage.appraiser = appraiser
    stage.save(update_fields=["appraiser"])
    told = f"{appraiser}: {note}"
    record(dossier, stage, "name_appraiser", by=by, at=at, roles=(), was=stage.state, note=told)
    return dossier
