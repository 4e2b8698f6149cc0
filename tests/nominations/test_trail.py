"""The trail of a nomination: every act leaves its event, by the role it was done with, in one chain."""

import pytest
from django.db import connection

from nominations.models import DossierEvent
from nominations.services import decisions, registrations, steps, submissions
from tests import world as w
from thiduakt.events import ddl
from thiduakt.events.base import broken_rows
from units.enums import Role
from units.models import Membership

TABLE = DossierEvent._meta.db_table
pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def roles_by_action(events) -> dict:
    return {event.action: event.membership and event.membership.role for event in events.order_by("seq")}


def drafted_decision(world):
    (dossier,) = w.council_approved(world)
    steps.move_dossier(dossier, "propose", by=world.office_head)
    document = decisions.prepare_decision(
        world.campaign, unit=world.commune, signer=world.chairman, by=world.office_head
    )
    return dossier, document


def test_draft_decision_and_its_return_leave_events(world):
    dossier, document = drafted_decision(world)
    decisions.return_decision(document, by=world.signer, note="Sai tên đơn vị.")
    told = dossier.events.order_by("seq").values_list("action", "from_state", "to_state", "note")
    assert list(told)[-2:] == [
        ("prepare_decision", "proposed", "proposed", document.title),
        ("return_decision", "proposed", "proposed", "Sai tên đơn vị."),
    ]


def test_session_of_the_list_leaves_one_event(world):
    submission = submissions.draft_submission(world.campaign, world.economy, by=world.clerk)
    session = w.unit_session(world, [w.submitted(world)])
    submissions.set_session(submission, session, by=world.clerk)
    submissions.set_session(submission, session, by=world.clerk)
    assert roles_by_action(submission.events) == {
        "draft": Role.UNIT_CLERK,
        "set_session": Role.UNIT_CLERK,
    }
    assert submission.events.count() == 2


def test_events_name_the_membership_that_was_used(world):
    """Also when another role of the same unit was given first."""
    Membership.objects.filter(user=world.office_head).update(role=Role.RECORDS)
    Membership.objects.create(
        user=world.office_head, unit=world.commune, role=Role.OFFICE_HEAD, since=w.START
    )
    world.office_head = type(world.office_head).objects.get(pk=world.office_head.pk)
    dossier, document = drafted_decision(world)
    assert roles_by_action(dossier.events) == {
        "submit": Role.UNIT_CLERK,
        "unit_propose": Role.UNIT_HEAD,
        "send": Role.UNIT_CLERK,
        "receive": Role.OFFICER,
        "appraise": Role.OFFICER,
        "mark_eligible": Role.OFFICER,
        "to_council": Role.OFFICER,
        # By the seat of the secretary.
        "council_approve": None,
        "propose": Role.OFFICE_HEAD,
        "prepare_decision": Role.OFFICE_HEAD,
    }
    assert roles_by_action(document.events) == {"prepare": Role.OFFICE_HEAD}


def test_owner_without_a_role_acts_by_none(world):
    dossier = w.draft(world, by=world.clerk)
    w.write_papers(dossier, world.clerk)
    steps.move_dossier(dossier, "submit", by=world.staff)
    assert roles_by_action(dossier.events) == {"submit": None}


def test_registration_names_the_office(world):
    registration = registrations.create_registration(
        world.campaign, award_type=world.award, unit=world.economy, person=world.staff.person, by=world.clerk
    )
    registrations.move_registration(registration, "submit", by=world.clerk)
    registrations.move_registration(registration, "accept", by=world.officer)
    assert roles_by_action(registration.events) == {"submit": Role.UNIT_CLERK, "accept": Role.OFFICER}


def changed(event: DossierEvent, **values) -> list[DossierEvent]:
    """What checking finds after a column was changed behind the triggers."""
    connection.check_constraints()  # PostgreSQL drops no trigger while some wait for the commit
    ddl.disarm(connection, [TABLE])
    DossierEvent.objects.filter(pk=event.pk).update(**values)
    ddl.arm(connection, [TABLE])
    return list(broken_rows(DossierEvent))


def test_chain_covers_the_stage(world):
    (dossier,) = w.arrived(world)
    first = dossier.events.order_by("seq").first()
    assert list(broken_rows(DossierEvent)) == []
    assert changed(first, stage=dossier.stage) == [first]
