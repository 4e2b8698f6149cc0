"""The dossier's flow through its one door: who may, what is asked, what is written."""

import datetime as dt

import pytest

from campaigns.enums import RegistrationMode
from criteria.models import Fact, FactKind, Hold
from nominations.enums import StageState as S
from nominations.flow import DOSSIER_FLOW
from nominations.models import DossierStage, Submission
from nominations.services import decisions, parts, registrations, steps, submissions
from nominations.services.dossiers import create_dossier
from thiduakt.clock import database_now, today
from thiduakt.errors import Refused
from units.enums import Role
from units.models import Headcount
from tests import world as w

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


@pytest.mark.parametrize(("count", "posts", "barred"), [(2, 20, False), (3, 20, True), (0, 20, False), (1, 9, True)])
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
        dossier, "request_changes", by=world.officer, note="Bổ sung số liệu.", due_on=today() + dt.timedelta(3)
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


def test_nominee_may_not_appraise_himself(world):
    officer = world.officer.person
    clerk = w.account("dautinh", None, (world.culture, Role.UNIT_CLERK))
    dossier = create_dossier(
        world.campaign, award_type=world.award, unit=world.culture, person=officer, by=clerk
    )
    DossierStage.objects.filter(dossier=dossier).update(state=S.SENT)
    DossierStage.objects.create(dossier=dossier, unit=world.commune, level=1, state=S.ARRIVED)
    assert steps.check_step(dossier, "receive", by=world.officer) == [
        "Đây là hồ sơ của chính anh/chị hoặc do anh/chị lập, nên anh/chị không được xét."
    ]
    assert steps.check_step(dossier, "receive", by=world.officer2) == []


def test_head_of_the_collective_may_not_appraise_it(world):
    clerk = w.account("dautinh", None, (world.culture, Role.UNIT_CLERK))
    dossier = create_dossier(
        world.campaign, award_type=world.award, unit=world.culture, collective=world.culture, by=clerk
    )
    DossierStage.objects.filter(dossier=dossier).update(state=S.SENT)
    DossierStage.objects.create(dossier=dossier, unit=world.commune, level=1, state=S.RECEIVED)
    own = "Đây là hồ sơ của chính anh/chị hoặc do anh/chị lập, nên anh/chị không được xét."
    assert own in steps.check_step(dossier, "mark_eligible", by=world.office_head)
    # A mere member of the collective is not in his own case.
    assert own not in steps.check_step(dossier, "mark_eligible", by=world.officer)


def test_open_hold_keeps_from_eligible(world):
    (dossier,) = w.arrived(world)
    steps.move_dossier(dossier, "receive", by=world.officer)
    Hold.objects.create(person=dossier.person, reason="ky_luat", since=dt.date(2026, 1, 5))
    reasons = steps.check_step(dossier, "mark_eligible", by=world.officer)
    assert reasons[-1] == "Đang xem xét hoặc thi hành kỷ luật từ 05/01/2026, chưa được xét."


def test_hold_and_resume_goes_back_to_where_it_was(world):
    (dossier,) = w.arrived(world)
    steps.move_dossier(dossier, "receive", by=world.officer)
    steps.move_dossier(dossier, "hold", by=world.officer, note="Có đơn khiếu nại.")
    assert state(dossier) == S.ON_HOLD
    steps.move_dossier(dossier, "resume", by=world.officer, note="Đơn không đúng.")
    assert state(dossier) == S.RECEIVED


def test_withdrawn_dossier_makes_room_for_another(world):
    dossier = w.draft(world)
    steps.move_dossier(dossier, "withdraw", by=world.clerk, note="Lập nhầm.")
    assert state(w.draft(world)) == S.DRAFT


def test_quota_is_never_exceeded_and_says_so(world):
    quota = world.campaign.quota_set.get(group="individual")
    quota.limit = 1
    quota.save()
    first, second = w.council_approved(world, world.staff.person, w.colleague(world, "Bùi Văn Thêm"))
    outcome = steps.move_many([first.pk, second.pk], "propose", by=world.office_head)
    assert [dossier.pk for dossier in outcome.moved] == [first.pk]
    assert [reasons for _, reasons in outcome.skipped] == [["Đã hết chỉ tiêu 01 cá nhân (Mục III.1)."]]
    quota.refresh_from_db()
    assert quota.used == 1


def test_unpropose_gives_the_slot_back(world):
    (dossier,) = w.council_approved(world)
    steps.move_dossier(dossier, "propose", by=world.office_head)
    steps.move_dossier(dossier, "unpropose", by=world.office_head, note="Hội đồng xem lại.")
    quota = world.campaign.quota_set.get(group="individual")
    assert (quota.used, state(dossier)) == (0, S.COUNCIL_APPROVED)


def test_signer_on_the_list_is_refused(world):
    w.council_approved(world)
    steps.move_many([d.pk for d in world.campaign.dossiers.all()], "propose", by=world.office_head)
    dossier = world.campaign.dossiers.get()
    dossier.person = world.chairman
    dossier.save()
    with pytest.raises(Refused, match="không ký quyết định có tên mình"):
        decisions.prepare_decision(
            world.campaign, unit=world.commune, signer=world.chairman, by=world.office_head
        )


def test_base_salary_changed_after_the_draft_is_refused(world):
    document = w.approved_decision(world)
    with pytest.raises(Refused, match="Mức lương cơ sở đã thay đổi"):
        decisions.issue_decision(document, by=world.records, on=dt.date(2026, 1, 5))


def test_returned_decision_frees_its_dossiers(world):
    (dossier,) = w.council_approved(world)
    steps.move_dossier(dossier, "propose", by=world.office_head)
    document = decisions.prepare_decision(
        world.campaign, unit=world.commune, signer=world.chairman, by=world.office_head
    )
    decisions.return_decision(document, by=world.signer, note="Sai tên đơn vị.")
    assert dossier.stage.decision is None
    assert list(decisions.waiting_stages(world.campaign, world.commune)) == [dossier.stage]


def test_campaign_with_a_waiting_dossier_is_not_closed(world):
    from campaigns.services.flow import check_campaign

    w.arrived(world)
    assert check_campaign(world.campaign, "close", by=world.office_head) == [
        "Còn 1 hồ sơ đã gửi chưa có kết quả."
    ]


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
            assert (told_no_state, told_no_role) == (step is None, step is not None and role not in step.roles)
