"""Many dossiers at once, for measuring: written in bulk, with trails that verify like any other."""

import datetime as dt
import itertools

from django.db import transaction

from campaigns.enums import Per
from campaigns.models import Campaign
from criteria.enums import Group
from criteria.models import AwardType
from nominations.enums import Outcome
from nominations.enums import StageState as S
from nominations.facts import criteria_of
from nominations.models import Assessment, Dossier, DossierEvent, DossierPart, DossierStage, Submission
from units.models import Appointment, Person, User

from .files import read
from .plans import instant

CHUNK = 1000
# Their criteria are not judged: the counts are there for the list to be sorted by.
MOST_MET = 7
AT_UNIT = (("submit", S.DRAFT, S.SUBMITTED), ("unit_propose", S.SUBMITTED, S.UNIT_PROPOSED))
SENT = ("send", S.UNIT_PROPOSED, S.SENT)
RECEIVE = ("receive", S.ARRIVED, S.RECEIVED)
# What happened at the xã, in turn; the last state is where the dossier stands.
AFTERWARDS = (
    (),
    (RECEIVE,),
    (RECEIVE, ("mark_eligible", S.RECEIVED, S.ELIGIBLE)),
    (("request_changes", S.ARRIVED, S.CHANGES_REQUESTED),),
    (RECEIVE, ("mark_ineligible", S.RECEIVED, S.INELIGIBLE)),
)


def add_dossiers(campaign: Campaign, wanted: int, on: dt.date) -> int:
    """As many bulk dossiers as are wanted in all; returns how many were missing and are there now."""
    by = writer()
    there = Dossier.objects.filter(campaign=campaign, created_by=by).count()
    for start in range(there, wanted, CHUNK):
        with transaction.atomic():
            add_chunk(campaign, range(start, min(start + CHUNK, wanted)), by, on)
    return max(wanted - there, 0)


def writer() -> User:
    """Whoever wrote them cannot log in."""
    user, _ = User.objects.get_or_create(
        username="nap-so-lieu", defaults={"full_name": "Nạp số liệu đo", "is_active": False}
    )
    return user


def add_chunk(campaign: Campaign, numbers: range, by: User, on: dt.date) -> None:
    lists = list(
        Submission.objects.of_dossiers()
        .filter(campaign=campaign, level=0, sent_at__isnull=False)
        .select_related("unit", "to_unit")
    )
    chosen = [lists[number % len(lists)] for number in numbers]
    known = [entry["full_name"].split(" ", 1) for entry in read("people.json")["people"]]
    people = Person.objects.bulk_create(person(number, known) for number in numbers)
    Appointment.objects.bulk_create(
        Appointment(person=one, unit=sent.unit, position="Chuyên viên", since=sent.unit.valid_from)
        for one, sent in zip(people, chosen, strict=True)
    )
    award = campaign.campaignaward_set.select_related("award_type").first().award_type
    dossiers = Dossier.objects.bulk_create(
        dossier(campaign, award, one, sent, by) for one, sent in zip(people, chosen, strict=True)
    )
    add_parts(campaign, dossiers, by, instant(on))
    paths = [AFTERWARDS[number % len(AFTERWARDS)] for number in numbers]
    stages = add_stages(dossiers, chosen, paths, instant(on))
    add_assessments(stages, by)
    add_events(stages, paths, by, instant(on))


def person(number: int, known: list[list[str]]) -> Person:
    """Names put together from those of the demonstration, so that search and sorting have their work."""
    family, given = known[number % len(known)], known[(number // len(known) + number) % len(known)]
    return Person(full_name=f"{family[0]} {given[1]}", category="cong_chuc")


def dossier(campaign: Campaign, award: AwardType, one: Person, sent: Submission, by: User) -> Dossier:
    return Dossier(
        campaign=campaign,
        award_type=award,
        group=Group.INDIVIDUAL,
        person=one,
        unit=sent.unit,
        created_by=by,
        frozen_name=one.full_name,
        frozen_position=f"Chuyên viên, {sent.unit.name}",
        frozen_unit_name=sent.unit.name,
    )


def add_parts(campaign: Campaign, dossiers: list[Dossier], by: User, at: dt.datetime) -> None:
    rows = criteria_of(dossiers[0])
    texts = read("texts.json")["individual"]
    sections = {str(row.pk): text for row, text in zip(rows, texts, strict=False)}
    wanted = campaign.partrequirement_set.filter(per=Per.NOMINEE)
    DossierPart.objects.bulk_create(
        DossierPart(
            dossier=one,
            requirement=requirement,
            content={"sections": sections, "text": texts[0]},
            revision=1,
            saved_by=by,
            sealed_at=at,
        )
        for one, requirement in itertools.product(dossiers, wanted)
    )


def add_stages(dossiers, chosen, paths, at: dt.datetime) -> list[tuple[DossierStage, DossierStage]]:
    """At the unit, sent; at the xã, wherever its path ends."""
    pairs = [
        (
            DossierStage(dossier=one, unit=sent.unit, level=0, state=S.SENT, submission=sent),
            DossierStage(
                dossier=one,
                unit=sent.to_unit,
                level=1,
                state=path[-1][2] if path else S.ARRIVED,
                submission=sent,
                arrived_at=sent.sent_at,
                outcomes={Outcome.MET.value: one.pk % MOST_MET, Outcome.CONFIRM.value: 1},
                **asked(path, at),
            ),
        )
        for one, sent, path in zip(dossiers, chosen, paths, strict=True)
    ]
    DossierStage.objects.bulk_create([stage for pair in pairs for stage in pair])
    return pairs


def asked(path, at: dt.datetime) -> dict:
    if not path or path[-1][2] != S.CHANGES_REQUESTED:
        return {}
    due = at.date() + dt.timedelta(days=7)
    return {"request_note": "Bổ sung số liệu ở tiêu chí 2.", "due_on": due}


def add_assessments(pairs, by: User) -> None:
    eligible = [stage for _, stage in pairs if stage.state == S.ELIGIBLE]
    rows = criteria_of(pairs[0][0].dossier)
    Assessment.objects.bulk_create(
        Assessment(stage=stage, criterion=row, outcome=Outcome.MET, appraised_by=by)
        for stage, row in itertools.product(eligible, rows)
    )


def add_events(pairs, paths, by: User, at: dt.datetime) -> None:
    events = []
    for (unit_stage, stage), path in zip(pairs, paths, strict=True):
        steps = [(unit_stage, *step) for step in (*AT_UNIT, SENT)] + [(stage, *step) for step in path]
        events += chain(steps, by, at)
    DossierEvent.objects.bulk_create(events, batch_size=CHUNK)


def chain(steps, by: User, at: dt.datetime) -> list[DossierEvent]:
    """One dossier's trail: each row holds the hash of the one before."""
    events, last = [], ""
    for seq, (stage, action, was, state) in enumerate(steps, start=1):
        event = DossierEvent(
            dossier=stage.dossier,
            stage=stage,
            seq=seq,
            at=at + dt.timedelta(minutes=seq),
            by=by,
            action=action,
            from_state=was,
            to_state=state,
            note="Nạp số liệu đo.",
            prev_hash=last,
        )
        event.hash = last = event.digest()
        events.append(event)
    return events
