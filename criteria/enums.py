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
    SHARE = "share", "Số lượng, trên tổng số"
    COUNT = "count", "Số lượng"
    PERCENT = "percent", "Tỷ lệ phần trăm"


class Holders(TextChoices):
    """Whom a kind of fact is kept of."""

    BOTH = "both", "Đơn vị và cá nhân"
    UNIT = "unit", "Chỉ đơn vị"
    PERSON = "person", "Chỉ cá nhân"


class Period(TextChoices):
    """What part of the year a figure is of; what the rules read is the year's."""

    YEAR = "year", "Cả năm"
    Q1 = "q1", "Quý I"
    Q2 = "q2", "Quý II"
    Q3 = "q3", "Quý III"
    Q4 = "q4", "Quý IV"


class HoldReason(TextChoices):
    DISCIPLINE = "ky_luat", "Đang xem xét hoặc thi hành kỷ luật"
    INSPECTION = "thanh_tra", "Đang thanh tra, kiểm tra, điều tra"
    COMPLAINT = "khieu_nai", "Đang xác minh khiếu nại, tố cáo"
