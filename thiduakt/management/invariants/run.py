"""The list of checks, and their result."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from . import awards, ballots, catalogue, dossiers, initiatives, organisation, papers, records, trails

SAMPLE = 5

# Each yields one line for each fault; none when it holds.
CHECKS: dict[str, Callable[[], Iterator[str]]] = {
    "quota_used_is_counted": awards.quota_used,
    "allotments_kept": awards.allotments_kept,
    "awarded_has_award": awards.awarded_has_award,
    "award_has_awarded_dossier": awards.award_has_awarded_dossier,
    "award_decision_issued": awards.award_decision_issued,
    "awards_revoked_with_their_dossiers": awards.revoked_together,
    "award_bonus_computed": awards.award_bonus,
    "levels_chained": dossiers.levels_chained,
    "one_open_stage": dossiers.one_open_stage,
    "level_units_match": dossiers.level_units,
    "proposed_decision_alive": dossiers.proposed_decision_alive,
    "council_states_match": dossiers.council_states,
    "votes_within_attendance": dossiers.votes_within_attendance,
    "ballots_counted": ballots.ballots_counted,
    "nothing_sealed_for_long": ballots.nothing_sealed_for_long,
    "votes_match_rounds": ballots.votes_match_rounds,
    "numbers_without_gap": papers.numbers_without_gap,
    "issued_pdf_unchanged": papers.issued_pdf,
    "uploads_unchanged": papers.uploads,
    "event_states_chained": trails.event_states,
    "states_match_trail": trails.states_match_trail,
    "one_parent_at_a_time": organisation.one_parent,
    "one_head_at_a_time": organisation.one_head,
    "tree_has_no_cycle": organisation.no_cycle,
    "closure_equals_parents": organisation.closure_of_parents,
    "heirs_equal_successions": organisation.heirs_of_successions,
    "succession_dates_fit": organisation.succession_dates,
    "lives_fit_their_units": organisation.lives_fit,
    "past_awards_have_come": awards.past_awards_have_come,
    "figures_in_range": records.figures_in_range,
    "scores_in_range": records.scores_in_range,
    "holds_have_begun": records.holds_have_begun,
    "one_regime_a_day": catalogue.one_regime_a_day,
    "rules_are_known": catalogue.rules_are_known,
    "initiative_shares_whole": initiatives.shares_whole,
    "recognised_has_paper": initiatives.recognised_has_paper,
    "initiative_used_by_author": initiatives.used_by_author,
    "initiatives_applied_in_the_past": initiatives.applied_in_the_past,
    "points_within_sheet": initiatives.points_within_sheet,
    "one_sheet_a_day": initiatives.one_sheet_a_day,
}


@dataclass(frozen=True)
class Result:
    name: str
    count: int
    sample: list[str]

    @property
    def ok(self) -> bool:
        return self.count == 0

    def as_dict(self) -> dict:
        return {"name": self.name, "ok": self.ok, "count": self.count, "sample": self.sample}


def run_checks() -> list[Result]:
    return [run_one(name, check) for name, check in CHECKS.items()]


def run_one(name: str, check: Callable[[], Iterator[str]]) -> Result:
    faults = check()
    sample = list(islice(faults, SAMPLE))
    return Result(name, len(sample) + sum(1 for _ in faults), sample)
