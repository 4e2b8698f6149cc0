"""Words of registrations, dossiers, submissions and awards."""

from django.db.models import TextChoices


class RegistrationState(TextChoices):
    DRAFT = "draft", "Nháp"
    SUBMITTED = "submitted", "Đã gửi"
    CHANGES_REQUESTED = "changes_requested", "Yêu cầu bổ sung"
    ACCEPTED = "accepted", "Đã tiếp nhận"
    WITHDRAWN = "withdrawn", "Đã rút"


class StageState(TextChoices):
    """States of a dossier at one level; the first six at the unit, the rest at a receiving level."""

    DRAFT = "draft", "Nháp"
    SUBMITTED = "submitted", "Đã nộp cho đơn vị"
    UNIT_CHANGES = "unit_changes", "Đơn vị yêu cầu bổ sung"
    UNIT_PROPOSED = "unit_proposed", "Đơn vị đề nghị"
    UNIT_DECLINED = "unit_declined", "Đơn vị không đề nghị"
    SENT = "sent", "Đã trình"
    ARRIVED = "arrived", "Chờ tiếp nhận"
    RECEIVED = "received", "Đã tiếp nhận"
    CHANGES_REQUESTED = "changes_requested", "Yêu cầu bổ sung"
    RESUBMITTED = "resubmitted", "Đã bổ sung"
    ELIGIBLE = "eligible", "Đủ điều kiện"
    INELIGIBLE = "ineligible", "Không đủ điều kiện"
    IN_COUNCIL = "in_council", "Trình Hội đồng"
    COUNCIL_APPROVED = "council_approved", "Hội đồng đề nghị"
    COUNCIL_REJECTED = "council_rejected", "Hội đồng không đề nghị"
    PROPOSED = "proposed", "Trình ký"
    FORWARDED = "forwarded", "Đã trình cấp trên"
    AWAITED = "awaited", "Chờ kết quả của cấp trên"
    UPPER_DECLINED = "upper_declined", "Cấp trên không khen thưởng"
    AWARDED = "awarded", "Đã khen thưởng"
    REVOKED = "revoked", "Đã hủy khen thưởng"
    ON_HOLD = "on_hold", "Tạm dừng xét"
    WITHDRAWN = "withdrawn", "Đã rút"


class UnitWord(TextChoices):
    """The five words that a unit sees (design guide, states)."""

    WRITING = "writing", "Đang soạn"
    SENT = "sent", "Đã gửi"
    TO_SUPPLEMENT = "to_supplement", "Cần bổ sung"
    REVIEWING = "reviewing", "Đang xét"
    RESULT = "result", "Có kết quả"


class RevocationReason(TextChoices):
    """Why an award is taken back (Luật 06/2022/QH15, Điều 93)."""

    FALSE = "false", "Kê khai gian dối thành tích để được khen thưởng"
    FORGED = "forged", "Cung cấp thông tin sai sự thật hoặc làm giả hồ sơ, giấy tờ để được khen thưởng"
    ILLEGAL = "illegal", "Việc thẩm định, xét, duyệt, đề nghị khen thưởng trái quy định của pháp luật"
    CONCLUDED = "concluded", "Có kết luận của cơ quan có thẩm quyền về việc không đủ điều kiện khen thưởng"


class SubmissionState(TextChoices):
    """The last two are of a list of registrations; what became of dossiers stands in their stages."""

    DRAFT = "draft", "Đang soạn"
    SENT = "sent", "Đã gửi"
    RECEIVED = "received", "Đã tiếp nhận"
    RETURNED = "returned", "Đã trả lại"


class Carries(TextChoices):
    """What the list of a submission names; its letter keeps their keys under this word."""

    DOSSIERS = "dossiers", "Hồ sơ đề nghị"
    REGISTRATIONS = "registrations", "Đăng ký thi đua"


class CheckState(TextChoices):
    """What the office found of one paper."""

    UNCHECKED = "unchecked", "Chưa kiểm tra"
    OK = "ok", "Đủ"
    MISSING = "missing", "Thiếu"
    WRONG = "wrong", "Sai"


class PointState(TextChoices):
    """Where one point of a request for a supplement stands."""

    OPEN = "asked", "Chờ bổ sung"
    DONE = "done", "Đã xong"
    NOT_DONE = "not_done", "Chưa xong"


# Who asks a thing of a nominee: every award, the law for this one, the plan.
GENERAL, LAW, PLAN = "general", "law", "plan"


class Outcome(TextChoices):
    """The word for one criterion; the same four as criteria.measures."""

    MET = "met", "Đạt"
    UNMET = "unmet", "Không đạt"
    CONFIRM = "confirm", "Cần xác nhận"
    UNKNOWN = "unknown", "Chưa có dữ liệu"


S = StageState
# A stage in one of these is over: the dossier went on to the next level.
PASSED_ON = (S.SENT, S.FORWARDED)
AT_UNIT = (S.DRAFT, S.SUBMITTED, S.UNIT_CHANGES, S.UNIT_PROPOSED, S.UNIT_DECLINED)
EDITABLE = (S.DRAFT, S.UNIT_CHANGES, S.CHANGES_REQUESTED)
# Before the council, in the hands of the office: where it appraises, and whose turn it is.
APPRAISED_IN = (S.ARRIVED, S.RECEIVED, S.RESUBMITTED)
# With the level that reviews it, and not over there.
AT_OFFICE = (
    *APPRAISED_IN,
    S.CHANGES_REQUESTED,
    S.ELIGIBLE,
    S.IN_COUNCIL,
    S.COUNCIL_APPROVED,
    S.PROPOSED,
    S.ON_HOLD,
)
# States that hold a slot of the quota.
HOLDS_SLOT = (S.PROPOSED, S.FORWARDED, S.AWARDED)
# Over without an award: the dossier holds no slot any more, at whatever level.
LOST = (S.WITHDRAWN, S.UNIT_DECLINED, S.INELIGIBLE, S.COUNCIL_REJECTED, S.UPPER_DECLINED, S.REVOKED)
FINAL = (S.AWARDED, *LOST)


class BlankKey(TextChoices):
    """What may be printed on a pre-printed certificate."""

    GIVER = "giver", "Người tặng"
    NAME = "name", "Họ tên, tên tập thể"
    DETAIL = "detail", "Chức vụ, đơn vị"
    ACHIEVEMENT = "achievement", "Thành tích"
    DECISION = "decision", "Số quyết định"
    BOOK = "book", "Số sổ vàng"
    DATE = "date", "Địa danh, ngày"
    POSITION = "position", "Chức vụ người ký"
    SIGNER = "signer", "Họ tên người ký"


class Align(TextChoices):
    LEFT = "left", "Trái"
    CENTER = "center", "Giữa"
    RIGHT = "right", "Phải"
