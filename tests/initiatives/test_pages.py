"""Initiatives in the browser: from the registration to the certificate, and what is refused on the way."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from councils import services as councils
from documents.models import IssuedDocument
from initiatives.facts import PARTS
from initiatives.models import Initiative
from initiatives.services import registering
from tests import world as w
from tests.documents.pdfread import page_texts
from tests.world import initiatives as walk
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.web.writing import mark_of

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def page(name: str, *keys) -> str:
    return reverse(f"initiatives:{name}", args=keys)


def told(response) -> str:
    return " ".join(map(str, response.context["messages"]))


class Seats:
    """One browser, in which one account after the other signs in."""

    def __init__(self, client):
        self.client = client

    def post(self, user, url: str, **data):
        self.client.force_login(user)
        return self.client.post(url, data, follow=True)

    def get(self, user, url: str, **data):
        self.client.force_login(user)
        return self.client.get(url, data)


@pytest.fixture
def at(client):
    return Seats(client)


def test_way_from_the_registration_to_the_certificate(world, at):
    council, staff = walk.initiative_council(world), world.staff
    typed = {"name": walk.NAME, "field": "Hành chính", "kind": "tac_nghiep"}
    own = {"author": staff.person_id, "unit": world.economy.pk}
    assert "Chưa thấy sáng kiến nào giống" in at.post(staff, page("new"), check=1, **typed, **own).text
    at.post(staff, page("new"), **typed, **own)
    one = Initiative.objects.get()
    shares = {f"share_{staff.person_id}": "60,5", f"share_{world.clerk.person_id}": "39,5"}
    url = f"{page('authors', one.pk)}?nguoi={world.clerk.person_id}"
    at.post(staff, url, **shares, **{f"skill_{staff.person_id}": "Đại học, luật"})
    assert [author.share_words for author in one.authors.all()] == ["60,5", "39,5"]
    assert "Đã gửi đăng ký" in told(at.post(staff, page("step", one.pk, "register")))
    for part in PARTS[:4]:
        typed = {"text": f"{part.title}: từ 5 ngày còn 2 ngày.", "revision": 0, "base": mark_of("")}
        assert at.post(staff, page("part", one.pk, part.slug), **typed).status_code == 200
    walk.writing.sign(one, by=staff)
    walk.writing.sign(one, by=world.clerk)
    at.post(staff, page("step", one.pk, "submit"))
    assert left_out_of_the_request(at, staff, one) == []
    at.post(world.head, page("step", one.pk, "forward"))
    at.post(world.officer, page("step", one.pk, "receive"))
    session = councils.plan_session(council, held_on=today(), subject="chấm", by=world.officer)
    at.post(world.officer, reverse("councils:agenda", args=[session.pk]), keys=[one.pk])
    councils.write_session(session, by=world.office_head, presences={})
    one = walk.again(one)
    member = council.members.get(person=world.officer.person)
    sheet = {f"row_{row.pk}": "20,5" for row in one.sheet.rows.all()}
    assert at.post(world.officer2, page("score", one.pk, member.pk), **sheet).status_code == 403
    at.post(world.officer, page("score", one.pk, member.pk), **sheet)
    board = at.get(world.officer, page("session-scores", session.pk)).text
    assert ("61,5 điểm" in board, world.officer2.person.full_name in board) == (True, False)
    walk.fill_in(one, 70, by=world.office_head)
    closed = at.post(world.office_head, reverse("councils:close", args=[session.pk]))
    assert "Đã kết thúc phiên họp" in told(closed)
    minutes = " ".join(
        page_texts(at.get(world.officer, reverse("councils:minutes", args=[session.pk])).content)
    )
    assert "Kết quả chấm điểm" in minutes
    paper = certified(world, at, one)
    assert (len(paper), "GIẤY CHỨNG NHẬN SÁNG KIẾN" in paper[0], "60,5%" in paper[0]) == (2, True, True)


def left_out_of_the_request(at, author, one: Initiative) -> list[str]:
    """What was typed once stands in the printed request."""
    printed = " ".join(" ".join(page_texts(at.get(author, page("request", one.pk)).content)).split())
    said = ("ĐƠN YÊU CẦU", walk.NAME, "60,5", "Đại học, luật", "từ 5 ngày còn 2 ngày", "Đã ký trên hệ thống")
    return [words for words in said if words not in printed]


def certified(world, at, one: Initiative) -> list[str]:
    """The words of its certificates, page by page, after the decision was drawn up, signed and numbered."""
    at.post(world.officer, page("decision-new", world.commune.pk), signer=world.chairman.pk)
    document = IssuedDocument.objects.get(template="recognition.html")
    walk.papers.approve_document(document, by=world.signer)
    walk.decisions.issue_recognition(document, by=world.records)
    return page_texts(at.get(world.staff, page("certificate", one.pk)).content)


def test_day_to_come_is_refused_beside_its_box(world, at):
    one = walk.registered(world)
    answer = at.post(world.staff, page("edit", one.pk), applied_on="01/01/2199")
    assert "Ngày áp dụng còn ở phía trước" in answer.text
    with pytest.raises(Refused, match="còn ở phía trước"):
        registering.edit_initiative(one, applied_on=dt.date(2199, 1, 1), by=world.staff)


def test_file_that_is_none_and_step_too_early_are_told_in_a_sentence(world, at):
    one = walk.registered(world)
    fake = SimpleUploadedFile("minh-chung.pdf", b"khong phai pdf")
    answer = at.post(world.staff, page("upload", one.pk), file=fake, what="minh_chung")
    assert "không phải là tệp pdf đọc được" in told(answer)
    assert "Chưa viết" in told(at.post(world.staff, page("step", one.pk, "submit")))
    assert at.get(world.stranger, page("detail", one.pk)).status_code == 404
    assert at.get(world.officer, page("list"), q="so hoa ho so").context["page"].total == 1
