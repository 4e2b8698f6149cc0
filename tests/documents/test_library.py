"""What papers ask of WeasyPrint beside its documented doors comes to the same, in a new version too."""

import re
import warnings

import pytest

from documents.pdf import library as door
from documents.pdf import shortcuts
from documents.pdf.library import ELEMENTS, library
from documents.pdf.render import ROOT, VARIANT, laid_out, pdf_of_pieces, render_html, stylesheet
from tests.documents import initiatives, papers

pytestmark = pytest.mark.pure

TABLE = [papers.clause(None, None, row) for row in ("STT | Việc | Đơn vị", "1 | Sơ kết | Văn phòng")]
SAMPLES = {
    "plan.html": papers.plan(clauses=[*papers.plan()["clauses"], *TABLE]),
    "decision.html": papers.decision(),
    "report.html": papers.report(),
    "initiative_request.html": initiatives.request(),
}


@pytest.mark.parametrize("template", SAMPLES)
def test_paper_is_what_weasyprint_makes_of_the_same_html(template, monkeypatch):
    html = render_html(template, SAMPLES[template])
    monkeypatch.setattr(door, "LEVEL", 9)
    ours = pdf_of_pieces([laid_out(html, stylesheet())])
    weasyprint, fonts, _ = library()
    for owner, name, usual in shortcuts.USUAL:
        monkeypatch.setattr(owner, name, usual)
    sheet = weasyprint.CSS(string=stylesheet())
    plain = weasyprint.HTML(string=html).render(stylesheets=[sheet], font_config=fonts, pdf_variant=VARIANT)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # as in pdf_of_pieces
        assert ours == plain.write_pdf(pdf_variant=VARIANT)


def test_shortcuts_were_taken():
    library()
    now = [(name, vars(owner)[name] is usual) for owner, name, usual in shortcuts.USUAL]
    assert now == [("page_references", False), ("_font_style_cache_key", False), ("setup", False)]


def test_sheet_of_elements_names_all_that_have_a_look_of_their_own():
    found = set()
    for path in (ROOT / "templates" / "documents").iterdir():
        found |= set(re.findall(r"<([a-z][a-z0-9]*)", path.read_text(encoding="utf-8")))
    rules = re.sub(r"/\*.*?\*/|\{.*?\}", " ", ELEMENTS.read_text(encoding="utf-8"))
    named = set(re.findall(r"[a-z][a-z0-9]*", rules.replace("::before", "")))
    assert found - named == {"meta", "title", "span"}  # inside the head; a span looks like its text
