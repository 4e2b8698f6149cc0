"""What falls on which page: the signature, the annex with its own numbers, lists, certificates."""

import pytest

from documents.pdf import render
from documents.pdf.render import render_pdf
from tests.documents import papers
from tests.documents.pdfread import Paper, page_texts, printed_once, words

pytestmark = pytest.mark.pure

SIGNER = "Nguyễn Trần Hoàng Phương Anh"
RED = (200, 16, 46)


def lines_with_signature(lines: int, style: str = "") -> list[str]:
    """What stands above "Nơi nhận:" on the page of the signature, in a plan of one-line paragraphs."""
    body = [papers.clause("-", None, f"Dòng thứ {number}.") for number in range(lines)]
    html = render.render_html("plan.html", papers.plan(0, clauses=body))
    pages = page_texts(render.pdf_from_html(html, style or render.stylesheet()))
    last = next(text for text in pages if SIGNER in text)
    return [line for line in last.partition("Nơi nhận:")[0].splitlines() if line.startswith("- Dòng")]


@pytest.mark.parametrize("lines", range(12, 22))
def test_signature_keeps_a_line_of_the_text_with_it(lines):
    assert lines_with_signature(lines) != []


def test_signature_alone_on_a_page_is_seen():
    style = render.stylesheet().replace("break-before: avoid", "break-before: auto")
    assert any(lines_with_signature(lines, style) == [] for lines in range(12, 22))


@pytest.mark.parametrize("more", range(0, 9, 2))
def test_minutes_keep_two_lines_and_recipients_with_the_signatures(more):
    """Neither the signatures nor Nơi nhận stand on a page without the end of the text."""
    paper = papers.minutes()
    paper["conclusion"] += ["Hội đồng thống nhất."] * more
    last = page_texts(printed_once("minutes.html", paper))[-1]
    text, _, below = last.partition("THƯ KÝ")
    assert (len(text.strip().splitlines()) >= 2, "Lưu: VT, Hồ sơ" in below) == (True, True)


@pytest.fixture(scope="module")
def long_decision() -> Paper:
    return Paper(render_pdf("decision.html", papers.decision(5, 40)))


def test_annex_starts_a_new_page_with_its_own_numbers(long_decision):
    numbers = [page.number.text if page.number else None for page in long_decision.pages]
    assert numbers == [None, None, "2", "3", "4"]
    assert long_decision.pages[1].text_lines[0].text == "DANH SÁCH"


def test_annex_names_its_decision(long_decision):
    text = " ".join(words(page_texts(long_decision.bytes)[1]))
    assert "Kèm theo Quyết định số 05 QĐ UBND ngày 05 tháng 12 năm 2021 của Chủ tịch" in text


def test_list_header_repeats_on_every_page(long_decision):
    heads = [sum(line.text.startswith("Tên tập thể") for line in page.lines) for page in long_decision.pages]
    assert heads == [0, 1, 1, 1, 1]


def test_list_sums_the_bonus_in_figures_and_words(long_decision):
    text = page_texts(long_decision.bytes)[-1]
    assert "22.350.000" in text
    assert "Hai mươi hai triệu ba trăm năm mươi nghìn đồng." in text


def test_list_without_money_has_no_bonus_column():
    paper = papers.decision()
    paper["annex"]["total"] = None
    text = page_texts(render_pdf("decision.html", paper))[1]
    assert "Tiền thưởng" not in text
    assert "447.000" not in text


def test_decision_without_annex_is_one_page():
    assert len(page_texts(render_pdf("decision.html", papers.decision(annex=None)))) == 1


@pytest.fixture(scope="module")
def printed_certificates() -> Paper:
    long = (
        "Đã có thành tích đặc biệt xuất sắc trong phong trào thi đua cải cách hành chính, chuyển đổi số, " * 2
    )
    paper = papers.certificates(3, signature=papers.DEPUTY)
    paper["awards"][2] |= {
        "name": "Tập thể cán bộ, công chức Ủy ban nhân dân xã Phước Thuận",
        "achievement": long,
    }
    return Paper(render_pdf("certificates.html", paper))


def test_certificates_take_one_landscape_page_each(printed_certificates):
    assert [(page.width, page.height) for page in printed_certificates.pages] == [(297, 210)] * 3


def test_certificates_have_no_page_number(printed_certificates):
    assert [page.number for page in printed_certificates.pages] == [None, None, None]


def test_certificate_has_its_lines_in_order_and_colour(printed_certificates):
    lines = printed_certificates.pages[0].lines[:6]
    assert [(line.text, line.colour == RED, line.bold) for line in lines] == [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", False, True),
        ("Độc lập - Tự do - Hạnh phúc", False, True),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN NINH PHƯỚC", True, True),
        ("TẶNG", False, True),
        ("GIẤY KHEN", True, True),
        ("Bà Nguyễn Thị Hoàng Yến", False, True),
    ]


def test_certificate_names_decision_and_gold_book(printed_certificates):
    page = printed_certificates.pages[1]
    decision, gold = (
        page.line("Số quyết định: 05/QĐ-UBND ngày 05 tháng 12 năm 2021"),
        page.line("Số sổ vàng: 02"),
    )
    assert [(line.bold, line.italic) for line in (decision, gold)] == [(True, True)] * 2
    assert decision.baseline < gold.baseline


def test_certificate_motto_is_underlined_in_full(printed_certificates):
    page = printed_certificates.pages[0]
    motto = page.line("Độc lập")
    assert page.rule_below(motto).width == pytest.approx(motto.width, rel=0.01)


@pytest.mark.parametrize("page", [0, 1, 2])
def test_certificate_text_stays_above_its_signature(printed_certificates, page):
    lines = printed_certificates.pages[page].lines
    date = next(line for line in lines if line.text.startswith("Ninh Phước, ngày"))
    above = [line for line in lines if line.size == 15 and not line.bold]
    assert max(line.baseline for line in above) < date.top
    assert max(line.baseline for line in lines) < 197  # inside the border


def test_certificate_on_a_blank_has_no_border():
    plain, bordered = papers.certificates(1, border=False), papers.certificates(1)
    with_border = Paper(render_pdf("certificates.html", bordered)).pages[0].page
    without = Paper(render_pdf("certificates.html", plain)).pages[0].page
    assert [len(page.rects + page.curves + page.lines) > 1 for page in (with_border, without)] == [
        True,
        False,
    ]


def test_draft_stands_on_every_page_of_a_draft_only():
    paper = papers.report(results=papers.CRITERIA * 4)
    drafts = page_texts(render_pdf("report.html", paper | {"draft": True}))
    final = page_texts(render_pdf("report.html", paper))
    assert ["DỰ THẢO" in text for text in drafts] == [True] * len(drafts)
    assert ["DỰ THẢO" in text for text in final] == [False] * len(final)


def test_minutes_have_two_signatures_and_no_date_at_the_top():
    page = Paper(render_pdf("minutes.html", papers.minutes(content=[]))).pages[0]
    secretary, chair = page.line("THƯ KÝ"), page.line("CHỦ TỌA")
    assert secretary.baseline == chair.baseline
    assert secretary.centre < chair.centre
    assert [line.text for line in page.lines if line.text.startswith("Ninh Phước, ngày")] == []


def test_pair_of_signatures_keeps_names_level_when_lines_differ():
    page = Paper(render_pdf("report.html", papers.report(results=[]))).pages[0]
    right = [line for line in page.lines if line.text == "Nguyễn Thị Hoàng Yến"]
    assert page.line("Võ Thành Danh").baseline == right[-1].baseline
