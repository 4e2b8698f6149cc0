"""Registrations climb: a unit's list, its answer, the consolidated list to the level above."""

import io

import pytest
from pypdf import PdfReader

from campaigns.enums import DeadlineKind, RegistrationMode
from campaigns.models import Deadline
from campaigns.services.after import accept_late
from documents.docx.build import render_docx
from documents.services import papers
from documents.services.printing import merged, pdf_bytes
from nominations.models import Registration
from nominations.services import registration_answers, registration_lists, registrations, steps
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.inbox.derive import tasks_for
from thiduakt.management.invariants import run_checks

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def registered(world, *nominees, submit=False) -> list[Registration]:
    found = []
    for who in nominees:
        nominee = {"collective": who} if who == world.economy else {"person": who}
        made = registrations.create_registration(
            world.campaign, award_type=world.award, unit=world.economy, by=world.clerk, **nominee
        )
        if submit:
            registrations.move_registration(made, "submit", by=world.clerk)
        found.append(made)
    return found


def approved_list(world, rows):
    made = registration_lists.draft_list(world.campaign, world.economy, by=world.clerk)
    made = registration_lists.prepare_list(made, [row.pk for row in rows], by=world.clerk)
    papers.approve_document(made.paper, by=world.head)
    return made


def sent_list(world, rows):
    return registration_lists.send_list(approved_list(world, rows), by=world.clerk)


def state_of(*rows) -> list[str]:
    return [Registration.objects.get(pk=row.pk).state for row in rows]


def told(user) -> list[str]:
    return [item.title for item in tasks_for(user, today()) if "đăng ký" in item.title]


def broken() -> list[str]:
    return [line for result in run_checks() for line in result.sample]


def test_list_of_a_unit_is_numbered_sent_and_received_and_then_they_are_registered(world):
    world.campaign.registration_mode = RegistrationMode.BLOCK
    world.campaign.save()
    rows = registered(world, world.staff.person, world.economy)
    sheet = approved_list(world, rows)
    assert "Hoàn thiện và gửi danh sách đăng ký thi đua" in told(world.clerk)
    sheet = registration_lists.send_list(sheet, by=world.clerk)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf_bytes(sheet.paper))).pages)
    flat = " ".join(text.split())
    assert f"Số: {sheet.paper.number:02d}/TTr-PKT" in flat
    words = ("I. Tập thể", "II. Cá nhân", "gồm 01 tập thể và 01 cá nhân")
    assert [one for one in words if one not in flat] == []
    assert render_docx("submission.html", merged(sheet.paper))[:2] == b"PK"
    assert (state_of(*rows), sheet.state) == (["submitted"] * 2, "sent")
    assert told(world.officer) == ["Tiếp nhận 1 danh sách đăng ký thi đua"]
    dossier = w.draft(world)
    w.write_papers(dossier, world.clerk)
    assert "chưa đăng ký thi đua" in " ".join(steps.check_step(dossier, "submit", by=world.clerk))
    with pytest.raises(Refused, match="không có quyền"):
        registration_answers.answer_list(sheet, "receive", by=world.head)
    assert registration_answers.answer_list(sheet, "receive", by=world.officer) == []
    assert (state_of(*rows), told(world.officer)) == (["accepted"] * 2, [])
    assert steps.check_step(dossier, "submit", by=world.clerk) == []
    assert broken() == []


def test_list_sent_back_tells_why_and_a_new_one_may_be_sent(world):
    rows = registered(world, world.staff.person, w.colleague(world, "Trần Văn Ba"), submit=True)
    sheet = sent_list(world, rows)
    with pytest.raises(Refused, match="Chưa ghi lý do"):
        registration_answers.answer_list(sheet, "return_list", by=world.officer)
    registration_answers.answer_list(sheet, "return_list", by=world.officer, note="Thiếu tập thể.")
    assert state_of(*rows) == ["changes_requested"] * 2
    assert rows[0].events.order_by("seq").last().note == "Thiếu tập thể."
    with pytest.raises(Refused, match="Không thể “Tiếp nhận danh sách”"):
        registration_answers.answer_list(sheet, "receive", by=world.officer)
    again = sent_list(world, rows[:1])
    assert list(again.registrations.all()) == rows[:1]
    assert state_of(*rows) == ["submitted", "changes_requested"]


def test_list_changed_after_it_was_approved_is_not_sent(world):
    rows = registered(world, world.staff.person)
    sheet = approved_list(world, rows)
    registrations.move_registration(rows[0], "withdraw", by=world.clerk, note="Nhầm.")
    with pytest.raises(Refused, match="Danh sách đã thay đổi"):
        registration_lists.send_list(sheet, by=world.clerk)
    assert sheet.registrations.count() == 0


def test_late_list_goes_only_by_a_recorded_acceptance(world):
    Deadline.objects.create(
        campaign=world.campaign, what=DeadlineKind.REGISTRATION, on=today().isoformat(), inclusive=False
    )
    sheet = approved_list(world, registered(world, world.staff.person))
    with pytest.raises(Refused, match="Đã hết hạn đăng ký"):
        registration_lists.send_list(sheet, by=world.clerk)
    kind = DeadlineKind.REGISTRATION
    accept_late(world.campaign, world.economy, kind, today(), reason="Mưa lũ.", by=world.officer)
    sheet = registration_lists.send_list(sheet, by=world.clerk)
    assert "Mưa lũ." in sheet.events.order_by("seq").last().note


def test_own_case_of_whoever_receives_is_left_to_a_colleague(world):
    mine = registrations.create_registration(
        world.campaign,
        award_type=world.award,
        unit=world.economy,
        by=world.clerk,
        person=w.person("Ngô Văn Tư", world.economy, "Chuyên viên"),
    )
    officer = w.account("tu", mine.person, (world.commune, "officer"))
    other = registered(world, world.staff.person)
    sheet = sent_list(world, [mine, *other])
    assert registration_answers.answer_list(sheet, "receive", by=officer) == [mine]
    assert state_of(mine, *other) == ["submitted", "accepted"]
    assert told(world.officer) == ["Tiếp nhận 1 đăng ký thi đua"]


def climbing(kind="requested"):
    """Registered for the province's award, received by the commune."""
    world = w.world_for_the_province(kind=kind)
    rows = registered(world, world.staff.person)
    registration_answers.answer_list(sent_list(world, rows), "receive", by=world.officer)
    return world, rows


def test_list_above_is_bound_by_the_plan_above():
    world, rows = climbing()
    above = w.province_of(world)
    plan = w.running_plan(above.unit, by=above.officer)
    type(world.campaign).objects.filter(pk=world.campaign.pk).update(parent=plan)
    Deadline.objects.create(
        campaign=plan, what=DeadlineKind.REGISTRATION, on=today().isoformat(), inclusive=False
    )
    world.campaign.refresh_from_db()
    with pytest.raises(Refused, match="Theo kế hoạch của Ủy ban nhân dân tỉnh Khánh Hòa: đã hết hạn đăng ký"):
        list_above(world, rows)
    accept_late(plan, world.commune, "registration", today(), reason="Bão lũ.", by=above.officer)
    sheet = world.campaign.submissions.of_registrations().get(state="draft")
    sent = registration_lists.send_list(sheet, by=world.records)
    assert "Bão lũ." in sent.events.last().note


def list_above(world, rows, level: w.Province | None = None):
    here = level or w.commune_of(world)
    made = registration_lists.draft_list_above(world.campaign, here.unit, by=here.officer)
    keys = [row.pk for row in rows]
    made = registration_lists.prepare_list(made, keys, signer=here.chairman, by=here.officer)
    papers.approve_document(made.paper, by=here.signer)
    return registration_lists.send_list(made, by=here.records)


def test_awards_above_the_authority_go_on_to_the_level_above_and_the_registrant_reads_it():
    world, rows = climbing()
    above = w.province_of(world)
    assert told(world.officer) == ["Trình cấp trên 1 đăng ký thi đua"]
    first = list_above(world, rows)
    assert (first.level, first.to_unit, told(world.officer)) == (1, above.unit, [])
    assert told(above.officer) == ["Tiếp nhận 1 danh sách đăng ký thi đua"]
    registration_answers.answer_list(first, "return_list", by=above.officer, note="Ghi rõ danh hiệu.")
    assert told(world.officer) == ["Trình cấp trên 1 đăng ký thi đua"]
    second = list_above(world, rows)
    registration_answers.answer_list(second, "receive", by=above.officer)
    trail = [(event.action, event.note) for event in rows[0].events.order_by("seq")]
    assert trail == [
        ("send_list", ""),
        ("accept", ""),
        ("forward_list", "Ủy ban nhân dân tỉnh Khánh Hòa"),
        ("above_return_list", "Ghi rõ danh hiệu."),
        ("forward_list", "Ủy ban nhân dân tỉnh Khánh Hòa"),
        ("above_receive", ""),
    ]
    assert (state_of(*rows), broken()) == (["accepted"], [])


def test_level_decides_itself_on_what_it_may_confer(world):
    registration_answers.answer_list(
        sent_list(world, registered(world, world.staff.person)), "receive", by=world.officer
    )
    assert told(world.officer) == []
    with pytest.raises(Refused, match="Không có đăng ký nào thuộc thẩm quyền cấp trên"):
        registration_lists.draft_list_above(world.campaign, world.commune, by=world.officer)
