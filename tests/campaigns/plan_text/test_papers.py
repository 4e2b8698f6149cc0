import pytest

from campaigns.plan_text.papers import paper_kind

pytestmark = pytest.mark.pure


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Tờ trình đề nghị khen thưởng của cơ quan, đơn vị", "submission"),
        ("01 bản chính Tờ trình", "submission"),
        ("Biên bản họp Hội đồng Thi đua – Khen thưởng của cơ quan, đơn vị", "minutes"),
        ("Trích biên bản họp xét khen thưởng", "minutes"),
        ("Báo cáo thành tích của tập thể, cá nhân đề nghị khen thưởng (Nêu rõ kết quả)", "report"),
        ("Báo cáo tóm tắt thành tích", "summary"),
        ("Bản tóm tắt thành tích của tập thể, cá nhân", "summary"),
        ("Danh sách trích ngang", "other"),
        ("Báo cáo tài chính năm", "other"),
        ("", "other"),
    ],
)
def test_paper_kind_by_its_first_words(name, kind):
    assert paper_kind(name) == kind
