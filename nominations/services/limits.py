"""What a level may give away: its own awards, the places of its plan; and what answers a level above."""

from campaigns.models import Quota
from documents.enums import Origin
from nominations.enums import LOST
from nominations.facts.authority import Authority
from nominations.facts.pools import claimed, slot_of

from .cases import Case
from .guards import cited


def slot_left(case: Case) -> str | None:
    """The plan's number of awards, and the unit's part of it; counted under the pool's lock."""
    return no_place(case, case.pool) if claimed(case.pool) else None


def slot_left_above(case: Case) -> str | None:
    """The same for what is sent up, which a number asked of the level above binds too."""
    return no_place(case, case.pool) if claimed(case.pool, forwarding=True) else None


def no_place(case: Case, pool: Quota) -> str | None:
    """The pool is used up, or what is allotted of it to the unit."""
    if said := used_up(pool):
        return said
    said = case.allotted.against(pool, case.dossier.unit_id)
    return cited(said, pool.clause) if said else None


def used_up(pool: Quota) -> str | None:
    if pool.used < pool.limit:
        return None
    words = f"Đã hết chỉ tiêu {pool.limit:02d} {pool.get_group_display().lower()}"
    return cited(words, pool.clause)


def slots_below_left(case: Case) -> str | None:
    """What was given back when it was found ineligible must still be there to be taken again."""
    if case.stage.state not in LOST:
        return None
    full = (no_place(case, pool) for stage, pool in case.below if slot_of(stage, pool))
    return next((said for said in full if said), None)


def above_authority(case: Case) -> str | None:
    if not confers(case):
        return None
    return (
        f"{case.dossier.award_type} thuộc thẩm quyền của {case.stage.unit.name}: trình ký, không trình lên."
    )


def confers(case: Case) -> bool:
    authority = case.authority or Authority([case.stage.unit], case.on)
    return authority.confers(case.dossier, case.stage.unit_id)


def decision_given(case: Case) -> str | None:
    """What the level above answered is entered with its paper."""
    if case.decision and case.decision.origin == Origin.RECEIVED:
        return None
    return "Chưa ghi văn bản trả lời của cấp trên."


def given_above(case: Case) -> str | None:
    """Only what a paper of the level above gave is taken back by one: the others by their own body here."""
    given = case.stage.decision
    if given and given.origin == Origin.RECEIVED:
        return None
    return "Khen thưởng này do cơ quan dùng hệ thống quyết định: cơ quan ấy lập quyết định hủy bỏ."


def revocation_given(case: Case) -> str | None:
    """An award is revoked by a decision of its own (Luật 06/2022/QH15, Điều 93)."""
    if case.decision and case.decision.issued:
        return None
    return "Chưa có quyết định hủy bỏ đã ban hành."


LIMITS = {
    "slot_left": slot_left,
    "slot_left_above": slot_left_above,
    "slots_below_left": slots_below_left,
    "above_authority": above_authority,
    "decision_given": decision_given,
    "given_above": given_above,
    "revocation_given": revocation_given,
}
