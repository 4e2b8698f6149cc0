"""How alike two initiatives are, without a database."""

import pytest

from initiatives.likeness import ALIKE, likeness, most_alike, words_of

pytestmark = pytest.mark.pure

TITLE = "Số hóa hồ sơ một cửa bằng máy quét có sẵn"
BODY = (
    "Cán bộ một cửa quét từng hồ sơ ngay khi tiếp nhận, đặt tên tệp theo mã hồ sơ, chuyển cho chuyên viên "
    "xử lý trên phần mềm, không chờ bản giấy; cuối ngày đối chiếu số tệp với sổ tiếp nhận để không sót."
)
OTHER = (
    "Nhà trường lập vườn rau ngoài sân, học sinh mỗi lớp chăm một luống, ghi nhật ký sinh trưởng hằng tuần, "
    "dùng rau cho bữa ăn bán trú và bán phần dư gây quỹ mua sách cho thư viện của trường."
)


@pytest.mark.parametrize(
    ("title", "body", "alike"),
    [
        (TITLE, BODY, True),
        ("SO HOA HO SO MOT CUA BANG MAY QUET CO SAN", "", True),
        ("Giải pháp số hóa hồ sơ một cửa nhờ máy quét có sẵn", "", True),
        ("Nâng cao chất lượng bữa ăn bán trú", OTHER, False),
        ("Vườn rau học đường", "Mở đầu khác hẳn. " + BODY, True),
        ("Quản lý văn bản đi, đến bằng phần mềm", OTHER, False),
        ("Một số giải pháp nâng cao hiệu quả công tác", "", False),
    ],
)
def test_likely_same_is_found_without_marks_and_with_another_beginning(title, body, alike):
    assert (likeness(words_of(TITLE, BODY), words_of(title, body)) >= ALIKE) is alike


def test_same_texts_are_wholly_alike_whichever_comes_first():
    one, other = words_of(TITLE, BODY), words_of("Vườn rau học đường", OTHER)
    assert (likeness(one, one), likeness(one, other)) == (100, likeness(other, one))


def test_short_content_decides_nothing():
    assert likeness(words_of(TITLE, "Làm tốt."), words_of("Vườn rau học đường", "Làm tốt.")) < ALIKE


def test_empty_title_is_like_nothing():
    assert likeness(words_of("", ""), words_of("", "")) == 0


def test_most_alike_come_first_and_the_rest_is_left_out():
    rows = [(1, words_of("Vườn rau", OTHER)), (2, words_of("Quét hồ sơ", BODY)), (3, words_of(TITLE, BODY))]
    assert [key for key, _ in most_alike(words_of(TITLE, BODY), rows)] == [3, 2]
