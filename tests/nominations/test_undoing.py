"""A bulk step taken back whole: nothing else happened since, places and agenda are as before."""

from functools import partial

import pytest

from nominations.enums import StageState as S
from nominations.models import BulkStep, Dossier, DossierStage
from nominations.services import agenda, appraisal, steps
from nominations.services.undoing import in_bulk, undo
from tests import world as w
from thiduakt.errors import Refused

LIST = "/quan-tri/nominations/dossierstage/"


@pytest.fixture
def world():
    return w.make_world()


def two(world, reached) -> list[Dossier]:
    return reached(world, world.staff.person, w.colleague(world, "Trần Văn Bình"))


def take(dossiers, action: str, by, door=None) -> BulkStep:
    door = door or partial(steps.move_many, action=action)
    assert in_bulk([dossier.pk for dossier in dossiers], action, door, by=by).skipped == []
    return BulkStep.objects.first()


def stages(dossiers) -> list[DossierStage]:
    return [DossierStage.objects.get(dossier=dossier, level=1) for dossier in dossiers]


def states(dossiers) -> list[str]:
    return [stage.state for stage in stages(dossiers)]


@pytest.mark.page
@pytest.mark.django_db
def test_bulk_step_is_taken_back_once_by_who_took_it(client, world):
    dossiers = two(world, w.arrived)
    since = [stage.changed_at for stage in stages(dossiers)]
    client.force_login(world.officer)
    chosen = {"action": "receive", "_selected_action": [s.pk for s in stages(dossiers)], "index": 0}
    preview = client.post(LIST, chosen)["Location"]
    assert client.get(preview).context["undo_note"] != ""
    client.post(preview)
    bulk = BulkStep.objects.get()
    client.force_login(world.officer2)
    assert client.get(f"{LIST}luot-da-lam/").context["bulks"] == []
    assert client.post(f"{LIST}luot-da-lam/{bulk.pk}/hoan-tac/").status_code == 404
    client.force_login(world.officer)
    page = client.get(f"{LIST}luot-da-lam/").context
    assert [(row["label"], row["bulk"].count) for row in page["bulks"]] == [("Tiếp nhận", 2)]
    said = [
        [
            str(message)
            for message in client.post(f"{LIST}luot-da-lam/{bulk.pk}/hoan-tac/", follow=True).context[
                "messages"
            ]
        ]
        for _ in range(2)
    ]
    assert said[0] == ["Đã hoàn tác “Tiếp nhận” của 2 hồ sơ."]
    assert said[1][0].startswith("Lượt này đã hoàn tác lúc")
    assert (states(dossiers), [stage.changed_at for stage in stages(dossiers)]) == ([S.ARRIVED] * 2, since)
    assert [event.action for event in dossiers[0].events.order_by("seq")][-2:] == ["receive", "undo"]


@pytest.mark.unit
@pytest.mark.django_db
def test_undo_is_refused_whole_when_one_moved_on(world):
    first, second = dossiers = two(world, w.arrived)
    bulk = take(dossiers, "receive", world.officer)
    appraisal.appraise(first, {}, by=world.officer, office_note="Xem")
    with pytest.raises(Refused) as refused:
        undo(bulk, by=world.officer)
    assert refused.value.reasons[0] == "Không hoàn tác được cả lượt, chưa đổi gì."
    assert refused.value.reasons[1].startswith(
        "Đặng Thị Ngọc Ánh: sau lượt này đã có việc “Thẩm định tiêu chí”, lúc"
    )
    assert (len(refused.value.reasons), states(dossiers)) == (2, [S.RECEIVED] * 2)
    with pytest.raises(Refused, match="Chỉ người đã làm"):
        undo(
            take([second], "hold", world.officer, partial(steps.move_many, action="hold", note="x")),
            by=world.head,
        )


@pytest.mark.unit
@pytest.mark.django_db
def test_undo_takes_back_what_was_asked(world):
    dossiers = two(world, w.arrived)
    door = partial(steps.move_many, action="request_changes", note="Thiếu chữ ký", due_on=w.today())
    undo(take(dossiers, "request_changes", world.officer, door), by=world.officer)
    found = [
        (stage.state, stage.request_note, stage.due_on, stage.points.count()) for stage in stages(dossiers)
    ]
    assert found == [(S.ARRIVED, "", None, 0)] * 2


@pytest.mark.unit
@pytest.mark.django_db
def test_undo_gives_back_places_and_agenda(world):
    dossiers = two(world, w.eligible)
    session = w.councils.plan_session(world.council, held_on=w.today(), subject="xét", by=world.officer)
    put = partial(agenda.put_on_agenda, session=session)
    undo(take(dossiers, "to_council", world.officer, put), by=world.officer)
    assert (states(dossiers), session.items.count()) == ([S.ELIGIBLE] * 2, 0)
    bulk = take(dossiers, "to_council", world.officer, put)
    w.vote(session, by=world.office_head)
    with pytest.raises(Refused, match="phiên họp đang họp"):
        undo(bulk, by=world.officer)
    agenda.close_with_results(session, by=world.office_head)
    pool = world.campaign.quota_set.get(group="individual")
    bulk = take(dossiers, "propose", world.office_head)
    pool.refresh_from_db()
    assert (pool.used, states(dossiers)) == (2, [S.PROPOSED] * 2)
    undo(bulk, by=world.office_head)
    pool.refresh_from_db()
    assert (pool.used, states(dossiers)) == (0, [S.COUNCIL_APPROVED] * 2)
