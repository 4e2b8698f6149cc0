"""A form that was opened before something else happened."""

import pytest

from nominations.enums import StageState as S
from nominations.services import steps
from tests import world as w

from .test_unit_pages import state, step_url

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def test_outdated_form_keeps_what_was_typed_and_tells_what_happened(client, world):
    dossier = w.submitted(world)
    client.force_login(world.head)
    assert client.get(step_url(dossier, "unit_return")).status_code == 200
    steps.move_dossier(dossier, "unit_propose", by=world.head)
    page = client.post(
        step_url(dossier, "unit_return"), {"note": "Thiếu số liệu quý IV", "due_on": "05/12/2099"}
    ).content.decode()
    assert "khi đang ở trạng thái “Đơn vị đề nghị”" in page
    assert f"Việc gần nhất: “Đơn vị đề nghị”, {world.head}, " in page
    assert "Thiếu số liệu quý IV" in page
    assert state(dossier) == S.UNIT_PROPOSED
