"""The clause editor through the browser's requests."""

import pytest
from django.urls import reverse

from campaigns.models import Campaign
from tests.campaigns import plans
from units.enums import Role

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def issuer():
    return plans.district()


@pytest.fixture
def officer(issuer):
    return plans.account("can-bo", issuer, Role.OFFICER)


@pytest.fixture
def plan(issuer, officer):
    return plans.draft("002", issuer, officer)


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer)
    return client


def address(name: str, plan, *args) -> str:
    return reverse(f"campaigns:{name}", args=[plan.pk, *args])


def test_new_plan_opens_in_the_editor(signed_in, issuer):
    sent = {"title": "Thi đua năm 2027", "year": "2027", "kind": "thematic", "issuer": issuer.pk}
    response = signed_in.post(reverse("campaigns:new"), sent)
    plan = Campaign.objects.get()
    assert (response.url, plan.title, plan.issuer) == (address("editor", plan), "Thi đua năm 2027", issuer)
    assert "Kế hoạch chưa có điều khoản nào." in signed_in.get(response.url).content.decode()


def test_editor_shows_rules_under_their_clause(signed_in, plan):
    page = signed_in.get(address("editor", plan)).content.decode()
    clause = page[page.index('id="III-1"') : page.index('id="III-2"')]
    assert [
        words for words in ("Giấy khen: tối đa 7 tập thể", "tối đa 10 cá nhân") if words not in clause
    ] == []


def test_clause_is_added_where_the_link_says(signed_in, plan):
    after = plan.clauses.get(path="III.2")
    where = f"{address('clause_add', plan)}?sau={after.pk}"
    assert signed_in.get(where).context["form"]["label"].value() == "3."
    response = signed_in.post(where, {"label": "2a.", "heading": "Thêm", "text": ""})
    assert response.url == f"{address('editor', plan)}#{plan.clauses.get(path='III.2a').anchor}"


@pytest.mark.parametrize(("path", "label"), [("I", "3."), ("III.1", "a)"), ("II.2.a", "-"), ("III.3-1", "-")])
def test_label_of_a_clause_inside_follows_its_brothers(signed_in, plan, path, label):
    where = f"{address('clause_add', plan)}?trong={plan.clauses.get(path=path).pk}"
    assert signed_in.get(where).context["form"]["label"].value() == label


@pytest.mark.parametrize(
    ("way", "path"), [("up", "II.2"), ("down", "II.2"), ("in", "II.2"), ("out", "III.2")]
)
def test_buttons_move_a_clause(signed_in, plan, way, path):
    clause = plan.clauses.get(path=path)
    before = list(plan.clauses.order_by("order").values_list("pk", "parent"))
    signed_in.post(address("editor", plan), {way: clause.pk})
    assert list(plan.clauses.order_by("order").values_list("pk", "parent")) != before


def test_clause_with_rules_is_not_removed_and_the_page_says_why(signed_in, plan):
    clause = plan.clauses.get(path="III.1")
    page = signed_in.post(address("editor", plan), {"remove": clause.pk}, follow=True).content.decode()
    assert "Còn 3 quy định ghi ở Mục III.1" in page


def test_renumber_says_how_many_labels_changed(signed_in, plan):
    page = signed_in.post(address("editor", plan), {"renumber": "1"}, follow=True).content.decode()
    assert "Đã đánh số lại: 0 nhãn đổi" in page


def test_autosave_answers_with_the_new_revision(signed_in, plan):
    clause = plan.clauses.get(path="I.1-1")
    sent = {"label": "-", "heading": "", "text": "Lời mới.", "revision": 0}
    response = signed_in.post(address("clause", plan, clause.pk), sent, headers={"HX-Request": "true"})
    clause.refresh_from_db()
    assert (clause.text, clause.revision) == ("Lời mới.", 1)
    assert [part for part in ("Đã lưu", 'value="1"') if part not in response.content.decode()] == []


def test_autosave_of_old_words_is_refused_and_nothing_is_lost(signed_in, plan):
    clause = plan.clauses.get(path="I.1-1")
    where, sent = address("clause", plan, clause.pk), {"label": "-", "heading": "", "revision": 0}
    signed_in.post(where, sent | {"text": "Người trước."})
    refused = signed_in.post(where, sent | {"text": "Người sau."}, headers={"HX-Request": "true"})
    page = signed_in.post(where, sent | {"text": "Người sau."})
    clause.refresh_from_db()
    assert (refused.status_code, clause.text) == (422, "Người trước.")
    shown = page.content.decode()
    assert [
        words for words in ("Người trước.", "Người sau.", "Bản người khác vừa lưu") if words not in shown
    ] == []
    assert page.context["form"]["revision"].value() == 1


def test_clause_page_says_who_cites_it(signed_in, plan):
    clause = plan.clauses.get(path="V.2")
    clause.text = "Thực hiện theo Mục II của Kế hoạch này."
    clause.save()
    page = signed_in.get(address("clause", plan, plan.clauses.get(path="II").pk))
    assert [other.path for other in page.context["citing"]] == ["V.2"]


def test_rule_edited_from_the_editor_leads_back_to_it(signed_in, plan):
    part = plan.partrequirement_set.first()
    where = f"{address('reading', plan, 'giay-to', part.pk)}?ve=soan"
    response = signed_in.post(where, {"name": "Đơn", "per": "nominee", "paper": "other", "revision": 0})
    assert response.url == f"{address('editor', plan)}#r-giay-to_{part.pk}"


def test_preamble_and_recipients_are_written(signed_in, plan):
    sent = {
        "title": "Tên",
        "kind": "thematic",
        "preamble": "Căn cứ A;\nCăn cứ B.",
        "recipients": "Như trên\nLưu: VT",
    }
    signed_in.post(address("reading", plan, "dau", "document"), sent | {"revision": 0})
    plan.refresh_from_db()
    assert plan.preamble == ["Căn cứ A;", "Căn cứ B."]
    assert [recipient.text for recipient in plan.recipients.all()] == ["Như trên", "Lưu: VT"]


@pytest.mark.parametrize("name", ["editor", "clause_add"])
def test_editor_is_for_the_office_of_the_draft(client, plan, issuer, name):
    client.force_login(plans.account("van-thu", issuer, Role.RECORDS))
    assert client.get(address(name, plan)).status_code == 403
    client.force_login(plans.account("la", plans.unit("khac", "Huyện khác"), Role.OFFICER))
    assert client.get(address(name, plan)).status_code == 404
