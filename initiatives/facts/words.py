"""An initiative told in sentences: what a step did, its trail line by line."""

from initiatives.flow import INITIATIVE_FLOW
from initiatives.models import Initiative
from thiduakt.events.told import Told, told
from units.models import BY_ROLE

DONE = {
    "register": "Đã gửi đăng ký {}. Tiếp theo: viết mô tả, cùng các tác giả ký rồi nộp cho đơn vị.",
    "submit": "Đã nộp {} cho đơn vị. Tiếp theo: đơn vị xem rồi gửi lên nơi xét.",
    "unit_return": "Đã yêu cầu bổ sung {}. Tiếp theo: tác giả bổ sung rồi nộp lại.",
    "forward": "Đã gửi {} lên nơi xét. Tiếp theo: nơi xét tiếp nhận.",
    "receive": "Đã tiếp nhận {}. Tiếp theo: đưa ra Hội đồng sáng kiến.",
    "request_changes": "Đã yêu cầu bổ sung {}. Tiếp theo: chờ gửi bổ sung.",
    "resubmit": "Đã gửi bổ sung {}. Tiếp theo: nơi xét tiếp nhận.",
    "decline": "Đã ghi không công nhận {}; tác giả đọc được lý do.",
    "reconsider": "Đã đưa {} về xét lại. Tiếp theo: đưa ra Hội đồng sáng kiến.",
    "withdraw": "Đã rút {}; không được xét nữa.",
}
# Told before the step is taken.
WILL = {
    "register": ("Tên, lĩnh vực được ghi là đã đăng ký; sau đó viết mô tả và nộp cho đơn vị.",),
    "submit": ("Bản mô tả được khóa lại để đơn vị xem.", "Chức vụ, nơi công tác của tác giả được ghi lại."),
    "unit_return": ("Tác giả sửa lại được bản mô tả, thấy lý do.",),
    "forward": ("Sáng kiến đến nơi xét, kèm bản mô tả và minh chứng.",),
    "receive": ("Sáng kiến vào danh sách chờ Hội đồng chấm điểm.",),
    "request_changes": ("Tác giả sửa lại được bản mô tả, thấy lý do.",),
    "resubmit": ("Bản mô tả đã bổ sung được khóa lại và gửi lên nơi xét.",),
    "decline": ("Sáng kiến không vào quyết định công nhận; tác giả đọc được lý do.",),
    "reconsider": ("Sáng kiến trở lại danh sách chờ Hội đồng; điểm của phiên trước vẫn còn trong biên bản.",),
    "withdraw": ("Sáng kiến không được xét nữa và không khôi phục được.",),
}
OTHER_ACTS = {
    "sign": "Tác giả ký xác nhận",
    "score": "Chấm điểm",
    "hand_over": "Chuyển tiếp cho nơi kế thừa",
    "prepare_decision": "Đưa vào dự thảo quyết định công nhận",
    "return_decision": "Dự thảo quyết định bị trả lại",
}
BIG = ("forward", "recognise", "recognise_scope")


def done(action: str, initiative: Initiative) -> str:
    return DONE[action].format(f"sáng kiến “{initiative.name}”")


def story(initiative: Initiative) -> list[Told]:
    """The trail, newest first, from its being drawn up. Single members' scores are the council's own."""
    begun = Told(initiative.created_at, "Lập đăng ký", str(initiative.created_by))
    events = initiative.events.exclude(action="score").select_related("by", "membership__unit", *BY_ROLE)
    return [*(line(event) for event in events.order_by("-seq")), begun]


def line(event) -> Told:
    label = OTHER_ACTS.get(event.action) or INITIATIVE_FLOW.label(event.action)
    return told(event, label, big=event.action in BIG)
