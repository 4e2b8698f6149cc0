import unicodedata

import pytest

from campaigns.plan_text.targets import TargetSpec, understand_target

pytestmark = pytest.mark.pure

ROOMS = (
    "Tập thể các phòng, ban trực tiếp tham mưu triển khai thực hiện nhiệm vụ cải cách hành chính "
    "và cán bộ, công chức, viên chức thuộc Ủy ban nhân dân huyện."
)
COMMUNES = (
    "Tập thể Ủy ban nhân dân cấp xã, thị trấn, cán bộ, công chức và những người hoạt động không chuyên trách "
    "cấp xã trực tiếp tham mưu triển khai thực hiện nhiệm vụ cải cách hành chính."
)
INDUSTRY = (
    "Tập thể các phòng chuyên môn thuộc sở, đơn vị trực thuộc, các phòng chuyên môn đơn vị trực thuộc, "
    "doanh nghiệp thuộc ngành quản lý."
)
EVERYBODY = (
    "Toàn thể đội ngũ cán bộ, công chức, viên chức, người lao động ngành công thương, cá nhân của doanh "
    "nghiệp thuộc lĩnh vực quản lý ngành và mọi tầng lớp nhân dân."
)
FINANCE = (
    "Tập thể Sở, các phòng trực tiếp tham mưu triển khai thực hiện nhiệm vụ cải cách hành chính "
    "và cán bộ, công chức thuộc Sở."
)


def spec(collective, individual, kinds, categories, outsiders=False):
    return TargetSpec(collective, individual, frozenset(kinds), frozenset(categories), outsiders)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (ROOMS, spec(True, True, {"phong"}, {"can_bo", "cong_chuc", "vien_chuc"})),
        (COMMUNES, spec(True, True, {"xa"}, {"can_bo", "cong_chuc", "khong_chuyen_trach"})),
        (INDUSTRY, spec(True, False, {"phong", "don_vi", "doanh_nghiep"}, (), outsiders=True)),
        (
            EVERYBODY,
            spec(False, True, (), {"can_bo", "cong_chuc", "vien_chuc", "nguoi_lao_dong"}, outsiders=True),
        ),
        (FINANCE, spec(True, True, {"so", "phong"}, {"can_bo", "cong_chuc"})),
        ("Các Sở, ban, ngành; Uỷ ban nhân dân các huyện", spec(True, False, {"so", "huyen"}, ())),
        (
            "Công chức, viên chức các phòng, đơn vị thuộc Sở",
            spec(False, True, (), {"cong_chuc", "vien_chuc"}),
        ),
        ("UBND các xã, phường và đoàn thể", spec(True, False, {"xa", "doan_the"}, ())),
        ("Tập thể, cá nhân", spec(True, True, (), ())),
    ],
)
def test_understand_target(text, meant):
    assert understand_target(text) == meant
    assert understand_target(unicodedata.normalize("NFD", text)) == meant


def test_sentence_without_a_known_phrase_is_not_understood():
    assert understand_target("Theo hướng dẫn riêng.") == TargetSpec()
    assert understand_target("Theo hướng dẫn riêng.").understood is False
    assert understand_target(ROOMS).understood is True
