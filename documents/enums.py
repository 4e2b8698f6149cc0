"""Words of official papers (Nghị định 30/2020/NĐ-CP, Phụ lục III)."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """The value is the abbreviation used in the symbol. Only MADE_HERE are made; the rest are entered."""

    KE_HOACH = "KH", "Kế hoạch"
    TO_TRINH = "TTr", "Tờ trình"
    BIEN_BAN = "BB", "Biên bản"
    QUYET_DINH = "QĐ", "Quyết định"
    CONG_VAN = "CV", "Công văn"
    THONG_BAO = "TB", "Thông báo"
    HUONG_DAN = "HD", "Hướng dẫn"
    KHAC = "VB", "Văn bản khác"


MADE_HERE = (Kind.KE_HOACH, Kind.TO_TRINH, Kind.BIEN_BAN, Kind.QUYET_DINH)


class Origin(TextChoices):
    OURS = "ours", "Lập trên hệ thống"
    RECEIVED = "received", "Nhận từ nơi khác"
    HISTORIC = "historic", "Có trước hệ thống"


class DocumentState(TextChoices):
    PREPARED = "prepared", "Dự thảo trình ký"
    APPROVED = "approved", "Đã duyệt, chờ số"
    ISSUED = "issued", "Đã ban hành"
    DISCARDED = "discarded", "Đã bỏ dự thảo"


class JobState(TextChoices):
    WAITING = "waiting", "Chờ in"
    DONE = "done", "Đã in"
    FAILED = "failed", "In không được"


class LinkKind(TextChoices):
    """What a paper does to an earlier one: NĐ 30/2020, Điều 18 (thu hồi, thay thế, đính chính)."""

    CORRECTS = "corrects", "đính chính"
    REPLACES = "replaces", "thay thế"
    WITHDRAWS = "withdraws", "thu hồi"
    ANNULS = "annuls", "hủy bỏ một phần"


class Standing(TextChoices):
    """Whether an issued paper stands: derived from what later papers did to it."""

    IN_FORCE = "in_force", "Đang có hiệu lực"
    CORRECTED = "corrected", "Đã được đính chính"
    ANNULLED = "annulled", "Đã bị hủy bỏ một phần"
    REPLACED = "replaced", "Đã được thay thế"
    WITHDRAWN = "withdrawn", "Đã bị thu hồi"
