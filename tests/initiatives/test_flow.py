"""The flow as a table: every state, role and action of the full product."""

from itertools import product

import pytest

from initiatives.enums import EDITABLE, FINAL, InitiativeState
from initiatives.flow import INITIATIVE_FLOW
from initiatives.services.guards import GUARDS
from thiduakt.workflow import refusals
from units.enums import Role

pytestmark = pytest.mark.pure

ACTIONS = sorted({step.action for step in INITIATIVE_FLOW})


def allowed(state: str, role: str, action: str) -> bool:
    said = refusals(
        INITIATIVE_FLOW, state=state, state_label=state, action=action, roles=[role], guard=lambda name: None
    )
    return not said


def test_full_product_of_states_roles_and_actions():
    written = {
        (state, role, step.action)
        for step in INITIATIVE_FLOW
        for state in step.sources
        for role in step.roles
    }
    found = {cell for cell in product(InitiativeState, Role, ACTIONS) if allowed(*cell)}
    assert found == {(InitiativeState(s), Role(r), a) for s, r, a in written}


@pytest.mark.parametrize("state", InitiativeState)
def test_action_has_one_row_in_a_state(state):
    rows = [step.action for step in INITIATIVE_FLOW if state in step.sources]
    assert sorted(rows) == sorted(set(rows))


def test_every_guard_is_known_and_used():
    assert {name for step in INITIATIVE_FLOW for name in step.guards} == set(GUARDS)


def test_every_state_is_reached_and_left_but_the_last_ones():
    reached = {step.target for step in INITIATIVE_FLOW} | {InitiativeState.DRAFT}
    left = {state for step in INITIATIVE_FLOW for state in step.sources}
    assert reached == set(InitiativeState)
    assert set(InitiativeState) - left == {InitiativeState.WITHDRAWN}


def test_only_the_registration_is_bound_by_a_date():
    assert [step.action for step in INITIATIVE_FLOW if step.deadline] == ["register"]


def test_nothing_final_is_written_on():
    assert set(EDITABLE) & set(FINAL) == set()
