"""The table of the dossier's flow against its full product."""

import pytest

from nominations.enums import StageState as S
from nominations.flow import DOSSIER_FLOW, REGISTRATION_FLOW
from nominations.services import steps
from tests import world as w
from thiduakt.clock import database_now, today
from units.enums import Role

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


ROLES = (
    Role.UNIT_CLERK,
    Role.UNIT_HEAD,
    Role.OFFICER,
    Role.OFFICE_HEAD,
    Role.SIGNER,
    Role.RECORDS,
    Role.ADMIN,
    Role.OWNER,
    Role.COUNCIL_CHAIR,
    Role.COUNCIL_SECRETARY,
    Role.COUNCIL_MEMBER,
)


@pytest.mark.parametrize("role", ROLES)
def test_full_product_of_states_and_actions(world, role, monkeypatch):
    """Allowed by state and role exactly when a row of the table says so."""
    dossier = w.draft(world)
    stage = dossier.stage
    monkeypatch.setattr(steps, "roles_on", lambda *args, **kwargs: {role})
    for value in S.values:
        stage.state = value
        for action in {step.action for step in DOSSIER_FLOW}:
            case = steps.Case(dossier, stage, world.clerk, database_now(), today())
            step = DOSSIER_FLOW.find(value, action)
            reasons = steps.reasons_against(case, action)
            told_no_state = any(reason.startswith("Không thể “") for reason in reasons)
            told_no_role = any(reason.startswith("Anh/chị không có quyền “") for reason in reasons)
            assert (told_no_state, told_no_role) == (
                step is None,
                step is not None and role not in step.roles,
            )


@pytest.mark.parametrize("flow", [DOSSIER_FLOW, REGISTRATION_FLOW])
def test_one_row_for_each_state_and_action(flow):
    pairs = [(state, step.action) for step in flow for state in step.sources]
    assert len(pairs) == len(set(pairs))
