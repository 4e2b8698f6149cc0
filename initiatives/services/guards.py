"""The rules asked before a step of an initiative: each returns None, or one sentence with the clause."""

import datetime as dt
from dataclasses import dataclass

from campaigns.enums import DeadlineKind
from campaigns.facts.late import too_late
from documents.enums import DocumentState
from documents.models import IssuedDocument
from initiatives.enums import FileKind
from initiatives.facts.describing import missing_parts
from initiatives.models import Initiative
from initiatives.permissions import is_own_case
from initiatives.scoring import share_faults
from units.models import Unit


@dataclass
class Case:
    """What a guard looks at: the initiative, who acts, when, and the decision the act brings along."""

    initiative: Initiative
    by: object
    at: dt.datetime
    on: dt.date
    decision: IssuedDocument | None = None


def plan_open(case: Case) -> str | None:
    campaign = case.initiative.campaign
    if campaign is None or campaign.is_open:
        return None
    return f"Kế hoạch “{campaign.title}” không còn nhận đăng ký ({campaign.get_state_display().lower()})."


def registration_in_time(case: Case) -> str | None:
    """The plan's own day for initiatives; afterwards only a unit that the office let in."""
    initiative = case.initiative
    if initiative.campaign is None:
        return None
    what, words = DeadlineKind.INITIATIVE_REGISTRATION, "hết hạn đăng ký sáng kiến"
    return too_late(initiative.campaign, what, initiative.unit_id, case.at, words)


def has_authors(case: Case) -> str | None:
    return None if case.initiative.authors.all() else "Sáng kiến chưa có tác giả nào."


def shares_whole(case: Case) -> str | None:
    authors = case.initiative.authors.all()
    return share_faults([author.share for author in authors]) if authors else None


def described(case: Case) -> str | None:
    missing = missing_parts(case.initiative)
    return f"Chưa viết: {'; '.join(part.title for part in missing)}." if missing else None


def all_signed(case: Case) -> str | None:
    """Every author has signed here, or the application signed by hand is among the files."""
    unsigned = [author.person.full_name for author in case.initiative.authors.all() if not author.signed_at]
    if not unsigned or signed_by_hand(case.initiative):
        return None
    return f"Chưa ký xác nhận: {', '.join(unsigned)}. Tác giả ký trên trang này, hoặc tải lên đơn đã ký tay."


def signed_by_hand(initiative: Initiative) -> bool:
    return initiative.files.filter(what=FileKind.SIGNED, removed_at__isnull=True).exists()


def units_exist(case: Case) -> str | None:
    return ended(case.initiative.unit, case.on) or ended(case.initiative.office, case.on)


def ended(unit: Unit, on: dt.date) -> str | None:
    return None if unit.exists_on(on) else f"{unit.name} không còn hoạt động vào ngày {on:%d/%m/%Y}."


def not_own_case(case: Case) -> str | None:
    if is_own_case(case.initiative, case.by, case.on):
        return "Đây là sáng kiến của chính anh/chị hoặc do anh/chị lập, nên anh/chị không được xét."
    return None


def session_planned(case: Case) -> str | None:
    """Put on an agenda by the session's own page."""
    return None if case.initiative.item_id else "Chọn phiên họp của Hội đồng sáng kiến."


def in_no_decision(case: Case) -> str | None:
    decision = case.initiative.decision
    if decision is None or decision.state == DocumentState.DISCARDED:
        return None
    return "Sáng kiến đang nằm trong dự thảo quyết định công nhận: người ký trả lại dự thảo trước."


def in_this_decision(case: Case) -> str | None:
    if case.decision and case.initiative.decision_id == case.decision.pk:
        return None
    return "Sáng kiến không nằm trong quyết định này."


GUARDS = {
    "plan_open": plan_open,
    "registration_in_time": registration_in_time,
    "has_authors": has_authors,
    "shares_whole": shares_whole,
    "described": described,
    "all_signed": all_signed,
    "units_exist": units_exist,
    "not_own_case": not_own_case,
    "session_planned": session_planned,
    "in_no_decision": in_no_decision,
    "in_this_decision": in_this_decision,
}
