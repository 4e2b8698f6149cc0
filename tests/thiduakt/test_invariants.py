"""Each check of the whole finds the fault that is planted past all services, by SQL."""

import io
import json

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from criteria.models import Fact, FactKind, Hold, Indicator, IndicatorScore
from documents.models import IssuedDocument
from documents.services.printing import render_document
from nominations.models import DossierStage, PastAward
from tests import world as w
from tests.thiduakt import ballot_faults as ballots
from tests.thiduakt import initiative_faults as ideas
from thiduakt.events import ddl
from thiduakt.management.invariants import CHECKS, run_checks
from units.models import Unit

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def decision():
    """An issued decision, printed, and another dossier that the council approved meanwhile."""
    world = w.make_world()
    document = w.awarded(world)
    render_document(document)
    document.refresh_from_db()
    return document


def sql(statement: str, *values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def bad_checks() -> list[str]:
    return [result.name for result in run_checks() if not result.ok]


def top(decision) -> DossierStage:
    return DossierStage.objects.get(dossier=decision.awards.get().dossier, level=1)


def test_everything_holds_of_what_services_wrote(decision):
    assert bad_checks() == []


def quota_used(decision):
    sql("UPDATE campaigns_quota SET used = used + 1 WHERE used > 0")


def allotted_too_little(decision):
    """A part of nothing for the unit that has a place."""
    quota = decision.awards.get().dossier.campaign.quota_set.get(group="individual")
    quota.allotments.create(unit=Unit.objects.get(code="kt"), limit=1)
    sql('UPDATE campaigns_allotment SET "limit" = 0')


def award_removed(decision):
    sql("DELETE FROM nominations_award")


def stage_not_awarded(decision):
    sql("UPDATE nominations_dossierstage SET state = 'proposed' WHERE id = %s", top(decision).pk)


def decision_unissued(decision):
    sql("UPDATE documents_issueddocument SET state = 'approved', number = NULL WHERE id = %s", decision.pk)


def award_revoked_alone(decision):
    sql("UPDATE nominations_award SET revoked_by_id = %s", decision.pk)


def bonus_raised(decision):
    sql("UPDATE nominations_award SET bonus = bonus + 1000")


def level_skipped(decision):
    sql("UPDATE nominations_dossierstage SET level = 2 WHERE id = %s", top(decision).pk)


def withdrawn_but_live(decision):
    sql("UPDATE nominations_dossier SET is_live = %s", False)


def level_elsewhere(decision):
    sql("UPDATE nominations_submission SET to_unit_id = unit_id")


def session_says_no(decision):
    sql("UPDATE nominations_dossierstage SET state = 'council_rejected' WHERE id = %s", top(decision).pk)


def votes_added(decision):
    sql("UPDATE councils_sessionitem SET yes = yes + 9")


def number_skipped(decision):
    sql("UPDATE documents_issueddocument SET number = number + 1 WHERE id = %s", decision.pk)


def pdf_hash_changed(decision):
    sql("UPDATE documents_issueddocument SET sha256 = 'khác' WHERE id = %s", decision.pk)


def upload_lost(decision):
    sql(
        "INSERT INTO documents_storedfile (file, original_name, content_type, size, sha256, "
        "uploaded_by_id, uploaded_at) VALUES "
        "('tep/mat.pdf', 'mat.pdf', 'application/pdf', 1, 'x', %s, '2026-01-01 00:00:00+00')",
        decision.prepared_by_id,
    )


def event_state_changed(decision):
    ddl.disarm(connection)
    sql(
        "UPDATE nominations_dossierevent SET from_state = 'draft' WHERE stage_id = %s AND action = 'propose'",
        top(decision).pk,
    )
    ddl.arm(connection)


def stage_moved_silently(decision):
    sql("UPDATE nominations_dossierstage SET state = 'on_hold' WHERE id = %s", top(decision).pk)


def second_parent(decision):
    far = Unit.objects.get(code="xa").pk
    sql(
        "INSERT INTO units_unitparent (unit_id, parent_id, since) VALUES (%s, %s, '2026-01-01')",
        Unit.objects.get(code="kt").pk,
        far,
    )


def second_head(decision):
    sql("UPDATE units_appointment SET is_head = %s WHERE unit_id = %s", True, Unit.objects.get(code="kt").pk)


def circle(decision):
    top, low = (Unit.objects.get(code=code).pk for code in ("t", "np"))
    sql(
        "INSERT INTO units_unitparent (unit_id, parent_id, since) VALUES (%s, %s, '2025-07-01')",
        top,
        low,
    )


def ancestor_lost(decision):
    sql("DELETE FROM units_unitancestor WHERE depth = 2")


def heir_made_up(decision):
    one, two = (Unit.objects.get(code=code).pk for code in ("kt", "xa"))
    sql("INSERT INTO units_unitheir (unit_id, heir_id, since) VALUES (%s, %s, '2026-01-01')", one, two)


def succession_of_the_living(decision):
    one, two = (Unit.objects.get(code=code).pk for code in ("kt", "vh"))
    sql(
        "INSERT INTO units_unitsuccession (predecessor_id, successor_id, kind, effective_on, "
        "decision_number, decision_issuer) VALUES (%s, %s, 'merge', '2026-01-01', '', '')",
        one,
        two,
    )


def unit_shortened(decision):
    sql("UPDATE units_unit SET valid_from = '2026-01-01' WHERE code = 'th'")


def regime_gap(decision):
    sql("UPDATE criteria_legalregime SET valid_to = '2023-12-30' WHERE code = '2017'")


def unknown_rule(decision):
    rules = '[{"key": "spirit", "parameters": {}, "citation": "x"}]'
    sql("UPDATE criteria_awardrule SET rule_keys = %s WHERE cap_percent = 15", rules)


def figure_out_of_range(decision):
    payout = FactKind.objects.get(code="giai_ngan")
    unit, by = Unit.objects.get(code="kt"), decision.prepared_by
    Fact.objects.create(kind=payout, unit=unit, year=2026, value=140, source="x", entered_by=by)


def award_to_come(decision):
    award = decision.awards.get()
    fields = {"award_type": award.award_type, "group": award.group, "person": award.person}
    entered = {"entered_by": decision.prepared_by, "entered_at": decision.prepared_at}
    PastAward.objects.create(year=2199, name="A", source="x", **fields, **entered)


def score_out_of_range(decision):
    index, unit = Indicator.objects.get(code="PCI"), Unit.objects.get(code="kt")
    IndicatorScore.objects.create(indicator=index, unit=unit, year=2026, score=140, source="x")


def hold_to_come(decision):
    Hold.objects.create(unit=Unit.objects.get(code="kt"), reason="thanh_tra", since="2199-01-01")


# The fault and all checks that see it: one row, several things that no longer hold.
FAULTS = {
    "quota_used_is_counted": (quota_used, set()),
    "allotments_kept": (allotted_too_little, set()),
    "awarded_has_award": (award_removed, set()),
    "award_has_awarded_dossier": (stage_not_awarded, {"proposed_decision_alive", "states_match_trail"}),
    "award_decision_issued": (decision_unissued, {"numbers_without_gap"}),
    "awards_revoked_with_their_dossiers": (award_revoked_alone, set()),
    "award_bonus_computed": (bonus_raised, set()),
    "levels_chained": (level_skipped, {"quota_used_is_counted"}),
    "one_open_stage": (withdrawn_but_live, set()),
    "level_units_match": (level_elsewhere, set()),
    "proposed_decision_alive": (stage_not_awarded, {"award_has_awarded_dossier", "states_match_trail"}),
    "council_states_match": (
        session_says_no,
        {"award_has_awarded_dossier", "quota_used_is_counted", "states_match_trail"},
    ),
    "votes_within_attendance": (votes_added, set()),
    "ballots_counted": (ballots.ballots_lost, set()),
    "nothing_sealed_for_long": (ballots.ballot_left_sealed, set()),
    "votes_match_rounds": (ballots.other_votes_than_counted, set()),
    "numbers_without_gap": (number_skipped, set()),
    "issued_pdf_unchanged": (pdf_hash_changed, set()),
    "uploads_unchanged": (upload_lost, set()),
    "event_states_chained": (event_state_changed, set()),
    "states_match_trail": (stage_moved_silently, {"award_has_awarded_dossier", "quota_used_is_counted"}),
    "one_parent_at_a_time": (second_parent, {"closure_equals_parents"}),
    "one_head_at_a_time": (second_head, set()),
    "tree_has_no_cycle": (circle, set()),
    "closure_equals_parents": (ancestor_lost, set()),
    "heirs_equal_successions": (heir_made_up, set()),
    "succession_dates_fit": (succession_of_the_living, set()),
    "lives_fit_their_units": (unit_shortened, set()),
    "past_awards_have_come": (award_to_come, set()),
    "figures_in_range": (figure_out_of_range, set()),
    "scores_in_range": (score_out_of_range, set()),
    "holds_have_begun": (hold_to_come, set()),
    "one_regime_a_day": (regime_gap, set()),
    "rules_are_known": (unknown_rule, set()),
    "initiative_shares_whole": (ideas.shares_short, set()),
    "recognised_has_paper": (ideas.recognised_without_paper, set()),
    "initiative_used_by_author": (ideas.initiative_of_another, set()),
    "initiatives_applied_in_the_past": (ideas.applied_tomorrow, set()),
    "points_within_sheet": (ideas.too_many_points, set()),
    "one_sheet_a_day": (ideas.two_sheets, set()),
}


def test_every_check_has_a_fault():
    assert list(FAULTS) == list(CHECKS)


def seen(plant, decision) -> set[str]:
    """The checks that see a fault, which is undone again."""
    with transaction.atomic():
        plant(decision)
        found = set(bad_checks())
        transaction.set_rollback(True)
    return found


def test_checks_find_their_faults(decision):
    found = {name: seen(plant, decision) for name, (plant, _) in FAULTS.items()}
    assert found == {name: {name, *others} for name, (_, others) in FAULTS.items()}


def test_command_tells_and_fails(decision):
    bonus_raised(decision)
    out = io.StringIO()
    with pytest.raises(SystemExit) as left:
        call_command("check_invariants", "--json", stdout=out)
    told = json.loads(out.getvalue())
    bad = [check for check in told["checks"] if not check["ok"]]
    assert (left.value.code, told["ok"], [check["name"] for check in bad]) == (
        1,
        False,
        ["award_bonus_computed"],
    )
    assert (bad[0]["count"], len(bad[0]["sample"])) == (1, 1)


def test_command_is_content_when_all_holds(decision):
    out = io.StringIO()
    call_command("check_invariants", "--json", stdout=out)
    assert json.loads(out.getvalue())["ok"] is True


def test_a_stored_paper_that_is_gone_is_found(decision):
    decision.pdf.storage.delete(decision.pdf.name)
    assert (bad_checks(), IssuedDocument.objects.count() > 0) == (["issued_pdf_unchanged"], True)
