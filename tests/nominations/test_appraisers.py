"""Another appraiser where all are excluded: named by the council's chair, recorded, for this dossier only."""

import pytest
from django.urls import reverse

from nominations.facts import criteria_of
from nominations.models import Dossier, DossierStage
from nominations.services import appraisal, appraisers, steps
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.inbox import tasks_for
from units.models import Membership

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


@pytest.fixture
def excluded(world):
    """A dossier drawn up by the one officer that the office has left."""
    (dossier,) = w.arrived(world)
    Dossier.objects.filter(pk=dossier.pk).update(created_by=world.officer)
    others = Membership.objects.filter(user__in=[world.officer2, world.office_head])
    others.update(until=w.START)
    return Dossier.objects.get(pk=dossier.pk)


def name(dossier, who, by, note="Cán bộ thẩm định đã lập hồ sơ."):
    return appraisers.name_appraiser(dossier, who, by=by, note=note)


def test_chair_names_another_one_who_then_appraises(world, excluded):
    assert steps.check_step(excluded, "receive", by=world.records) != []
    name(excluded, world.records, world.signer)
    dossier = steps.move_dossier(excluded, "receive", by=world.records)
    appraisal.appraise(dossier, {row.pk: ("met", "") for row in criteria_of(dossier)}, by=world.records)
    event = dossier.events.get(action="name_appraiser")
    assert (event.by, event.note) == (world.signer, "Võ Thị Thư: Cán bộ thẩm định đã lập hồ sơ.")
    (other,) = w.arrived(world, w.colleague(world, "Bùi Văn Thêm"))
    assert steps.check_step(other, "receive", by=world.records) != []


@pytest.mark.parametrize(
    ("who", "by", "note", "sentence"),
    [
        ("records", "deputy_signer", "Vì vậy.", "Chỉ Chủ tịch Hội đồng"),
        ("officer", "signer", "Vì vậy.", "không thẩm định được hồ sơ này"),
        ("clerk", "signer", "Vì vậy.", "không thẩm định được hồ sơ này"),
        ("records", "signer", " ", "Chưa ghi lý do"),
    ],
)
def test_naming_is_refused(world, excluded, who, by, note, sentence):
    with pytest.raises(Refused, match=sentence):
        name(excluded, getattr(world, who), getattr(world, by), note)
    assert excluded.stage.appraiser is None


def test_nobody_is_named_while_an_appraiser_is_free(world):
    (dossier,) = w.arrived(world)
    (reason,) = appraisers.why_not_name(dossier, world.signer, today())
    assert reason.endswith("thẩm định được hồ sơ này nên không phải cử người khác.")


def test_chair_names_on_the_page_and_the_named_one_finds_it(client, world, excluded):
    url = reverse("nominations:dossier-appraiser", args=[excluded.pk])
    client.force_login(world.signer)
    assert url in client.get(excluded.get_absolute_url()).content.decode()
    assert client.get(url).context["reasons"] == []
    page = client.post(url, {"appraiser": world.records.pk, "note": "Không còn ai."}, follow=True)
    assert "Đã cử Võ Thị Thư thẩm định hồ sơ." in page.content.decode()
    client.force_login(world.records)
    desk = client.get(f"/quan-tri/nominations/dossierstage/{excluded.stage.pk}/change/")
    assert [step.action for step in desk.context["steps"]][:1] == ["receive"]


def test_page_is_for_the_chair_alone(client, world, excluded):
    url = reverse("nominations:dossier-appraiser", args=[excluded.pk])
    for user, status in ((world.officer, 403), (world.stranger, 404)):
        client.force_login(user)
        assert client.get(url).status_code == status
    assert DossierStage.objects.filter(appraiser__isnull=False).count() == 0


def test_named_appraiser_finds_the_dossier_in_the_inbox(client, world, excluded):
    name(excluded, world.records, world.signer)
    (item,) = [one for one in tasks_for(world.records, today()) if one.kind == "named"]
    assert item.title == f"Tiếp nhận hồ sơ của {excluded.nominee_name}"
    client.force_login(world.records)
    assert client.get(item.url).status_code == 200
