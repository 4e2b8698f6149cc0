"""Labels and the clause tree under any numbering."""

import pytest

from campaigns.plan_text.reading.labels import label_of
from campaigns.plan_text.reading.tree import build

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    "line, label",
    [
        ("I. MỤC ĐÍCH", "I."),
        ("IV/ TỔ CHỨC", "IV/"),
        ("I - MỤC ĐÍCH", "I -"),
        ("A. PHẦN CHUNG", "A."),
        ("1.Mục đích", "1."),
        ("1/ Đối tượng", "1/"),
        ("1.2.3 Yêu cầu", "1.2.3"),
        ("I.2. Yêu cầu", "I.2."),
        ("đ) Tập thể", "đ)"),
        ("b. Cá nhân", "b."),
        ("2) Cá nhân", "2)"),
        ("(3) Cá nhân", "(3)"),
        ("ii) Cá nhân", "ii)"),
        ("Điều 3. Khen thưởng", "Điều 3."),
        ("Phần I", "Phần I"),
        ("Mục 2. Hồ sơ", "Mục 2."),
        ("- Tờ trình", "-"),
        ("–Tờ trình", "–"),
        ("• Tờ trình", "•"),
        ("+ Tờ trình", "+"),
    ],
)
def test_label_is_found_as_written(line, label):
    assert label_of(line).written == label


@pytest.mark.parametrize(
    "line",
    [
        "Mục 2 của Kế hoạch này",
        "2026. Các đơn vị",
        "05/12 hằng năm",
        "20/CT-UBND ngày 07/9/2020",
        "1.500.000 đồng",
        "Văn phòng Sở",
        "-10 điểm",
        "Điều lệ Công đoàn",
        "I đơn vị",
    ],
)
def test_sentence_has_no_label(line):
    assert label_of(line) is None


def paths(text):
    return [clause.path for clause in build([line for line in text.split("\n") if line])]


TREES = {
    "I. A\n1. B\na) C\n- D\n- E\n+ F\n+ G\nb) H\n2. K\nII. L": (
        "I I.1 I.1.a I.1.a-1 I.1.a-2 I.1.a-2+1 I.1.a-2+2 I.1.b I.2 II"
    ),
    "I. A\n1. B\n1.1. C\n1.2. D\n2. E\n2.1. F": "I I.1 I.1.1 I.1.2 I.2 I.2.1",
    "1. A\n1.1. B\n1.1.1. C\n2. D\n2.1. E": "1 1.1 1.1.1 2 2.1",
    "I. A\n2.1. B": "I I.2.1",
    "I. A\nI.1. B\nI.2. C": "I I.1 I.2",
    "I. A\nI. B\nI. C": "I I' I''",
    "I. A\n1. B\n1. C\nII. D\n1. E": "I I.1 I.1' II II.1",
    "A. A\nI. B\n1. C\nB. D\nI. E": "A A.I A.I.1 B B.I",
    "Điều 1. A\n1. B\na) C\nĐiều 2. D": "Điều 1|Điều 1.1|Điều 1.1.a|Điều 2",
    "Phần I\nCHUNG\nI. A\nPhần II\nRIÊNG\nI. B": "Phần I|Phần I.I|Phần II|Phần II.I",
    "I. A\nB.\nC gồm:\n- D\n- E\nF.\n- G": "I I¶1 I¶2 I¶2-1 I¶2-2 I¶3 I-1",
    "- A\n- B\nC\n+ D": "-1 -2 ¶1 ¶1+1",
    "1. A\na) B\n1) C\n2) D\nb) E": "1 1.a 1.a.1 1.a.2 1.b",
    "I. A\n1) B\na) C\n2) D": "I I.1 I.1.a I.2",
}


@pytest.mark.parametrize("text", TREES)
def test_paths_follow_the_numbering(text):
    expected = TREES[text]
    assert paths(text) == (expected.split("|") if "|" in expected else expected.split())


@pytest.mark.parametrize(
    "line, heading, text",
    [
        ("1. Đối tượng: Tập thể.", "Đối tượng:", "Tập thể."),
        ("1. Đối tượng thi đua", "Đối tượng thi đua", None),
        ("1. Đối tượng thi đua.", None, "Đối tượng thi đua."),
        ("II. ĐỐI TƯỢNG: Tập thể, cá nhân.", "ĐỐI TƯỢNG: Tập thể, cá nhân.", None),
        ("a) Nộp trước 17:00 ngày mai", "Nộp trước 17:00 ngày mai", None),
        ("1. " + "chữ " * 12 + "này:", None, "chữ " * 12 + "này:"),
        ("- Đối tượng: Tập thể.", None, "Đối tượng: Tập thể."),
    ],
)
def test_heading_and_text_are_parted(line, heading, text):
    (clause,) = build([line])
    assert (clause.heading, clause.text) == (heading, text)
