"""The flows of a registration and of a list of them, as tables."""

from nominations.enums import RegistrationState as G
from nominations.enums import SubmissionState as L
from thiduakt.workflow import Flow, Step
from units.enums import Role as R

from .dossiers import OFFICE, UNIT

REGISTRATION_FLOW = Flow(
    Step(
        "submit",
        "Gửi đăng ký",
        (G.DRAFT, G.CHANGES_REQUESTED),
        G.SUBMITTED,
        (R.OWNER, R.UNIT_CLERK),
        guards=("campaign_open", "in_target_group", "registration_in_time"),
        deadline="registration",
    ),
    Step(
        "send_list",
        "Gửi theo danh sách của đơn vị",
        (G.DRAFT, G.SUBMITTED, G.CHANGES_REQUESTED),
        G.SUBMITTED,
        UNIT,
        guards=("campaign_open", "in_target_group", "registration_in_time"),
        deadline="registration",
        direct=False,
    ),
    Step("accept", "Tiếp nhận đăng ký", (G.SUBMITTED,), G.ACCEPTED, OFFICE, guards=("not_own_case",)),
    Step(
        "request_changes",
        "Yêu cầu bổ sung",
        (G.SUBMITTED,),
        G.CHANGES_REQUESTED,
        OFFICE,
        guards=("not_own_case",),
        needs_note=True,
    ),
    Step(
        "withdraw",
        "Rút đăng ký",
        (G.DRAFT, G.SUBMITTED, G.CHANGES_REQUESTED, G.ACCEPTED),
        G.WITHDRAWN,
        (R.OWNER, R.UNIT_CLERK),
        guards=("no_live_dossier",),
        needs_note=True,
        danger=True,
    ),
)

# A list of registrations, at the level that it was sent to.
LIST_FLOW = Flow(
    Step("receive", "Tiếp nhận danh sách", (L.SENT,), L.RECEIVED, OFFICE),
    Step("return_list", "Trả lại danh sách", (L.SENT,), L.RETURNED, OFFICE, needs_note=True, danger=True),
)
