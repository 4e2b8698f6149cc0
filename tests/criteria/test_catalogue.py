import datetime as dt
import json
from decimal import Decimal

import pytest
from django.conf import settings
from django.core.management import call_command

from criteria.models import AwardRule, AwardType, BaseSalary, FactKind, Indicator, LegalRegime
from criteria.services import base_salary_on, load_catalogue, regime_on, rule_for
from nominations.money import bonus
from thiduakt.errors import Refused
from units.models import Unit

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

MODELS = (LegalRegime, BaseSalary, AwardType, AwardRule, Indicator, FactKind)
D = dt.date


@pytest.fixture
def catalogue():
    path = settings.BASE_DIR / "fixtures" / "catalogue.json"
    return load_catalogue(json.loads(path.read_text()))


def unit(kind: str) -> Unit:
    return Unit.objects.create(
        code=kind, name=f"Đơn vị {kind}", short_name=f"Đơn vị {kind}", kind=kind, valid_from=D(1992, 4, 1)
    )


def award(code: str) -> AwardType:
    return AwardType.objects.get(code=code)


def rows() -> list[list[dict]]:
    return [list(model.objects.order_by("pk").values()) for model in MODELS]


def test_load_twice_like_once(capsys):
    call_command("load_catalogue")
    before = rows()
    call_command("load_catalogue")
    assert rows() == before
    assert (
        capsys.readouterr().out.splitlines()
        == [
            "Đã nạp danh mục: 4 chế độ pháp lý, 8 mức lương cơ sở, 18 danh hiệu và hình thức, "
            "73 quy định khen thưởng, 23 chỉ số, 11 loại số liệu; Phiếu chấm điểm sáng kiến."
        ]
        * 2
    )


def test_load_restores_changed_row(catalogue):
    AwardType.objects.filter(code="GK").update(name="Giấy khác")
    call_command("load_catalogue")
    assert award("GK").name == "Giấy khen"


def test_every_rule_is_clean(catalogue):
    for rule in AwardRule.objects.all():
        rule.full_clean()


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (D(2017, 10, 1), "2017"),
        (D(2021, 12, 10), "2017"),
        (D(2023, 12, 31), "2017"),
        (D(2024, 1, 1), "2024"),
        (D(2025, 6, 30), "2024"),
        (D(2025, 7, 1), "2025"),
        (D(2026, 9, 30), "2025"),
        (D(2026, 10, 1), "2026"),
    ],
)
def test_regime_on_its_days(catalogue, on, code):
    assert regime_on(on).code == code


def test_regime_before_the_first(catalogue):
    with pytest.raises(Refused, match=r"^Danh mục chưa có quy định pháp luật áp dụng cho ngày 30/09/2017\.$"):
        regime_on(D(2017, 9, 30))


def test_salary_before_the_first(catalogue):
    with pytest.raises(Refused, match=r"^Danh mục chưa có mức lương cơ sở cho ngày 30/06/2013\.$"):
        base_salary_on(D(2013, 6, 30))


@pytest.mark.parametrize(
    ("on", "amount"),
    [
        (D(2019, 6, 30), 1_390_000),
        (D(2019, 7, 1), 1_490_000),
        (D(2023, 7, 1), 1_800_000),
        (D(2024, 7, 1), 2_340_000),
        (D(2026, 6, 30), 2_340_000),
        (D(2026, 7, 1), 2_530_000),
    ],
)
def test_salary_on_its_days(catalogue, on, amount):
    assert base_salary_on(on).amount == amount


@pytest.mark.parametrize(
    ("code", "group", "kind", "on", "money"),
    [
        ("GK", "individual", "huyen", D(2021, 12, 10), 450_000),
        ("GK", "collective", "huyen", D(2021, 12, 10), 900_000),
        ("GK", "individual", "xa", D(2021, 12, 10), 230_000),
        ("GK", "collective", "xa", D(2021, 12, 10), 450_000),
        ("GK", "household", "xa", D(2021, 12, 10), 230_000),
        ("BKT", "individual", "tinh", D(2021, 12, 10), 1_490_000),
        ("BKT", "collective", "tinh", D(2021, 12, 10), 2_980_000),
        ("CSTDCS", "individual", "huyen", D(2023, 12, 31), 1_800_000),
        ("GK", "collective", "huyen", D(2024, 1, 1), 1_080_000),
        ("BKT", "individual", "tinh", D(2024, 1, 1), 2_700_000),
        ("GK", "individual", "xa", D(2025, 6, 30), 360_000),
        ("GK", "individual", "xa", D(2025, 7, 1), 710_000),
        ("GK", "household", "xa", D(2025, 7, 1), 1_060_000),
        ("TTLDTT", "collective", "xa", D(2025, 7, 1), 1_880_000),
        ("LDTT", "individual", "xa", D(2026, 7, 1), 760_000),
        ("GK", "collective", "xa", D(2026, 11, 21), 1_520_000),
        ("BKT", "collective", "tinh", D(2026, 11, 21), 7_590_000),
        ("CSTDT", "individual", "tinh", D(2026, 11, 21), 7_590_000),
        ("CTDT", "collective", "tinh", D(2026, 11, 21), 20_240_000),
    ],
)
def test_bonus_by_rule_of_the_day(catalogue, code, group, kind, on, money):
    rule = rule_for(award(code), group, on=on, unit=unit(kind))
    assert bonus(rule.coefficient, base_salary_on(on).amount) == money


AMOUNTS = {
    # coefficient: at 1 490 000, 1 800 000, 2 340 000, 2 530 000
    "0.15": (230_000, 270_000, 360_000, 380_000),
    "0.3": (450_000, 540_000, 710_000, 760_000),
    "0.45": (680_000, 810_000, 1_060_000, 1_140_000),
    "0.6": (900_000, 1_080_000, 1_410_000, 1_520_000),
    "0.8": (1_200_000, 1_440_000, 1_880_000, 2_030_000),
    "1.0": (1_490_000, 1_800_000, 2_340_000, 2_530_000),
    "1.5": (2_240_000, 2_700_000, 3_510_000, 3_800_000),
    "2.0": (2_980_000, 3_600_000, 4_680_000, 5_060_000),
    "3.0": (4_470_000, 5_400_000, 7_020_000, 7_590_000),
    "3.5": (5_220_000, 6_300_000, 8_190_000, 8_860_000),
    "4.5": (6_710_000, 8_100_000, 10_530_000, 11_390_000),
    "7.0": (10_430_000, 12_600_000, 16_380_000, 17_710_000),
    "8.0": (11_920_000, 14_400_000, 18_720_000, 20_240_000),
    "12.0": (17_880_000, 21_600_000, 28_080_000, 30_360_000),
}


def test_every_coefficient_has_its_amounts(catalogue):
    days = (D(2019, 7, 1), D(2023, 7, 1), D(2024, 7, 1), D(2026, 7, 1))
    computed = {
        text: tuple(bonus(Decimal(text), base_salary_on(on).amount) for on in days) for text in AMOUNTS
    }
    known = {Decimal(text) for text in AMOUNTS}
    used = AwardRule.objects.exclude(coefficient=None).values_list("coefficient", flat=True)
    assert computed == AMOUNTS
    assert set(used) <= known


def test_rule_of_unverified_regime_is_the_inherited_one(catalogue):
    rule = rule_for(award("GK"), "individual", on=D(2026, 10, 1), unit=unit("xa"))
    assert (rule.regime.code, rule.regime.verified, regime_on(D(2026, 10, 1)).verified) == (
        "2025",
        True,
        False,
    )


def test_rule_of_the_unit_comes_first(catalogue):
    xa = unit("xa")
    own = AwardRule.objects.create(
        award_type=award("GK"), group="individual", unit=xa, authority="Chủ tịch", citation="Quy chế của xã"
    )
    assert rule_for(award("GK"), "individual", on=D(2026, 11, 21), unit=xa) == own


def test_rule_of_a_body_without_authority(catalogue):
    with pytest.raises(Refused) as refused:
        rule_for(award("CSTDT"), "individual", on=D(2025, 7, 1), unit=unit("xa"))
    assert str(refused.value) == (
        "Đơn vị xa không có thẩm quyền quyết định Chiến sĩ thi đua cấp tỉnh cho cá nhân theo quy định ngày "
        "01/07/2025 (Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022; "
        "Nghị định 152/2025/NĐ-CP ngày 14/6/2025)."
    )


@pytest.mark.parametrize(
    ("on", "cap", "vote", "ballot"),
    [(D(2021, 1, 1), 15, None, False), (D(2024, 1, 1), None, 80, True), (D(2025, 7, 1), None, 80, True)],
)
def test_votes_and_cap_of_cstdcs(catalogue, on, cap, vote, ballot):
    rule = rule_for(award("CSTDCS"), "individual", on=on, unit=unit("so"))
    assert (rule.cap_percent, rule.vote_percent, rule.ballot_required) == (cap, vote, ballot)


def test_parts_of_giay_khen_are_the_four(catalogue):
    rule = rule_for(award("GK"), "collective", on=D(2026, 11, 21), unit=unit("xa"))
    assert [part["paper"] for part in rule.required_parts] == ["submission", "minutes", "report", "summary"]
