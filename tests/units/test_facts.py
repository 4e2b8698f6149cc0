import datetime as dt

import pytest

from thiduakt.errors import Refused
from units import services
from units.facts import head_line, joined, letterhead, signature_lines
from units.models import Person, Unit

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

START, ON = dt.date(2000, 1, 1), dt.date(2021, 2, 3)


def make(code, name, kind, parent=None, head="Trưởng phòng") -> Unit:
    return services.create_unit(
        code=code, name=name, short_name=name, kind=kind, valid_from=START, parent=parent, head_title=head
    )


@pytest.fixture
def units() -> dict[str, Unit]:
    tinh = make("tinh", "Ủy ban nhân dân tỉnh Ninh Thuận", "tinh", head="Chủ tịch")
    so = make("so", "Sở Công Thương", "so", tinh, "Giám đốc")
    xa = make("xa", "Ủy ban nhân dân xã Ninh Phước", "xa", tinh, "Chủ tịch")
    return {
        "tinh": tinh,
        "so": so,
        "named": make("named", "Sở Tài chính tỉnh Ninh Thuận", "so", tinh, "Giám đốc"),
        "so_phong": make("so_phong", "Văn phòng", "phong", so, "Chánh Văn phòng"),
        "xa": xa,
        "phong": make("phong", "Phòng Kinh tế", "phong", xa),
        "vp": make("vp", "Văn phòng HĐND và UBND", "phong", xa, "Chánh Văn phòng"),
        "truong": make("truong", "Trường Tiểu học Phước Dân", "don_vi", xa, "Hiệu trưởng"),
        "mttq": make("mttq", "Ủy ban Mặt trận Tổ quốc Việt Nam xã Ninh Phước", "doan_the", xa, "Chủ tịch"),
        "thi_tran": make("thi_tran", "Ủy ban nhân dân thị trấn Phước Dân", "xa", xa, "Chủ tịch"),
    }


@pytest.mark.parametrize(
    ("code", "parent", "lines"),
    [
        ("tinh", None, ["ỦY BAN NHÂN DÂN", "TỈNH NINH THUẬN"]),
        ("xa", None, ["ỦY BAN NHÂN DÂN", "XÃ NINH PHƯỚC"]),
        ("thi_tran", None, ["ỦY BAN NHÂN DÂN", "THỊ TRẤN PHƯỚC DÂN"]),
        ("so", "UBND TỈNH NINH THUẬN", ["SỞ CÔNG THƯƠNG"]),
        ("named", "UBND TỈNH NINH THUẬN", ["SỞ TÀI CHÍNH"]),
        ("so_phong", "SỞ CÔNG THƯƠNG TỈNH NINH THUẬN", ["VĂN PHÒNG"]),
        ("phong", "UBND XÃ NINH PHƯỚC", ["PHÒNG KINH TẾ"]),
        ("truong", "UBND XÃ NINH PHƯỚC", ["TRƯỜNG TIỂU HỌC PHƯỚC DÂN"]),
        ("mttq", None, ["ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "XÃ NINH PHƯỚC"]),
    ],
)
def test_letterhead_of_each_kind(units, code, parent, lines):
    assert letterhead(units[code], ON) == {"parent": parent, "lines": lines}


def test_letterhead_of_an_unplaced_unit(units):
    unit = make("alone", "Phòng Nội vụ", "phong")
    assert letterhead(unit, ON) == {"parent": None, "lines": ["PHÒNG NỘI VỤ"]}


def test_letterhead_follows_the_parent_of_the_day(units):
    new = make("kh", "Ủy ban nhân dân tỉnh Khánh Hòa", "tinh", head="Chủ tịch")
    services.set_parent(units["so"], new, since=dt.date(2025, 7, 1))
    assert letterhead(units["so"], dt.date(2025, 6, 30))["parent"] == "UBND TỈNH NINH THUẬN"
    assert letterhead(units["so"], dt.date(2025, 7, 1))["parent"] == "UBND TỈNH KHÁNH HÒA"


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("xa", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ NINH PHƯỚC"),
        ("so", "GIÁM ĐỐC SỞ CÔNG THƯƠNG TỈNH NINH THUẬN"),
        ("named", "GIÁM ĐỐC SỞ TÀI CHÍNH TỈNH NINH THUẬN"),
        ("phong", "TRƯỞNG PHÒNG KINH TẾ XÃ NINH PHƯỚC"),
        ("vp", "CHÁNH VĂN PHÒNG HĐND VÀ UBND XÃ NINH PHƯỚC"),
        ("truong", "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC PHƯỚC DÂN"),
    ],
)
def test_head_line_of_each_kind(units, code, line):
    assert head_line(units[code], ON) == line


def test_joined_without_title():
    assert joined("", "Phòng Kinh tế") == "Phòng Kinh tế"


@pytest.mark.parametrize(
    ("code", "position", "head", "collective", "lines"),
    [
        ("xa", "Chủ tịch", True, True, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        ("xa", "Chủ tịch", True, False, ["CHỦ TỊCH"]),
        ("xa", "Phó Chủ tịch", False, True, ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        ("xa", "Phó Chủ tịch", False, False, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        ("so", "Giám đốc", True, True, ["GIÁM ĐỐC"]),
        ("so", "Phó Giám đốc", False, False, ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        ("so", "Quyền Giám đốc", False, False, ["Q. GIÁM ĐỐC"]),
        ("mttq", "Chủ tịch", True, True, ["TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"]),
    ],
)
def test_signature_lines_of_the_body(units, code, position, head, collective, lines):
    person = Person.objects.create(full_name="Bạch Văn Nguyên")
    services.appoint(person, units[code], position, START, is_head=head)
    assert signature_lines(units[code], person, ON, collective=collective) == lines


def test_signature_lines_by_order(units):
    person = Person.objects.create(full_name="Phạm Ngọc Sơn")
    services.appoint(person, units["so_phong"], "Chánh Văn phòng", START, is_head=True)
    assert signature_lines(units["so"], person, ON) == ["TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"]


def test_signature_lines_of_staff(units):
    person = Person.objects.create(full_name="Nguyễn Thị Kim Oanh")
    services.appoint(person, units["xa"], "Chuyên viên", START)
    with pytest.raises(Refused) as refused:
        signature_lines(units["xa"], person, ON)
    assert str(refused.value) == (
        "Nguyễn Thị Kim Oanh không giữ chức vụ được ký văn bản của "
        "Ủy ban nhân dân xã Ninh Phước vào ngày 03/02/2021."
    )
