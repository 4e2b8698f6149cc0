"""From level to level: what a body may not confer goes up, is considered there, comes back as a result."""

import pytest
from django.urls import reverse

from campaigns.enums import DeadlineKind
from campaigns.models import Campaign
from campaigns.services.after import accept_late
from documents.enums import Kind, Standing
from documents.facts import answers_to, standing_of
from documents.services import papers
from nominations.enums import StageState as S
from nominations.models import Award, Dossier, DossierStage, Submission
from nominations.services import decisions, forwarding, steps, upper_results, upper_revoking
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.inbox.derive import tasks_for
from thiduakt.management.invariants import run_checks

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

ANSWER = {
    "kind": Kind.QUYET_DINH,
    "reference": "1234/QĐ-UBND",
    "title": "Về việc tặng Bằng khen",
    "signer_name": "Trần Quốc Nam",
    "upload": None,
}


@pytest.fixture
def world():
    return w.world_for_the_province()


def levels(dossier) -> list[str]:
    return list(dossier.stages.order_by("level").values_list("state", flat=True))


def used(world) -> int:
    return world.campaign.quota_set.get(group="individual").used


def broken() -> list[str]:
    return [line for result in run_checks() for line in result.sample]


def test_award_above_the_body_is_sent_up_considered_and_conferred_there(world):
    above, nominee = w.province_of(world), world.staff.person
    (dossier,) = w.council_approved(world, nominee)
    (said,) = steps.check_step(dossier, "propose", by=world.office_head)
    assert said.startswith("UBND xã Ninh Phước không có thẩm quyền quyết định")
    submission = w.forwarding_draft(world, [dossier])
    assert "Căn cứ Biên bản họp" in " ".join(submission.paper.snapshot["grounds"])
    forwarding.forward_submission(submission, by=world.records)
    assert (levels(dossier), used(world)) == ([S.SENT, S.FORWARDED, S.ARRIVED], 1)
    # A supplement asked from above goes down to the unit, and comes back by whoever answers it.
    ask = {"note": "Ghi rõ số văn bản.", "due_on": today()}
    steps.move_dossier(dossier, "request_changes", by=above.officer, **ask)
    assert [task.title for task in tasks_for(world.officer, today()) if task.kind == "supplement"] == [
        "Cấp trên yêu cầu bổ sung 1 hồ sơ đã trình"
    ]
    steps.move_dossier(dossier, "resubmit", by=world.officer)
    w.approved_above(world, above, [dossier])
    steps.move_dossier(dossier, "propose", by=above.head)
    draft = decisions.prepare_decision(world.campaign, unit=above.unit, signer=above.chairman, by=above.head)
    letter = submission.paper
    letter.refresh_from_db()
    assert f"Xét đề nghị của {world.commune.name} tại Tờ trình số {letter.reference}" in "; ".join(
        draft.snapshot["grounds"]
    )
    issued = decisions.issue_decision(papers.approve_document(draft, by=above.signer), by=above.records)
    award = Award.objects.get()
    assert (award.decision, award.coefficient, used(world)) == (issued, 1.5, 1)
    # The result comes down to the levels below.
    seen = type(issued).objects.visible_to(world.officer, today()).filter(pk=issued.pk)
    assert (seen.exists(), Award.objects.visible_to(world.clerk, today()).exists()) == (True, True)
    assert levels(dossier) == [S.SENT, S.FORWARDED, S.AWARDED]
    assert broken() == []


def test_each_level_sees_its_own_stage_and_what_lies_below(client, world):
    above = w.province_of(world)
    (dossier,) = Dossier.objects.filter(stages__submission=w.forwarded(world), stages__level=2)
    steps.move_dossier(dossier, "receive", by=above.officer)
    steps.move_dossier(dossier, "hold", by=above.officer, note="Đang xác minh ở tỉnh.")
    page = reverse("nominations:dossier", args=[dossier.pk])
    told = {}
    for name, user in (("nominee", world.staff), ("commune", world.officer), ("province", above.officer)):
        client.force_login(user)
        told[name] = client.get(page).content.decode()
    assert {name: "Đang xác minh ở tỉnh." in text for name, text in told.items()} == {
        "nominee": True,
        "commune": False,
        "province": True,
    }
    assert "Trình cấp trên" in told["province"]
    assert Campaign.objects.visible_to(above.officer, today()).get() == world.campaign
    assert not Dossier.objects.visible_to(world.stranger, today()).exists()


def test_answer_of_a_level_without_an_office_is_entered_with_its_paper(client, world):
    submission = w.forwarded(world)
    dossier = Dossier.objects.get()
    assert (submission.to_unit.kind, levels(dossier)) == ("tinh", [S.SENT, S.FORWARDED, S.AWAITED])
    said = "Ghi kết quả của cấp trên cho 1 hồ sơ"
    assert said in [task.title for task in tasks_for(world.officer, today())]
    with pytest.raises(Refused, match="không có quyền"):
        upper_results.enter_result(
            submission, by=world.records, awarded=[dossier.pk], refused={}, issued_on=today(), **ANSWER
        )
    client.force_login(world.officer)
    url = reverse("nominations:submission-result", args=[submission.pk])
    form = ANSWER | {"issued_on": f"{today():%d/%m/%Y}", f"answer_{dossier.pk}": "yes", "upload": ""}
    assert client.get(url).status_code == 200
    assert client.post(url, form).headers["Location"] == submission.get_absolute_url()
    award = Award.objects.get()
    assert (award.decision.reference, award.decision.number, award.bonus) == (
        "1234/QĐ-UBND",
        None,
        3_800_000,
    )
    assert client.get(award.get_absolute_url()).status_code == 200
    assert (levels(dossier)[-1], used(world), broken()) == (S.AWARDED, 1, [])


def test_award_from_above_falls_by_the_revoking_paper_of_that_level(client, world):
    submission, dossier = w.forwarded(world), Dossier.objects.get()
    day = {"issued_on": today()}
    upper_results.enter_result(
        submission, by=world.officer, awarded=[dossier.pk], refused={}, **day, **ANSWER
    )
    award = Award.objects.select_related("decision").get()
    url = reverse("nominations:decision-revoke", args=[award.decision.pk])
    client.force_login(world.officer)
    assert url in client.get(award.get_absolute_url()).content.decode()
    paper = {
        "reference": "99/QĐ-UBND",
        "title": "Về việc hủy bỏ khen thưởng",
        "signer_name": "",
        "upload": "",
    }
    form = paper | {"issued_on": f"{today():%d/%m/%Y}", "note": "Số liệu báo cáo không đúng."}
    client.post(reverse("confirm"), {"password": w.PASSWORD, "next": url})
    page = client.get(url).content.decode()
    assert ("ghi đúng như trên văn bản nhận được" in page, award.name in page) == (True, True)
    assert "Chưa chọn khen thưởng nào" in client.post(url, form).content.decode()
    assert client.post(url, form | {"key": [award.pk]}).status_code == 302
    award.refresh_from_db()
    assert (award.revoked_by.reference, levels(dossier)[-1], used(world)) == ("99/QĐ-UBND", S.REVOKED, 0)
    assert standing_of(answers_to(award.decision)) == Standing.WITHDRAWN
    assert "Đã hủy bỏ trước đó" in client.post(url, form | {"key": [award.pk]}).content.decode()
    # What comes back is recorded by who entered it; a level with an office here takes back by itself.
    recover = reverse("nominations:award-recover", args=[award.pk])
    client.post(recover, {"paper_on": f"{today():%d/%m/%Y}", "money_on": "", "note": ""})
    award.refresh_from_db()
    assert (award.paper_returned_on, broken()) == (today(), [])


def test_award_of_a_level_with_an_office_does_not_fall_by_an_entered_paper(world):
    above = w.province_of(world)
    dossier = Dossier.objects.get(stages__submission=w.forwarded(world), stages__level=2)
    w.approved_above(world, above, [dossier])
    steps.move_dossier(dossier, "propose", by=above.head)
    draft = decisions.prepare_decision(world.campaign, unit=above.unit, signer=above.chairman, by=above.head)
    decision = decisions.issue_decision(papers.approve_document(draft, by=above.signer), by=above.records)
    keys = list(decision.awards.values_list("pk", flat=True))
    paper = {"reference": "9/QĐ", "issued_on": today(), "title": "Hủy bỏ", "signer_name": ""}
    with pytest.raises(Refused, match="do cấp trên quyết định"):
        upper_revoking.enter_revocation(decision, keys, note="Sai.", by=world.officer, **paper)
    (said,) = steps.check_step(dossier, "enter_revocation", by=world.officer)[:1]
    assert said == "Khen thưởng này do cơ quan dùng hệ thống quyết định: cơ quan ấy lập quyết định hủy bỏ."


def test_refusal_from_above_gives_the_place_back(world):
    submission, dossier = w.forwarded(world), Dossier.objects.get()
    refuse = {"awarded": [], "refused": {dossier.pk: "Đã khen năm trước."}, "issued_on": today()}
    upper_results.enter_result(submission, by=world.officer, **refuse, **ANSWER | {"kind": Kind.CONG_VAN})
    event = dossier.events.order_by("-seq").first()
    assert (levels(dossier)[-1], used(world), event.note) == (S.UPPER_DECLINED, 0, "Đã khen năm trước.")
    assert broken() == []


def test_place_is_given_back_and_taken_again_with_the_verdict_above(world):
    above = w.province_of(world)
    w.forwarded(world)
    dossier = Dossier.objects.get()
    steps.move_dossier(dossier, "receive", by=above.officer)
    steps.move_dossier(dossier, "mark_ineligible", by=above.officer, note="Chưa đủ.")
    assert (used(world), broken()) == (0, [])
    quota = world.campaign.quota_set.filter(group="individual")
    quota.update(limit=0)
    assert steps.check_step(dossier, "reappraise", by=above.officer) == [
        "Đã hết chỉ tiêu 00 cá nhân (Mục III.1)."
    ]
    quota.update(limit=1)
    steps.move_dossier(dossier, "reappraise", by=above.officer, note="Xem lại.")
    assert (used(world), broken()) == (1, [])


def test_list_goes_up_in_parts_within_the_places_asked_for(world):
    colleague = w.colleague(world, "Bùi Văn Thêm")
    pair = w.council_approved(world, world.staff.person, colleague)
    submission = forwarding.draft_forwarding(world.campaign, world.commune, by=world.officer)
    both = [dossier.pk for dossier in pair]
    with pytest.raises(Refused, match="Chỉ còn 01 chỗ, đã chọn 02"):
        forwarding.prepare_forwarding(submission, both, signer=world.chairman, by=world.officer)
    world.campaign.quota_set.filter(group="individual").update(limit=2)
    for dossier in pair:
        forwarding.forward_submission(w.forwarding_draft(world, [dossier]), by=world.records)
    assert (Submission.objects.filter(level=1).count(), used(world)) == (2, 2)
    with pytest.raises(Refused, match="Không có hồ sơ nào"):
        forwarding.draft_forwarding(world.campaign, world.commune, by=world.officer)
    assert broken() == []


def test_list_late_by_the_plan_above_goes_only_by_a_recorded_acceptance(client, world):
    above = w.province_of(world)
    world.campaign.parent = w.running_plan(above.unit, by=above.officer, due_in=-1)
    world.campaign.save(update_fields=["parent"])
    draft = w.forwarding_draft(world, w.council_approved(world))
    said = "Theo kế hoạch của Ủy ban nhân dân tỉnh Khánh Hòa: đã hết hạn gửi hồ sơ"
    with pytest.raises(Refused, match=said):
        forwarding.forward_submission(draft, by=world.records)
    client.force_login(world.officer)
    assert said in client.get(draft.get_absolute_url()).content.decode()
    late = {"reason": "Bão lũ.", "by": above.officer}
    accept_late(world.campaign.parent, world.commune, DeadlineKind.DOSSIER, today(), **late)
    sent = forwarding.forward_submission(draft, by=world.records)
    assert sent.events.last().note == f"Gửi muộn, được {above.unit.short_name} chấp nhận: Bão lũ."


def test_list_changed_after_the_letter_does_not_go_up(world):
    (dossier,) = w.council_approved(world)
    submission = w.forwarding_draft(world, [dossier])
    steps.move_dossier(dossier, "hold", by=world.officer, note="Có đơn.")
    with pytest.raises(Refused, match="Không thể “Trình cấp trên”"):
        forwarding.forward_submission(submission, by=world.records)
    submission.paper.refresh_from_db()
    assert (submission.paper.number, used(world)) == (None, 0)


def test_pages_of_a_list_to_the_level_above(client, world):
    (dossier,) = w.council_approved(world)
    client.force_login(world.office_head)
    page = client.get(reverse("nominations:propose", args=[world.campaign.pk])).content.decode()
    assert "Mở tờ trình lên cấp trên" in page
    client.post(reverse("nominations:forwarding-new", args=[world.campaign.pk, world.commune.pk]))
    submission = Submission.objects.get(level=1)
    prepare = reverse("nominations:submission-step", args=[submission.pk, "prepare-letter"])
    client.post(prepare, {"key": [dossier.pk], "signer": world.chairman.pk})
    submission.refresh_from_db()
    papers.approve_document(submission.paper, by=world.signer)
    client.force_login(world.records)
    title = "Cấp số, trình cấp trên"
    assert title in [task.title for task in tasks_for(world.records, today())]
    assert title in client.get(submission.get_absolute_url()).content.decode()
    send = reverse("nominations:submission-step", args=[submission.pk, "send"])
    assert "Sắp gửi Tờ trình số 01/TTr-UBND" in client.get(send).content.decode()
    assert client.post(send).headers["Location"] == submission.get_absolute_url()
    assert "Chờ kết quả của cấp trên" in client.get(submission.get_absolute_url()).content.decode()
    assert DossierStage.objects.get(level=2).unit == submission.to_unit
