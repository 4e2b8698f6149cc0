"""The flow of an initiative: registered, described, sent up by its unit, scored, recognised."""

from initiatives.enums import EDITABLE
from initiatives.enums import InitiativeState as S
from thiduakt.workflow import Flow, Step
from units.enums import Role as R

UNIT = (R.UNIT_CLERK, R.UNIT_HEAD)
OFFICE = (R.OFFICER, R.OFFICE_HEAD)
AUTHORS = (R.OWNER, R.UNIT_CLERK)

INITIATIVE_FLOW = Flow(
    Step(
        "register",
        "Gửi đăng ký sáng kiến",
        (S.DRAFT,),
        S.REGISTERED,
        AUTHORS,
        guards=("plan_open", "has_authors", "shares_whole", "registration_in_time"),
        deadline="initiative_registration",
    ),
    Step(
        "submit",
        "Nộp mô tả cho đơn vị",
        (S.REGISTERED, S.UNIT_CHANGES),
        S.SUBMITTED,
        AUTHORS,
        guards=("described", "has_authors", "shares_whole", "all_signed"),
    ),
    Step("unit_return", "Yêu cầu bổ sung", (S.SUBMITTED,), S.UNIT_CHANGES, UNIT, needs_note=True),
    Step(
        "forward",
        "Gửi lên nơi xét",
        (S.SUBMITTED,),
        S.FORWARDED,
        UNIT,
        guards=("units_exist",),
    ),
    Step(
        "receive",
        "Tiếp nhận",
        (S.FORWARDED,),
        S.RECEIVED,
        OFFICE,
        guards=("not_own_case",),
    ),
    Step(
        "request_changes",
        "Yêu cầu bổ sung",
        (S.FORWARDED, S.RECEIVED),
        S.CHANGES_REQUESTED,
        OFFICE,
        guards=("not_own_case",),
        needs_note=True,
    ),
    Step(
        "resubmit",
        "Gửi bổ sung",
        (S.CHANGES_REQUESTED,),
        S.FORWARDED,
        AUTHORS,
        guards=("described", "has_authors", "shares_whole", "all_signed"),
    ),
    Step(
        "to_council",
        "Đưa ra Hội đồng sáng kiến",
        (S.RECEIVED,),
        S.IN_COUNCIL,
        OFFICE,
        guards=("not_own_case", "session_planned"),
        direct=False,
    ),
    Step(
        "council_approve",
        "Hội đồng đề nghị công nhận",
        (S.IN_COUNCIL,),
        S.COUNCIL_APPROVED,
        (R.COUNCIL_SECRETARY, R.COUNCIL_CHAIR),
        direct=False,
    ),
    Step(
        "council_reject",
        "Hội đồng không đề nghị công nhận",
        (S.IN_COUNCIL,),
        S.REJECTED,
        (R.COUNCIL_SECRETARY, R.COUNCIL_CHAIR),
        direct=False,
    ),
    Step(
        "decline",
        "Không công nhận",
        (S.COUNCIL_APPROVED,),
        S.REJECTED,
        (R.OFFICE_HEAD,),
        guards=("not_own_case", "in_no_decision"),
        needs_note=True,
        danger=True,
    ),
    Step(
        "reconsider",
        "Xét lại",
        (S.REJECTED,),
        S.RECEIVED,
        (R.OFFICE_HEAD,),
        guards=("not_own_case",),
        needs_note=True,
    ),
    Step(
        "recognise",
        "Công nhận sáng kiến",
        (S.COUNCIL_APPROVED,),
        S.RECOGNISED,
        (R.RECORDS,),
        guards=("in_this_decision",),
        direct=False,
    ),
    Step(
        "recognise_scope",
        "Ghi công nhận phạm vi ảnh hưởng",
        (S.RECOGNISED, S.SCOPED),
        S.SCOPED,
        OFFICE,
        guards=("not_own_case",),
        direct=False,
    ),
    Step(
        "withdraw",
        "Rút sáng kiến",
        (*EDITABLE, S.SUBMITTED, S.FORWARDED, S.RECEIVED),
        S.WITHDRAWN,
        AUTHORS,
        needs_note=True,
        danger=True,
    ),
)
