"""The table of the dossier's flow against its full product."""

import re

import pytest

from nominations.enums import RegistrationState as G
from nominations.enums import StageState as S
from nominations.flow import DOSSIER_FLOW, REGISTRATION_FLOW
from nominations.services import registrations, steps
from tests import world as w
from thiduakt.clock import database_now, today
from units.enums import Role

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


# Written by hand, not taken from the flow: action -> (states it may leave, roles that may take it).
DOSSIER = {
    "submit": ("draft unit_changes", "owner unit_clerk"),
    "unit_return": ("submitted", "unit_clerk unit_head"),
    "unit_propose": ("submitted", "unit_head"),
    "unit_decline": ("submitted", "unit_head"),
    "unit_reopen": ("unit_proposed unit_declined", "unit_head"),
    "send": ("unit_proposed", "unit_clerk unit_head"),
    "receive": ("arrived resubmitted", "officer office_head"),
    "request_changes": ("arrived resubmitted received", "officer office_head"),
    "resubmit": ("changes_requested", "owner unit_clerk sender"),
    "mark_eligible": ("received", "officer office_head"),
    "mark_ineligible": ("received", "officer office_head"),
    "reappraise": ("eligible ineligible", "officer office_head"),
    "to_council": ("eligible", "officer office_head"),
    "council_approve": ("in_council", "council_secretary council_chair"),
    "council_reject": ("in_council", "council_secretary council_chair"),
    "propose": ("council_approved", "office_head"),
    "unpropose": ("proposed", "office_head"),
    "award": ("proposed", "records"),
    "forward": ("council_approved", "records"),
    "enter_award": ("awaited", "sender"),
    "enter_refusal": ("awaited", "sender"),
    "revoke": ("awarded", "records"),
    "enter_revocation": ("awarded", "sender"),
    "hold": ("arrived received resubmitted eligible council_approved", "officer office_head"),
    "resume": ("on_hold", "officer office_head"),
    "withdraw": (
        "draft submitted unit_changes unit_proposed arrived received changes_requested resubmitted eligible "
        "awaited",
        "owner unit_clerk",
    ),
}
REGISTRATION = {
    "submit": ("draft changes_requested", "owner unit_clerk"),
    "send_list": ("draft submitted changes_requested", "unit_clerk unit_head"),
    "accept": ("submitted", "officer office_head"),
    "request_changes": ("submitted", "officer office_head"),
    "withdraw": ("draft submitted changes_requested accepted", "owner unit_clerk"),
}
SENTENCE = re.compile(r"^[A-ZÀ-ỸĐ].{12,}[.”]$", re.DOTALL)
STATE, ROLE = "Không thể “", "Anh/chị không có quyền “"


def expected(table: dict) -> set[tuple[str, str, str]]:
    """(state, role, action) that may be."""
    return {
        (state, role, action)
        for action, (states, roles) in table.items()
        for state in states.split()
        for role in roles.split()
    }


def let_through(reasons: list[str]) -> bool:
    """Whether neither state nor role stands against it; what guards say is another matter, but a sentence."""
    assert [reason for reason in reasons if not SENTENCE.match(reason)] == []
    return not any(reason.startswith((STATE, ROLE)) for reason in reasons)


def test_full_product_of_states_roles_and_actions(world, monkeypatch):
    dossier = w.draft(world)
    stage, found = dossier.stage, set()
    for role in Role.values:
        monkeypatch.setattr(steps, "roles_on", lambda *args, role=role, **kwargs: {role})
        for stage.state in S.values:
            case = steps.Case(dossier, stage, world.clerk, database_now(), today(), own=False)
            allowed = (action for action in DOSSIER if let_through(steps.reasons_against(case, action)))
            found |= {(stage.state, role, action) for action in allowed}
    assert found == expected(DOSSIER)
    assert {step.action for step in DOSSIER_FLOW} == set(DOSSIER)


def test_full_product_of_a_registration(world, monkeypatch):
    registration = registrations.create_registration(
        world.campaign, award_type=world.award, unit=world.economy, person=world.staff.person, by=world.clerk
    )
    found = set()
    for role in Role.values:
        monkeypatch.setattr(registrations, "registration_roles", lambda *args, role=role: {role})
        for registration.state in G.values:
            for action in REGISTRATION:
                reasons = registrations.check_registration(registration, action, by=world.clerk)
                found |= {(registration.state, role, action)} if let_through(reasons) else set()
    assert found == expected(REGISTRATION)
    assert {step.action for step in REGISTRATION_FLOW} == set(REGISTRATION)


@pytest.mark.parametrize("flow", [DOSSIER_FLOW, REGISTRATION_FLOW])
def test_one_row_for_each_state_and_action(flow):
    pairs = [(state, step.action) for step in flow for state in step.sources]
    assert len(pairs) == len(set(pairs))
