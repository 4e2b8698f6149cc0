"""Words of plans and campaigns."""

from django.db.models import TextChoices


class CampaignKind(TextChoices):
    THEMATIC = "thematic", "Thi đua theo chuyên đề"
    REGULAR = "regular", "Thi đua thường xuyên"
    ANNUAL_PLAN = "annual_plan", "Kế hoạch công tác năm"


class CampaignState(TextChoices):
    DRAFT = "draft", "Đang soạn thảo"
    CHECKED = "checked", "Đã kiểm tra thể thức"
    LAUNCHED = "launched", "Đã ban hành"
    CLOSED = "closed", "Đã tổng kết"
    REPLACED = "replaced", "Đã được thay thế"
    WITHDRAWN = "withdrawn", "Đã bị thu hồi"


class RegistrationMode(TextChoices):
    NONE = "none", "Không bắt buộc đăng ký"
    WARN = "warn", "Chưa đăng ký thì nhắc"
    BLOCK = "block", "Không đăng ký thì không xét"


class TargetKind(TextChoices):
    COLLECTIVE = "collective", "Tập thể"
    INDIVIDUAL = "individual", "Cá nhân"
    BOTH = "both", "Tập thể và cá nhân"


class DeadlineKind(TextChoices):
    REGISTRATION = "registration", "Đăng ký thi đua"
    INITIATIVE_REGISTRATION = "initiative_registration", "Đăng ký sáng kiến"
    DOSSIER = "dossier", "Gửi hồ sơ"
    APPRAISAL = "appraisal", "Thẩm định, trình khen thưởng"
    REVIEW = "review", "Xét thi đua"
    OWN_PLAN = "own_plan", "Gửi kế hoạch của đơn vị"
    REPORT = "report", "Báo cáo"
    OTHER = "other", "Việc khác"


# What a unit may be let do after its day has passed.
LATE_KINDS = [
    (kind.value, kind.label)
    for kind in (DeadlineKind.REGISTRATION, DeadlineKind.INITIATIVE_REGISTRATION, DeadlineKind.DOSSIER)
]


class QuotaKind(TextChoices):
    MAX = "max", "Tối đa"
    EXACT = "exact", "Đúng số lượng"
    REQUESTED = "requested", "Đề nghị cấp trên"


class Per(TextChoices):
    SUBMISSION = "submission", "Một bản cho cả đơn vị"
    NOMINEE = "nominee", "Từng đề nghị"


class Paper(TextChoices):
    """What a required paper is, so that the system can write it."""

    SUBMISSION = "submission", "Tờ trình"
    MINUTES = "minutes", "Biên bản họp Hội đồng"
    REPORT = "report", "Báo cáo thành tích"
    SUMMARY = "summary", "Bản tóm tắt thành tích"
    OTHER = "other", "Giấy tờ khác"


class BasisRelation(TextChoices):
    BASIS = "basis", "Căn cứ"
    PARENT_PLAN = "parent_plan", "Thực hiện kế hoạch cấp trên"


class RuleKind(TextChoices):
    REGISTRATION = "registration_required", "Phải đăng ký thi đua"
    INITIATIVE = "initiative_registration_required", "Phải đăng ký sáng kiến"
    OTHER = "other", "Quy định khác"


class NoteKind(TextChoices):
    DOUBT = "doubt", "Nghi vấn"
    LEFT_OUT = "left_out", "Không in"


class HeadFact(TextChoices):
    """What a plan says of itself, outside the rules of its clauses."""

    DOCUMENT = "document", "Số, ngày, trích yếu"
    ISSUER = "issuer", "Cơ quan ban hành"
    PERIOD = "period", "Thời gian thi đua"
    REGISTRATION = "registration", "Đăng ký thi đua"
    SIGNATORY = "signatory", "Người ký"
