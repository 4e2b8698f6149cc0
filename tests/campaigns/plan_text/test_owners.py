import pytest

from campaigns.plan_text.owners import best_named, names_everybody

pytestmark = pytest.mark.pure
UNITS = {
    1: ["Văn phòng"],
    2: ["Phòng Nội vụ huyện Ninh Phước", "Phòng Nội vụ"],
    3: ["Phòng Văn hóa – Thông tin"],
    4: ["Văn phòng đăng ký đất đai"],
}


@pytest.mark.parametrize(
    ("owner", "unit"),
    [
        ("Văn phòng", 1),
        ("Văn phòng sở", 1),
        ("Phòng Nội vụ", 2),
        ("PHÒNG VĂN HÓA - THÔNG TIN", 3),
        ("Văn phòng đăng ký đất đai", 4),
        ("Phòng Tài chính", None),
        ("", None),
    ],
)
def test_unit_named_by_an_owner(owner, unit):
    assert best_named(owner, UNITS) == unit


@pytest.mark.parametrize(
    ("owner", "all_units"),
    [
        ("các phòng chuyên môn, đơn vị thuộc Sở", True),
        ("Các cơ quan, đơn vị", True),
        ("cá nhân các tổ chức, đơn vị thuộc Sở", True),
        ("Văn phòng", False),
        ("Hội đồng sáng kiến", False),
    ],
)
def test_phrase_for_all_units(owner, all_units):
    assert names_everybody(owner) is all_units
