"""Phiếu thẩm định: what it concludes, and of a dossier held back before anybody appraised it."""

import pytest

from nominations.enums import StageState as S
from nominations.printing.appraisals import conclusion
from nominations.services import steps
from nominations.services.kept import appraisal_sheet, changed_since
from nominations.services.standing import standing
from tests import world as w
from thiduakt.clock import today

FOUND_SO = {
    S.ELIGIBLE,
    S.IN_COUNCIL,
    S.COUNCIL_APPROVED,
    S.COUNCIL_REJECTED,
    S.PROPOSED,
    S.FORWARDED,
    S.AWARDED,
    S.REVOKED,
}


@pytest.mark.pure
def test_only_what_was_found_so_is_concluded_eligible():
    assert {state for state in S if conclusion(state) == "đủ điều kiện"} == FOUND_SO
    assert (conclusion(S.ON_HOLD), conclusion(S.WITHDRAWN)) == ("đang tạm dừng xét", "đã rút")


@pytest.mark.unit
@pytest.mark.django_db
def test_dossier_held_back_before_its_appraisal_is_a_draft():
    world = w.make_world()
    [dossier] = w.arrived(world)
    steps.move_dossier(dossier, "hold", by=world.officer, note="Đang xác minh.")
    dossier.refresh_from_db()
    sheet = appraisal_sheet(dossier, today())
    assert (sheet["conclusion"], sheet["draft"]) == ("Hồ sơ: đang tạm dừng xét", True)
    assert [each.when for each in changed_since(dossier, standing(dossier))] == []
