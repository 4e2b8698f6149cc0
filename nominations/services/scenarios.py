"""Scenarios kept for a session and thrown away again; no dossier, vote or number changes by them."""

from campaigns.models import Campaign
from nominations.models import Scenario
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import REVIEW_ROLES, Role
from units.models import Unit

MOST = 20


@change
def keep_scenario(campaign: Campaign, unit: Unit, *, group: str, name: str, by, **tried) -> Scenario:
    """`tried`: asked, listed, basis. Raises Refused: no name, one that is taken, too many of them."""
    if not by.roles_at(unit.pk, vietnam_day(database_now())) & set(REVIEW_ROLES):
        raise Refused("Chỉ cơ quan thường trực lưu phương án của đơn vị mình.")
    if not name:
        raise Refused("Chưa đặt tên phương án.")
    same = Scenario.objects.filter(campaign=campaign, unit=unit, group=group)
    if same.filter(name=name).exists():
        raise Refused(f"Đã có phương án “{name}”: đặt tên khác hoặc xóa phương án cũ.")
    if same.count() >= MOST:
        raise Refused(f"Đã có {MOST} phương án: xóa bớt rồi lưu.")
    return Scenario.objects.create(campaign=campaign, unit=unit, group=group, name=name, by=by, **tried)


def may_drop(scenario: Scenario, by) -> bool:
    """Its owner, or the head of the office."""
    roles = by.roles_at(scenario.unit_id, vietnam_day(database_now()))
    return bool(roles & ({Role.OFFICE_HEAD} if scenario.by_id != by.pk else set(REVIEW_ROLES)))


@change
def drop_scenario(scenario: Scenario, *, by) -> None:
    if not may_drop(scenario, by):
        raise Refused("Chỉ người lưu hoặc phụ trách cơ quan thường trực xóa được phương án.")
    scenario.delete()
