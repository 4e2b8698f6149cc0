"""The flow of a plan: drafted, checked for form, issued, closed."""

from campaigns.enums import CampaignState as S
from thiduakt.workflow import Flow, Step
from units.enums import Role as R

CAMPAIGN_FLOW = Flow(
    Step(
        "check_form",
        "Kiểm tra thể thức xong",
        (S.DRAFT,),
        S.CHECKED,
        (R.OFFICER, R.OFFICE_HEAD),
        guards=(
            "has_issuer",
            "has_clauses",
            "has_signatory",
            "no_open_doubt",
            "no_unchecked",
            "form_in_order",
        ),
    ),
    Step("reopen", "Sửa lại dự thảo", (S.CHECKED,), S.DRAFT, (R.OFFICER, R.OFFICE_HEAD), needs_note=True),
    Step(
        "launch",
        "Cấp số, ban hành kế hoạch",
        (S.CHECKED,),
        S.LAUNCHED,
        (R.RECORDS,),
        guards=("has_issuer", "no_open_doubt", "no_unchecked", "paper_approved"),
    ),
    # By another paper: taken where the paper is linked to this plan's.
    Step(
        "replace",
        "Thay thế bằng văn bản khác",
        (S.LAUNCHED,),
        S.REPLACED,
        (R.RECORDS, R.OFFICER, R.OFFICE_HEAD),
        guards=("replaced_by_paper",),
        direct=False,
    ),
    Step(
        "withdraw",
        "Thu hồi bằng văn bản khác",
        (S.LAUNCHED,),
        S.WITHDRAWN,
        (R.RECORDS, R.OFFICER, R.OFFICE_HEAD),
        guards=("withdrawn_by_paper",),
        danger=True,
        direct=False,
    ),
    Step(
        "close", "Tổng kết phong trào", (S.LAUNCHED,), S.CLOSED, (R.OFFICE_HEAD,), guards=("nothing_waits",)
    ),
)
