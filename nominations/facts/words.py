"""Where a dossier stands, in the five words that its unit sees, and its trail told line by line."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Q

from councils.models import CouncilSessionEvent
from nominations.enums import FINAL
from nominations.enums import StageState as S
from nominations.enums import UnitWord as W
from nominations.flow import DOSSIER_FLOW, REGISTRATION_FLOW
from nominations.models import (
    Dossier,
    DossierEvent,
    DossierStage,
    Registration,
    Submission,
    SubmissionEvent,
)
from thiduakt.events import told as trails
from thiduakt.events.told import Told
from units.models import BY_ROLE

WORDS: dict[str, W] = {
    S.DRAFT: W.WRITING,
    S.SUBMITTED: W.REVIEWING,
    S.UNIT_CHANGES: W.TO_SUPPLEMENT,
    S.UNIT_PROPOSED: W.REVIEWING,
    S.UNIT_DECLINED: W.RESULT,
    S.SENT: W.SENT,
    S.ARRIVED: W.SENT,
    S.RECEIVED: W.REVIEWING,
    S.CHANGES_REQUESTED: W.TO_SUPPLEMENT,
    S.RESUBMITTED: W.SENT,
    S.ELIGIBLE: W.REVIEWING,
    S.INELIGIBLE: W.RESULT,
    S.IN_COUNCIL: W.REVIEWING,
    S.COUNCIL_APPROVED: W.REVIEWING,
    S.COUNCIL_REJECTED: W.RESULT,
    S.PROPOSED: W.REVIEWING,
    S.FORWARDED: W.REVIEWING,
    S.AWAITED: W.REVIEWING,
    S.UPPER_DECLINED: W.RESULT,
    S.AWARDED: W.RESULT,
    S.REVOKED: W.RESULT,
    S.ON_HOLD: W.REVIEWING,
    S.WITHDRAWN: W.RESULT,
}
# What the word does not say while the dossier is still with its own unit, and how it ended.
DETAILS = {
    S.DRAFT: "chưa nộp cho đơn vị",
    S.SUBMITTED: "chờ thủ trưởng đơn vị quyết định",
    S.UNIT_CHANGES: "đơn vị yêu cầu bổ sung",
    S.UNIT_PROPOSED: "đơn vị đề nghị, chờ gửi theo tờ trình",
    S.UNIT_DECLINED: "đơn vị không đề nghị",
    S.ARRIVED: "chờ tiếp nhận",
    S.RESUBMITTED: "đã gửi bổ sung, chờ tiếp nhận",
    S.CHANGES_REQUESTED: "nơi nhận yêu cầu bổ sung",
    S.INELIGIBLE: "không đủ điều kiện",
    S.COUNCIL_REJECTED: "Hội đồng không đề nghị",
    S.AWAITED: "đã trình cấp trên, chờ kết quả",
    S.UPPER_DECLINED: "cấp trên không khen thưởng",
    S.AWARDED: "đã khen thưởng",
    S.REVOKED: "quyết định khen thưởng đã bị hủy bỏ",
    S.WITHDRAWN: "đã rút",
}
# Acts that are no steps of a flow but leave a line in the trail.
OTHER_ACTS = {
    "assign": "Giao thụ lý",
    "take_over": "Thẩm định thay",
    "undo": "Hoàn tác",
    "tick_point": "Xem phần bổ sung",
    "appraise": "Thẩm định tiêu chí",
    "check_part": "Kiểm tra giấy tờ",
    "draft": "Lập tờ trình",
    "name_appraiser": "Chủ tịch Hội đồng cử người thẩm định",
    "set_session": "Gắn phiên họp vào tờ trình",
    "prepare_decision": "Đưa vào dự thảo quyết định",
    "return_decision": "Dự thảo quyết định bị trả lại",
    "forward": "Trình cấp trên",
    "leave_decision": "Dự thảo quyết định bị bỏ vì danh sách thay đổi",
    "prepare_letter": "Lập dự thảo tờ trình",
    "attach_letter": "Tải lên tờ trình đã ký",
    "detach_letter": "Bỏ tệp tờ trình",
    "attach_minutes": "Tải lên biên bản họp",
    "detach_minutes": "Bỏ tệp biên bản",
    "send_list": "Gửi danh sách đăng ký",
    "forward_list": "Trình cấp trên danh sách đăng ký",
    "receive": "Tiếp nhận",
    "return_list": "Trả lại danh sách",
    "answer": "Ghi trả lời của cấp trên",
    "above_receive": "Cấp trên tiếp nhận đăng ký",
    "above_return_list": "Cấp trên trả lại danh sách",
}
# The same acts on a list of registrations.
LIST_LABELS = {"Lập tờ trình": "Lập danh sách", "Lập dự thảo tờ trình": "Lập dự thảo danh sách"}
SESSION_ACTS = {
    "plan": "Lập phiên họp Hội đồng của đơn vị",
    "close": "Hội đồng của đơn vị họp, biểu quyết xong",
}
# Between the people of one office: read there alone, at the level where it was done.
INSIDE = ("assign", "take_over")
BY_WHOM = ("by", "membership__unit", *BY_ROLE)
BIG = ("send", "forward", "award", "enter_award", "revoke", "enter_revocation")
# What a level above said of it in the end comes down to all below.
RESULTS = (
    "mark_ineligible",
    "council_reject",
    "award",
    "enter_award",
    "enter_refusal",
    "revoke",
    "enter_revocation",
    "withdraw",
)


def unit_word(state: str) -> W:
    """The unit's word for the state of a dossier's current stage."""
    return WORDS[state]


def states_of(word: str) -> list[str]:
    """The states behind one of the five words."""
    return [state for state, said in WORDS.items() if said == word]


def detail_of_state(state: str) -> str:
    """What stands beside the word; empty where the word is all that the unit is told."""
    return DETAILS.get(state, "")


def detail_of_stage(stage: DossierStage) -> str:
    """The same, saying which level when it is not the first that received it."""
    detail = detail_of_state(stage.state)
    if stage.level < 2 or stage.state in FINAL:
        return detail
    return f"đã trình {stage.unit.name}" + (f", {detail}" if detail and stage.state != S.AWAITED else "")


def label_of(action: str, flow=DOSSIER_FLOW) -> str:
    return OTHER_ACTS.get(action) or flow.label(action)


def dossier_story(dossier: Dossier, up_to: int | None = None, *, office: int | None = None) -> list[Told]:
    """The trail of a dossier, newest first, from its being drawn up.

    `up_to` is the level of a reader who sees his own level and those below; from above only the result.
    `office`: the level in whose office he works, of which he reads what is said inside too.
    """
    begun = Told(dossier.created_at, "Lập hồ sơ", str(dossier.created_by))
    events = DossierEvent.objects.filter(dossier=dossier).select_related(*BY_WHOM)
    own = Q() if office is None else Q(stage__level=office)
    events = events.filter(~Q(action__in=INSIDE) | own) if own else events.exclude(action__in=INSIDE)
    events = events.filter(read_at(up_to))
    lines = [*(told(event) for event in events.order_by("-seq")), *unit_session(dossier), begun]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def read_at(up_to: int | None) -> Q:
    """The events of a dossier that a level reads: its own, those below, of what lies above the result."""
    if up_to is None:
        return Q()
    return Q(stage__level__lte=up_to) | Q(stage__isnull=True) | Q(action__in=RESULTS)


def registration_story(registration: Registration) -> list[Told]:
    begun = Told(registration.created_at, "Lập đăng ký", str(registration.created_by))
    events = registration.events.select_related(*BY_WHOM).order_by("-seq")
    return [*(told(event, REGISTRATION_FLOW) for event in events), begun]


def trail(events: Iterable) -> list[Told]:
    return [told(event) for event in events.select_related(*BY_WHOM).order_by("-seq")]


def submission_story(submission: Submission) -> list[Told]:
    """The trail of a list, newest first, with the unit's session that its minutes come from."""
    lines = trail(SubmissionEvent.objects.filter(submission=submission))
    if submission.of_registrations:
        lines = [replace(line, label=LIST_LABELS.get(line.label, line.label)) for line in lines]
    if submission.session_id:
        lines += session_lines(submission.session.events.filter(action__in=SESSION_ACTS))
    return sorted(lines, key=lambda line: line.at, reverse=True)


def unit_session(dossier: Dossier) -> list[Told]:
    """When the unit's own council had voted on it."""
    items = [stage.item_id for stage in dossier.stages.all() if stage.level == 0 and stage.item_id]
    if not items:
        return []
    return session_lines(CouncilSessionEvent.objects.filter(session__items__in=items, action="close"))


def session_lines(events) -> list[Told]:
    rows = events.select_related(*BY_WHOM)
    return [replace(told(event), label=SESSION_ACTS[event.action]) for event in rows]


def told(event, flow=DOSSIER_FLOW) -> Told:
    return trails.told(event, label_of(event.action, flow), big=event.action in BIG)
