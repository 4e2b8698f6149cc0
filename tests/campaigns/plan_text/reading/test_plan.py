"""The five plans, read by program, equal the five written by hand; what is no plan is refused."""

import pytest

from campaigns.plan_text.reading import NotAPlan, read_plan
from tests.campaigns.plan_contract import FOLDER, NUMBERS, SHAPE, load, misfits

pytestmark = pytest.mark.pure
each_plan = pytest.mark.parametrize("number", NUMBERS)


def text_of(number):
    return (FOLDER / f"{number}.txt").read_text(encoding="utf-8")


def by_hand(number):
    """The hand-made plan without its notes; every rule has its `award`."""
    plan = load(number)
    del plan["notes"]
    return plan | {"rules": [{"award": None} | rule for rule in plan["rules"]]}


@each_plan
def test_plan_read_equals_the_one_written_by_hand(number):
    read = read_plan(text_of(number))
    del read["notes"]
    assert read == by_hand(number)


@each_plan
def test_notes_written_by_hand_are_found(number):
    found = read_plan(text_of(number))["notes"]
    assert [note for note in load(number)["notes"] if note not in found] == []


@each_plan
def test_plan_read_has_every_key_of_the_contract(number):
    read = read_plan(text_of(number))
    assert list(read) == list(SHAPE)
    assert misfits(read, SHAPE, "plan") == []


LETTER = """SỞ NỘI VỤ
Số: 12/SNV-TĐKT
V/v đăng ký thi đua năm 2025

Kính gửi: Các phòng, đơn vị trực thuộc.

Thực hiện kế hoạch công tác năm 2025, đề nghị các phòng đăng ký thi đua trước ngày 15/3/2025./.
"""
DECISION = """ỦY BAN NHÂN DÂN
TỈNH AN BÌNH

QUYẾT ĐỊNH
Về việc tặng Giấy khen

Điều 1. Tặng Giấy khen cho 05 tập thể có thành tích trong phong trào thi đua.

Điều 2. Quyết định này có hiệu lực từ ngày ký./.
"""
NOVEL = "Chương một\n\nTrời đã tối. Ông Tư ngồi trước hiên, nghĩ về cái kế hoạch trồng lúa của mình.\n" * 40
OTHER_PLAN = "KẾ HOẠCH\nPhòng, chống lụt bão năm 2025\n\nI. MỤC ĐÍCH\n\n1. Chủ động ứng phó./.\n"


@pytest.mark.parametrize("text", ["", " \n\t\ufeff", LETTER, DECISION, NOVEL, OTHER_PLAN])
def test_text_that_is_no_plan_is_refused_in_one_sentence(text):
    with pytest.raises(NotAPlan) as refused:
        read_plan(text)
    assert str(refused.value).count(".") == 1
    assert isinstance(refused.value, ValueError)
