"""Certificates printed: chosen rows, blanks with their places, reprints with a reason, long names within."""

import io

import pikepdf
import pytest
from django.urls import reverse

from documents.enums import JobState
from nominations.models import Award, CertificateRun
from nominations.printing.blanks import calibration_pdf
from nominations.services import certificates
from tests import world as w
from tests.documents.pdfread import Paper, page_texts
from tests.world.kept import once
from thiduakt.errors import Refused

from .test_fitting import SIXTY

pytestmark = [pytest.mark.page, pytest.mark.django_db]


def build():
    world = w.make_world()
    world.decision = w.awarded(world, world.staff.person, w.colleague(world, "Trịnh Văn Hai"))
    return world


@pytest.fixture
def world():
    return once("two with certificates", build)


@pytest.fixture
def decision(world):
    return world.decision


def blank(world, **changes):
    size = {"width": 297, "height": 210} | changes
    return certificates.new_blank(world.commune, "Phôi A4", by=world.officer, **size)


def form_of(template, **changes) -> dict:
    """What the page of a blank sends."""
    data = {"name": template.name, "width": "297", "height": "210", "offset_x": "1,5", "offset_y": "-2"}
    for field in template.fields.all():
        place = {"shown": "on", "x": field.x, "y": field.y, "width": field.width, "size": field.size}
        data |= {f"{field.key}-{name}": str(value).replace(".", ",") for name, value in place.items()}
        data[f"{field.key}-align"] = field.align
    return data | changes


def test_chosen_rows_are_printed_by_the_worker_and_reprinted_with_a_reason(client, world, decision):
    client.force_login(world.officer)
    here = reverse("nominations:certificates", args=[decision.pk])
    first, second = decision.awards.order_by("gold_book_number")
    client.post(here, {"awards": [second.pk]})
    run = CertificateRun.objects.get()
    assert (run.state, run.total, run.done) == (JobState.WAITING, 1, 0)
    assert (certificates.certificates_pending(), certificates.certificates_pending()) == (1, 0)
    run.refresh_from_db()
    file = client.get(reverse("nominations:certificate-run", args=[run.pk]))
    (page,) = page_texts(file.content)
    assert (run.done, second.name in page, first.name in page) == (1, True, False)
    refused = client.post(here, {"awards": [first.pk, second.pk]})
    assert "Đã in 1 bản trong số này: ghi lý do in lại." in refused.content.decode()
    client.post(here, {"awards": [first.pk, second.pk], "note": "Bản in bị nhòe"})
    told = [(event.action, event.note) for event in decision.events.order_by("seq")][-2:]
    assert told == [("print_certificates", ""), ("reprint_certificates", "Bản in bị nhòe")]
    assert [row.pk in client.get(here).context["printed"] for row in (first, second)] == [True, True]


def test_what_is_ticked_at_first_is_not_printed_yet_and_a_thousand_may_be_sent(client, world, decision):
    client.force_login(world.officer)
    here = reverse("nominations:certificates", args=[decision.pk])
    second = decision.awards.order_by("gold_book_number").last()

    def ticks(query: str = "") -> list[bool]:
        return [ticked for _, ticked in client.get(here + query).context["rows"]]

    before = ticks()
    client.post(here, {"awards": [second.pk]})
    assert (before, ticks(), ticks("?chon=het"), ticks("?chon=khong")) == (
        [True, True],
        [True, False],
        [True, True],
        [False, False],
    )
    page = client.post(here, {"awards": range(1_200)})
    assert page.status_code == 200


def test_file_made_in_pieces_is_one_tagged_archive(world, decision, monkeypatch):
    monkeypatch.setattr(certificates, "AT_A_TIME", 1)
    run = certificates.order_run(
        decision, list(decision.awards.values_list("pk", flat=True)), by=world.officer
    )
    with pikepdf.open(io.BytesIO(certificates.printed(run))) as whole:
        root = whole.Root
        assert whole.open_metadata().pdfa_status == "2A"
        assert len(root.OutputIntents) == 1
        assert ("/MarkInfo" in root, str(root.Lang)) == (True, "vi")
        assert [page.StructParents for page in whole.pages] == [0, 1]
        assert len(root.StructTreeRoot.ParentTree.Nums) // 2 == len(whole.pages)
        fonts = {str(font.BaseFont)[8:] for page in whole.pages for _, font in page.Resources.Font.items()}
        assert fonts == {"Tinos", "Tinos-Bold", "Tinos-Bold-Italic"}


def test_run_that_fails_is_tried_again_and_then_told(world, decision, monkeypatch):
    def broken(*args):
        raise RuntimeError("hỏng")

    monkeypatch.setattr(certificates, "pages", broken)
    keys = list(decision.awards.values_list("pk", flat=True))
    certificates.order_run(decision, keys, by=world.officer)
    for _ in range(4):
        assert certificates.certificates_pending() == 0
    run = CertificateRun.objects.get()
    assert (run.state, run.attempts, run.error) == (JobState.FAILED, 3, "hỏng")
    # What was never printed needs no reason to be printed.
    certificates.order_run(decision, keys, by=world.officer)


@pytest.mark.parametrize("who", ["clerk", "stranger"])
def test_others_print_nothing(world, decision, who):
    with pytest.raises(Refused, match="Chỉ cơ quan ban hành"):
        certificates.order_run(decision, [decision.awards.first().pk], by=getattr(world, who))


def test_blank_puts_each_text_where_its_numbers_say(client, world, decision):
    template = blank(world)
    client.force_login(world.officer)
    moved = form_of(template, **{"name-x": "40", "name-y": "90", "name-width": "200", "name-align": "left"})
    del moved["giver-shown"]
    client.post(template.get_absolute_url(), moved)
    run = certificates.order_run(decision, [decision.awards.first().pk], template=template, by=world.officer)
    template.refresh_from_db()
    run.template, run.decision.signature_lines = template, (deputy := ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"])
    paper = Paper(certificates.printed(run))
    assert [line.text for line in paper.pages[0].lines if "CHỦ TỊCH" in line.text] == deputy
    (name,) = [line for line in paper.pages[0].lines if line.text == decision.awards.first().name]
    assert (paper.pages[0].width, paper.pages[0].height) == (297, 210)
    # Moved by the printer's offset of 1.5 mm; on the blank itself the giver is printed already.
    assert name.x0 == pytest.approx(41.5, abs=0.3)
    assert 88 < name.top < 91


def test_place_beyond_the_edge_is_refused(client, world):
    template = blank(world)
    client.force_login(world.officer)
    page = client.post(template.get_absolute_url(), form_of(template, **{"signer-x": "250"}))
    assert "Ra ngoài phôi: Họ tên người ký." in page.content.decode()
    assert template.fields.get(key="signer").x == 160
    page = client.post(template.get_absolute_url(), form_of(template, **{"signer-x": "nhiều"}))
    assert page.status_code == 200


@pytest.mark.parametrize("whole", [True, False])
def test_name_of_sixty_letters_stays_within_the_sheet(world, decision, whole):
    award = decision.awards.first()
    long = f"{SIXTY} Ninh Phước và các xã lân cận thuộc tỉnh Khánh Hòa"
    Award.objects.filter(pk=award.pk).update(name=long, position=f"Phó Trưởng ban phụ trách, {long}")
    run = certificates.order_run(
        decision, [award.pk], template=None if whole else blank(world), by=world.officer
    )
    content = certificates.printed(run)
    (page,) = Paper(content).pages
    text = " ".join(line.text for line in page.lines)
    assert long in " ".join(text.split())
    assert min(line.x0 for line in page.lines) >= 25
    assert max(line.x1 for line in page.lines) <= 272


def test_calibration_sheet_has_its_crosses_and_mm(world):
    (page,) = Paper(calibration_pdf(blank(world))).pages
    words = [line.text for line in page.lines]
    assert "277 mm từ mép trái, 190 mm từ mép trên" in " ".join(words)
    assert "290" in " ".join(words)
