"""The dossier's flow at the office: own cases, holds, quota, decision, closing."""

import datetime as dt

import pytest
from django.urls import reverse

from campaigns.services.flow import check_campaign
from criteria.models import Hold
from documents.services import papers
from nominations.enums import StageState as S
from nominations.models import DossierStage
from nominations.services import decisions, steps
from nominations.services.dossiers import create_dossier
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from units.enums import Role

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def state(dossier) -> str:
    return dossier.stage.state


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


def test_signer_who_drew_a_dossier_up_is_refused(world):
    (dossier,) = w.council_approved(world)
    steps.move_dossier(dossier, "propose", by=world.office_head)
    type(dossier).objects.filter(pk=dossier.pk).update(created_by=world.signer)
    with pytest.raises(Refused, match="hồ sơ do mình lập, gửi \\(Đặng Thị Ngọc Ánh\\): chọn người ký khác"):
        prepare(world)


def test_own_case_is_asked_again_when_approving(client, world):
    """What became the signer's own case after the draft: it is sent back, not signed."""
    (dossier,) = w.council_approved(world)
    steps.move_dossier(dossier, "propose", by=world.office_head)
    draft = prepare(world)
    type(dossier).objects.filter(pk=dossier.pk).update(person=world.chairman)
    with pytest.raises(Refused, match="Anh/chị không ký quyết định có tên mình"):
        papers.approve_document(draft, by=world.signer)
    client.force_login(world.signer)
    page = client.get(draft.get_absolute_url()).content.decode()
    assert ("Trả lại dự thảo để chọn người ký khác." in page, f"/van-ban/{draft.pk}/duyet/" in page) == (
        True,
        False,
    )
    assert decisions.return_decision(draft, by=world.signer, note="Có tên người ký.").state == "discarded"


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
    w.arrived(world)
    assert check_campaign(world.campaign, "close", by=world.office_head) == [
        "Còn 1 hồ sơ đã gửi chưa có kết quả."
    ]


def test_changed_list_discards_the_draft_that_names_it(world):
    first, second = w.council_approved(world, world.staff.person, w.colleague(world, "Bùi Văn Thêm"))
    steps.move_many([first.pk, second.pk], "propose", by=world.office_head)
    draft = prepare(world)
    steps.move_dossier(second, "unpropose", by=world.office_head, note="Hội đồng xem lại.")
    draft.refresh_from_db()
    assert (draft.state, first.stage.decision) == ("discarded", None)
    told = first.events.latest("seq")
    assert (told.action, told.note) == ("leave_decision", f"{second.nominee_name} rút khỏi danh sách.")
    assert [line["dossier"] for line in prepare(world).snapshot["lines"]] == [first.pk]


def prepare(world):
    return decisions.prepare_decision(
        world.campaign, unit=world.commune, signer=world.chairman, by=world.office_head
    )


def test_fewer_than_the_exact_number_ask_for_a_note(client, world):
    world.campaign.quota_set.filter(group="individual").update(limit=2, kind="exact")
    (dossier,) = w.council_approved(world)
    steps.move_dossier(dossier, "propose", by=world.office_head)
    said = "Kế hoạch định đúng 02 cá nhân, mới trình ký 01: ghi lý do khen ít hơn (Mục III.1)."
    with pytest.raises(Refused) as refusal:
        prepare(world)
    assert refusal.value.reasons == [said]
    client.force_login(world.office_head)
    url = reverse("nominations:decision-new", args=[world.campaign.pk, world.commune.pk])
    assert said in client.get(url).content.decode()
    client.post(url, {"signer": world.chairman.pk, "note": "Chỉ một người đủ phiếu."})
    event = dossier.stage.decision.events.get()
    assert (event.action, event.note) == ("prepare", "Chỉ một người đủ phiếu.")


def test_exact_number_that_is_reached_asks_for_nothing(world):
    world.campaign.quota_set.filter(group="individual").update(limit=1, kind="exact")
    (dossier,) = w.council_approved(world)
    steps.move_dossier(dossier, "propose", by=world.office_head)
    assert decisions.too_few(world.campaign, world.award, world.commune) == []
    assert prepare(world).state == "prepared"


def test_second_draft_of_the_same_list_is_refused(world):
    (dossier,) = w.council_approved(world)
    steps.move_dossier(dossier, "propose", by=world.office_head)
    prepare(world)
    with pytest.raises(Refused, match="Chưa có hồ sơ nào được trình ký"):
        prepare(world)


def test_requested_number_does_not_bind_this_level(world):
    world.campaign.quota_set.filter(group="individual").update(limit=1, kind="requested")
    pair = w.council_approved(world, world.staff.person, w.colleague(world, "Bùi Văn Thêm"))
    outcome = steps.move_many([dossier.pk for dossier in pair], "propose", by=world.office_head)
    assert (len(outcome.moved), world.campaign.quota_set.get(group="individual").used) == (2, 0)


def test_hold_entered_later_keeps_from_signing(world):
    (dossier,) = w.council_approved(world)
    Hold.objects.create(person=dossier.person, reason="thanh_tra", since=dt.date(2026, 1, 5))
    assert steps.check_step(dossier, "propose", by=world.office_head) == [
        "Đang thanh tra, kiểm tra, điều tra từ 05/01/2026, chưa được xét."
    ]


def test_former_clerk_no_longer_owns_what_he_wrote(world):
    dossier = w.draft(world)
    yesterday = today() - dt.timedelta(days=1)
    world.clerk.memberships.update(until=yesterday)
    world.clerk.person.appointments.update(until=yesterday)
    former = type(world.clerk).objects.get(pk=world.clerk.pk)
    assert "Anh/chị không có quyền" in steps.check_step(dossier, "submit", by=former)[0]
    assert not type(dossier).objects.visible_to(former, today()).exists()
