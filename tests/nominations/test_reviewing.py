"""Two at one dossier: who has it is seen, the other does not write; what is said inside stays inside."""

import datetime as dt

import pytest

from criteria.models import Fact, FactKind
from nominations.facts import criteria_of, verdicts
from nominations.models import DossierStage, Lease, OfficeComment
from nominations.services import appraisal, leases, steps
from nominations.services.comments import comment
from nominations.services.parts import check_part
from tests import world as w
from thiduakt.clock import VIETNAM
from thiduakt.errors import Refused
from units.enums import Role

LIST = "/quan-tri/nominations/dossierstage/"
NOW = dt.datetime.combine(w.today(), dt.time(14, 5), VIETNAM)
BAR = "không xét khen thưởng giải ngân vốn đầu tư công chưa đạt 100% vì lý do chủ quan"
HELD = "Phan Văn Cường đang thẩm định, từ 14:05, giữ đến 14:25; anh/chị chỉ xem được."


def later(minutes: int) -> dt.datetime:
    return NOW + dt.timedelta(minutes=minutes)


@pytest.fixture
def world():
    return w.make_world()


@pytest.fixture
def dossier(world):
    return w.arrived(world)[0]


def stage_of(dossier) -> DossierStage:
    return DossierStage.objects.get(dossier=dossier, level=1)


def page_of(dossier) -> str:
    return f"{LIST}{stage_of(dossier).pk}/change/"


def marks(dossier, outcome: str = "met", note: str = "") -> dict:
    rows = criteria_of(dossier)
    return {f"outcome_{row.pk}": outcome for row in rows} | {f"mark_note_{row.pk}": note for row in rows}


@pytest.mark.pure
@pytest.mark.parametrize(
    ("holder", "minute", "told"),
    [
        (1, 0, None),
        (2, 19, "H đang thẩm định, từ 14:05, giữ đến 14:25; anh/chị chỉ xem được."),
        (2, 20, None),
    ],
)
def test_lease_of_another_holds_until_its_end(holder, minute, told):
    class Someone:
        pk = 1

    class Held:
        holder, holder_id, since, until = "H", None, NOW, later(20)

    Held.holder_id = holder
    assert leases.held_by_other(Held, Someone, later(minute)) == told


@pytest.mark.unit
@pytest.mark.django_db
def test_cause_that_the_plan_excepts_is_met_only_with_a_note_each_time(world):
    rule = {"kind": "below", "percent": 100, "of": None, "text": BAR, "exception": "vì lý do chủ quan"}
    [dossier] = w.arrived(world, world.economy)
    row = criteria_of(dossier)[0]
    row.measures, row.disqualifiers, row.text = [], [rule], BAR
    row.save()
    kind = FactKind.objects.get(code="giai_ngan")
    Fact.objects.create(kind=kind, unit=world.economy, year=dossier.campaign.year, value=90, source="Kho bạc")
    words = []
    for note in ("", "Mưa lũ kéo dài.", ""):
        try:
            appraisal.appraise(dossier, {row.pk: ("met", note)}, by=world.officer)
            words.append(verdicts(dossier)[0].lines[0].say)
        except Refused as refused:
            words.append(str(refused))
    asked = "Ghi rõ lý do khi xác nhận không thuộc trường hợp “vì lý do chủ quan”."
    assert (words[0], words[2]) == (asked, asked)
    assert words[1].endswith("đã xác nhận không thuộc trường hợp “vì lý do chủ quan”.")


@pytest.mark.unit
@pytest.mark.django_db
def test_who_has_not_the_lease_writes_nothing(world, dossier):
    leases.hold_lease(dossier, by=world.officer, at=NOW)
    row, part = criteria_of(dossier)[0], dossier.parts.first()
    acts = [
        lambda at: leases.hold_lease(dossier, by=world.officer2, at=at),
        lambda at: appraisal.appraise(dossier, {row.pk: ("met", "")}, by=world.officer2, at=at),
        lambda at: check_part(part, "ok", by=world.officer2, at=at),
        lambda at: steps.move_dossier(dossier, "receive", by=world.officer2, at=at),
        lambda at: steps.move_dossier(dossier, "hold", by=world.officer2, note="x", at=at),
    ]
    for act in acts:
        with pytest.raises(Refused) as refused:
            act(later(5))
        assert refused.value.reasons == [HELD]
    assert steps.move_many([dossier.pk], "receive", by=world.office_head, at=later(5)).skipped[0][1] == [HELD]
    acts[1](later(20))
    steps.move_dossier(dossier, "receive", by=world.officer2, at=later(20))


@pytest.mark.unit
@pytest.mark.django_db
def test_lease_goes_on_with_work_and_is_let_go_where_one_only_looked(world, dossier):
    (other,) = w.arrived(world, w.colleague(world, "Trần Văn Bình"))
    leases.hold_lease(dossier, by=world.officer, at=NOW)
    assert leases.hold_lease(dossier, by=world.officer, at=later(15)).since == NOW
    leases.hold_lease(other, by=world.officer, at=later(16))
    leases.hold_lease(stage_of(dossier).dossier, by=world.officer, at=later(17))
    held = Lease.objects.order_by("stage").values_list("stage__dossier", "since", "until")
    assert list(held) == [(dossier.pk, NOW, later(37))]


@pytest.mark.unit
@pytest.mark.django_db
def test_taking_over_is_an_act_of_the_trail(world, dossier):
    leases.hold_lease(dossier, by=world.officer, at=NOW)
    leases.take_over(dossier, by=world.officer2, at=later(3))
    event = dossier.events.get(action="take_over")
    assert (event.by, event.note) == (world.officer2, "đang do Phan Văn Cường thẩm định từ 14:05")
    with pytest.raises(Refused, match=r"^Hồ Thị Dung đang thẩm định"):
        appraisal.appraise(dossier, {}, by=world.officer, at=later(4))
    with pytest.raises(Refused, match="không có quyền"):
        leases.take_over(dossier, by=world.clerk, at=later(4))


@pytest.mark.page
@pytest.mark.django_db
def test_second_one_looks_is_told_and_loses_nothing(client, world, dossier):
    client.force_login(world.officer2)
    opened = client.get(page_of(dossier)).context
    assert (opened["may_write"], opened["lease"][:21]) == (True, "Anh/chị đang giữ đến ")
    client.force_login(world.officer)
    seen = client.get(page_of(dossier)).context
    assert (seen["may_write"], seen["held_by"][:26], seen["steps"] != []) == (
        False,
        "Hồ Thị Dung đang thẩm định",
        True,
    )
    assert "Hồ Thị Dung đang thẩm định" in client.get(LIST).content.decode()
    typed = marks(dossier, "confirm", "Chưa thấy minh chứng") | {"office_note": "Gọi lại"}
    refused = client.post(page_of(dossier), typed | {"_save": "1"})
    assert (refused.status_code, Lease.objects.get().holder) == (409, world.officer2)
    shown = refused.context
    assert {row["note"] for row in shown["criteria"]} == {"Chưa thấy minh chứng"}
    assert (shown["office_note"], shown["may_take_over"]) == ("Gọi lại", True)
    client.post(page_of(dossier), typed | {"_take_over": "1"})
    assert set(stage_of(dossier).assessments.values_list("outcome", "appraised_by")) == {
        ("confirm", world.officer.pk)
    }
    assert client.post(page_of(dossier), {"_hold": "1"}).content.decode()[:21] == "Anh/chị đang giữ đến "
    client.force_login(world.officer2)
    assert client.post(page_of(dossier), {"_hold": "1"}).status_code == 409


@pytest.mark.page
@pytest.mark.django_db
def test_comment_is_read_by_the_office_alone(client, world, dossier):
    address = f"{LIST}{stage_of(dossier).pk}/trao-doi/"
    client.force_login(world.officer)
    client.post(address, {"text": "Hỏi lại công an xã"})
    client.post(address, {"text": "  "})
    assert list(OfficeComment.objects.values_list("text", flat=True)) == ["Hỏi lại công an xã"]
    assert "Hỏi lại công an xã" in client.get(page_of(dossier)).content.decode()
    for reader in (world.clerk, world.head, world.staff):
        client.force_login(reader)
        assert "Hỏi lại công an xã" not in client.get(dossier.get_absolute_url()).content.decode()
        assert client.post(address, {"text": "x"}).status_code == 403
    world.staff.memberships.create(unit=world.commune, role=Role.RECORDS, since=w.START)
    own = type(world.staff).objects.get(pk=world.staff.pk)
    client.force_login(own)
    assert client.get(page_of(dossier)).context["comments"] is None
    with pytest.raises(Refused, match="hồ sơ của chính anh/chị"):
        comment(stage_of(dossier), "Tôi xin xem", by=own)
