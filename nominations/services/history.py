"""Awards from before the system: entered with the decision they stand in, without the way there."""

import datetime as dt

from campaigns.models import Campaign
from criteria.enums import Group
from criteria.models import AwardType
from criteria.services import base_salary_on, regime_on, rule_for
from documents.enums import DocumentState, Kind, Origin
from documents.models import IssuedDocument
from documents.pdf.render import TEMPLATE_VERSION
from documents.services import papers
from nominations.models import Award
from nominations.money import bonus
from nominations.printing.decisions import decision_paper
from thiduakt.door import change
from units.models import Person, Unit

from .decisions import achievement


@change
def enter_decision(
    campaign: Campaign,
    *,
    award_type: AwardType,
    number: int,
    on: dt.date,
    nominees: list[Person | Unit],
    signature_lines: list[str],
    signer_name: str,
    office: str,
    by,
) -> IssuedDocument:
    """A decision issued on paper earlier, with its awards under the rules of its day."""
    unit = campaign.issuer
    lines = [past_line(nominee, award_type, unit, n, on) for n, nominee in enumerate(nominees, start=1)]
    snapshot = decision_paper(campaign, unit, lines, regime_on(on), on=on, office=office)
    document = IssuedDocument.objects.create(
        kind=Kind.QUYET_DINH,
        origin=Origin.HISTORIC,
        state=DocumentState.ISSUED,
        unit=unit,
        title=snapshot["title"],
        number=number,
        symbol=f"QĐ-{unit.symbol}",
        place=unit.place_name,
        issued_on=on,
        template="decision.html",
        template_version=TEMPLATE_VERSION,
        snapshot=snapshot,
        signature_lines=signature_lines,
        signer_name=signer_name,
        prepared_by=by,
    )
    Award.objects.bulk_create(
        past_award(document, campaign, award_type, line) for line in with_who(lines, nominees)
    )
    papers.add_readers(
        document, units=[unit], people=[nominee for nominee in nominees if isinstance(nominee, Person)]
    )
    return document


def past_line(nominee: Person | Unit, award_type: AwardType, unit: Unit, number: int, on: dt.date) -> dict:
    person = isinstance(nominee, Person)
    group = Group.INDIVIDUAL if person else Group.COLLECTIVE
    coefficient = rule_for(award_type, group, on=on, unit=unit).coefficient or 0
    appointment = nominee.appointment_on(on) if person else None
    return {
        "group": group,
        "award": award_type.name,
        "name": nominee.full_name if person else nominee.name,
        "detail": f"{appointment.position}, {appointment.unit.name}" if appointment else "",
        "gold_book_number": number,
        "coefficient": str(coefficient),
        "bonus": bonus(coefficient, base_salary_on(on).amount),
    }


def with_who(lines: list[dict], nominees: list[Person | Unit]):
    return zip(lines, nominees, strict=True)


def past_award(document: IssuedDocument, campaign: Campaign, award_type: AwardType, pair) -> Award:
    line, nominee = pair
    person = nominee if isinstance(nominee, Person) else None
    return Award(
        award_type=award_type,
        group=line["group"],
        person=person,
        collective=None if person else nominee,
        name=line["name"],
        position=line["detail"],
        achievement=achievement(campaign),
        decision=document,
        gold_book_number=line["gold_book_number"],
        coefficient=line["coefficient"],
        base_salary=base_salary_on(document.issued_on).amount,
        bonus=line["bonus"],
    )
