import datetime as dt
from collections import Counter

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import transaction

from campaigns.enums import CampaignState
from campaigns.facts.work import board_rows
from campaigns.models import Campaign, Quota
from criteria.models import Fact
from documents.models import IssuedDocument
from nominations.enums import PASSED_ON, StageState
from nominations.models import Award, DossierEvent, DossierStage
from tests import world
from thiduakt.clock import today
from thiduakt.events.base import Event, broken_rows
from thiduakt.management.demo.accounts import PASSWORD, account, account_table, make_factor
from thiduakt.management.demo.bulk import add_dossiers
from thiduakt.management.demo.plans import live_plan
from thiduakt.management.demo.seed import seed
from units.accounts.factors import plain_key
from units.enums import MEMBERSHIP_ROLES
from units.models import Membership, Person, SecondFactor, Unit, User

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Loaded once for this module, inside a transaction that is taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        world.demonstration()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(loaded, db):
    return loaded


def rows() -> dict[str, int]:
    return {model._meta.label: model.objects.count() for model in apps.get_models()}


def test_command_refuses_outside_a_demonstration(settings, monkeypatch):
    settings.DEBUG = False
    monkeypatch.delenv("THIDUAKT_DEMO", raising=False)
    with pytest.raises(CommandError):
        call_command("seed_demo")


def test_seed_twice_like_once(demo):
    before = rows()
    assert list(seed(today())) == list(seed(today()))
    assert rows() == before


def test_seed_leaves_no_state_out(demo):
    demo_states = Counter(DossierStage.objects.current().values_list("state", flat=True))
    answered = {StageState.AWAITED, StageState.UPPER_DECLINED, StageState.REVOKED}
    assert set(StageState) - set(demo_states) == {*PASSED_ON, *answered}
    running = Campaign.objects.filter(state=CampaignState.LAUNCHED)
    assert sorted(running.values_list("kind", flat=True)) == ["annual_plan", "thematic"]
    board = Counter(
        row.badge.label.split()[0] for row in board_rows(running.get(kind="annual_plan"), today())
    )
    assert board == {"Xong": 3, "Quá": 2, "Sắp": 2, "Chưa": 2}
    assert Campaign.objects.filter(state=CampaignState.CLOSED).count() == 5
    assert Person.objects.count() == 150


def test_seed_awards_of_2021_by_the_rules_of_2021(demo):
    old = Award.objects.filter(decision__unit__code="HNP")
    assert Counter(old.values_list("group", "base_salary", "bonus")) == {
        ("collective", 1_490_000, 900_000): 5,
        ("individual", 1_490_000, 450_000): 6,
    }


def test_seed_quota_counts_what_is_proposed(demo):
    holds = DossierStage.objects.filter(state__in=[StageState.PROPOSED, StageState.AWARDED])
    held = Counter(holds.values_list("dossier__group", flat=True))
    pools = Quota.objects.filter(campaign__issuer__code="XNP", kind="max")
    assert dict(pools.values_list("group", "used")) == held
    assert dict(pools.values_list("group", "limit")) == {"collective": 7, "individual": 10}


def test_seed_trails_hold(demo):
    events = [model for model in apps.get_models() if issubclass(model, Event)]
    assert {model._meta.label: list(broken_rows(model)) for model in events} == {
        model._meta.label: [] for model in events
    }


def test_seed_numbers_without_gaps(demo):
    decisions = IssuedDocument.objects.filter(unit__code="XNP", number__isnull=False)
    decisions = decisions.exclude(kind="KH", origin="historic")
    year = today().year
    assert sorted(decisions.values_list("kind", "issued_on__year", "number")) == [
        ("KH", (today() - dt.timedelta(days=60)).year, 1),
        ("QĐ", year - 1, 1),
        ("QĐ", year, 1),
        ("TTr", year, 1),
    ]


def test_seed_facts_around_ten_percent(demo):
    facts = Fact.objects.filter(kind__code="vi_pham_gio_giac", year=today().year)
    shares = {fact.unit.code: fact.value * 100 / fact.total for fact in facts.select_related("unit")}
    assert [code for code, share in shares.items() if share > 10] == ["XNP-THPD"]
    assert [code for code, share in shares.items() if share == 10] == ["XNP-KT"]


def test_accounts_two_for_each_deciding_role(demo):
    held = Membership.objects.on(today()).filter(unit__code="XNP")
    shown = Counter(held.filter(user__is_active=True).values_list("role", flat=True))
    assert shown == {"officer": 2, "office_head": 2, "signer": 2, "records": 2, "admin": 1}
    assert set(Membership.objects.on(today()).values_list("role", flat=True)) == set(MEMBERSHIP_ROLES)


def test_accounts_log_in_and_hidden_ones_do_not(demo, rf):
    hidden = set(User.objects.filter(is_active=False).values_list("username", flat=True))
    assert hidden == {"son", "tam", "toan", "hau"}
    for user in User.objects.all():
        found = authenticate(rf.post("/dang-nhap/"), username=user.username, password=PASSWORD)
        assert (found == user) is (user.username not in hidden)


def test_account_table_names_everybody(demo):
    lines = account_table(today())
    assert lines[0] == f"Mật khẩu chung: {PASSWORD}"
    names = [line.split()[0] for line in lines[3:]]
    assert sorted(names) == sorted(User.objects.filter(is_active=True).values_list("username", flat=True))


def test_former_role_of_an_officer_is_dated(demo):
    bao, huyen = account("bao"), Unit.objects.get(code="HNP")
    assert bao.roles_at(huyen.pk, dt.date(2021, 12, 1)) == {"officer"}
    assert bao.roles_at(huyen.pk, dt.date(2025, 7, 1)) == set()


@pytest.mark.parametrize("on", [dt.date(2026, 1, 5), dt.date(2026, 11, 21), dt.date(2028, 2, 29)])
def test_live_plan_windows_move_with_the_day(on):
    plan = live_plan(on)
    days = [(dt.date.fromisoformat(row["on"]) - on).days for row in plan["deadlines"]]
    assert ([row["what"] for row in plan["deadlines"]], days) == (
        ["dossier", "appraisal", "own_plan", "report"],
        [30, 45, 10, 60],
    )
    assert (plan["year"], plan["period"]["until"]) == (on.year, (on + dt.timedelta(days=20)).isoformat())
    assert [clause for clause in plan["clauses"] if "{" in f"{clause['heading']}{clause['text']}"] == []


def test_command_prints_the_table(demo, monkeypatch, capsys):
    monkeypatch.setenv("THIDUAKT_DEMO", "1")
    call_command("seed_demo", "--accounts")
    assert capsys.readouterr().out == "\n".join(account_table(today())) + "\n"


def test_scale_adds_what_is_missing_with_whole_trails(demo):
    campaign = Campaign.objects.get(state=CampaignState.LAUNCHED, kind="thematic")
    added = [add_dossiers(campaign, wanted, today()) for wanted in (5, 12, 12)]
    bulk = campaign.dossiers.filter(created_by__username="nap-so-lieu")
    assert (added, bulk.count()) == ([5, 7, 0], 12)
    assert list(broken_rows(DossierEvent)) == []
    assert {dossier.events.order_by("-seq").first().to_state for dossier in bulk} == {
        StageState.SENT,
        StageState.RECEIVED,
        StageState.ELIGIBLE,
        StageState.CHANGES_REQUESTED,
        StageState.INELIGIBLE,
    }


def test_table_tells_keys_where_a_second_factor_is_demanded(demo, settings):
    assert "TOTP" not in "\n".join(account_table(today()))
    settings.SECOND_FACTOR_ROLES = ["admin"]
    make_factor(account("phat"))
    lines = account_table(today())
    key = plain_key(SecondFactor.objects.get(user__username="phat"))
    assert (lines[2].endswith("Khóa hai lớp (TOTP)"), [line for line in lines if line.endswith(key)]) == (
        True,
        [line for line in lines if line.startswith("phat ")],
    )
