"""Words of councils and their sessions."""

from django.db.models import TextChoices


class CouncilKind(TextChoices):
    EMULATION = "tdkt", "Hội đồng Thi đua – Khen thưởng"
    INITIATIVE = "sang_kien", "Hội đồng sáng kiến"


class Seat(TextChoices):
    CHAIR = "chair", "Chủ tịch Hội đồng"
    VICE = "vice", "Phó Chủ tịch Hội đồng"
    SECRETARY = "secretary", "Thư ký"
    MEMBER = "member", "Ủy viên"


class SessionState(TextChoices):
    PLANNED = "planned", "Đang chuẩn bị"
    OPEN = "open", "Đang họp"
    CLOSED = "closed", "Đã kết thúc"


class Presence(TextChoices):
    PRESENT = "present", "Có mặt"
    SUBSTITUTE = "substitute", "Có người được ủy quyền dự thay"
    WRITTEN = "written", "Vắng, có ý kiến bằng văn bản"
    ABSENT = "absent", "Vắng"


class ItemResult(TextChoices):
    PENDING = "pending", "Chưa biểu quyết"
    APPROVED = "approved", "Hội đồng đề nghị"
    REJECTED = "rejected", "Hội đồng không đề nghị"


class RoundMode(TextChoices):
    PAPER = "paper", "Phiếu giấy"
    SCREEN = "screen", "Trên màn hình"


class RoundState(TextChoices):
    OPEN = "open", "Đang bỏ phiếu"
    COUNTED = "counted", "Đã kiểm phiếu"
    CANCELLED = "cancelled", "Đã hủy"


class Choice(TextChoices):
    YES = "yes", "Đồng ý"
    NO = "no", "Không đồng ý"
