"""Dates, numbers and papers that a plan of its kind usually states: each a hint, none a rule of form."""

from itertools import pairwise

from .lines import Check, cited, hint, met
from .plan import Dated, PlanForm

# What refuses when its day has passed.
BINDING = ("registration", "initiative_registration", "dossier")


def content_checks(plan: PlanForm) -> list[Check]:
    return [
        cited(past(plan), "past", "Ngày không ở trong quá khứ"),
        cited(year(plan), "year", "Năm và thời gian thi đua"),
        cited(order(plan), "order", "Thứ tự các thời hạn"),
        *(award_checks(plan) if plan.awards else ()),
        *((cited(tasks(plan), "tasks", "Nhiệm vụ"),) if plan.work_plan else ()),
        *((cited(inherited(plan), "inherited", "Nội dung theo kế hoạch khác"),) if plan.unresolved else ()),
    ]


def said(found: list[Dated]) -> str:
    return "; ".join(f"{row.words} {row.day:%d/%m/%Y}" for row in found[:3])


def past(plan: PlanForm) -> Check:
    rows = [*plan.deadlines, *plan.tasks, *([plan.period] if plan.period else [])]
    over = [row for row in rows if row.day and row.day < plan.on]
    if not over:
        return met("Không có ngày nào đã qua.")
    closed = " Đơn vị sẽ không gửi được nữa." if any(row.kind in BINDING for row in over) else ""
    more = f" và {len(over) - 3} ngày khác" if len(over) > 3 else ""
    return hint(f"Đã qua: {said(over)}{more}.{closed}", [row.path for row in over])


def year(plan: PlanForm) -> Check:
    """The year of the title, of the plan and of the end of its period say the same."""
    named = f"năm {plan.year}"
    if plan.year is None:
        return hint("Kế hoạch không ghi năm.")
    if "năm 20" in plan.title and named not in plan.title:
        return hint(f"Trích yếu ghi năm khác với năm của kế hoạch ({plan.year}).")
    if plan.period and plan.period.day and plan.period.day.year not in (plan.year, plan.year + 1):
        return hint(f"Thi đua đến {plan.period.day:%d/%m/%Y}, không thuộc {named}.", [plan.period.path])
    return met(f"Cùng {named}.")


def order(plan: PlanForm) -> Check:
    """Registrations end before dossiers do, dossiers before they are appraised."""
    steps = [[row for row in plan.deadlines if row.kind == kind and row.day] for kind in STEPS]
    for first, second in pairwise(steps):
        if first and second and max(r.day for r in first) > max(r.day for r in second):
            words = f"{first[0].words} {first[0].day:%d/%m/%Y} sau {second[0].words} {second[0].day:%d/%m/%Y}"
            return hint(f"{words}.", [first[0].path, second[0].path])
    return met("Đăng ký, gửi hồ sơ, thẩm định theo đúng thứ tự.")


STEPS = ("registration", "dossier", "appraisal")


def award_checks(plan: PlanForm) -> list[Check]:
    kinds = {row.kind for row in plan.deadlines}
    quotas = met(f"{plan.quotas} mức.") if plan.quotas else hint("Không nêu số lượng khen thưởng.")
    parts = met(f"{plan.parts} loại giấy tờ.") if plan.parts else hint("Không nêu thành phần hồ sơ.")
    dossier = met("Có hạn gửi hồ sơ.") if "dossier" in kinds else hint("Không nêu hạn gửi hồ sơ.")
    found = [
        cited(quotas, "quotas", "Số lượng khen thưởng"),
        cited(parts, "parts", "Thành phần hồ sơ"),
        cited(dossier, "dossier", "Hạn gửi hồ sơ"),
    ]
    if plan.registration_demanded:
        demanded = "registration" in kinds
        row = met("Có hạn đăng ký.") if demanded else hint("Yêu cầu đăng ký nhưng không nêu hạn.")
        found.append(cited(row, "registration", "Hạn đăng ký"))
    return found


def tasks(plan: PlanForm) -> Check:
    undated = [row for row in plan.tasks if row.day is None]
    if not plan.tasks:
        return hint("Kế hoạch công tác chưa có nhiệm vụ nào.")
    if undated:
        return hint(
            f"{len(undated)}/{len(plan.tasks)} nhiệm vụ không có ngày.", [row.path for row in undated]
        )
    return met(f"{len(plan.tasks)} nhiệm vụ, đều có hạn.")


def inherited(plan: PlanForm) -> Check:
    words = "; ".join(f"{what.lower()} theo {reference}" for what, reference, _ in plan.unresolved)
    return hint(
        f"Kế hoạch được dẫn chưa có trên hệ thống nên phần này không tự kiểm tra được: {words}.",
        [path for *_, path in plan.unresolved],
    )
