"""The dossier's flow through its one door: who may, what is asked, what is written."""

import datetime as dt

import pytest

from campaigns.enums import RegistrationMode
from criteria.models import Fact, FactKind
from nominations.enums import StageState as S
from nominations.models import Submission
from nominations.services import parts, registrations, steps, submissions
from nominations.services.dossiers import create_dossier
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from units.enums import Role
from units.models import Headcount

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def state(dossier) -> str:
    return dossier.stage.state


def breach(world, count: int, posts: int) -> None:
    Headcount.objects.update_or_create(unit=world.economy, year=today().year, defaults={"posts": posts})
    Fact.objects.create(
        kind=FactKind.objects.get(code="vi_pham_gio_giac"),
        unit=world.economy,
        year=today().year,
        value=count,
        source="Sổ theo dõi giờ giấc",
        entered_by=world.officer,
    )


def test_whole_way_ends_in_awards(world):
    document = w.awarded(world, world.staff.person, world.economy)
    rows = list(document.awards.values_list("name", "gold_book_number", "bonus"))
    assert rows == [("Phòng Kinh tế", 1, 1_520_000), ("Đặng Thị Ngọc Ánh", 2, 760_000)]
    assert [quota.used for quota in world.campaign.quota_set.all()] == [1, 1]
    assert document.number == 1


def test_every_step_leaves_one_event(world):
    document = w.awarded(world)
    dossier = document.awards.get().dossier
    assert [event.action for event in dossier.events.all()] == [
        "submit",
        "unit_propose",
        "send",
        "receive",
        "appraise",
        "mark_eligible",
        "to_council",
        "council_approve",
        "propose",
        "prepare_decision",
        "award",
    ]


def test_submit_without_papers_is_refused_with_clauses(world):
    dossier = w.draft(world)
    with pytest.raises(Refused) as refusal:
        steps.move_dossier(dossier, "submit", by=world.clerk)
    assert refusal.value.reasons == [
        "Còn thiếu: Báo cáo thành tích, tiêu chí 1, 2, 3, 4 (Mục III.2, gạch đầu dòng 3); "
        "Bản tóm tắt thành tích (Mục III.2, gạch đầu dòng 4)."
    ]
    assert (state(dossier), dossier.events.count()) == (S.DRAFT, 0)


def test_second_submit_is_refused_and_leaves_one_event(world):
    dossier = w.submitted(world)
    with pytest.raises(Refused, match="Không thể “Nộp cho đơn vị” khi đang ở trạng thái “Đã nộp cho đơn vị”"):
        steps.move_dossier(dossier, "submit", by=world.clerk)
    assert dossier.events.count() == 1


def test_stranger_may_not_submit(world):
    dossier = w.draft(world)
    w.write_papers(dossier, world.clerk)
    assert steps.check_step(dossier, "submit", by=world.stranger) == [
        "Anh/chị không có quyền “Nộp cho đơn vị” ở bước này."
    ]


def test_person_outside_every_group_is_refused_with_the_clauses(world):
    outsider = w.person("Trần Lao Động", world.economy, "Lái xe", category="nguoi_lao_dong")
    with pytest.raises(Refused) as refusal:
        w.draft(world, outsider)
    assert str(refusal.value) == (
        "Trần Lao Động không thuộc đối tượng thi đua của kế hoạch "
        "(Mục II.1, gạch đầu dòng 1; Mục II.1, gạch đầu dòng 2)."
    )


def test_unit_of_another_kind_is_refused(world):
    clerk = w.account("hieutruong", None, (world.school, Role.UNIT_CLERK))
    with pytest.raises(Refused, match="không thuộc đối tượng thi đua"):
        create_dossier(
            world.campaign, award_type=world.award, unit=world.school, collective=world.school, by=clerk
        )


def test_second_live_dossier_of_a_person_is_refused(world):
    w.draft(world)
    with pytest.raises(Refused, match="Cá nhân này đã có hồ sơ trong phong trào"):
        w.draft(world)


def test_registration_mode_block_asks_for_an_accepted_registration(world):
    world.campaign.registration_mode = RegistrationMode.BLOCK
    world.campaign.save()
    dossier = w.draft(world)
    w.write_papers(dossier, world.clerk)
    assert steps.check_step(dossier, "submit", by=world.clerk) == [
        "Đặng Thị Ngọc Ánh chưa đăng ký thi đua nên không được xét."
    ]
    registration = registrations.create_registration(
        world.campaign, award_type=world.award, unit=world.economy, person=world.staff.person, by=world.clerk
    )
    registrations.move_registration(registration, "submit", by=world.clerk)
    registrations.move_registration(registration, "accept", by=world.officer)
    assert steps.check_step(dossier, "submit", by=world.clerk) == []


@pytest.mark.parametrize(
    ("count", "posts", "barred"), [(2, 20, False), (3, 20, True), (0, 20, False), (1, 9, True)]
)
def test_strictly_more_than_ten_percent_bars(world, count, posts, barred):
    breach(world, count, posts)
    dossier = w.draft(world, world.economy)
    w.write_papers(dossier, world.clerk)
    reasons = steps.check_step(dossier, "submit", by=world.clerk)
    assert len(reasons) == int(barred)
    if barred:
        assert reasons[0].startswith("Không xét theo Mục II.2.a, gạch đầu dòng 4: ")


def test_send_after_the_deadline_is_refused_with_the_clause(world):
    dossiers = [w.proposed_by_unit(world)]
    submission = w.ready_submission(world, dossiers)
    deadline = world.campaign.deadline_set.get(what="dossier")
    with pytest.raises(Refused) as refusal:
        submissions.send_submission(submission, by=world.clerk, at=deadline.ends_at())
    due = dt.date.fromisoformat(deadline.on)
    assert str(refusal.value) == (
        f"Đã hết hạn gửi hồ sơ: chậm nhất {due:%d/%m/%Y} (hết ngày {due:%d/%m}) (Mục III.3, gạch đầu dòng 1)."
    )
    assert Submission.objects.get().state == "draft"
    last_moment = deadline.ends_at() - dt.timedelta(microseconds=1)
    submissions.send_submission(submission, by=world.clerk, at=last_moment)
    assert state(dossiers[0]) == S.ARRIVED


def test_send_without_letter_or_minutes_is_refused(world):
    w.proposed_by_unit(world)
    submission = submissions.draft_submission(world.campaign, world.economy, by=world.clerk)
    with pytest.raises(Refused) as refusal:
        submissions.send_submission(submission, by=world.clerk)
    assert refusal.value.reasons == [
        "Còn thiếu: Tờ trình đề nghị khen thưởng của cơ quan, đơn vị (Mục III.2, gạch đầu dòng 1); "
        "Biên bản họp Hội đồng Thi đua – Khen thưởng của cơ quan, đơn vị (Mục III.2, gạch đầu dòng 2)."
    ]


def test_list_changed_after_the_letter_is_refused(world):
    submission = w.ready_submission(world, [w.proposed_by_unit(world)])
    w.proposed_by_unit(world, w.colleague(world, "Bùi Văn Thêm"))
    with pytest.raises(Refused, match="Danh sách đã thay đổi sau khi lập tờ trình"):
        submissions.send_submission(submission, by=world.clerk)


def test_written_papers_are_sealed_when_submitted(world):
    dossier = w.submitted(world)
    assert not dossier.parts.filter(sealed_at__isnull=True).exists()
    paper = dossier.parts.first()
    with pytest.raises(Refused, match="Hồ sơ đã gửi nên không sửa được"):
        parts.save_text(dossier, paper.requirement, "Sửa lén", by=world.clerk)


def test_supplement_keeps_the_old_version(world):
    (dossier,) = w.arrived(world)
    steps.move_dossier(
        dossier,
        "request_changes",
        by=world.officer,
        note="Bổ sung số liệu.",
        due_on=today() + dt.timedelta(3),
    )
    summary = dossier.parts.get(requirement__paper="summary")
    parts.save_text(dossier, summary.requirement, "Tóm tắt có số liệu.", by=world.clerk)
    steps.move_dossier(dossier, "resubmit", by=world.clerk)
    versions = dossier.parts.filter(requirement=summary.requirement).order_by("version")
    texts = [(part.version, part.content["text"]) for part in versions]
    assert texts == [(1, "Tóm tắt thành tích."), (2, "Tóm tắt có số liệu.")]
    assert state(dossier) == S.RESUBMITTED


def test_request_without_reason_is_refused(world):
    (dossier,) = w.arrived(world)
    with pytest.raises(Refused, match="Chưa ghi lý do “Yêu cầu bổ sung”"):
        steps.move_dossier(dossier, "request_changes", by=world.officer)


def test_two_writers_second_is_told(world):
    dossier = w.draft(world)
    requirement = world.campaign.partrequirement_set.get(paper="summary")
    first = parts.save_text(dossier, requirement, "Bản một", by=world.clerk, revision=0)
    with pytest.raises(Refused, match="Có người vừa lưu bản khác"):
        parts.save_text(dossier, requirement, "Bản hai", by=world.staff, revision=0)
    assert dossier.parts.get().content == {"text": "Bản một"}
    assert first.revision == 1
