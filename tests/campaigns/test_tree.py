"""A draft's tree is written: clauses come, move, go, and are numbered anew; rules stay with their clause."""

import pytest

from campaigns.enums import CampaignKind
from campaigns.models import Campaign
from campaigns.services.export import export_campaign
from campaigns.services.locking import Newer
from campaigns.services.plans import start_plan
from campaigns.services.tree import add_clause, edit_clause, move_clause, remove_clause, renumber
from tests.campaigns import plans
from thiduakt.errors import Refused
from units.enums import Role

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def issuer():
    return plans.district()


@pytest.fixture
def officer(issuer):
    return plans.account("can-bo", issuer, Role.OFFICER)


@pytest.fixture
def plan(issuer, officer):
    return plans.draft("002", issuer, officer)


def words(label: str, text: str) -> dict:
    return {"label": label, "heading": "", "text": text}


def at(plan, path: str):
    return plan.clauses.get(path=path)


def written(plan) -> list[str]:
    return list(plan.clauses.order_by("order").values_list("path", flat=True))


def test_plan_is_written_from_nothing(issuer, officer):
    plan = start_plan(
        title="Thi đua năm 2027", year=2027, kind=CampaignKind.THEMATIC, issuer=issuer, by=officer
    )
    first = add_clause(plan, after=None, inside=False, values=words("I.", "Mục đích"), by=officer)
    add_clause(plan, after=None, inside=False, values=words("II.", "Tiêu chí"), by=officer)
    inner = add_clause(plan, after=first, inside=True, values=words("1.", "Mục tiêu"), by=officer)
    add_clause(plan, after=inner, inside=False, values=words("2.", "Yêu cầu"), by=officer)
    assert written(plan) == ["I", "I.1", "I.2", "II"]
    assert [clause["text"] for clause in export_campaign(plan)["clauses"]] == [
        "Mục đích",
        "Mục tiêu",
        "Yêu cầu",
        "Tiêu chí",
    ]


def test_plan_is_not_started_for_a_body_one_does_not_work_for(officer):
    other = plans.unit("khac", "Huyện khác")
    with pytest.raises(Refused):
        start_plan(title="x", year=2027, kind=CampaignKind.THEMATIC, issuer=other, by=officer)


def test_clause_added_after_another_stands_behind_all_below_it(plan, officer):
    made = add_clause(plan, after=at(plan, "II.2"), inside=False, values=words("2a.", "Thêm"), by=officer)
    paths = written(plan)
    assert paths[paths.index(made.path) - 1 : paths.index(made.path) + 2] == ["II.2.b-4", "II.2a", "II.3"]


def test_empty_clause_is_refused(plan, officer):
    with pytest.raises(Refused):
        add_clause(plan, after=None, inside=False, values=words("I.", ""), by=officer)


def test_moved_clause_takes_all_below_it_and_its_rules(plan, officer):
    quotas = {quota.pk for quota in at(plan, "III.1").quota_set.all()}
    move_clause(at(plan, "III"), "up", by=officer)
    renumber(plan, by=officer)
    assert at(plan, "II.1").heading == "Hình thức và số lượng khen thưởng:"
    assert {quota.pk for quota in at(plan, "II.1").quota_set.all()} == quotas
    assert at(plan, "III.2.a").heading == "Đối với tập thể:"


def test_down_undoes_up(plan, officer):
    before = written(plan)
    clause = at(plan, "II.3")
    move_clause(clause, "up", by=officer)
    assert written(plan) != before
    move_clause(clause, "down", by=officer)
    assert written(plan) == before


def test_in_and_out_change_what_a_clause_hangs_on(plan, officer):
    inside = move_clause(at(plan, "II.3"), "in", by=officer)
    assert inside.path == "II.2.3"
    assert move_clause(inside, "out", by=officer).path == "II.3"


@pytest.mark.parametrize(("path", "way"), [("I", "up"), ("V", "down"), ("I", "in"), ("II", "out")])
def test_move_that_has_nowhere_to_go_is_refused(plan, officer, path, way):
    with pytest.raises(Refused):
        move_clause(at(plan, path), way, by=officer)


def test_removed_clause_takes_all_below_it(plan, officer):
    remove_clause(at(plan, "I"), by=officer)
    assert written(plan)[0] == "II"


def test_clause_with_a_rule_below_is_not_removed(plan, officer):
    with pytest.raises(Refused) as refusal:
        remove_clause(at(plan, "II.2"), by=officer)
    assert refusal.value.reasons == ["Còn 8 quy định ghi ở Mục II.2: bỏ hoặc sửa những quy định ấy trước."]


def test_renumber_leaves_a_plan_in_order_alone(plan, officer):
    before = written(plan)
    assert (renumber(plan, by=officer), written(plan)) == (0, before)


def test_renumber_mends_a_repeated_number(issuer, officer):
    plan = plans.draft("004", issuer, officer)
    assert "IV'" in written(plan)
    assert renumber(plan, by=officer) > 0
    assert [path for path in written(plan) if "'" in path] == []


def test_label_changed_changes_the_paths_below(plan, officer):
    clause = edit_clause(at(plan, "III"), label="VII.", heading="KHEN", text="", by=officer)
    assert (clause.path, at(plan, "VII.2-4").label) == ("VII", "-")


def test_second_editor_of_a_clause_writes_over_nothing(plan, officer):
    clause = at(plan, "I.1-1")
    edit_clause(clause, heading="", text="Người trước.", revision=0, by=officer)
    with pytest.raises(Newer):
        edit_clause(clause, heading="", text="Người sau.", revision=0, by=officer)
    clause.refresh_from_db()
    assert (clause.text, clause.revision) == ("Người trước.", 1)


def test_save_without_a_change_is_no_edit(plan, officer):
    clause = at(plan, "I.1-1")
    edit_clause(clause, heading=clause.heading, text=clause.text, revision=0, by=officer)
    clause.refresh_from_db()
    assert (clause.revision, plan.events.count()) == (0, 0)


@pytest.mark.parametrize("act", ["add", "move", "remove", "renumber"])
def test_tree_of_a_launched_plan_stays(issuer, officer, act):
    plan = plans.launched(issuer, officer)
    acts = {
        "add": lambda: add_clause(plan, after=None, inside=False, values=words("VI.", "x"), by=officer),
        "move": lambda: move_clause(at(plan, "II"), "up", by=officer),
        "remove": lambda: remove_clause(at(plan, "I"), by=officer),
        "renumber": lambda: renumber(plan, by=officer),
    }
    before = written(plan)
    with pytest.raises(Refused):
        acts[act]()
    assert written(plan) == before


def test_tree_forty_deep_and_long_plans_still_work(issuer, officer):
    plan = start_plan(title="Sâu", year=2027, kind=CampaignKind.THEMATIC, issuer=issuer, by=officer)
    parent = None
    for depth in range(40):
        parent = add_clause(plan, after=parent, inside=True, values=words(f"{depth + 1}.", "Bậc"), by=officer)
    assert Campaign.objects.get(pk=plan.pk).clauses.get(pk=parent.pk).path.count(".") == 39
