"""What the level above may not give either goes on from there, and the answer comes all the way down."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from nominations.enums import StageState as S
from nominations.models import Award, Dossier
from nominations.services import forwarding, registration_answers, steps
from tests import world as w
from thiduakt.clock import today
from thiduakt.inbox.derive import tasks_for
from thiduakt.management.invariants import run_checks
from units.services import set_parent

from .test_registration_lists import list_above, registered, sent_list
from .test_unit_pages import real_pdf

pytestmark = [pytest.mark.page, pytest.mark.django_db]

PAPER = {
    "kind": "QĐ",
    "reference": "1234/QĐ-TTg",
    "title": "Về việc tặng Bằng khen",
    "signer_name": "Thủ tướng Chính phủ",
}


def test_award_of_the_government_climbs_three_levels_and_comes_down(client):
    world = w.world_for_the_province(award_type="BKTTG", authority="Thủ tướng Chính phủ")
    above = w.province_of(world)
    set_parent(above.unit, government := w.unit("cp", "Chính phủ", "ngoai"), since=w.START)
    # The registration goes the same way: from each level in a list of its own.
    rows = registered(world, world.economy)
    registration_answers.answer_list(sent_list(world, rows), "receive", by=world.officer)
    registration_answers.answer_list(list_above(world, rows), "receive", by=above.officer)
    higher = list_above(world, rows, above)
    assert (higher.level, higher.to_unit, higher.state) == (2, government, "sent")

    w.forwarded(world, world.economy)
    dossier = Dossier.objects.get()
    w.approved_above(world, above, [dossier])
    (said,) = steps.check_step(dossier, "propose", by=above.head)
    assert said.startswith("UBND tỉnh Khánh Hòa không có thẩm quyền quyết định")
    forwarding.forward_submission(up := w.forwarding_draft(world, [dossier], above), by=above.records)
    states = list(dossier.stages.order_by("level").values_list("state", flat=True))
    assert states == [S.SENT, S.FORWARDED, S.FORWARDED, S.AWAITED]
    waits = "Ghi kết quả của cấp trên cho 1 hồ sơ"
    told = [[item.title for item in tasks_for(who.officer, today())] for who in (world, above)]
    assert [waits in titles for titles in told] == [False, True]

    client.force_login(above.officer)
    upload = SimpleUploadedFile("qd.pdf", real_pdf(), "application/pdf")
    day = f"{today():%d/%m/%Y}"
    form = PAPER | {f"answer_{dossier.pk}": "yes", "upload": upload, "issued_on": day}
    client.post(reverse("nominations:submission-result", args=[up.pk]), form)
    award = Award.objects.get()
    paper = award.decision
    assert paper.signed_copy.original_name == "qd.pdf"
    assert (paper.reference, paper.issuer_name, award.bonus) == ("1234/QĐ-TTg", "Chính phủ", 17_710_000)
    told = {}
    for who in (world.clerk, world.officer):
        client.force_login(who)
        page = client.get(award.get_absolute_url()).content.decode()
        told[who.username] = ["1234/QĐ-TTg" in page, "Cao Văn Hải" in page]
    # The nominee's unit reads the whole way, the commune of what lies above it the result alone.
    assert told == {world.clerk.username: [True, True], world.officer.username: [True, False]}
    assert [line for result in run_checks() for line in result.sample] == []
