"""The door to WeasyPrint: embedded fonts, PDF/A, same bytes, nothing fetched, clear refusals."""

import copy
import io
import re

import pikepdf
import pytest

from documents.pdf import fonts, render
from documents.pdf.library import library
from documents.pdf.render import render_html, render_pdf
from tests.documents import appraisals, meetings, papers
from tests.documents.pdfread import Paper, page_texts, printed_once

pytestmark = pytest.mark.pure

SAMPLES = {
    "plan.html": papers.plan(),
    "decision.html": papers.decision(),
    "certificates.html": papers.certificates(2),
    "submission.html": papers.submission(),
    "minutes.html": papers.minutes(),
    "meeting.html": meetings.invitation(),
    "report.html": papers.report(draft=True),
    "summary.html": papers.summary(),
    "appraisal.html": appraisals.appraisal(),
}
TINOS = {"Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-Bold-Italic"}


@pytest.fixture(scope="module", params=SAMPLES)
def printed(request) -> Paper:
    return Paper(printed_once(request.param, SAMPLES[request.param]))


def test_paper_embeds_only_tinos(printed):
    assert printed.fonts - TINOS == set()


def test_paper_says_it_is_pdf_a_2a_in_vietnamese(printed):
    xmp = printed.reader.root_object["/Metadata"].get_data().decode()
    part, conformance = re.findall(r"pdfaid:(?:part|conformance)\W+(\w+)", xmp)
    assert (part, conformance) == ("2", "A")
    assert printed.reader.root_object["/Lang"] == "vi"
    assert printed.reader.root_object["/MarkInfo"]["/Marked"].value is True
    assert "/OutputIntents" in printed.reader.root_object


@pytest.mark.parametrize("template", ["plan.html", "certificates.html"])
def test_same_dict_gives_the_same_bytes_and_stays_as_it_was(template):
    paper = copy.deepcopy(SAMPLES[template])
    assert render_pdf(template, paper) == render_pdf(template, paper)
    assert paper == SAMPLES[template]


def test_pages_are_listed_once_for_all_tags_and_each_tag_names_its_own():
    pydyf = library().weasyprint.pdf.pydyf
    pdf = pydyf.PDF()
    for many in (1, 2):
        pdf.add_page(pydyf.Dictionary())
        assert (len(pdf.page_references), pdf.page_references is pdf.page_references) == (many, True)
    with pikepdf.open(io.BytesIO(render_pdf("certificates.html", papers.certificates(3)))) as written:
        marked = list(written.Root.StructTreeRoot.ParentTree.Nums)[1::2]
        named = [{tag.Pg.objgen for tag in of_page} for of_page in marked]
        assert named == [{page.objgen} for page in written.pages]


def test_metadata_holds_title_author_and_given_date():
    metadata = Paper(render_pdf("plan.html", papers.plan(title="Thi đua"))).reader.metadata
    assert (metadata.title, metadata.author) == ("KẾ HOẠCH Thi đua", "ỦY BAN NHÂN DÂN HUYỆN NINH PHƯỚC")
    assert metadata.creation_date_raw.startswith("D:20210203")


def test_paper_without_date_has_no_creation_date():
    paper = papers.plan()
    del paper["created"]
    assert Paper(render_pdf("plan.html", paper)).reader.metadata.creation_date_raw is None


def test_words_of_users_never_become_markup():
    html = render_html("plan.html", papers.plan(title="<b>&</b>", preamble=["<img src=x>"]))
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in html
    assert "<img" not in html


def test_characters_that_no_page_knows_are_left_out():
    paper = papers.plan(title="Thi\x0b đua\ufffe", preamble=["Năm\x00 2021\ud800"])
    text = " ".join(page_texts(render_pdf("plan.html", paper))[0].split())
    assert ("Thi đua" in text, "Năm 2021" in text) == (True, True)


def test_html_is_composed():
    assert "Ho\u0300a" not in render_html("plan.html", papers.plan(title="Ho\u0300a"))
    assert "Hòa" in render_html("plan.html", papers.plan(title="Ho\u0300a"))


@pytest.mark.parametrize(
    "address", ["file:///etc/hostname", "http://127.0.0.1:9/x.png", "https://x.invalid/y"]
)
def test_template_that_fetches_is_stopped(address):
    with pytest.raises(ValueError, match="may not fetch anything"):
        render.pdf_from_html(f'<html lang="vi"><img alt="x" src="{address}"/></html>', render.stylesheet())


def test_check_fonts_finds_tinos():
    assert fonts.matched("Tinos") == "Tinos"
    assert fonts.check_fonts() is None


def test_check_fonts_names_the_package_when_the_font_is_missing():
    with pytest.raises(fonts.PrintingUnavailable, match=r"gói Debian fonts-croscore.*apt-get install"):
        fonts.check_fonts("Tinos Không Có")


def test_end_mark_comes_once_where_we_write_the_paper():
    text = "".join(page_texts(printed_once("decision.html", papers.decision())))
    assert text.count("./.") == 1
    assert "thi hành Quyết định này./." in " ".join(text.split())


def test_end_mark_of_a_plan_is_its_own():
    text = "".join(page_texts(printed_once("plan.html", papers.plan())))
    assert text.count("./.") == 0


def test_blanks_stand_where_number_and_date_are_unknown():
    head = {"number": None, "day": None, "place": None, "month": None, "year": None, "symbol": None}
    text = " ".join(page_texts(render_pdf("plan.html", papers.plan(**head)))[0].split())
    assert re.search(r"Số: ?/", text)
    assert re.search(r", ngày tháng năm", text)


def test_issuer_unknown_prints_nothing_for_it():
    text = page_texts(render_pdf("plan.html", papers.plan(issuer=None)))[0]
    assert text.splitlines()[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
