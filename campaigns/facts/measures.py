"""What the system checks of a criterion, in words."""

from criteria.models import Criterion
from thiduakt.vietnamese.text import first_upper

RATINGS = {
    "HTXSNV": "Hoàn thành xuất sắc nhiệm vụ",
    "HTTNV": "Hoàn thành tốt nhiệm vụ",
    "HTNV": "Hoàn thành nhiệm vụ",
}
OF = {"posts": "biên chế", "subordinate_units": "số đơn vị trực thuộc"}
BY_SYSTEM, BY_PERSON = "hệ thống kiểm tra", "người xác nhận"


def checked_by(criterion: Criterion) -> str:
    """Figures and records are checked by the system, everything else is confirmed by a person."""
    counted = any(found["kind"] != "any" for found in criterion.disqualifiers)
    return BY_SYSTEM if criterion.measures or counted else BY_PERSON


def measured(criterion: Criterion) -> list[str]:
    """Sentences for the figures of a criterion, its disqualifiers last."""
    lines = [measure_words(measure) for measure in criterion.measures]
    lines += [disqualifier_words(found) for found in criterion.disqualifiers]
    return [line for line in lines if line]


def measure_words(measure: dict) -> str:
    words = MEASURES.get(measure["kind"])
    return words(measure) if words else ""


def rise_words(measure: dict) -> str:
    rise = "tăng điểm hoặc thứ hạng" if measure.get("or_rank") else "tăng điểm"
    return f"{', '.join(measure['indicators'])}: {rise} so với năm trước."


MEASURES = {
    "rating_at_least": lambda m: f"Xếp loại từ {RATINGS.get(m['rating'], m['rating'])} trở lên.",
    "indicator_rise": rise_words,
    "percent_at_least": lambda m: f"Đạt từ {m['percent']}% trở lên.",
    "none_of": lambda m: "Không có vi phạm được ghi nhận.",
}


def disqualifier_words(found: dict) -> str:
    of = f" {OF[found['of']]}" if found.get("of") else ""
    exception = f" (trong văn bản: “{found['exception']}”)" if found.get("exception") else ""
    if found["kind"] == "share_over":
        percent = found["percent"]
        return f"Không xét nếu trên {percent}%{of} vi phạm; đúng {percent}% vẫn được xét{exception}."
    if found["kind"] == "below":
        return f"Không xét nếu dưới {found['percent']}%{exception}."
    return first_upper(found["text"].rstrip(".")) + "."
