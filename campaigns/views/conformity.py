"""The lines of the check of form, as a page shows them."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from campaigns.conformity import BLOCKS, HINT, MET, Check
from campaigns.facts.clauses import Place
from campaigns.models import Campaign
from campaigns.plan_text.citations import anchor, cite
from campaigns.services.conformity import checks_of

LOOKS = {
    BLOCKS: ("is-bad", "Không đạt", "x"),
    HINT: ("is-warn", "Lưu ý", "ask"),
    MET: ("is-ok", "Đạt", "check"),
}
MOST_PLACES = 4


@dataclass(frozen=True)
class CheckLine:
    """`look`: colour, word and icon; `places`: links to the clauses meant."""

    check: Check
    look: tuple[str, str, str]
    places: list[Place]


def form_report(campaign: Campaign, on: dt.date) -> dict:
    """{"lines", "met", "said"}: what blocks, then hints; apart what is in order."""
    order = list(LOOKS)
    found = sorted(checks_of(campaign, on), key=lambda row: order.index(row.outcome))
    counts = Counter(row.outcome for row in found)
    said = [f"{LOOKS[outcome][1].lower()} {counts[outcome]}" for outcome in order if counts[outcome]]
    lines = [line(campaign, row) for row in found]
    return {
        "lines": [each for each in lines if each.check.outcome != MET],
        "met": [each for each in lines if each.check.outcome == MET],
        "said": ", ".join(said),
    }


def line(campaign: Campaign, row: Check) -> CheckLine:
    url = campaign.get_absolute_url()
    places = [Place(f"{url}#{anchor(path)}", cite(path)) for path in dict.fromkeys(row.paths)]
    return CheckLine(row, LOOKS[row.outcome], places[:MOST_PLACES])
