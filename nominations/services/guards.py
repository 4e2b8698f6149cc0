"""The rules asked before a step: each returns None, or one sentence with the clause."""

import datetime as dt

from campaigns.enums import DeadlineKind, Paper, Per, RegistrationMode, RuleKind
from campaigns.facts import late
from campaigns.models import Campaign, Clause
from councils.enums import SessionState
from documents.enums import DocumentState
from nominations.enums import CheckState, Outcome, RegistrationState
from nominations.facts import criteria_of, disqualifications, outside_every_group, own_papers_missing
from nominations.facts.fetched import rows
from nominations.facts.papers import papers_wanted
from nominations.models import Dossier, Registration, Submission
from nominations.permissions import is_own_case, own_case_told
from units.models import Unit

from .cases import Case
from .law_guards import LAW_GUARDS
from .leases import held_by_other
from .supplements import points_undone


def cited(sentence: str, clause: Clause | None) -> str:
    """`… (Mục III.3, gạch đầu dòng 1).`"""
    return f"{sentence} ({clause.citation})." if clause else f"{sentence}."


def campaign_open(case: Case) -> str | None:
    campaign = case.dossier.campaign
    if campaign.is_under_way:
        return None
    return f"Phong trào “{campaign.title}” không còn nhận hồ sơ ({campaign.get_state_display().lower()})."


def in_target_group(case: Case) -> str | None:
    """Someone outside every group is refused, with the clause that names the groups."""
    return outside_every_group(case.dossier, on=case.on)


def registered(case: Case) -> str | None:
    """Where the plan says so, no dossier without an accepted registration."""
    blocks = case.dossier.campaign.registration_mode == RegistrationMode.BLOCK
    return unregistered(case.dossier) if blocks else None


def unregistered(dossier: Dossier) -> str | None:
    """What is said of a nominee without an accepted registration: no award, or only a reminder."""
    campaign = dossier.campaign
    accepted = Registration.objects.filter(
        campaign=campaign,
        person=dossier.person,
        collective=dossier.collective,
        state=RegistrationState.ACCEPTED,
    )
    if accepted.exists():
        return None
    blocks = campaign.registration_mode == RegistrationMode.BLOCK
    words = "nên không được xét" if blocks else "như kế hoạch yêu cầu; hồ sơ vẫn nộp được"
    return cited(f"{dossier.nominee_name} chưa đăng ký thi đua {words}", demanded_by(campaign))


def demanded_by(campaign: Campaign) -> Clause | None:
    """The clause that names the consequence, else the one that asks for the registration."""
    rule = campaign.campaignrule_set.filter(kind=RuleKind.REGISTRATION).select_related("clause").first()
    return rule.clause if rule else campaign.registration_clause


def own_papers_complete(case: Case) -> str | None:
    missing = own_papers_missing(case.dossier)
    return f"Còn thiếu: {'; '.join(missing)}." if missing else None


def not_disqualified(case: Case) -> str | None:
    """`không xét khen thưởng nếu…`: the plan's own words, the fact, the clause."""
    found = disqualifications(case.dossier)
    return " ".join(found) or None


def unit_papers_complete(case: Case) -> str | None:
    """The papers that the unit hands in once for its whole list."""
    missing = papers_of_unit_missing(case.submission, case.dossier.campaign)
    return f"Còn thiếu: {'; '.join(missing)}." if missing else None


def papers_of_unit_missing(submission: Submission | None, campaign: Campaign) -> list[str]:
    """Names of the required papers, per submission, that are not there yet."""
    return [
        f"{part.name} ({part.clause.citation})" if part.clause else part.name
        for part in papers_wanted(campaign, Per.SUBMISSION)
        if not (submission and PRESENT.get(part.paper, other_paper)(submission))
    ]


def letter_there(submission: Submission) -> bool:
    """A letter approved by the head, or its signed scan."""
    ready = (DocumentState.APPROVED, DocumentState.ISSUED)
    return bool(submission.letter_file_id or (submission.paper_id and submission.paper.state in ready))


def minutes_there(submission: Submission) -> bool:
    held = submission.session_id and submission.session.state == SessionState.CLOSED
    return bool(submission.minutes_file_id or held)


def other_paper(submission: Submission) -> bool:
    """A paper the system does not know goes with the letter's attachments."""
    return True


PRESENT = {Paper.SUBMISSION: letter_there, Paper.MINUTES: minutes_there}


def dossier_in_time(case: Case) -> str | None:
    return too_late(case.dossier, DeadlineKind.DOSSIER, case.at, "hết hạn gửi hồ sơ")


def too_late(nomination: Dossier | Registration, what: str, at: dt.datetime, words: str) -> str | None:
    """The deadline of a kind, if it has passed at an instant and the unit was not let send late."""
    deadlines = rows(nomination.campaign, "deadline_set", "clause")
    return late.too_late(nomination.campaign, what, nomination.unit_id, at, words, deadlines=deadlines)


def unit_not_own_case(case: Case) -> str | None:
    """At the unit only one's own nomination is one's own case: a small unit has one clerk, one head."""
    lent = {giver.person_id for giver in case.by.stands_in_for(case.on, [case.dossier.unit_id])}
    if case.dossier.person_id and case.dossier.person_id in lent:
        return "Anh/chị không quyết định việc đề nghị cho người đã ủy quyền cho mình; nhờ Hội đồng đơn vị."
    if case.by.person_id and case.dossier.person_id == case.by.person_id:
        return "Anh/chị không quyết định việc đề nghị cho chính mình; nhờ cấp phó hoặc Hội đồng đơn vị."
    return None


def not_own_case(case: Case) -> str | None:
    own = is_own_case(case.dossier, case.by, case.on) if case.own is None else case.own
    if own:
        return own_case_told(case.by, case.on)
    return None


def not_held(case: Case) -> str | None:
    """Somebody else appraises it now: he decides, or it is taken over first."""
    return held_by_other(case.lease, case.by, case.at)


def no_paper_missing(case: Case) -> str | None:
    """Tiếp nhận đủ: no paper, in the version that was handed in last, is marked missing or wrong."""
    newest = {part.requirement_id: part for part in handed_in(case.dossier)}.values()
    bad = [part for part in newest if part.check_state in (CheckState.MISSING, CheckState.WRONG)]
    names = [f"{part.requirement.name}: {part.get_check_state_display().lower()}" for part in bad]
    return f"Chưa tiếp nhận được, {'; '.join(names)}." if names else None


def handed_in(dossier: Dossier):
    """Sealed versions, oldest first: a draft begun since does not hide what was found wrong."""
    parts = [part for part in rows(dossier, "parts", "requirement") if part.sealed_at]
    return sorted(parts, key=lambda part: part.version)


def all_criteria_appraised(case: Case) -> str | None:
    done = {mark.criterion_id for mark in case.stage.assessments.all()}
    left = [number for number, row in enumerate(criteria_of(case.dossier), 1) if row.pk not in done]
    return f"Chưa thẩm định tiêu chí {', '.join(map(str, left))}." if left else None


def no_criterion_unmet(case: Case) -> str | None:
    marks = {mark.criterion_id: mark.outcome for mark in case.stage.assessments.all()}
    numbered = list(enumerate(criteria_of(case.dossier), 1))
    unmet = [str(number) for number, row in numbered if marks.get(row.pk) == Outcome.UNMET]
    unclear = [str(number) for number, row in numbered if marks.get(row.pk) == Outcome.CONFIRM]
    if unmet:
        return f"Tiêu chí {', '.join(unmet)} được thẩm định là không đạt."
    return f"Tiêu chí {', '.join(unclear)} còn chưa rõ: yêu cầu bổ sung hoặc kết luận." if unclear else None


def no_hold(case: Case) -> str | None:
    """No award while discipline, inspection or a complaint is open (NĐ 152/2025/NĐ-CP, Điều 4)."""
    holds = sorted(rows(case.dossier.nominee, "holds"), key=lambda hold: hold.pk)
    hold = next((hold for hold in holds if hold.holds_on(case.on)), None)
    return f"{hold.get_reason_display()} từ {hold.since:%d/%m/%Y}, chưa được xét." if hold else None


def session_planned(case: Case) -> str | None:
    """Put on an agenda by the session's own page."""
    return None if case.stage.item_id else "Chọn phiên họp của Hội đồng."


def unit_still_exists(case: Case) -> str | None:
    """No award to a body that has ceased (TT 15/2025/TT-BNV)."""
    return ceased(case.dossier.collective, case.on)


def ceased(unit: Unit | None, on: dt.date) -> str | None:
    """Why a body may not be nominated on a day: it has ended, or does not exist yet."""
    if unit is None or unit.exists_on(on):
        return None
    if unit.valid_from > on:
        return f"{unit.name} đến ngày {unit.valid_from:%d/%m/%Y} mới thành lập, chưa được đề nghị."
    return (
        f"{unit.name} đã kết thúc hoạt động, ngày cuối là {unit.valid_to:%d/%m/%Y}, "
        "không được đề nghị khen thưởng (Thông tư 15/2025/TT-BNV)."
    )


def not_in_approved_decision(case: Case) -> str | None:
    decision = case.stage.decision
    if decision and decision.state != DocumentState.PREPARED:
        return "Quyết định đã được duyệt nên không rút khỏi danh sách được."
    return None


def decision_approved(case: Case) -> str | None:
    if case.decision and case.stage.decision_id == case.decision.pk:
        return None
    return "Hồ sơ không nằm trong quyết định này."


GUARDS = LAW_GUARDS | {
    "campaign_open": campaign_open,
    "in_target_group": in_target_group,
    "registered": registered,
    "own_papers_complete": own_papers_complete,
    "not_disqualified": not_disqualified,
    "unit_papers_complete": unit_papers_complete,
    "dossier_in_time": dossier_in_time,
    "unit_not_own_case": unit_not_own_case,
    "not_own_case": not_own_case,
    "not_held": not_held,
    "points_undone": points_undone,
    "no_paper_missing": no_paper_missing,
    "all_criteria_appraised": all_criteria_appraised,
    "no_criterion_unmet": no_criterion_unmet,
    "no_hold": no_hold,
    "session_planned": session_planned,
    "unit_still_exists": unit_still_exists,
    "not_in_approved_decision": not_in_approved_decision,
    "decision_approved": decision_approved,
}
