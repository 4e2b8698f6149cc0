"""Words of initiatives (sáng kiến)."""

from django.db.models import TextChoices


class SolutionKind(TextChoices):
    TECHNICAL = "ky_thuat", "Giải pháp kỹ thuật"
    MANAGEMENT = "quan_ly", "Giải pháp quản lý"
    OPERATION = "tac_nghiep", "Giải pháp tác nghiệp"
    APPLICATION = "ung_dung", "Ứng dụng tiến bộ kỹ thuật"


class InitiativeState(TextChoices):
    DRAFT = "draft", "Đang soạn đăng ký"
    REGISTERED = "registered", "Đã đăng ký, chờ mô tả"
    SUBMITTED = "submitted", "Đã nộp cho đơn vị"
    UNIT_CHANGES = "unit_changes", "Đơn vị yêu cầu bổ sung"
    FORWARDED = "forwarded", "Đơn vị đã gửi lên"
    CHANGES_REQUESTED = "changes_requested", "Nơi xét yêu cầu bổ sung"
    RECEIVED = "received", "Đã tiếp nhận"
    IN_COUNCIL = "in_council", "Hội đồng chấm điểm"
    COUNCIL_APPROVED = "council_approved", "Hội đồng đề nghị công nhận"
    REJECTED = "not_recognised", "Không được công nhận"
    RECOGNISED = "recognised", "Được công nhận"
    SCOPED = "scope_recognised", "Đã công nhận phạm vi ảnh hưởng"
    WITHDRAWN = "withdrawn", "Đã rút"


# While these last the authors write.
EDITABLE = (
    InitiativeState.DRAFT,
    InitiativeState.REGISTERED,
    InitiativeState.UNIT_CHANGES,
    InitiativeState.CHANGES_REQUESTED,
)
RECOGNISED_STATES = (InitiativeState.RECOGNISED, InitiativeState.SCOPED)
FINAL = (*RECOGNISED_STATES, InitiativeState.REJECTED, InitiativeState.WITHDRAWN)
# What nobody but its authors and their unit has seen.
UNSENT = (InitiativeState.DRAFT, InitiativeState.WITHDRAWN)


class Scope(TextChoices):
    """Phạm vi ảnh hưởng; the first is that of the recognition itself."""

    BASE = "co_so", "Cơ sở"
    PROVINCE = "tinh", "Bộ, tỉnh"
    NATION = "toan_quoc", "Toàn quốc"


class FileKind(TextChoices):
    EVIDENCE = "minh_chung", "Minh chứng kết quả"
    APPLIED = "ap_dung", "Xác nhận áp dụng, áp dụng thử"
    SIGNED = "don_ky", "Đơn yêu cầu công nhận đã ký tay"
