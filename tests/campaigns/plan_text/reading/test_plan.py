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


def plan_with(body):
    """A small plan around the lines, which stand under KHEN THƯỞNG or bring their own section."""
    head = "Số: 4/KH-SNV\nHuế, ngày 6 tháng 01 năm 2026\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\n"
    return read_plan(
        f"{head}Sở Nội vụ phát động phong trào thi đua như sau:\n\n{body}\n\nGIÁM ĐỐC\nTrần Văn A\n"
    )


def test_tasks_with_time_and_owner_in_their_own_words():
    plan = plan_with(
        "I. NỘI DUNG\n\n1. Phát động. Thời gian hoàn thành: Trước 20/01/2026. Đơn vị thực hiện: Văn "
        "phòng.\n\n"
        "2. Đăng ký thi đua (Thời gian hoàn thành: chậm nhất ngày 28/02/2026; Đơn vị thực hiện: các "
        "phòng, đơn vị)."
    )
    assert plan["kind"] == "annual_plan"
    assert [(task["number"], task["due"], task["owners"]) for task in plan["tasks"]] == [
        ("1", "2026-01-20", ["Văn phòng"]),
        ("2", "2026-02-28", ["các phòng, đơn vị"]),
    ]
    assert [(each["what"], each["on"]) for each in plan["deadlines"]] == [("registration", "2026-02-28")]


def limits(text):
    quotas = plan_with(f"I. KHEN THƯỞNG\n\n1. {text}")["quotas"]
    return [(each["forms"], each["group"], each["limit"], each["kind"]) for each in quotas]


def test_numbers_of_awards_are_pools_of_the_plan():
    assert limits("Giám đốc Sở tặng Giấy khen cho tối đa 05 (năm) tập thể, 10 cá nhân.") == [
        (["GK"], "collective", 5, "max"),
        (["GK"], "individual", 10, "max"),
    ]
    assert limits("Đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể.") == [
        (["BK"], "collective", 2, "requested")
    ]
    assert limits("Giấy khen: 06 tập thể; Bằng khen của Chủ tịch UBND tỉnh: 01 cá nhân.") == [
        (["GK"], "collective", 6, "exact"),
        (["BK"], "individual", 1, "exact"),
    ]


def test_shares_and_limits_per_unit_are_doubts_not_pools():
    plan = plan_with(
        "I. KHEN THƯỞNG\n\n1. Giấy khen: không quá 10% số công chức; mỗi phòng không quá 02 cá nhân./."
    )
    assert plan["quotas"] == []
    assert [(note["text"], note["why"]) for note in plan["notes"]] == [
        ("10%", "tỷ lệ phần trăm, chưa thành số lượng"),
        ("02 cá nhân", "số lượng cho từng đơn vị, không phải cho cả phong trào"),
    ]


def test_doubts_of_capacity_ground_and_deadline():
    plan = read_plan(
        "Số: 8/KH-UBND\nAn Hòa, ngày 12 tháng 8 năm 2025\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2025\n\n"
        "Căn cứ Quyết định số 9/QĐ-UBND ngày 20/8/2025 của Ủy ban nhân dân tỉnh;\n\n"
        "Ủy ban nhân dân xã phát động phong trào thi đua như sau:\n\nI. THỜI GIAN\n\n"
        "1. Hồ sơ gửi về Văn phòng trước ngày 01/8/2025./.\n\nNơi nhận:\n- Lưu: VT.\n\n"
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ GIÁM ĐỐC\nLê Văn B\n"
    )
    assert [(note["text"], note["why"]) for note in plan["notes"]] == [
        ("9/QĐ-UBND ngày 20/8/2025", "đề ngày sau ngày ký kế hoạch (12/08/2025)"),
        ("trước ngày 01/8/2025", "sớm hơn ngày ký kế hoạch (12/08/2025)"),
        ("PHÓ GIÁM ĐỐC", "chức vụ không khớp với dòng ký thay “CHỦ TỊCH”"),
    ]


def test_period_begins_and_ends_as_written():
    texts = {
        "Từ ngày ban hành Kế hoạch đến hết tháng 11/2026.": (None, True, "2026-11", True),
        "Từ ngày 01/3/2026 đến trước ngày 15/12/2026.": ("2026-03-01", False, "2026-12-15", False),
        "Bắt đầu ngày 01/3/2026, kết thúc ngày 30/9/2026.": ("2026-03-01", False, "2026-09-30", True),
    }
    for text, expected in texts.items():
        period = plan_with(f"I. THỜI GIAN THI ĐUA\n\n1. {text}")["period"]
        assert (period["from"], period["from_issue"], period["until"], period["until_inclusive"]) == expected


def test_table_whose_rows_are_lost_is_a_doubt():
    plan = read_plan(
        "KẾ HOẠCH\nThi đua năm 2024\n\nI. NỘI DUNG\n\nVăn phòng Sở\n\nSTT\n\nNội dung công việc\n"
    )
    lost = [note["text"] for note in plan["notes"] if note["why"].startswith("bảng không còn hàng")]
    assert lost == ["STT"]
