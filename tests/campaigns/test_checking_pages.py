"""From a file to a checked draft, page by page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.files.content import OLD_WORD
from campaigns.models import Campaign
from campaigns.services.checking import import_plan, unchecked_count
from tests.campaigns import plans
from tests.campaigns.plan_contract import FOLDER
from units.enums import Role, UnitKind

pytestmark = [pytest.mark.page, pytest.mark.django_db]


@pytest.fixture
def issuer():
    return plans.district()


@pytest.fixture
def officer(issuer):
    return plans.account("can-bo", issuer, Role.OFFICER)


@pytest.fixture
def plan(issuer, officer):
    plans.catalogue()
    return import_plan(plans.plan_json("002"), issuer=issuer, by=officer)


@pytest.fixture
def signed_in(client, officer):
    client.force_login(officer)
    return client


def address(plan, name="check", *args) -> str:
    return reverse(f"campaigns:{name}", args=[plan.pk, *args])


def test_uploaded_plan_opens_for_checking_with_its_issuer(signed_in, issuer):
    plans.catalogue()
    file = SimpleUploadedFile("ke-hoach.txt", (FOLDER / "002.txt").read_bytes())
    response = signed_in.post(reverse("campaigns:intake"), {"file": file, "text": ""})
    plan = Campaign.objects.get()
    assert (response.url, plan.issuer, unchecked_count(plan)) == (address(plan), issuer, 32)


def test_pasted_plan_of_another_body_has_no_issuer_yet(signed_in, officer):
    plans.catalogue()
    text = (FOLDER / "001.txt").read_text()
    signed_in.post(reverse("campaigns:intake"), {"text": text})
    plan = Campaign.objects.get()
    assert (plan.issuer, plan.issuer_as_written, plan.created_by) == (None, "Sở Tài chính", officer)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"text": ""}, "Chọn tệp hoặc dán toàn văn kế hoạch."),
        ({"text": "Giấy mời họp ngày mai."}, None),
        ({"file": SimpleUploadedFile("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64)}, OLD_WORD),
    ],
)
def test_what_is_no_plan_is_a_sentence_and_nothing_is_saved(signed_in, sent, sentence):
    response = signed_in.post(reverse("campaigns:intake"), sent)
    errors = response.context["form"].non_field_errors()
    assert (len(errors), Campaign.objects.count()) == (1, 0)
    assert sentence in (None, errors[0])


def test_intake_is_for_those_who_may_make_plans(client, issuer):
    clerk = plans.account("dau-moi", plans.unit("xa", "UBND xã", UnitKind.XA, parent=issuer), Role.UNIT_CLERK)
    client.force_login(clerk)
    assert client.get(reverse("campaigns:intake")).status_code == 403


def test_check_page_shows_words_and_readings(signed_in, plan):
    page = signed_in.get(address(plan)).content.decode()
    quota = plan.quota_set.get(group="collective")
    wanted = [
        f'id="w-so-luong_{quota.pk}"',
        f'id="r-so-luong_{quota.pk}"',
        "Giấy khen: tối đa 7 tập thể",
        "Đã xác nhận 0/32 điều; còn 4 nghi vấn.",
        "chậm nhất 30/11/2021 (hết ngày 30/11)",
    ]
    assert [text for text in wanted if text not in page] == []


def test_accept_goes_on_to_the_next_that_waits(signed_in, plan):
    first, second = plan.partrequirement_set.order_by("order")[:2]
    response = signed_in.post(address(plan), {"accept": f"giay-to_{first.pk}"})
    assert response.url == f"{address(plan)}#r-giay-to_{second.pk}"
    first.refresh_from_db()
    assert first.unchecked is False


def test_whole_group_is_accepted_at_once(signed_in, plan):
    clause = plan.clauses.get(path="III.2")
    signed_in.post(address(plan), {"accept_group": clause.pk})
    assert list(plan.partrequirement_set.filter(unchecked=True)) == []
    assert unchecked_count(plan) == 28


def test_leave_out_says_what_was_left_out(signed_in, plan):
    part = plan.partrequirement_set.first()
    page = signed_in.post(address(plan), {"leave_out": f"giay-to_{part.pk}"}, follow=True).content.decode()
    assert "Đã bỏ: Tờ trình đề nghị khen thưởng của cơ quan, đơn vị; một bản cho cả đơn vị" in page


def test_doubt_is_looked_at(signed_in, plan):
    note = plan.notes.filter(kind="doubt").first()
    signed_in.post(address(plan), {"note": note.pk})
    note.refresh_from_db()
    assert note.accepted is True


@pytest.mark.parametrize("sent", [{}, {"accept": "thoi-han_9"}, {"leave_out": "x"}, {"accept": "dau_khac"}])
def test_button_that_names_nothing_changes_nothing(signed_in, plan, sent):
    response = signed_in.post(address(plan), sent)
    assert (response.status_code, unchecked_count(plan)) == (302, 32)


@pytest.mark.parametrize(
    ("rows", "kind", "values", "changed"),
    [
        (
            "deadline_set",
            "thoi-han",
            {"what": "dossier", "on": "10/12/2021", "inclusive": "False", "text": "x"},
            "on",
        ),
        ("quota_set", "so-luong", {"group": "individual", "kind": "max", "limit": "12"}, "limit"),
        ("partrequirement_set", "giay-to", {"name": "Đơn", "per": "nominee", "paper": "other"}, "name"),
        (
            "targetgroup_set",
            "doi-tuong",
            {"group": "both", "text": "Mọi người", "unit_kinds": ["xa"]},
            "text",
        ),
        ("task_set", "nhiem-vu", {"number": "9", "text": "Việc", "owners_text": "A; B"}, "owners"),
        ("campaignaward_set", "khen-thuong", {"form": "BK", "authority": ""}, "form"),
        ("funding_set", "kinh-phi", {"what": "source", "text": "Quỹ"}, "text"),
        ("legalbasis_set", "can-cu", {"text": "Luật", "relation": "basis"}, "text"),
    ],
)
def test_rule_is_corrected_in_its_form(signed_in, plan, rows, kind, values, changed):
    row = getattr(plan, rows).first()
    if kind == "so-luong":
        values = values | {"awards": [award.pk for award in row.awards.all()]}
    before = getattr(row, changed)
    opened = signed_in.get(address(plan, "reading", kind, row.pk))
    response = signed_in.post(address(plan, "reading", kind, row.pk), values | {"revision": 0})
    row.refresh_from_db()
    assert (opened.status_code, response.status_code, row.unchecked) == (200, 302, False)
    assert getattr(row, changed) != before


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("so-luong", {"group": "individual", "kind": "max", "limit": "99999999999"}),
        ("nhiem-vu", {"number": "9", "text": "Việc", "quarter": "40000"}),
        (
            "chi-tieu",
            {"indicator": "PCI", "change": "1", "measure_unit": "điểm", "baseline": "99999", "text": "x"},
        ),
    ],
)
def test_number_that_no_column_holds_is_a_sentence(signed_in, plan, kind, values):
    clause = plan.clauses.first()
    sent = values | {"awards": [award.pk for award in plan.quota_set.first().awards.all()]}
    response = signed_in.post(address(plan, "rule", clause.pk, kind), sent)
    assert response.status_code == 200
    assert "nhỏ hơn" in response.content.decode()


def test_criterion_is_corrected_in_its_form(signed_in, plan):
    criterion = plan.checklist.criteria.get(
        text__startswith="Thực hiện nghiêm kỷ luật, kỷ cương hành chính (không xét"
    )
    where = address(plan, "reading", "tieu-chi", criterion.clause_link.pk)
    assert "Không xét nếu trên 10% biên chế" in signed_in.get(where).content.decode()
    sent = {
        "group": "collective",
        "text": "Kỷ luật",
        "revision": 0,
        "new_kind": "share_over",
        "new_percent": "15",
    }
    signed_in.post(where, sent)
    criterion.refresh_from_db()
    assert (criterion.text, [bar["percent"] for bar in criterion.disqualifiers]) == ("Kỷ luật", [15])


@pytest.mark.parametrize(
    ("fact", "values", "column"),
    [
        ("period", {"period_until": "31/12/2021", "period_until_inclusive": "True"}, "period_until"),
        ("registration", {"registration_mode": "block"}, "registration_mode"),
        ("document", {"title": "Tên mới", "kind": "thematic", "year": "2021", "number": "27"}, "title"),
    ],
)
def test_head_is_corrected_in_its_form(signed_in, plan, fact, values, column):
    before = getattr(plan, column)
    assert signed_in.get(address(plan, "reading", "dau", fact)).status_code == 200
    signed_in.post(address(plan, "reading", "dau", fact), values | {"revision": 0})
    plan.refresh_from_db()
    assert fact not in plan.unchecked_head
    assert getattr(plan, column) != before


def test_choosing_the_signer_counts_as_looked_at(signed_in, plan, issuer):
    told = "PHÓ CHỦ TỊCH, Bạch Văn Nguyên. Tên này không có trong danh sách của cơ quan"
    assert told in signed_in.get(address(plan, "head")).content.decode()
    signer = plans.deputy(issuer)
    assert told not in signed_in.get(address(plan, "head")).content.decode()
    signed_in.post(address(plan, "head"), {"issuer": issuer.pk, "signer": signer.pk, "lines": ""})
    plan.refresh_from_db()
    assert plan.unchecked_head == ["document", "period", "registration"]


@pytest.mark.parametrize("on", ["31/02/2021", "mai", "13/2021", "5/12/21"])
def test_day_that_is_none_is_refused_in_its_field(signed_in, plan, on):
    row = plan.deadline_set.first()
    sent = {"what": "dossier", "on": on, "inclusive": "True", "text": "x", "revision": 0}
    response = signed_in.post(address(plan, "reading", "thoi-han", row.pk), sent)
    assert list(response.context["form"].errors) == ["on"]


def test_second_of_two_editors_sees_both_and_may_decide(signed_in, plan):
    row = plan.partrequirement_set.first()
    where = address(plan, "reading", "giay-to", row.pk)
    sent = {"per": "nominee", "paper": "other", "revision": 0}
    signed_in.post(where, sent | {"name": "Của người trước"})
    response = signed_in.post(where, sent | {"name": "Của người sau"})
    page = response.content.decode()
    assert [
        text for text in ("Của người trước", "Của người sau", "Bản người khác vừa lưu") if text not in page
    ] == []
    row.refresh_from_db()
    assert (row.name, response.context["form"]["revision"].value()) == ("Của người trước", 1)
    signed_in.post(where, sent | {"name": "Của người sau", "revision": 1})
    row.refresh_from_db()
    assert row.name == "Của người sau"


def test_rule_is_added_beside_its_clause(signed_in, plan):
    clause = plan.clauses.get(path="V.2")
    where = reverse("campaigns:rule", args=[plan.pk, clause.pk, "giay-to"])
    assert signed_in.get(where).context["form"]["name"].value().startswith("Đề nghị Ủy ban Mặt trận")
    signed_in.post(where, {"name": "Giấy xác nhận", "per": "nominee", "paper": "other"})
    assert clause.partrequirement_set.get().name == "Giấy xác nhận"


@pytest.mark.parametrize(
    "where", [("reading", "khac", "1"), ("reading", "thoi-han", "999999"), ("reading", "dau", "x")]
)
def test_thing_that_is_not_there_is_404(signed_in, plan, where):
    name, *args = where
    assert signed_in.get(address(plan, name, *args)).status_code == 404


def test_stranger_sees_no_checking_page(client, plan):
    client.force_login(plans.account("la", plans.unit("khac", "Huyện khác"), Role.OFFICER))
    assert client.get(address(plan)).status_code == 404


def test_records_may_look_but_not_accept(client, plan, issuer):
    client.force_login(plans.account("van-thu", issuer, Role.RECORDS))
    assert client.get(address(plan)).status_code == 200
    assert client.post(address(plan), {"accept": "dau_period"}).status_code == 403


def test_check_page_asks_as_often_for_one_plan_as_for_a_longer_one(signed_in, plan, issuer, officer):
    longer = import_plan(plans.plan_json("004"), issuer=issuer, by=officer)
    counts = []
    for one in (plan, longer):
        with CaptureQueriesContext(connection) as found:
            signed_in.get(address(one))
        counts.append(len(found))
    assert counts[0] >= counts[1] - 2
