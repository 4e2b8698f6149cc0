"""PDF/A-2a of every kind of paper, looked into with pikepdf: what an archive and a screen reader need."""

import functools
import io

import pikepdf
import pytest

from tests.documents import papers
from tests.documents.appraisals import ARTICLE
from tests.documents.conformity.kinds import CASES
from tests.documents.conformity.printed import TINOS
from tests.documents.pdfread import printed_once
from thiduakt.vietnamese.text import clean_text
from units.accounts.pictures import qr

pytestmark = pytest.mark.pure

SQUARE = qr("https://thiduakt.example/tra-cuu/abcdefghij/")
SAMPLES = {name: (case.template, case.paper) for name, case in CASES.items() if case.pages != 30} | {
    "kế hoạch có mã vuông": ("plan.html", papers.plan(qr=SQUARE)),
    "quyết định có mã vuông": ("decision.html", papers.decision(qr=SQUARE)),
    "dự thảo": ("minutes.html", papers.minutes(draft=True)),
}


@functools.cache
def opened(name: str) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(printed_once(*SAMPLES[name])))


@pytest.fixture(params=SAMPLES)
def pdf(request) -> pikepdf.Pdf:
    return opened(request.param)


def tags(node) -> list[str]:
    """The structure types below a node, in reading order."""
    kids = node.get("/K", [])
    found = [str(node.S)] if "/S" in node else []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += tags(kid)
    return found


def fonts(pdf: pikepdf.Pdf) -> dict[str, bool]:
    """Every font of the file by its name, and whether its letters are in the file."""
    found = {}
    for entry in pdf.objects:
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/FontDescriptor":
            inside = any(key in entry for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            found[str(entry.FontName).split("+")[-1].lstrip("/")] = inside
    return found


def test_metadata_claim_pdf_a_2a(pdf):
    with pdf.open_metadata() as xmp:
        assert (xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance")) == ("2", "A")
        assert xmp.pdfa_status == "2A"


def test_title_is_shown_and_the_same_in_both_places(pdf):
    with pdf.open_metadata() as xmp:
        assert xmp.get("dc:title") == str(pdf.docinfo.Title)
    assert clean_text(str(pdf.docinfo.Title)) != ""
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_language_is_vietnamese(pdf):
    assert str(pdf.Root.Lang) == "vi"


def test_paper_is_tagged_from_its_root(pdf):
    assert pdf.Root.MarkInfo.Marked
    assert tags(pdf.Root.StructTreeRoot)[0] == "/Document"
    assert "/P" in tags(pdf.Root.StructTreeRoot)
    assert ["/StructParents" in page for page in pdf.pages] == [True] * len(pdf.pages)


def test_colours_have_one_profile_inside(pdf):
    (intent,) = pdf.Root.OutputIntents
    assert str(intent.S) == "/GTS_PDFA1"
    assert len(intent.DestOutputProfile.read_bytes()) > 100


def test_fonts_are_tinos_only_and_inside(pdf):
    found = fonts(pdf)
    assert set(found) - TINOS == set()
    assert set(found.values()) == {True}


def test_nothing_runs_and_nothing_is_locked(pdf):
    assert [key for key in ("/OpenAction", "/AA", "/AcroForm") if key in pdf.Root] == []
    assert ("/JavaScript" in pdf.Root.get("/Names", {}), pdf.is_encrypted) == (False, False)


@pytest.mark.parametrize("name", ["kế hoạch có mã vuông", "quyết định có mã vuông"])
def test_square_in_the_margin_is_no_part_of_the_text(name):
    """It is drawn outside the tree: a reader of the screen hears the paper, not its margin."""
    pdf = opened(name)
    assert "/Figure" not in tags(pdf.Root.StructTreeRoot)
    assert depth_of_drawing(pdf.pages[0]) == set()


def depth_of_drawing(page) -> set[str]:
    """The marks, other than Artifact, inside which an image or a form is painted."""
    stack, found = [], set()
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("BDC", "BMC"):
            stack.append(str(operands[0]))
        elif str(operator) == "EMC":
            stack.pop()
        elif str(operator) == "Do":
            found |= {mark for mark in stack if mark != "/Artifact"} or (set() if stack else {"none"})
    return found


def test_article_of_a_verdict_opens_and_is_printed():
    pages = opened("phiếu thẩm định").pages
    found = {(str(a.A.URI), int(a.F)) for page in pages for a in page.get("/Annots", [])}
    assert found == {(ARTICLE["url"], 4)}


def test_tables_have_header_cells():
    assert "/TH" in tags(opened("quyết định").Root.StructTreeRoot)


def test_plain_pdf_fails():
    """The control: the same page without the variant is none of this."""
    plain = io.BytesIO()
    bare = pikepdf.new()
    bare.add_blank_page()
    bare.save(plain)
    pdf = pikepdf.open(plain)
    with pdf.open_metadata() as xmp:
        assert xmp.pdfa_status == ""
    assert [key in pdf.Root for key in ("/OutputIntents", "/StructTreeRoot", "/Lang")] == [False] * 3
