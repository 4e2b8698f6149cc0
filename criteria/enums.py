"""Words of the catalogue, criteria and facts."""

from django.db.models import TextChoices


class AwardCategory(TextChoices):
    """Two catalogues that are never mixed (Luật 06/2022/QH15, Điều 9 and Điều 19–20)."""

    TITLE = "danh_hieu", "Danh hiệu thi đua"
    FORM = "hinh_thuc", "Hình thức khen thưởng"


class Group(TextChoices):
    COLLECTIVE = "collective", "Tập thể"
    INDIVIDUAL = "individual", "Cá nhân"
    HOUSEHOLD = "household", "Hộ gia đình"


class CriterionGroup(TextChoices):
    COMMON = "common", "Chung"
    COLLECTIVE = "collective", "Đối với tập thể"
    INDIVIDUAL = "individual", "Đối với cá nhân"
    HEAD = "head", "Đối với người đứng đầu"


class FactScale(TextChoices):
    RATING = "rating", "Xếp loại"
    SHARE = "share", "Số người, trên tổng số"
    COUNT = "count", "Số lượng"
    PERCENT = "percent", "Tỷ lệ phần trăm"


class HoldReason(TextChoices):
    DISCIPLINE = "ky_luat", "Đang xem xét hoặc thi hành kỷ luật"
    INSPECTION = "thanh_tra", "Đang thanh tra, kiểm tra, điều tra"
    COMPLAINT = "khieu_nai", "Đang xác minh khiếu nại, tố cáo"
