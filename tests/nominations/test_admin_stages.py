"""The office's list and the page of one dossier: who sees what, what is kept, what moves."""

import pytest
from django.urls import reverse

from nominations.enums import StageState
from nominations.facts import criteria_of
from nominations.models import Dossier, DossierStage
from nominations.services import steps
from nominations.services.assigning import assign
from nominations.services.comments import comment
from tests import world as w

pytestmark = [pytest.mark.page, pytest.mark.django_db]
LIST = "/quan-tri/nominations/dossierstage/"


@pytest.fixture
def world():
    return w.make_world()


def enter(client, user):
    client.force_login(user)
    return client


def stage_of(dossier: Dossier) -> DossierStage:
    return Dossier.objects.get(pk=dossier.pk).stage


def page_of(stage: DossierStage) -> str:
    return f"{LIST}{stage.pk}/change/"


def listed(response) -> list[str]:
    return [stage.dossier.nominee_name for stage in response.context["cl"].result_list]


def said(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_list_shows_what_reached_the_office(client, world):
    w.arrived(world)
    w.submitted(world, w.colleague(world, "Chưa Trình Lên"))
    assert listed(enter(client, world.officer).get(LIST)) == ["Đặng Thị Ngọc Ánh"]


def test_list_of_a_foreign_office_is_empty(client, world):
    w.arrived(world)
    assert listed(enter(client, world.stranger).get(LIST)) == []


def test_page_of_a_foreign_dossier_is_not_found(client, world):
    stage = stage_of(w.arrived(world)[0])
    foreign = enter(client, world.stranger)
    answers = [
        foreign.get(page_of(stage)),
        foreign.post(page_of(stage)),
        foreign.post(f"{LIST}{stage.pk}/buoc/receive/"),
        foreign.get(f"{LIST}{stage.pk}/tep/1/"),
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404, 404]


def test_list_refused_to_other_roles(client, world):
    assert enter(client, world.clerk).get(LIST).status_code == 403


def test_list_found_by_words_and_filters(client, world):
    first, _ = w.arrived(world, world.staff.person, w.colleague(world, "Trần Văn Bình"))
    enter(client, world.officer)
    asked = {
        "q=dang+thi": 1,
        "q=ĐẶNG": 1,
        "q=phong+kinh": 2,
        "q=khong+co+ai": 0,
        f"q={first.code}": 1,
        "state=arrived": 2,
        "state=eligible": 0,
        "group=individual": 2,
        "group=collective": 0,
        f"unit={world.economy.pk}&campaign={world.campaign.pk}": 2,
        f"unit={world.school.pk}": 0,
    }
    assert {query: len(listed(client.get(f"{LIST}?{query}"))) for query in asked} == asked


def test_counts_link_to_their_state(client, world):
    w.arrived(world)
    counts = enter(client, world.officer).get(LIST).context["counts"]
    assert [(box["label"], box["n"], box["url"]) for box in counts[:2]] == [
        ("Chờ tiếp nhận", 1, "?state=arrived"),
        ("Đã tiếp nhận", 0, "?state=received"),
    ]


def queries(client, django_assert_max_num_queries, address: str) -> int:
    with django_assert_max_num_queries(15) as seen:
        client.get(address)
    return len(seen)


def test_list_asks_the_same_for_one_row_and_three(client, world, django_assert_max_num_queries):
    enter(client, world.officer)
    w.arrived(world)
    client.get(LIST)  # what the sidebar counts is kept a while
    one = queries(client, django_assert_max_num_queries, LIST)
    w.arrived(world, w.colleague(world, "Người Hai"), w.colleague(world, "Người Ba"))
    assert queries(client, django_assert_max_num_queries, LIST) == one
    assert queries(client, django_assert_max_num_queries, f"{LIST}?state=arrived&p=1") == one


def test_page_shows_papers_criteria_and_buttons(client, world):
    stage = stage_of(w.arrived(world)[0])
    response = enter(client, world.officer).get(page_of(stage))
    assert [paper["part"].requirement.paper for paper in response.context["papers"]] == ["report", "summary"]
    assert [row["pk"] for row in response.context["criteria"]] == [
        row.pk for row in criteria_of(stage.dossier)
    ]
    assert [step.action for step in response.context["steps"]] == ["receive", "request_changes", "hold"]


def test_page_asks_the_same_for_long_and_short_trails(client, world, django_assert_max_num_queries):
    stage = stage_of(w.arrived(world)[0])
    enter(client, world.officer)
    with django_assert_max_num_queries(60):  # the lease is taken
        client.get(page_of(stage))
    with django_assert_max_num_queries(42) as seen:
        client.get(page_of(stage))
    for number in range(3):
        comment(stage, f"Lời {number}", by=world.officer)
        assign([stage.dossier_id], (world.officer, world.officer2)[number % 2], by=world.officer)
    with django_assert_max_num_queries(len(seen) + 1):  # the account of the assignee
        client.get(page_of(stage))


def marks(stage: DossierStage, outcome: str, note: str = "") -> dict:
    rows = criteria_of(stage.dossier)
    return {f"outcome_{row.pk}": outcome for row in rows} | {f"mark_note_{row.pk}": note for row in rows}


def test_save_keeps_marks_once(client, world):
    stage = stage_of(w.arrived(world)[0])
    enter(client, world.officer)
    for _ in range(2):
        client.post(page_of(stage), marks(stage, "met") | {"office_note": "Xem lại", "_save": "1"})
    kept = stage.assessments.values_list("outcome", flat=True)
    assert set(kept) == {"met"}
    assert stage_of(stage.dossier).office_note == "Xem lại"
    assert stage.dossier.events.filter(action="appraise").count() == 1


def test_save_of_unmet_without_a_word_is_refused(client, world):
    stage = stage_of(w.arrived(world)[0])
    response = enter(client, world.officer).post(page_of(stage), marks(stage, "unmet"), follow=True)
    assert said(response)[0].startswith("Ghi lý do không đạt")
    assert stage.assessments.count() == 0


def test_save_and_next_opens_the_following_of_the_filter(client, world):
    first, second = (
        stage_of(d) for d in w.arrived(world, world.staff.person, w.colleague(world, "Trần Văn Bình"))
    )
    enter(client, world.officer)
    filters = "?_changelist_filters=state%3Darrived"
    response = client.post(page_of(first) + filters, marks(first, "met") | {"_next": "1"})
    assert response["Location"] == page_of(second) + filters
    response = client.post(page_of(second) + filters, {"_next": "1"})
    assert response["Location"] == page_of(second) + filters


def test_list_by_criteria_met_is_gone_through_in_that_order(client, world):
    people = (world.staff.person, w.colleague(world, "Trần Văn Bình"), w.colleague(world, "Lê Thị Cúc"))
    stages = [stage_of(dossier) for dossier in w.arrived(world, *people)]
    for stage, met in zip(stages, (1, 3, None), strict=True):
        stage.outcomes = {"met": met, "unmet": 1} if met else {"unmet": 4}
        stage.save(update_fields=["outcomes"])
    one, three, none = stages
    enter(client, world.officer)
    assert list(client.get(f"{LIST}?o=-4").context["cl"].result_list) == [three, one, none]
    assert list(client.get(f"{LIST}?o=4").context["cl"].result_list) == [none, one, three]
    page = client.get(f"{page_of(one)}?_changelist_filters=o%3D-4").context
    assert [page[name].split("/change/")[0] for name in ("previous", "next")] == [
        f"{LIST}{three.pk}",
        f"{LIST}{none.pk}",
    ]
    assert (page["place"], page["of"]) == (2, 3)
    for senseless in ("99", "x", "-", "4.4", "9" * 5000):
        assert client.get(f"{page_of(one)}?_changelist_filters=o%3D{senseless}").status_code == 200


def test_paper_marked_missing_stops_the_receipt(client, world):
    stage = stage_of(w.arrived(world)[0])
    enter(client, world.officer)
    part = stage.dossier.parts.get(requirement__paper="summary")
    ticks = {f"paper_{part.pk}": "missing", f"paper_note_{part.pk}": "Không có chữ ký"}
    response = client.post(f"{LIST}{stage.pk}/buoc/receive/", ticks, follow=True)
    assert said(response)[1].startswith("Chưa tiếp nhận được")
    assert stage_of(stage.dossier).state == StageState.ARRIVED
    written = part.saved_at
    part.refresh_from_db()
    assert (part.check_state, part.check_note, part.saved_at) == ("missing", "Không có chữ ký", written)


def test_step_pressed_twice_makes_one_event(client, world):
    stage = stage_of(w.arrived(world)[0])
    enter(client, world.officer)
    client.post(f"{LIST}{stage.pk}/buoc/receive/")
    again = client.post(f"{LIST}{stage.pk}/buoc/receive/", follow=True)
    against, since = said(again)[-2:]
    assert against == "Không thể “Tiếp nhận” khi đang ở trạng thái “Đã tiếp nhận”."
    assert since.startswith(f"Việc gần nhất: “Tiếp nhận”, {world.officer}, ")
    # Whoever comes with an outdated form gets back what he typed.
    asked = {"note": "Thiếu chữ ký", "due_on": "05/12/2099"}
    client.force_login(world.officer2)
    client.post(f"{LIST}{stage.pk}/buoc/mark_ineligible/", {"note": "Không đạt"})
    told = said(client.post(f"{LIST}{stage.pk}/buoc/request_changes/", asked, follow=True))
    assert told[-1] == "Chữ vừa gõ chưa được lưu, có thể chép lại:\n“Thiếu chữ ký”"
    assert stage.dossier.events.filter(action="receive").count() == 1


def test_request_needs_reason_and_day_and_reads_the_day_as_vietnamese(client, world):
    stage = stage_of(w.arrived(world)[0])
    enter(client, world.officer)
    address = f"{LIST}{stage.pk}/buoc/request_changes/"
    asked = client.post(address, {})
    assert sorted(asked.context["form"].fields) == ["due_on", "note"]
    assert client.post(address, {"note": "", "due_on": "x"}).context["form"].errors.keys() == {
        "note",
        "due_on",
    }
    client.post(address, {"note": "Thiếu chữ ký", "due_on": "05/12/2099"})
    moved = stage_of(stage.dossier)
    assert (moved.state, moved.request_note, f"{moved.due_on:%Y-%m-%d}") == (
        "changes_requested",
        "Thiếu chữ ký",
        "2099-12-05",
    )


def test_request_begins_with_what_was_noted(client, world):
    stage = stage_of(w.arrived(world)[0])
    enter(client, world.officer)
    first = criteria_of(stage.dossier)[0]
    typed = {f"outcome_{first.pk}": "confirm", f"mark_note_{first.pk}": "Cần minh chứng"}
    asked = client.post(f"{LIST}{stage.pk}/buoc/request_changes/", typed)
    assert asked.context["form"].initial == {f"text_c{first.pk}": "Cần minh chứng"}


def test_own_case_has_no_buttons(client, world):
    nominee = w.colleague(world, "Trần Văn Bình")
    stage = stage_of(w.arrived(world, nominee)[0])
    world.officer.person = nominee
    world.officer.save()
    context = enter(client, world.officer).get(page_of(stage)).context
    assert (context["own_case"], context["steps"], context["may_write"]) == (True, [], False)
    refused = client.post(f"{LIST}{stage.pk}/buoc/receive/", follow=True)
    assert said(refused)[0].startswith("Đây là hồ sơ của chính anh/chị")


def test_to_council_by_the_chosen_session(client, world):
    stage = stage_of(w.eligible(world)[0])
    session = w.councils.plan_session(world.council, held_on=w.today(), subject="xét", by=world.officer)
    enter(client, world.officer)
    asked = client.post(f"{LIST}{stage.pk}/buoc/to_council/")
    assert list(asked.context["form"].fields["session"].queryset) == [session]
    client.post(f"{LIST}{stage.pk}/buoc/to_council/", {"session": session.pk})
    assert stage_of(stage.dossier).state == StageState.IN_COUNCIL


def test_page_follows_a_withdrawn_dossier(client, world):
    dossier = w.arrived(world)[0]
    steps.move_dossier(dossier, "withdraw", by=world.clerk, note="Xin rút")
    response = enter(client, world.officer).get(page_of(stage_of(dossier)))
    assert (response.status_code, response.context["steps"]) == (200, [])


def test_urls_stay():
    names = ["changelist", "change", "step", "bulk", "file"]
    found = [
        reverse(f"admin:nominations_dossierstage_{name}", args=args)
        for name, args in zip(names, [[], [7], [7, "receive"], ["k"], [7, 3]], strict=True)
    ]
    assert found == [LIST, f"{LIST}7/change/", f"{LIST}7/buoc/receive/", f"{LIST}luot/k/", f"{LIST}7/tep/3/"]
