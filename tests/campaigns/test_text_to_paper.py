"""Each of the five plans: its text read, looked at, signed, launched, printed in the words of its source."""

import datetime as dt

import pytest

from campaigns.facts.issuers import issuer_named
from campaigns.facts.readings import readings
from campaigns.models import Campaign
from campaigns.plan_text.reading import read_plan
from campaigns.services.checking import accept, import_plan
from campaigns.services.flow import accept_note, move_campaign
from campaigns.services.plans import set_head
from documents.enums import Kind
from documents.models import NumberSeries
from documents.services import papers
from documents.services.printing import pdf_bytes
from tests import world as w
from tests.campaigns import plans
from tests.campaigns.plan_contract import FOLDER, NUMBERS, source
from tests.documents.pdfread import missing, page_texts, words
from thiduakt.clock import VIETNAM
from units.enums import Role, UnitKind
from units.facts import signature_lines
from units.models import Appointment, Person, Unit, User

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

# Day of issue where the source leaves it blank, and who signs.
SOURCES = {
    "000": ("Sở Công Thương", "SCT", dt.date(2020, 2, 20), "Giám đốc"),
    "001": ("Sở Tài chính", "STC", dt.date(2022, 3, 1), "Giám đốc"),
    "002": ("Ủy ban nhân dân huyện Ninh Phước", "UBND", dt.date(2021, 2, 3), "Phó Chủ tịch"),
    "003": ("Sở Khoa học và Công nghệ tỉnh Ninh Thuận", "SKHCN", dt.date(2022, 3, 15), "Giám đốc"),
    "004": ("Sở Công Thương", "SCT", dt.date(2020, 3, 2), "Phó Giám đốc"),
}


def wanted(number: str, notes: list[dict]) -> list[str]:
    """The source's words; its day is given anew at the launch, and NĐ 30 pads only months 1 and 2."""
    found = words(source(number).replace("tháng 03 năm 2022 KẾ HOẠCH", "tháng 3 năm 2022 KẾ HOẠCH"))
    for note in notes:
        for word in words(note["text"]) if note["kind"] == "left_out" else ():
            found.remove(word)
    return found


def office(number: str) -> Unit:
    name, symbol, _, position = SOURCES[number]
    made = plans.unit("cq", name, UnitKind.HUYEN if symbol == "UBND" else UnitKind.SO)
    made.symbol, made.head_title = symbol, position.removeprefix("Phó ")
    made.save()
    return made


def signs(number: str, plan: dict, issuer: Unit) -> tuple[Person, User]:
    """The person whom the plan names, in the position that the lines above the name claim."""
    position = SOURCES[number][3]
    person = Person.objects.create(full_name=plan["signatory"]["name"])
    head = not position.startswith("Phó ")
    Appointment.objects.create(
        person=person, unit=issuer, position=position, is_head=head, since=plans.LONG_AGO
    )
    signer = plans.account("ky", issuer, Role.SIGNER)
    signer.person = person
    signer.save()
    return person, signer


def looked_at(plan: Campaign, by: User) -> Campaign:
    accept(plan, [one.name for one in readings(plan) if one.unchecked], by=by)
    for note in plan.notes.filter(kind="doubt"):
        accept_note(note, by=by)
    return Campaign.objects.get(pk=plan.pk)


def launch(plan: Campaign, signer: User, by: User, on: dt.date) -> Campaign:
    at = dt.datetime.combine(on, dt.time(9), VIETNAM)
    plan = move_campaign(plan, "check_form", by=by, at=at)
    papers.approve_document(plan.paper, by=signer, at=at)
    records = plans.account("van-thu", plan.issuer, Role.RECORDS)
    return move_campaign(Campaign.objects.get(pk=plan.pk), "launch", by=records, at=at)


@pytest.mark.parametrize("number", NUMBERS)
def test_text_of_a_plan_comes_out_as_its_paper(number):
    w.catalogue()
    data, issuer = read_plan((FOLDER / f"{number}.txt").read_text()), office(number)
    person, signer = signs(number, data, issuer)
    officer, on = plans.account("can-bo", issuer, Role.OFFICER), SOURCES[number][2]
    assert issuer_named(data, Unit.objects.all()) == issuer
    plan = looked_at(import_plan(data, issuer=issuer, by=officer), officer)
    if not plan.signatory["lines"]:
        plan = set_head(
            plan, issuer=issuer, signer=person, lines=signature_lines(issuer, person, on), by=officer
        )
    # The register stands where the paper's own number, if it has one, is the next.
    last = (data["document"]["number"] or 1) - 1
    NumberSeries.objects.create(unit=issuer, kind=Kind.KE_HOACH, year=on.year, last_number=last)
    plan = launch(plan, signer, officer, on)
    printed = words(" ".join(page_texts(pdf_bytes(plan.paper))))
    assert missing(wanted(number, data["notes"]), printed) == []
