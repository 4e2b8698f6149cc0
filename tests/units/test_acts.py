"""Acts of organisation: what the preview shows is what happens, and never before what happened."""

import datetime as dt

import pytest

from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from units import services
from units.enums import ActKind, Role, UnitKind
from units.models import Appointment, Headcount, Membership, PersonEvent, Unit, UnitAct, UnitEvent
from units.services.acts import record_act
from units.services.reform import Decision, Reform, consequences

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

DAY = dt.timedelta(days=1)
PAPER = Decision("12/QĐ-UBND", today() - 10 * DAY, "UBND tỉnh Khánh Hòa")
SOON = today() + 40 * DAY


@pytest.fixture
def world():
    return w.make_world()


def new(code: str, name: str, kind: str = UnitKind.PHONG) -> Unit:
    return Unit(code=code, name=name, short_name=name, kind=kind, symbol="PM", head_title="Trưởng phòng")


def reform(kind: str, *olds: Unit, on: dt.date = SOON, **rest) -> Reform:
    return Reform(kind, list(olds), on, PAPER, **rest)


def names(rows) -> list[str]:
    return [str(row) for row in rows]


def at_work(unit: Unit, on: dt.date) -> list[tuple]:
    rows = Appointment.objects.on(on).filter(unit=unit).order_by("person__sort_key")
    return [(row.person.full_name, row.position, row.is_head) for row in rows.select_related("person")]


def test_merger_to_come_shows_and_does_the_same(world):
    act = reform(ActKind.MERGE, world.economy, world.culture, into=[new("ktvh", "Phòng Kinh tế – Văn hóa")])
    shown = consequences(act)
    before = {post.person.full_name for post, _ in shown.posts}
    assert names(shown.closing) == ["Phòng Kinh tế", "Phòng Văn hóa – Xã hội"]
    assert {name for unit in (world.economy, world.culture) for name, *_ in at_work(unit, SOON)} == before
    assert {str(user) for user in shown.read_only} == {world.clerk.full_name, world.head.full_name}
    record_act(act, by=world.admin)
    made = Unit.objects.get(code="ktvh")
    assert {name for name, *_ in at_work(made, SOON)} == before
    assert at_work(made, SOON - DAY) == []
    assert [head for *_, head in at_work(made, SOON)] == [False] * len(before)
    for unit in (world.economy, world.culture):
        unit.refresh_from_db()
        assert (unit.valid_to, at_work(unit, SOON)) == (SOON - DAY, [])
        assert at_work(unit, SOON - DAY) != []
    assert made.ancestor_spans.on(SOON).get(depth=1).ancestor == world.commune
    assert world.clerk.roles_at(world.economy.pk, today()) == {Role.UNIT_CLERK}
    assert type(world.clerk).objects.get(pk=world.clerk.pk).acting_unit_ids(SOON) == []


def test_act_keeps_its_decision_and_its_trail(world):
    act = record_act(reform(ActKind.DISSOLVE, world.school), by=world.admin)
    assert UnitAct.objects.get() == act
    assert act.citation == f"Quyết định số 12/QĐ-UBND ngày {PAPER.date:%d/%m/%Y} của UBND tỉnh Khánh Hòa"
    (event,) = UnitEvent.objects.filter(unit=world.school)
    assert (event.action, event.by, event.data["act"]) == ("dissolve", world.admin, act.pk)


def test_merger_into_an_existing_unit_keeps_its_head(world):
    record_act(reform(ActKind.MERGE, world.economy, into=[world.culture]), by=world.admin)
    heads = Appointment.objects.on(SOON).filter(unit=world.culture, is_head=True)
    assert names(post.person for post in heads) == ["Trần Quốc Bảo"]
    world.culture.refresh_from_db()
    assert world.culture.valid_to is None
    assert PersonEvent.objects.filter(person=world.head.person, action="reform").count() == 1


def test_new_name_keeps_people_roles_posts_and_what_stands_below(world):
    below = w.unit("kt1", "Tổ Nông nghiệp", UnitKind.DON_VI, parent=world.economy)
    Headcount.objects.create(unit=world.economy, year=SOON.year, posts=9)
    record_act(
        reform(ActKind.RENAME, world.economy, into=[new("ktht", "Phòng Kinh tế và Hạ tầng")]), by=world.admin
    )
    made = Unit.objects.get(code="ktht")
    assert [head for name, _, head in at_work(made, SOON) if name == "Lê Minh Tuấn"] == [True]
    clerk = type(world.clerk).objects.get(pk=world.clerk.pk)
    assert clerk.roles_at(made.pk, SOON) == {Role.UNIT_CLERK}
    assert clerk.closed_unit(SOON) is None
    assert made.headcounts.get().posts == 9
    assert below.ancestor_spans.on(SOON).get(depth=1).ancestor == made
    assert below.ancestor_spans.on(SOON - DAY).get(depth=1).ancestor == world.economy


def test_split_places_everybody_where_told(world):
    posts = list(Appointment.objects.filter(unit=world.economy).order_by("pk"))
    act = reform(
        ActKind.SPLIT,
        world.economy,
        into=[new("a", "Phòng A"), new("b", "Phòng B")],
        placing={f"p{posts[0].pk}": 1},
    )
    record_act(act, by=world.admin)
    assert len(at_work(Unit.objects.get(code="b"), SOON)) == 1
    assert len(at_work(Unit.objects.get(code="a"), SOON)) == len(posts) - 1
    assert world.economy.successions.count() == 2


def test_part_taken_out_leaves_the_unit_and_its_records(world):
    post = Appointment.objects.get(person=world.staff.person)
    act = reform(
        ActKind.SPLIT, world.economy, into=[world.economy, new("b", "Phòng B")], placing={f"p{post.pk}": 1}
    )
    record_act(act, by=world.admin)
    world.economy.refresh_from_db()
    part = Unit.objects.get(code="b")
    assert world.economy.valid_to is None
    assert [name for name, *_ in at_work(part, SOON)] == ["Đặng Thị Ngọc Ánh"]
    assert "Đặng Thị Ngọc Ánh" not in [name for name, *_ in at_work(world.economy, SOON)]
    assert part.inherited.count() == 0


def test_move_changes_the_parent_from_its_day(world):
    record_act(reform(ActKind.MOVE, world.school, parent=world.far), by=world.admin)
    above = [world.school.ancestor_spans.on(on).get(depth=1).ancestor for on in (SOON - DAY, SOON)]
    assert above == [world.commune, world.far]
    assert Unit.objects.get(pk=world.school.pk).valid_to is None


def test_issued_paper_keeps_the_name_it_had(world):
    document = w.awarded(world)
    services.grant(world.admin, world.far, Role.ADMIN, today())
    said = dict(document.snapshot)
    renamed = new("m", "Ủy ban nhân dân phường Mới", UnitKind.XA)
    record_act(reform(ActKind.RENAME, world.commune, into=[renamed]), by=world.admin)
    document.refresh_from_db()
    assert (document.snapshot, document.unit.name) == (said, "Ủy ban nhân dân xã Ninh Phước")


def test_account_is_read_only_once_its_unit_and_its_work_are_gone(world):
    record_act(reform(ActKind.DISSOLVE, world.economy), by=world.admin)
    clerk = type(world.clerk).objects.get(pk=world.clerk.pk)
    assert [clerk.closed_unit(on) for on in (SOON - DAY, SOON)] == [None, world.economy]


# Refused


def refused(act: Reform, by) -> list[str]:
    with pytest.raises(Refused) as refusal:
        record_act(act, by=by)
    assert UnitAct.objects.count() == 0
    return refusal.value.reasons


def test_backdated_end_is_refused_after_what_happened(world):
    w.awarded(world, world.economy)
    act = reform(ActKind.DISSOLVE, world.economy, on=today())
    (sentence,) = refused(act, world.admin)
    assert sentence.startswith(f"Từ ngày {today():%d/%m/%Y}, Phòng Kinh tế đã có ")
    assert "văn bản đã ban hành" in sentence
    assert sentence.endswith(": không ghi lùi ngày được.")


def test_backdated_end_is_refused_after_positions_begun(world):
    colleague = w.colleague(world, "Trịnh Văn Hai")
    Appointment.objects.filter(person=colleague).update(since=today() - 5 * DAY)
    (sentence,) = refused(reform(ActKind.DISSOLVE, world.economy, on=today() - 5 * DAY), world.admin)
    assert "1 chức vụ bắt đầu" in sentence


def test_backdated_end_before_nothing_happened_is_recorded(world):
    record_act(reform(ActKind.DISSOLVE, world.school, on=today() - 5 * DAY), by=world.admin)
    assert Unit.objects.get(pk=world.school.pk).valid_to == today() - 6 * DAY


def test_unit_ends_only_once(world):
    record_act(reform(ActKind.DISSOLVE, world.school), by=world.admin)
    again = reform(ActKind.DISSOLVE, world.school, on=SOON + 5 * DAY)
    with pytest.raises(Refused, match=r"đã kết thúc từ trước, ngày cuối là"):
        record_act(again, by=world.admin)


def test_dissolution_waits_for_the_units_below(world):
    w.unit("kt1", "Tổ Nông nghiệp", UnitKind.DON_VI, parent=world.economy)
    assert refused(reform(ActKind.DISSOLVE, world.economy), world.admin) == [
        "Còn đơn vị bên dưới: Tổ Nông nghiệp. Chuyển hoặc giải thể các đơn vị đó trước."
    ]


def test_no_huyen_is_founded_after_the_reform(world):
    services.grant(world.admin, world.school, Role.ADMIN, today())
    act = reform(
        ActKind.MERGE, world.commune, world.far, into=[new("h", "Ủy ban nhân dân huyện Mới", UnitKind.HUYEN)]
    )
    assert refused(act, world.admin) == [
        "Từ ngày 01/07/2025 không còn cấp huyện, không lập mới được Ủy ban nhân dân huyện Mới."
    ]


def test_last_administrator_is_not_closed_away(world):
    renewed = new("m", "Ủy ban nhân dân xã Mới", UnitKind.XA)
    act = reform(ActKind.MERGE, world.commune, world.far, into=[renewed])
    assert refused(act, world.admin) == [
        f"Từ ngày {SOON:%d/%m/%Y} không còn tài khoản quản trị nào: "
        "giao vai trò Quản trị ở đơn vị khác trước."
    ]


def test_move_below_oneself_is_refused(world):
    (sentence,) = refused(reform(ActKind.MOVE, world.commune, parent=world.economy), world.admin)
    assert sentence.startswith("Một đơn vị không thể trực thuộc chính mình")


@pytest.mark.parametrize("who", ["clerk", "head", "staff", "stranger", "records"])
def test_only_who_keeps_the_tree_records_acts(world, who):
    act = reform(ActKind.DISSOLVE, world.school)
    assert refused(act, getattr(world, who)) == [
        "Anh/chị không phụ trách đơn vị này: Trường Tiểu học Phước Thuận."
    ]


def test_office_keeps_the_units_below_it_and_no_others(world):
    outside = w.unit("tn1", "Phòng Kinh tế Thuận Nam", UnitKind.PHONG, parent=world.far)
    act = reform(ActKind.MERGE, world.economy, outside, into=[world.culture])
    assert refused(act, world.office_head) == ["Anh/chị không phụ trách đơn vị này: Phòng Kinh tế Thuận Nam."]
    record_act(reform(ActKind.MERGE, world.economy, into=[world.culture]), by=world.office_head)
    assert Membership.objects.filter(unit=world.economy, until=SOON - DAY).count() == 2


def test_code_taken_is_told_in_a_sentence(world):
    act = reform(ActKind.RENAME, world.economy, into=[new("vh", "Phòng Trùng Mã")])
    assert refused(act, world.admin) != []
    assert services.DAY == DAY
