"""The parts of a description, as the form of the application has them."""

from dataclasses import dataclass

from initiatives.enums import InitiativeState
from initiatives.models import Initiative


@dataclass(frozen=True)
class Part:
    """`key` is the field of the initiative, `slug` its place in an address."""

    key: str
    slug: str
    title: str
    help: str
    required: bool = True


PARTS = (
    Part(
        "known_state",
        "tinh-trang",
        "Tình trạng giải pháp đã biết",
        "Trước đây việc này làm thế nào, còn vướng gì, vì sao phải đổi.",
    ),
    Part(
        "content",
        "noi-dung",
        "Nội dung giải pháp, tính mới",
        "Làm gì, theo các bước nào; chỗ nào khác với cách đã biết.",
    ),
    Part(
        "applicability",
        "kha-nang-ap-dung",
        "Khả năng áp dụng",
        "Đã áp dụng ở đâu, còn áp dụng được ở những nơi nào.",
    ),
    Part(
        "benefits",
        "loi-ich",
        "Lợi ích thu được",
        "Theo tác giả: tiền, thời gian, số việc; so với trước khi áp dụng.",
    ),
    Part(
        "user_benefits",
        "loi-ich-noi-ap-dung",
        "Lợi ích theo nơi đã áp dụng",
        "Ý kiến của cơ quan, người đã áp dụng; không phải của tác giả. Chưa có thì để trống.",
        required=False,
    ),
    Part(
        "conditions",
        "dieu-kien",
        "Điều kiện cần thiết để áp dụng",
        "Con người, thiết bị, kinh phí, quy định cần có.",
        required=False,
    ),
    Part(
        "testers",
        "ap-dung-thu",
        "Người tham gia áp dụng thử",
        "Mỗi người một dòng: họ tên, nơi công tác, việc đã làm. Không có thì để trống.",
        required=False,
    ),
    Part(
        "secrets",
        "bao-mat",
        "Thông tin cần bảo mật",
        "Phần nào không được phổ biến, nếu có.",
        required=False,
    ),
)


def part_named(slug: str) -> Part | None:
    return next((part for part in PARTS if part.slug == slug), None)


def missing_parts(initiative: Initiative) -> list[Part]:
    """Required parts that are still empty."""
    return [part for part in PARTS if part.required and not getattr(initiative, part.key).strip()]


def registration_frozen(initiative: Initiative) -> bool:
    """Name, field and kind are those that were registered in time; the description comes later."""
    return initiative.state != InitiativeState.DRAFT
