import pytest

from campaigns.plan_text.citations import anchor, cite

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("path", "cited", "html_id"),
    [
        ("II", "Mục II", "II"),
        ("III.1", "Mục III.1", "III-1"),
        ("II.2.a-3", "Mục II.2.a, gạch đầu dòng 3", "II-2-a_3"),
        ("V.4¶1", "Mục V.4, đoạn 1", "V-4_p1"),
        ("2.b¶1+4", "Mục 2.b, đoạn 1, dấu cộng 4", "2-b_p1_c4"),
        ("1-1", "Mục 1, gạch đầu dòng 1", "1_1"),
        ("IV'", "Mục IV (lần 2)", "IV_l"),
        ("IV''.2", "Mục IV (lần 3).2", "IV_l_l-2"),
        ("IV'.1¶1", "Mục IV (lần 2).1, đoạn 1", "IV_l-1_p1"),
        ("II.3.đ-2", "Mục II.3.đ, gạch đầu dòng 2", "II-3-_d_2"),
        ("-2", "Gạch đầu dòng 2", "_2"),
        ("¶1", "Đoạn 1", "_p1"),
        ("Điều 3.1", "Điều 3.1", "_Di_u1ec1_u_u20_3-1"),
        ("", "", ""),
    ],
)
def test_cite_and_anchor_of_a_path(path, cited, html_id):
    assert cite(path) == cited
    assert anchor(path) == html_id


def test_cite_takes_the_word_of_the_label():
    labels = {"3": "Điều 3.", "3.1": "1."}
    assert cite("3.1-2", labels) == "Điều 3.1, gạch đầu dòng 2"
    assert cite("II.1", {"II": "II."}) == "Mục II.1"


def test_anchor_is_another_one_for_every_path():
    paths = [
        "II.2",
        "II-2",
        "II+2",
        "II¶2",
        "II'.2",
        "II'-2",
        "II.d",
        "II.đ",
        "II.đ-2",
        "II.d-2",
        "II.2-2",
        "II.2.2",
    ]
    ids = [anchor(path) for path in paths]
    assert len(set(ids)) == len(paths)
    assert all(each.isascii() for each in ids)
