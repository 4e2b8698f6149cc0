"""Tờ trình: the unit's list sent up."""

import datetime as dt
from collections.abc import Iterable

from campaigns.facts.inheritance import part_requirements
from councils.models import CouncilSession
from criteria.enums import Group
from nominations.models import Dossier, Submission
from thiduakt.vietnamese.days import short_date

from .wording import (
    act_of_conferring,
    authority_of,
    conferred,
    count_words,
    detail_of,
    head,
    movement,
    name_of,
    plan_in_words,
)

HEADINGS = ((Group.COLLECTIVE, "Tập thể"), (Group.INDIVIDUAL, "Cá nhân"))
ROMAN = ("I", "II")


def submission_paper(
    submission: Submission, dossiers: list[Dossier], *, on: dt.date, sessions: Iterable[CouncilSession] = ()
) -> dict:
    """The letter for submission.html, with its list and what goes with it.

    `sessions` of its council, where the list comes out of several.
    """
    campaign, unit = submission.campaign, submission.unit
    counts = [sum(d.group == group for d in dossiers) for group, _ in HEADINGS]
    named = count_words(*counts)
    act = act_of_conferring(dossiers)
    return {
        **head(
            unit,
            on=on,
            type_line="TỜ TRÌNH",
            title=f"Về việc đề nghị {act} trong {movement(campaign)}",
            recipients=["Như trên", f"Lưu: VT, {unit.symbol or unit.short_name}"],
        ),
        "to": [authority_of(submission.to_unit)],
        "grounds": grounds(submission, sessions),
        "body": [
            f"{unit.name} kính trình {authority_of(submission.to_unit)} xem xét, {act} cho {named} "
            f"đã có thành tích trong {movement(campaign)}, gồm:"
        ],
        "groups": groups(campaign, dossiers, on),
        "attachments": [f"{part.name}" for part in part_requirements(campaign) if part.paper != "submission"],
        "closing": f"{unit.name} kính trình {authority_of(submission.to_unit)} xem xét, quyết định",
    }


def grounds(submission: Submission, sessions: Iterable[CouncilSession]) -> list[str]:
    """The plan, and what the council said of the list."""
    held = list(sessions) or ([submission.session] if submission.session else [])
    return [
        f"Căn cứ {plan_in_words(submission.campaign)} {act_of(submission)}",
        *(f"Căn cứ Biên bản họp {one.council.name} ngày {short_date(one.held_on)}" for one in held),
    ]


def act_of(submission: Submission) -> str:
    title = submission.campaign.title
    return f"về việc {title[:1].lower()}{title[1:]}"


def groups(campaign, dossiers: list[Dossier], on: dt.date) -> list[dict]:
    found, kinds = [], {(d.award_type_id, d.group): d for d in dossiers}
    named = {key: conferred(campaign, d) for key, d in kinds.items()}
    for group, words in HEADINGS:
        rows = [
            {"name": name_of(d), "detail": detail_of(d, on), "award": named[d.award_type_id, d.group]}
            for d in dossiers
            if d.group == group
        ]
        if rows:
            found.append({"heading": f"{ROMAN[len(found)]}. {words}", "rows": rows})
    return found
