import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campaigns.enums import CampaignState
from campaigns.facts.gathered import PLAIN, gather
from campaigns.facts.mine import HOLDS_SLOT, REGISTERED
from campaigns.models import Campaign, Clause, Task
from criteria.models import AwardType
from nominations import enums as nominations
from tests.campaigns import plans
from units.enums import Role, UnitKind

pytestmark = [pytest.mark.page, pytest.mark.django_db]
QUARTERS = ["Quý I", "Quý II", "Quý III", "Quý IV"]


@pytest.fixture
def issuer():
    return plans.district()


@pytest.fixture
def officer(issuer):
    return plans.account("can-bo", issuer, Role.OFFICER)


@pytest.fixture
def member(issuer):
    commune = plans.unit("xa", "Ủy ban nhân dân xã Phước Thuận", UnitKind.XA, parent=issuer)
    return plans.account("dau-moi", commune, Role.UNIT_CLERK)


@pytest.fixture
def stranger():
    return plans.account("nguoi-la", plans.unit("khac", "Ủy ban nhân dân huyện Thuận Bắc"), Role.OFFICER)


def page(client, user, name, *args, **query):
    client.force_login(user)
    return client.get(reverse(f"campaigns:{name}", args=args), query)


def queries(client, user, name, *args) -> int:
    client.force_login(user)
    client.get(reverse(f"campaigns:{name}", args=args))  # the menu's number is counted once a minute
    with CaptureQueriesContext(connection) as found:
        client.get(reverse(f"campaigns:{name}", args=args))
    return len(found)


@pytest.mark.parametrize("name", ["detail", "print"])
def test_plan_opens_for_member_of_unit_below(client, issuer, officer, member, name):
    plan = plans.launched(issuer, officer)
    assert page(client, member, name, plan.pk).status_code == 200


@pytest.mark.parametrize("name", ["detail", "print", "clone", "head"])
def test_plan_hidden_from_stranger(client, issuer, officer, stranger, name):
    plan = plans.launched(issuer, officer)
    assert page(client, stranger, name, plan.pk).status_code == 404


def test_draft_hidden_from_unit_below(client, issuer, officer, member):
    assert page(client, member, "detail", plans.draft("002", issuer, officer).pk).status_code == 404


def test_plan_page_says_rules_with_clauses(client, issuer, officer, member):
    plan = plans.launched(issuer, officer)
    text = page(client, member, "detail", plan.pk).content.decode()
    said = (
        "còn 7/7",
        "còn 10/10",
        "trước 15/11/2021 (hết ngày 14/11)",
        "chậm nhất 30/11/2021 (hết ngày 30/11)",
    )
    anchors = [plan.clauses.get(path=path).anchor for path in ("III.1", "II.2.a-4", "III.3-1")]
    wanted = [
        *said,
        *(f'href="{plan.get_absolute_url()}#{a}"' for a in anchors),
        *(f'id="{a}"' for a in anchors),
    ]
    assert [words for words in wanted if words not in text] == []


def test_award_whose_name_says_who_gives_it_is_not_said_twice(client, issuer, officer):
    plan = plans.draft("002", issuer, officer)
    asked = AwardType.objects.get_or_create(
        code="BKT2", defaults={"name": "Bằng khen của Chủ tịch tỉnh", "category": "hinh_thuc"}
    )[0]
    plan.campaignaward_set.create(award_type=asked, form="BK", authority="Chủ tịch UBND tỉnh", order=9)
    plan.quota_set.create(group="collective", kind="requested", limit=1, order=9).awards.add(asked)
    text = page(client, officer, "detail", plan.pk).content.decode()
    assert "Chủ tịch tỉnh của" not in text
    assert "đề nghị cấp trên 01 tập thể (Bằng khen của Chủ tịch tỉnh)" in text


def test_plan_without_award_says_so(client, issuer, officer):
    text = page(client, officer, "detail", plans.draft("001", issuer, officer).pk).content.decode()
    assert text.count("Kế hoạch này không nêu hình thức, số lượng khen thưởng nào.") == 1


def test_annual_plan_lists_tasks_by_quarter(client, issuer, officer):
    response = page(client, officer, "detail", plans.draft("004", issuer, officer).pk)
    assert [part.title for part in response.context["tasks"]] == [*QUARTERS, "Nhiệm vụ"]


@pytest.mark.parametrize("number", ["000", "003"])
def test_plan_pages_render(client, issuer, officer, number):
    assert page(client, officer, "detail", plans.draft(number, issuer, officer).pk).status_code == 200


def test_list_query_count_with_one_and_three_plans(client, issuer, officer, member):
    plans.launched(issuer, officer)
    one = queries(client, member, "list")
    plans.launched(issuer, officer)
    plans.launched(issuer, officer)
    assert queries(client, member, "list") == one


def test_plan_query_count_does_not_grow_with_clauses(client, issuer, officer, member):
    plan = plans.launched(issuer, officer)
    before = queries(client, member, "detail", plan.pk)
    for order in (901, 902, 903):
        clause = plan.clauses.create(order=order, path=f"VI.{order}", label="-", text="Việc thêm.")
        plan.task_set.create(clause=clause, number=str(order), text="Việc thêm.", order=order)
    assert queries(client, member, "detail", plan.pk) == before


CLAUSES, MOST_QUERIES = 500, 20


def test_draft_of_500_clauses_opens_with_few_queries_for_its_writer(client, issuer, officer):
    plan = plans.draft("002", issuer, officer)
    plans.deputy(issuer)
    with_every_kind(plan)
    longer(plan)
    asked = {name: queries(client, officer, name, plan.pk) for name in ("detail", "editor", "check")}
    assert max(asked.values()) <= MOST_QUERIES, asked


def test_plan_of_500_clauses_opens_with_few_queries_for_its_reader(client, issuer, officer, member):
    plan = plans.launched(issuer, officer)
    longer(plan)
    assert queries(client, member, "detail", plan.pk) <= MOST_QUERIES


def with_every_kind(plan):
    """The rules that plan 002 lacks, so that each kind has a row."""
    plan.campaignrule_set.create(kind="other", text="Quy định.", order=1)
    plan.objective_set.create(indicator="PCI", change="1", measure_unit="điểm", text="Tăng.", order=1)
    plan.inheritance_set.create(what="targets", reference="288/KH-UBND", order=1)


def test_rules_gathered_in_one_answer_are_the_rows(issuer, officer):
    plan = plans.draft("002", issuer, officer)
    with_every_kind(plan)
    gather(gathered := Campaign.objects.get(pk=plan.pk), list(PLAIN))
    for name in PLAIN:
        want = list(getattr(Campaign.objects.get(pk=plan.pk), name).all())
        assert [vars_of(row) for row in getattr(gathered, name).all()] == [vars_of(row) for row in want]
        assert want


def vars_of(row) -> dict:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def longer(plan):
    """The plan with dashes, each a task, until it has CLAUSES clauses."""
    first = plan.clauses.count() + 1
    dashes = plan.clauses.bulk_create(
        Clause(campaign=plan, order=order, path=f"-{order}", label="-", text=f"Việc thứ {order}.")
        for order in range(first, CLAUSES + 1)
    )
    plan.task_set.bulk_create(
        Task(campaign=plan, clause=dash, number=dash.path, text=dash.text, order=dash.order)
        for dash in dashes
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "phong trao CAI CACH"}, 1),
        ({"q": "giao thông"}, 0),
        ({"nam": "2021"}, 1),
        ({"nam": "1999"}, 1),
        ({"trang_thai": "closed"}, 0),
    ],
)
def test_list_filters(client, issuer, officer, member, query, found):
    plans.launched(issuer, officer)
    assert len(page(client, member, "list", **query).context["rows"]) == found


def test_list_refuses_no_address(client, member):
    assert page(client, member, "list", page="x").status_code == 404


def test_clause_edit_changes_text_of_draft(client, issuer, officer):
    plan = plans.draft("002", issuer, officer)
    clause = plan.clauses.get(path="II.3")
    client.force_login(officer)
    client.post(
        reverse("campaigns:clause", args=[plan.pk, clause.pk]), {"heading": clause.heading, "text": "Mới."}
    )
    clause.refresh_from_db()
    assert clause.text == "Mới."


def test_clause_edit_refused_once_launched(client, issuer, officer):
    plan = plans.launched(issuer, officer)
    clause = plan.clauses.get(path="II.3")
    response = page(client, officer, "clause", plan.pk, clause.pk)
    assert response.status_code == 409


def test_clause_edit_forbidden_for_other_roles(client, issuer, officer):
    plan = plans.draft("002", issuer, officer)
    records = plans.account("van-thu", issuer, Role.RECORDS)
    assert page(client, records, "clause", plan.pk, plan.clauses.first().pk).status_code == 403


def test_step_page_says_why_not(client, issuer, officer):
    plan = plans.draft("002", issuer, officer)
    response = page(client, officer, "step", plan.pk, "check_form")
    assert [len(response.context["reasons"]), plan.state] == [2, CampaignState.DRAFT]


def test_step_unknown_is_404(client, issuer, officer):
    assert page(client, officer, "step", plans.launched(issuer, officer).pk, "bay").status_code == 404


def test_notes_accepted_and_form_checked(client, issuer, officer):
    plan = plans.draft("002", issuer, officer)
    plans.deputy(issuer)
    client.force_login(officer)
    for note in plan.notes.filter(kind="doubt"):
        client.post(reverse("campaigns:note", args=[plan.pk, note.pk]))
    client.post(reverse("campaigns:step", args=[plan.pk, "check_form"]), {"note": ""})
    plan.refresh_from_db()
    assert plan.state == CampaignState.CHECKED


def test_head_edit_writes_signer_with_lines_of_position(client, issuer, officer):
    plan = plans.draft("001", issuer, officer)
    signer = plans.deputy(issuer, "Trần Thị Bình")
    client.force_login(officer)
    client.post(
        reverse("campaigns:head", args=[plan.pk]), {"issuer": issuer.pk, "signer": signer.pk, "lines": ""}
    )
    plan.refresh_from_db()
    lines = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert [plan.signatory["lines"], plan.signatory["name"]] == [lines, "Trần Thị Bình"]


def test_clone_makes_draft_of_another_year(client, issuer, officer):
    plan = plans.launched(issuer, officer)
    client.force_login(officer)
    client.post(reverse("campaigns:clone", args=[plan.pk]), {"year": 2026, "issuer": issuer.pk})
    copy = Campaign.objects.get(source=plan)
    assert [copy.year, copy.state, copy.document["number"]] == [2026, CampaignState.DRAFT, None]


def test_clone_forbidden_without_office(client, issuer, officer, member):
    assert page(client, member, "clone", plans.launched(issuer, officer).pk).status_code == 403


def test_states_named_here_are_those_of_nominations():
    withdrawn = nominations.RegistrationState.WITHDRAWN
    alive = [state.value for state in nominations.RegistrationState if state != withdrawn]
    assert [list(HOLDS_SLOT), list(REGISTERED)] == [[s.value for s in nominations.HOLDS_SLOT], alive]


@pytest.mark.parametrize("where", ["changelist", "change"])
def test_admin_shows_plans_to_read(client, issuer, officer, where):
    plan = plans.launched(issuer, officer)
    client.force_login(officer)
    args = [plan.pk] if where == "change" else []
    response = client.get(reverse(f"admin:campaigns_campaign_{where}", args=args))
    forms = [
        name for name in ('name="state"', 'name="used"', 'name="number"') if name in response.content.decode()
    ]
    assert [response.status_code, forms] == [200, []]
