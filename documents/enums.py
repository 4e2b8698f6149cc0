"""Words of official papers (Nghị định 30/2020/NĐ-CP, Phụ lục III)."""

from django.db.models import TextChoices


class Kind(TextChoices):
    """The kinds this system makes; the value is the abbreviation used in the symbol."""

    KE_HOACH = "KH", "Kế hoạch"
    TO_TRINH = "TTr", "Tờ trình"
    BIEN_BAN = "BB", "Biên bản"
    QUYET_DINH = "QĐ", "Quyết định"


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
