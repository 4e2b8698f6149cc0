"""Whatever stands in the file: all keys, or a refusal; every word kept; time grows with the length."""

import random
import re
import time
import unicodedata

import pytest

from campaigns.plan_text.reading import NotAPlan, read_plan
from tests.campaigns.plan_contract import NUMBERS, SHAPE, misfits

from .test_plan import text_of
from .test_unseen import FOLDER, NAMES

pytestmark = pytest.mark.pure

HEAD = (
    "KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nSở Nội vụ phát động phong trào thi đua như sau:\n\n"
)
ALL = [*NUMBERS, *NAMES]
CPU_SECONDS = 8


def any_text(name):
    return text_of(name) if name in NUMBERS else (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def cpu_seconds(text):
    began = time.process_time()
    plan = read_plan(text)
    return plan, time.process_time() - began


@pytest.mark.parametrize("name", ALL)
def test_random_cut_is_a_plan_with_all_keys_or_refused(name):
    text, dice = any_text(name), random.Random(name)
    for _ in range(2):
        start, end = sorted(dice.sample(range(len(text) + 1), 2))
        for cut in (text[:end], text[start:end], text[start:], text[:start] + text[end:]):
            try:
                plan = read_plan(cut)
            except NotAPlan:
                continue
            assert misfits(plan | {"signatory": plan["signatory"] | {"name": ""}}, SHAPE, "plan") == []


@pytest.mark.parametrize("name", ALL)
def test_mixed_lines_are_a_plan_with_all_keys_or_refused(name):
    lines, dice = any_text(name).split("\n"), random.Random(name)
    for _ in range(2):
        mixed = lines[:12] + dice.sample(lines[12:], len(lines) - 12)
        plan = read_plan("\n".join([HEAD, *mixed]))
        assert list(plan) == list(SHAPE)


def words(text):
    return set(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))


def strings(value):
    if isinstance(value, dict):
        return " ".join(strings(each) for each in value.values())
    return " ".join(map(strings, value)) if isinstance(value, list) else str(value)


def kept(plan):
    """The words of all fields but the doubts, and those that the head's numbers stand for."""
    notes = [note["text"] for note in plan["notes"] if note["kind"] == "left_out"]
    document = plan["document"]
    numbers = [f"{document[key]:02d}" for key in ("number", "day", "month") if document[key] is not None]
    frame = "Số ngày tháng năm KẾ HOẠCH Nơi nhận"
    return words(" ".join([strings(plan | {"notes": []}), *notes, *numbers, frame]))


@pytest.mark.parametrize("name", ALL)
def test_every_word_stands_in_a_field_or_is_named_as_left_out(name):
    assert words(any_text(name)) - kept(read_plan(any_text(name))) == set()


@pytest.mark.parametrize("name", ALL)
def test_every_word_of_a_cut_plan_is_kept(name):
    text, dice = any_text(name), random.Random(name)
    start = text.index("KẾ HOẠCH")
    for _ in range(2):
        cut = text[start : dice.randrange(start + 300, len(text))]
        assert words(cut) - kept(read_plan(cut)) == set()


def test_clause_of_100000_characters_is_read():
    long = "Thực hiện tốt nhiệm vụ được giao, " * 3000
    plan, seconds = cpu_seconds(f"{HEAD}I. TIÊU CHÍ THI ĐUA\n\n1. {long}./.\n")
    assert len(plan["clauses"][1]["text"]) > 100_000
    assert seconds < CPU_SECONDS


def test_tree_40_deep_is_read():
    labels = [".".join(["1"] * depth) + "." for depth in range(1, 41)]
    plan = read_plan(HEAD + "\n\n".join(f"{label} Nội dung thi đua" for label in labels))
    assert plan["clauses"][-1]["path"] == ".".join(["1"] * 40)


def test_3000_clauses_are_read():
    lines = "\n".join(f"- Hoàn thành tốt nhiệm vụ số {n} được giao trong năm 2026." for n in range(3000))
    plan, seconds = cpu_seconds(f"{HEAD}I. TIÊU CHÍ THI ĐUA\n\n{lines}\n")
    assert len(plan["criteria"]) == 3000
    assert seconds < CPU_SECONDS


def test_3000_sections_of_one_number_are_read():
    plan, seconds = cpu_seconds(HEAD + "\n".join("I. KHEN THƯỞNG" for _ in range(3000)))
    assert plan["clauses"][2999]["path"] == "I" + "'" * 2999
    assert seconds < CPU_SECONDS


REPEATS = [
    "ngày 1 tháng 1 ",
    "1/",
    "1.",
    "trước ngày ",
    "Kế hoạch số ",
    "Quyết định số 1/QĐ-",
    "không xét ",
    "(",
    "; ",
    ", ",
    "giao Phòng ",
    "căn cứ ",
    "thi đua - ",
    "PAR ",
    "tăng 1 ",
    "của ",
    "và ",
    "gửi về ",
    "hồ sơ gồm: ",
    "07 (năm",
    "chủ trì, phối hợp với ",
    "đề nghị tặng Giấy khen của ",
    "A B C D ",
    "các phòng, đơn vị, ",
    "\u0300",
    "-",
    "x",
    "hoàn thành tốt nhiệm vụ ",
    "sáng kiến ",
    "đăng ký ",
]


@pytest.mark.parametrize("repeat", REPEATS)
def test_time_does_not_explode_on_repeats(repeat):
    """In the head, the preamble, clauses of several beginnings, the recipients and the signature."""
    much = repeat * (3_000 // len(repeat))
    clauses = "\n\n".join(before + much for before in ("", "1. Giao ", "2. Hồ sơ: ", "- Tặng Giấy khen cho "))
    head = f"{much}\n{HEAD}Căn cứ {much};\n\nI. KHEN THƯỞNG\n\n"
    _, seconds = cpu_seconds(f"{head}{clauses}\n\nNơi nhận:\n- {much};\n\n{much}\n")
    assert seconds < 3
