"""Registrations and tờ trình in the browser: drawn up, sent, refused with the clause."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.dates import explain
from documents.services import papers
from nominations.enums import RegistrationState, SubmissionState
from nominations.models import Registration, Submission
from nominations.services import steps, submissions
from nominations.services.registrations import create_registration
from tests import world as w
from thiduakt.clock import today

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


@pytest.fixture
def clerk(client, world):
    client.force_login(world.clerk)
    return client


def url(name: str, *args) -> str:
    return reverse(f"nominations:{name}", args=args)


def told(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def listed(world) -> Submission:
    return submissions.draft_submission(world.campaign, world.economy, by=world.clerk)


def registered(world, who=None) -> Registration:
    return create_registration(
        world.campaign,
        award_type=world.award,
        unit=world.economy,
        by=world.clerk,
        person=who or world.staff.person,
    )


def queries(client, page: str) -> int:
    client.get(page)
    with CaptureQueriesContext(connection) as asked:
        client.get(page)
    return len(asked)


def test_registration_is_drawn_up_and_sent(clerk, world):
    choice = {"nominee": f"p:{world.staff.person_id}", "award_type": world.award.pk, "unit": world.economy.pk}
    clerk.post(url("registration-new") + f"?campaign={world.campaign.pk}", choice | {"commitment": "Làm tốt"})
    registration = Registration.objects.get()
    clerk.post(url("registration-step", registration.pk, "submit"))
    registration.refresh_from_db()
    assert (registration.commitment, registration.state) == ("Làm tốt", RegistrationState.SUBMITTED)


def test_registration_sent_twice_is_one_event_and_a_sentence(clerk, world):
    step = url("registration-step", registered(world).pk, "submit")
    clerk.post(step)
    page = clerk.post(step, follow=True)
    against, since = told(page)[-2:]
    assert against == "Không thể “Gửi đăng ký” khi đang ở trạng thái “Đã gửi”."
    assert since.startswith(f"Việc gần nhất: “Gửi đăng ký”, {world.clerk}, ")
    assert Registration.objects.get().events.count() == 1


def test_registration_withdrawn_without_reason_is_asked_for_it(clerk, world):
    page = clerk.post(url("registration-step", registered(world).pk, "withdraw"))
    assert list(page.context["form"].errors) == ["note"]


def test_registration_pages_for_a_stranger(client, world):
    registration = registered(world)
    client.force_login(world.stranger)
    pages = [url("registration", registration.pk), url("registration-step", registration.pk, "withdraw")]
    assert [client.get(page).status_code for page in pages] == [404, 404]


def test_registration_list_asks_as_often_for_three_rows(clerk, world):
    registered(world)
    one = queries(clerk, url("registrations"))
    registered(world, w.colleague(world, "Trượng Văn Tân"))
    registered(world, w.colleague(world, "Kiều Văn Hải"))
    assert queries(clerk, url("registrations")) == one


def test_submission_list_asks_as_often_for_three_rows(clerk, world):
    listed(world)
    one = queries(clerk, url("submissions"))
    for number in (2, 3):
        Submission.objects.create(
            campaign=world.campaign,
            unit=world.economy,
            to_unit=world.commune,
            created_by=world.clerk,
            state=SubmissionState.SENT,
            sent_at=dt.datetime(2026, 1, number, tzinfo=dt.UTC),
        )
    assert queries(clerk, url("submissions")) == one


def test_submission_is_opened_once(clerk, world):
    for _ in range(2):
        clerk.post(url("submission-new"), {"campaign": world.campaign.pk, "unit": world.economy.pk})
    assert Submission.objects.count() == 1


def test_submission_of_staff_without_a_role_is_refused(client, world):
    client.force_login(world.staff)
    page = client.post(url("submission-new"), {"campaign": world.campaign.pk})
    assert page.status_code == 409


def test_submission_pages_for_a_stranger(client, world):
    submission = listed(world)
    client.force_login(world.stranger)
    pages = [url("submission", submission.pk), url("submission-file", submission.pk, "letter")]
    assert [client.get(page).status_code for page in pages] == [404, 404]
    assert client.post(url("submission-step", submission.pk, "send")).status_code == 404


def test_submission_says_who_goes_and_who_stays(clerk, world):
    w.proposed_by_unit(world)
    w.submitted(world, w.colleague(world, "Kiều Văn Hải"))
    page = clerk.get(url("submission", listed(world).pk)).context
    assert [line.name for line in page["going"]] == ["Đặng Thị Ngọc Ánh"]
    assert [(line.name, line.reasons) for line in page["staying"]] == [
        ("Kiều Văn Hải", ["Chờ thủ trưởng đơn vị quyết định."])
    ]
    assert page["next"].kind == "plan"


def test_submission_offers_one_next_step_after_the_other(clerk, world):
    dossier = w.proposed_by_unit(world)
    submission = listed(world)
    kinds = [clerk.get(url("submission", submission.pk)).context["next"].kind]
    submissions.set_session(submission, w.unit_session(world, [dossier]), by=world.clerk)
    kinds.append(clerk.get(url("submission", submission.pk)).context["next"].kind)
    clerk.post(url("submission-step", submission.pk, "prepare-letter"))
    kinds.append(clerk.get(url("submission", submission.pk)).context["next"].kind)
    papers.approve_document(Submission.objects.get().paper, by=world.head)
    kinds.append(clerk.get(url("submission", submission.pk)).context["next"].kind)
    assert kinds == ["plan", "letter", "approve", "send"]


def test_submission_sent_twice_is_one_event_and_a_sentence(clerk, world):
    submission = w.ready_submission(world, [w.proposed_by_unit(world)])
    page = clerk.post(url("submission-step", submission.pk, "send"), follow=True)
    assert told(page) == ["Đã gửi tờ trình. Tiếp theo: nơi nhận kiểm tra, tiếp nhận hồ sơ."]
    assert [line.name for line in page.context["lines"]] == ["Đặng Thị Ngọc Ánh"]
    again = clerk.post(url("submission-step", submission.pk, "send"), follow=True)
    assert told(again) == ["Không gửi được: đơn vị chưa đề nghị hồ sơ nào."]
    assert submission.events.filter(action="send").count() == 1


def test_sending_is_confirmed_on_a_page_with_the_number(clerk, world):
    submission = w.ready_submission(world, [w.proposed_by_unit(world)])
    page = clerk.get(url("submission-step", submission.pk, "send"))
    assert (page.context["number"], [line.name for line in page.context["going"]]) == (
        "01/TTr-PKT",
        ["Đặng Thị Ngọc Ánh"],
    )
    submission.refresh_from_db()
    assert submission.state == SubmissionState.DRAFT


def test_sending_page_of_an_unready_list_leads_to_its_checklist(clerk, world):
    w.proposed_by_unit(world)
    submission = listed(world)
    page = clerk.get(url("submission-step", submission.pk, "send"))
    assert (page.status_code, page.url) == (302, submission.get_absolute_url())


def test_checklist_is_ticked_one_after_the_other(clerk, world):
    submission = listed(world)
    page = url("submission", submission.pk)

    def ticked():
        return [item.done for item in clerk.get(page).context["todo"]]

    seen = [ticked()]
    dossier = w.proposed_by_unit(world)
    seen.append(ticked())
    submissions.set_session(submission, w.unit_session(world, [dossier]), by=world.clerk)
    seen.append(ticked())
    clerk.post(url("submission-step", submission.pk, "prepare-letter"))
    seen.append(ticked())
    papers.approve_document(Submission.objects.get().paper, by=world.head)
    seen.append(ticked())
    assert [marks.count(True) for marks in seen] == [0, 1, 2, 3, 4]
    assert seen[-1] == [True, True, True, True, False]


def test_list_keeps_its_order_when_it_is_sent(clerk, world):
    """Who goes and who stays stand in one list, collectives first, as in the letter."""
    staying = w.submitted(world, world.economy)
    submission = w.ready_submission(world, [w.proposed_by_unit(world)])
    page = url("submission", submission.pk)
    before = [line.dossier for line in clerk.get(page).context["lines"]]
    assert [before[0], before[1].nominee_name] == [staying, "Đặng Thị Ngọc Ánh"]
    steps.move_dossier(staying, "unit_propose", by=world.head)
    submissions.prepare_letter(submission, by=world.clerk)
    papers.approve_document(Submission.objects.get().paper, by=world.head)
    submissions.send_submission(submission, by=world.clerk)
    assert [line.dossier for line in clerk.get(page).context["lines"]] == before


def test_trail_of_a_list_tells_of_the_session(clerk, world):
    submission = w.ready_submission(world, [w.proposed_by_unit(world)])
    story = clerk.get(url("submission", submission.pk)).context["story"]
    assert [line.label for line in story] == [
        "Lập dự thảo tờ trình",
        "Gắn phiên họp vào tờ trình",
        "Hội đồng của đơn vị họp, biểu quyết xong",
        "Lập phiên họp Hội đồng của đơn vị",
        "Lập tờ trình",
    ]


def test_submission_sent_late_is_refused_with_the_clause(client):
    world = w.make_world(due_in=-1)
    client.force_login(world.clerk)
    submission = w.ready_submission(world, [w.proposed_by_unit(world)])
    page = client.post(url("submission-step", submission.pk, "send"), follow=True)
    limit = world.campaign.deadline_set.get(what="dossier").limit()
    assert told(page) == [f"Đã hết hạn gửi hồ sơ: {explain(limit)} (Mục III.3, gạch đầu dòng 1)."]
    assert Submission.objects.get().state == SubmissionState.DRAFT


def test_session_is_planned_with_what_was_handed_in(clerk, world):
    w.proposed_by_unit(world)
    w.submitted(world, w.colleague(world, "Kiều Văn Hải"))
    submission = listed(world)
    chosen = {
        "council": world.unit_council.pk,
        "held_on": today().strftime("%d/%m/%Y"),
        "subject": "Xét khen thưởng",
    }
    clerk.post(url("submission-session", submission.pk), chosen)
    submission.refresh_from_db()
    titles = sorted(item.title for item in submission.session.items.all())
    assert titles == ["Kiều Văn Hải", "Đặng Thị Ngọc Ánh"]


def test_session_without_a_dossier_is_refused_and_leaves_none(clerk, world):
    submission = listed(world)
    chosen = {"council": world.unit_council.pk, "held_on": "30/11/2026", "subject": "Xét khen thưởng"}
    page = clerk.post(url("submission-session", submission.pk), chosen)
    assert page.context["form"].non_field_errors() == ["Chưa có hồ sơ nào nộp cho đơn vị để đưa ra Hội đồng."]
    assert world.unit_council.sessions.count() == 0


def test_letter_uploaded_and_handed_out(clerk, world):
    submission = listed(world)
    png = b"\x89PNG\r\n\x1a\n" + bytes(20) + b"IEND\xaeB`\x82"
    clerk.post(
        url("submission-upload", submission.pk, "letter"), {"file": SimpleUploadedFile("to-trinh.png", png)}
    )
    response = clerk.get(url("submission-file", submission.pk, "letter"))
    assert response["Content-Disposition"] == 'attachment; filename="to-trinh.png"'
    clerk.post(url("submission-upload", submission.pk, "letter"), {"remove": "1"})
    assert clerk.get(url("submission-file", submission.pk, "letter")).status_code == 404


def test_head_is_told_that_the_session_is_not_on_record(client, world):
    """Deciding first is allowed; the page says what will be missing and where to record it."""
    dossier = w.submitted(world)
    submission = submissions.draft_submission(world.campaign, world.economy, by=world.clerk)
    client.force_login(world.head)
    page = client.get(url("dossier", dossier.pk)).context
    assert page["not_met"].startswith("Đơn vị chưa ghi phiên họp Hội đồng.")
    assert page["not_met"].endswith("(Mục III.2, gạch đầu dòng 2).")
    assert page["not_met_url"] == url("submission-session", submission.pk)
    submissions.set_session(submission, w.unit_session(world, [dossier]), by=world.clerk)
    assert client.get(url("dossier", dossier.pk)).context["not_met"] == ""
