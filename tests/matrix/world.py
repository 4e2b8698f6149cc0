"""The whole world of the permission table, built once for all its tests and never changed by them."""

from dataclasses import dataclass

from councils import services as councils
from criteria.models import AwardRule, AwardType, BaseSalary, FactKind, Indicator, LegalRegime
from documents.services import papers
from nominations.facts import criteria_of
from nominations.services import agenda, appraisal, decisions, steps
from tests.world import walk
from thiduakt.clock import today
from units.models import User

from . import ideas, kits
from .relations import RELATIONS, Place, merge, persons, places


@dataclass
class Matrix:
    """`places` by relation, each with its kit; `accounts` by the role that heads a column of the table."""

    places: dict[str, Place]
    accounts: dict[str, User]

    def thing(self, relation: str, word: str):
        """What a row of the table means by a word: an attribute of the relation's kit."""
        return getattr(self.places[relation].kit, word)


def eligible(at: Place, person) -> object:
    """A dossier of this unit, found eligible by the office above."""
    world, above = kits.walking(at), at.above
    dossier = walk.arrived(world, person)[0]
    steps.move_dossier(dossier, "receive", by=above.officer)
    marks = {row.pk: ("met", "") for row in criteria_of(dossier)}
    appraisal.appraise(dossier, marks, by=above.officer)
    steps.move_dossier(dossier, "mark_eligible", by=above.officer)
    return dossier


def approved_by_council(at: Place, people: list) -> list:
    """Dossiers of this unit that the council above was for."""
    above = at.above
    dossiers = [eligible(at, person) for person in people]
    session = councils.plan_session(above.council, held_on=walk.today(), subject="xét", by=above.officer)
    agenda.put_on_agenda([dossier.pk for dossier in dossiers], session, by=above.officer)
    walk.vote(session, by=above.secretary)
    agenda.close_with_results(session, by=above.secretary)
    above.kit.closed_session = session
    return dossiers


def real_decision(at: Place, dossiers: list):
    """What the office above made of dossiers: proposed, in a decision that its signer approves."""
    above = at.above
    steps.move_many([dossier.pk for dossier in dossiers], "propose", by=above.office_head)
    document = decisions.prepare_decision(
        above.kit.plan, unit=above.unit, signer=above.signer.person, by=above.office_head
    )
    return document


def catalogue_rows() -> dict:
    """Rows that belong to no unit: the same for every relation."""
    models = (LegalRegime, BaseSalary, AwardType, AwardRule, FactKind, Indicator)
    return {model._meta.model_name: model.objects.order_by("pk").first() for model in models}


def build() -> Matrix:
    """Plans first, since every unit answers the plan of the one above it; the merger last."""
    found, accounts = places()
    for at in found.values():
        kits.add_plans(at)
    snapshot = decisions_of_home(found["child"])
    asked = [found[relation] for relation in RELATIONS]
    for at in asked:
        kits.add_registration(at)
        kits.add_registration_lists(at)
        kits.add_dossiers(at)
        kits.add_session(at)
    ideas.add_councils(found)
    for at in asked:
        ideas.add_ideas(at, found)
    for relation in ideas.OFFICES:
        ideas.add_decisions(found[relation], found)
    for at in asked:
        kits.add_decisions(at, snapshot)
        kits.add_certificates(at)
        kits.add_records(at, today())
        vars(at.kit).update(catalogue_rows())
    merge(found, today())
    return Matrix({relation: found[relation] for relation in RELATIONS}, accounts)


def decisions_of_home(child: Place) -> dict:
    """Home's own decision on dossiers from below waits for its number; two more may still be proposed."""
    more = persons(child.unit, child.word, "Người 5", "Người 6", "Người 7")
    first, *rest = approved_by_council(child, more)
    home = child.above.kit
    prepared = real_decision(child, [first])
    snapshot = dict(prepared.snapshot)
    home.approved = papers.approve_document(prepared, by=child.above.signer)
    home.to_propose = rest[0]
    return snapshot
