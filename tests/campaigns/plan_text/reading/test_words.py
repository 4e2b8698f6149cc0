"""Single phrases: who does it, to whom, what excludes, what is measured, who issues, what slips."""

import pytest

from campaigns.plan_text.reading.actors import actor_of
from campaigns.plan_text.reading.bases import bases_of
from campaigns.plan_text.reading.bodies import is_body, level_of
from campaigns.plan_text.reading.disqualifiers import disqualifiers_of
from campaigns.plan_text.reading.groups import group_of_title, group_of_words
from campaigns.plan_text.reading.measures import measures_of
from campaigns.plan_text.reading.numerals import disagreeing, number_in_words
from campaigns.plan_text.reading.owners import owners_of
from campaigns.plan_text.reading.sending import sent_to
from campaigns.plan_text.reading.slips import slips_in
from campaigns.plan_text.reading.syllables import is_syllable

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    "text, owners",
    [
        ("Văn phòng; các phòng, đơn vị thuộc Sở", ["Văn phòng", "các phòng, đơn vị thuộc Sở"]),
        ("Sở Nội vụ chủ trì, phối hợp với các cụm, khối thi đua", ["Sở Nội vụ", "các cụm, khối thi đua"]),
        ("Các sở, ban, ngành; Công đoàn tỉnh", ["Các sở, ban, ngành", "Công đoàn tỉnh"]),
        ("Phòng Nội vụ (chủ trì), Phòng Y tế", ["Phòng Nội vụ", "Phòng Y tế"]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị, Trạm Y tế", ["Phòng Kinh tế, Hạ tầng và Đô thị", "Trạm Y tế"]),
        ("Hội Nông dân xã, Đoàn Thanh niên", ["Hội Nông dân xã", "Đoàn Thanh niên"]),
        ("Ban Giám hiệu.", ["Ban Giám hiệu"]),
        ("Hội đồng thi đua, khen thưởng nhà trường", ["Hội đồng thi đua, khen thưởng nhà trường"]),
    ],
)
def test_owners_are_cut_into_bodies(text, owners):
    assert owners_of(text) == owners


@pytest.mark.parametrize(
    "text, actor",
    [
        ("Giao Phòng Y tế theo dõi, tổng hợp.", "Phòng Y tế"),
        ("Đề nghị Hội Cựu chiến binh xã vận động hội viên.", "Hội Cựu chiến binh xã"),
        ("Sở Y tế chủ trì, phối hợp với Sở Nội vụ tham mưu.", "Sở Y tế chủ trì, phối hợp với Sở Nội vụ"),
        ("Ban Tổ chức Đảng ủy hướng dẫn các chi bộ.", "Ban Tổ chức Đảng ủy"),
        ("Căn cứ Kế hoạch này, các trường học xây dựng kế hoạch.", "các trường học"),
        (
            "Phòng Nội vụ (cơ quan thường trực thực hiện) tổng hợp.",
            "Phòng Nội vụ (cơ quan thường trực thực hiện)",
        ),
        ("Thực hiện tốt công tác tuyên truyền.", None),
        ("Ban hành kế hoạch đúng hạn.", None),
        ("Tăng cường kiểm tra.", None),
    ],
)
def test_actor_of_a_sentence(text, actor):
    assert actor_of(text) == actor


@pytest.mark.parametrize(
    "text, to",
    [
        (
            "Hồ sơ gửi về Ủy ban nhân dân xã (qua Văn phòng) trước ngày 5/5.",
            "Ủy ban nhân dân xã (qua Văn phòng)",
        ),
        ("Các tổ nộp bản đăng ký cho Ban Thi đua chậm nhất ngày 5/5.", "Ban Thi đua"),
        ("Gửi danh sách, hồ sơ về Phòng Y tế để tổng hợp.", "Phòng Y tế"),
        ("Gửi về Hội đồng Thi đua, khen thưởng Sở.", "Hội đồng Thi đua, khen thưởng Sở"),
        ("Tổng hợp, báo cáo kết quả về công tác thi đua.", None),
        ("Gửi hồ sơ trước ngày 5/5.", None),
    ],
)
def test_receiver_of_papers(text, to):
    assert sent_to(text) == to


def excludes(text):
    return [(each["kind"], each["percent"], each["of"], each["exception"]) for each in disqualifiers_of(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Kỷ luật tốt (không xét khen thưởng tập thể có trên 5% tổng số biên chế vi phạm).",
            [("share_over", 5, "posts", None)],
        ),
        (
            "Giải ngân (không xem xét khen thưởng nếu dưới 90%, trừ trường hợp bất khả kháng).",
            [("below", 90, None, "trừ trường hợp bất khả kháng")],
        ),
        (
            "Không được xét khen thưởng đơn vị có quá 10% đơn vị trực thuộc vi phạm; đơn vị mất đoàn kết.",
            [("share_over", 10, "subordinate_units", None), ("any", None, None, None)],
        ),
        (
            "Không xét thi đua người bị kỷ luật do nguyên nhân chủ quan.",
            [("any", None, None, "do nguyên nhân chủ quan")],
        ),
        ("Không vi phạm kỷ luật (nếu có).", []),
        ("Hồ sơ đã được Hội đồng xem xét duyệt.", []),
    ],
)
def test_what_excludes(text, expected):
    assert excludes(text) == expected


def kinds(text):
    return [
        {key: value for key, value in each.items() if key != "kind"} | {"": each["kind"]}
        for each in measures_of(text, [])
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Kết quả cải cách hành chính xếp loại Khá trở lên.",
            [{"": "rating_at_least", "scale": "cchc", "rating": "Khá"}],
        ),
        (
            "Xếp loại hoàn thành tốt nhiệm vụ.",
            [{"": "rating_at_least", "scale": "nhiem_vu", "rating": "HTTNV"}],
        ),
        (
            "Được đánh giá Hoàn thành nhiệm vụ.",
            [{"": "rating_at_least", "scale": "nhiem_vu", "rating": "HTNV"}],
        ),
        ("Hoàn thành tốt nhiệm vụ trong Kế hoạch.", []),
        ("Đúng hạn từ 98% trở lên.", [{"": "percent_at_least", "percent": 98}]),
        ("Số vụ giảm 10% so với năm trước.", []),
        ("Chỉ số DTI tăng bậc.", [{"": "indicator_rise", "indicators": ["DTI"], "or_rank": False}]),
        ("PAPI tăng điểm hoặc bậc.", [{"": "indicator_rise", "indicators": ["PAPI"], "or_rank": True}]),
        ("Có kế hoạch phát động thi đua.", [{"": "document_exists"}]),
        ("Đề tài được Hội đồng khoa học công nhận.", [{"": "initiative_recognised"}]),
        ("Đạt danh hiệu Chiến sỹ thi đua cơ sở.", [{"": "title_held", "award": "CSTDCS"}]),
        ("Không để xảy ra cháy nổ.", [{"": "none_of"}]),
        ("Thực hiện nghiêm kỷ luật.", []),
    ],
)
def test_what_is_measured(text, expected):
    assert kinds(text) == expected


def test_groups_of_words_and_headings():
    assert [
        group_of_words(text)
        for text in ("của tập thể", "Các cá nhân", "tập thể, cá nhân", "của phòng, cá nhân")
    ] == [
        "collective",
        "individual",
        None,
        None,
    ]
    titles = (
        "Đối với tập thể:",
        "Tiêu chí cá nhân",
        "Đối với thủ trưởng đơn vị",
        "Đối với các chi bộ",
        "Đối với giáo viên",
    )
    assert [group_of_title(title) for title in titles] == [
        *("collective", "individual", "head", "collective", "individual"),
    ]


def test_levels_of_bodies():
    names = (
        "Thủ tướng Chính phủ",
        "UBND tỉnh An Giang",
        "Sở Nội vụ",
        "huyện A",
        "UBND xã B",
        "Trường THPT C",
        "Văn thư",
    )
    assert [level_of(name) for name in names] == [0, 1, 2, 2, 3, 4, None]


def test_headings_that_are_bodies():
    assert [
        is_body(title) for title in ("Văn phòng Sở", "Các đơn vị", "Tổ chức thi đua", "Ban hành", "Báo cáo")
    ] == [
        *(True, True, False, False, False),
    ]


def read_bases(text, issuer="Sở Y tế"):
    return [(each["reference"], each["dated"], each["relation"]) for each in bases_of([text], [], issuer)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", [(None, "2022-06-15", "basis")]),
        ("Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15;", [("06/2022/QH15", None, "basis")]),
        (
            "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 quy định chi tiết một số điều của Luật "
            "và Nghị định số 1/2020/NĐ-CP;",
            [("98/2023/NĐ-CP", "2023-12-31", "basis")],
        ),
        (
            "Thực hiện Kế hoạch số 9/KH-UBND ngày 02/3/2026 của UBND tỉnh,",
            [("9/KH-UBND", "2026-03-02", "parent_plan")],
        ),
        ("Thực hiện Kế hoạch số 9/KH-SYT ngày 31/02/2026 của Sở Y tế;", [("9/KH-SYT", None, "basis")]),
        ("Thực hiện chức năng, nhiệm vụ được giao;", []),
    ],
)
def test_grounds_of_a_plan(text, expected):
    assert read_bases(text) == expected


@pytest.mark.parametrize(
    "text, found",
    [
        ("phần đầu đạt 90%", [("phần đầu đạt", "có thể là “phấn đấu”")]),
        ("ở phần đầu của văn bản", []),
        ("Trường khối thi đua", [("Trường khối", "có thể là “Trưởng khối”")]),
        ("Trường Tiểu học", []),
        ("chấp hành tốt chủ trơng của Đảng", [("chủ trơng", "có thể là “chủ trương”")]),
        ("theo Kế hoạch 12/KH-UBND", [("Kế hoạch 12/KH-UBND", "thiếu chữ “số” trước số của kế hoạch")]),
        ("Chỉ số PAR INDEX, PAPI", []),
        ("kinh tế - xã hội", []),
    ],
)
def test_slips_are_named_with_what_was_meant(text, found):
    assert list(slips_in(text)) == found


def test_syllables():
    good = "nghiêm giếng quyết khuya quốc thuở ngoằn yêu gì ước phường đảng oách khoản"
    assert [word for word in good.split() if not is_syllable(word)] == []
    assert [word for word in "trơng khễn ơang nghà".split() if is_syllable(word)] == ["khễn", "nghà"]


def test_numbers_in_words():
    words = ("năm", "mười hai", "hai mươi lăm", "một trăm linh năm", "bốn mươi", "bản chính")
    assert [number_in_words(each) for each in words] == [5, 12, 25, 105, 40, None]
    assert list(disagreeing("tối đa 07 (năm) tập thể, 05 (năm) cá nhân, 02 (bản)")) == [
        ("07 (năm)", "số 07 và chữ “năm” không khớp")
    ]
