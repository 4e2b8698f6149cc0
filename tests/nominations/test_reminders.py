"""What is only reminded of, what is optional, and what keeps a campaign from its end."""

import pytest
from django.core.exceptions import ValidationError

from campaigns.services.flow import check_campaign
from criteria.models import AwardRule
from documents.services import papers
from nominations.admin.planning import plan_stages
from nominations.services import registrations, steps, submissions
from tests import world as w
from thiduakt.errors import Reason, without

pytestmark = [pytest.mark.page, pytest.mark.django_db]

REMINDER = "Đặng Thị Ngọc Ánh chưa đăng ký thi đua như kế hoạch yêu cầu; hồ sơ vẫn nộp được (Mục III.1)."


@pytest.fixture
def world():
    return w.make_world()


def asks_for_registration(world, mode: str):
    campaign = world.campaign
    campaign.campaignrule_set.filter(kind="registration").delete()
    campaign.registration_mode, campaign.registration_clause = mode, campaign.clauses.get(path="III.1")
    campaign.save()
    return campaign


def register(world):
    registration = registrations.create_registration(
        world.campaign, award_type=world.award, unit=world.economy, person=world.staff.person, by=world.clerk
    )
    return registrations.move_registration(registration, "submit", by=world.clerk)


def item_of(client, dossier) -> list[tuple]:
    groups = client.get(dossier.get_absolute_url()).context["groups"]
    return [(row.sub, row.state) for _, rows in groups for row in rows if row.title == "Đăng ký thi đua"]


def test_plan_that_only_asks_for_registration_reminds(client, world):
    asks_for_registration(world, "warn")
    dossier = w.draft(world)
    client.force_login(world.clerk)
    assert item_of(client, dossier) == [(REMINDER, "remind")]
    w.write_papers(dossier, world.clerk)
    assert steps.check_step(dossier, "submit", by=world.clerk) == []
    registrations.move_registration(register(world), "accept", by=world.officer)
    assert item_of(client, dossier) == [("Đã được tiếp nhận", "done")]


def test_office_is_reminded_too(client, world):
    asks_for_registration(world, "warn")
    (dossier,) = w.arrived(world)
    client.force_login(world.officer)
    url = f"/quan-tri/nominations/dossierstage/{dossier.stage.pk}/change/"
    assert client.get(url).context["reminder"] == REMINDER


def test_plan_without_registration_says_nothing(client, world):
    asks_for_registration(world, "none")
    client.force_login(world.clerk)
    assert item_of(client, w.draft(world)) == []


def test_registration_is_not_sent_back_by_its_nominee(world):
    registration = registrations.create_registration(
        world.campaign,
        award_type=world.award,
        unit=world.culture,
        person=world.officer.person,
        by=world.officer,
    )
    registrations.move_registration(registration, "submit", by=world.officer)
    registration.refresh_from_db()
    assert registrations.check_registration(registration, "request_changes", by=world.officer) == [
        "Đây là đăng ký của chính anh/chị hoặc do anh/chị lập."
    ]
    assert registrations.check_registration(registration, "request_changes", by=world.officer2) == []


def test_optional_letter_that_was_sent_back_keeps_nothing(world):
    world.campaign.partrequirement_set.filter(paper="submission").delete()
    dossier = w.proposed_by_unit(world)
    submission = submissions.draft_submission(world.campaign, world.economy, by=world.clerk)
    submissions.set_session(submission, w.unit_session(world, [dossier]), by=world.clerk)
    submission = submissions.prepare_letter(submission, by=world.clerk)
    papers.return_document(submission.paper, by=world.head, note="Không cần tờ trình.")
    sent = submissions.send_submission(submission, by=world.clerk)
    assert (sent.state, sent.paper.number) == ("sent", None)


def test_campaign_with_a_decided_dossier_is_not_closed(world):
    w.proposed_by_unit(world)
    assert check_campaign(world.campaign, "close", by=world.office_head) == [
        "Còn 1 hồ sơ đơn vị đã đề nghị nhưng chưa gửi theo tờ trình."
    ]


@pytest.mark.parametrize("value", [{"so": 1}, "so", ["so", "khong_co"], [["so"]]])
def test_kinds_of_unit_are_kinds_of_unit(world, value):
    rule = AwardRule.objects.first()
    rule.unit_kinds = value
    with pytest.raises(ValidationError, match="Ghi danh sách loại đơn vị"):
        rule.full_clean()


def test_reason_is_known_by_its_guard(world):
    """Whatever its words: the preview leaves out what the form below it asks for."""
    (dossier,) = w.eligible(world)
    reasons = steps.check_step(dossier, "to_council", by=world.officer)
    assert [reason.guard for reason in reasons] == ["session_planned"]
    assert without([*reasons, Reason("Khác.", "no_hold"), "Trần."], "session_planned") == ["Khác.", "Trần."]
    assert plan_stages([dossier.stage], "to_council", by=world.officer) == ([dossier.stage], [])
