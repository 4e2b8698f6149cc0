"""Every line of the check: met, blocks the plan, or a hint that changes nothing by itself.

The words of a plan stay its writer's: whatever concerns their form is a hint, never applied.
"""

from dataclasses import dataclass

from .content import content_checks
from .labels import misnumbered
from .lines import BLOCKS, HINT, MET, Check, blocks, check, cited, hint, met
from .plan import PlanForm
from .signing import contradiction, remark

__all__ = ["BLOCKS", "HINT", "MET", "Check", "form_checks"]

ANNEX = "NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.{}"
SHORT = 3


@dataclass(frozen=True)
class Rule:
    """`law`: what asks for it; empty for what is the system's own care."""

    key: str
    title: str
    law: str
    judge: object


def issuer(plan: PlanForm) -> Check:
    return met(plan.issuer) if plan.issuer else blocks("Chưa chọn cơ quan ban hành.")


def symbol(plan: PlanForm) -> Check:
    if plan.symbol:
        return met(f"…/KH-{plan.symbol}: văn thư cấp số khi ban hành.")
    return hint("Cơ quan ban hành chưa có ký hiệu trong danh sách đơn vị nên số chỉ có “KH”.")


def place(plan: PlanForm) -> Check:
    return (
        met(f"{plan.place}; ngày ghi khi ban hành.") if plan.place else hint("Chưa có địa danh của cơ quan.")
    )


def title(plan: PlanForm) -> Check:
    if not plan.title.strip():
        return blocks("Chưa có trích yếu.")
    return check(not plan.title.rstrip().endswith((".", ";")), "Trích yếu có dấu chấm ở cuối.", plan.title)


def grounds(plan: PlanForm) -> Check:
    if not plan.grounds:
        return hint("Không có căn cứ ban hành.")
    unended = [line for line in plan.grounds if line.rstrip()[-1:] not in {";", ".", ",", ":"}]
    said = f"Căn cứ chưa kết thúc bằng dấu chấm phẩy: “{unended[0][:60]}…”." if unended else ""
    return check(not unended, said, f"{len(plan.grounds)} căn cứ.")


def ground_dates(plan: PlanForm) -> Check:
    late = [basis for basis in plan.bases if basis.day and basis.day > plan.on]
    said = "; ".join(f"{basis.words} đề ngày {basis.day:%d/%m/%Y}" for basis in late)
    if late:
        return blocks(f"Căn cứ có ngày sau ngày ban hành: {said}.", [basis.path for basis in late])
    return met("Các căn cứ đều có trước kế hoạch.")


def text(plan: PlanForm) -> Check:
    return met(f"{len(plan.clauses)} điều khoản.") if plan.clauses else blocks("Kế hoạch chưa có nội dung.")


def numbering(plan: PlanForm) -> Check:
    wrong = misnumbered(plan.clauses)
    said = "; ".join(words for words, _ in wrong[:SHORT])
    more = f" và {len(wrong) - SHORT} chỗ khác" if len(wrong) > SHORT else ""
    if wrong:
        return hint(f"Số thứ tự lặp hoặc nhảy: {said}{more}.", [path for _, path in wrong])
    return met("Số thứ tự liền nhau, không lặp.")


def end_mark(plan: PlanForm) -> Check:
    """The plan prints its own words: the mark must stand in them."""
    marked = [line.path for line in plan.clauses if "./." in line.words]
    last = plan.clauses[-1].path if plan.clauses else ""
    if not marked:
        return hint("Cuối văn bản chưa có “./.”.", [last] if last else [])
    if marked != [last]:
        return hint("“./.” đứng giữa văn bản; chỉ ghi một lần ở cuối.", marked)
    return met("Văn bản kết thúc bằng “./.”.")


def signer(plan: PlanForm) -> Check:
    if not plan.signer:
        return blocks("Chưa có người ký kế hoạch.")
    if plan.expected_lines is None and not plan.signer_refusal:
        return blocks(f"Không có {plan.signer} trong danh sách cán bộ của cơ quan ban hành.")
    return met(plan.signer)


def capacity(plan: PlanForm) -> Check:
    if plan.signer_refusal:
        return blocks(plan.signer_refusal)
    if plan.expected_lines is None:
        return hint("Chưa đối chiếu được vì chưa có người ký.")
    if wrong := contradiction(plan.lines, plan.expected_lines):
        return blocks(f"{plan.signer}: {wrong}")
    said = remark(plan.lines, plan.expected_lines)
    return check(not said, said, f"{' / '.join(plan.lines)}, {plan.signer}.")


def recipients(plan: PlanForm) -> Check:
    if not plan.recipients:
        return blocks("Chưa có nơi nhận.")
    kept = plan.recipients[-1].lstrip("- ").startswith("Lưu")
    return check(
        kept, "Dòng cuối của nơi nhận không phải “Lưu: VT, …”.", f"{len(plan.recipients)} nơi nhận, có Lưu."
    )


def doubts(plan: PlanForm) -> Check:
    if plan.open_doubts:
        return blocks(f"Còn {plan.open_doubts} nghi vấn trong kế hoạch chưa được xem.")
    return met("Không còn nghi vấn nào chưa xem.")


RULES = (
    Rule("national", "Quốc hiệu, tiêu ngữ", ANNEX.format(1), lambda plan: met("Hệ thống in sẵn.")),
    Rule("issuer", "Tên cơ quan ban hành", ANNEX.format(2), issuer),
    Rule("symbol", "Số, ký hiệu", ANNEX.format(3), symbol),
    Rule("place", "Địa danh, thời gian", ANNEX.format(4), place),
    Rule("title", "Tên loại, trích yếu", ANNEX.format(5), title),
    Rule("grounds", "Căn cứ ban hành", ANNEX.format(6), grounds),
    Rule("ground_dates", "Ngày của căn cứ", ANNEX.format(6), ground_dates),
    Rule("text", "Nội dung", ANNEX.format(6), text),
    Rule("numbering", "Số thứ tự điều khoản", ANNEX.format(6), numbering),
    Rule("end_mark", "Dấu kết thúc", ANNEX.format(6), end_mark),
    Rule("signer", "Người ký", "NĐ 30/2020/NĐ-CP, Điều 13", signer),
    Rule("capacity", "Quyền hạn, chức vụ", ANNEX.format(7), capacity),
    Rule("recipients", "Nơi nhận", ANNEX.format(9), recipients),
    Rule("doubts", "Nghi vấn trong văn bản", "", doubts),
)


def form_checks(plan: PlanForm) -> list[Check]:
    """All lines of the check, in the order of the paper."""
    form = [cited(rule.judge(plan), rule.key, rule.title, rule.law) for rule in RULES]
    return form + content_checks(plan)
