"""Initiatives of the demonstration: recognised last year, scored this year, and one in each state before."""

import datetime as dt
from decimal import Decimal

from councils import services as councils
from councils.enums import CouncilKind
from councils.models import Council, CouncilSession
from documents.services import papers
from initiatives.enums import Scope
from initiatives.facts import plans_for
from initiatives.models import Initiative
from initiatives.services import decisions, registering, scores, sessions, steps, writing
from initiatives.services.scope import recognise_scope
from units.models import Person, Unit

from .accounts import account
from .files import read
from .plans import instant

# Share of the most points that the members give, in per cent, in the order of their seats.
GOOD = (90, 80, 85, 75, 80)
WEAK = (60, 55, 50, 55, 45)
PARTS = ("known_state", "content", "applicability", "benefits", "user_benefits")


def load_ideas(on: dt.date) -> int:
    """Once; how many there are. What was recognised last year took last year's numbers."""
    if not Initiative.objects.exists():
        words = read("ideas.json")
        entries = [entry | {"qualifications": words["qualifications"]} for entry in words["ideas"]]
        past = dt.date(on.year - 1, 12, 1)
        last_year([entry for entry in entries if entry["until"] in ("recognised", "rejected")], past)
        this_year([entry for entry in entries if entry["until"] not in ("recognised", "rejected")], on)
    return Initiative.objects.count()


def last_year(entries: list[dict], day: dt.date) -> None:
    """One session, its decision, and for one of them the province's word."""
    chosen = [received(entry, day) for entry in entries]
    session = held(chosen, day + dt.timedelta(days=5))
    for one, entry in zip(again(chosen), entries, strict=True):
        fill_in(one, GOOD if entry["until"] == "recognised" else WEAK, day + dt.timedelta(days=5))
    at = instant(day + dt.timedelta(days=5), 16)
    sessions.close(session, by=account("vy"), at=at)
    later = day + dt.timedelta(days=9)
    signer, unit = account("anh"), session.council.unit
    document = decisions.prepare_recognition(
        unit, signer=signer.person, by=account("linh"), at=instant(later, 9)
    )
    papers.approve_document(document, by=signer, at=instant(later, 10))
    decisions.issue_recognition(document, by=account("nhung"), at=instant(later, 11))
    recognise_scope(
        chosen[0],
        Scope.PROVINCE,
        reference="2186/QĐ-UBND",
        issued_on=dt.date(day.year, 12, 26),
        issuer="Ủy ban nhân dân tỉnh Khánh Hòa",
        by=account("linh"),
        at=instant(dt.date(day.year, 12, 29)),
    )


def this_year(entries: list[dict], on: dt.date) -> None:
    """Where each has come to, `until` says; the session of today has some sheets filled in."""
    day = on - dt.timedelta(days=20)
    made = {entry["until"]: to_its_state(entry, day) for entry in entries}
    scored = [made["council_approved"]]
    before = held(scored, on - dt.timedelta(days=3))
    fill_in(again(scored)[0], GOOD, on - dt.timedelta(days=3))
    sessions.close(before, by=account("vy"), at=instant(on - dt.timedelta(days=3), 16))
    held([made["in_council"]], on)
    fill_in(again([made["in_council"]])[0], GOOD[:2], on)


def to_its_state(entry: dict, day: dt.date) -> Initiative:
    """As far as the entry says; those that go before the council are received here."""
    until, by = entry["until"], account(entry["by"])
    if until in ("council_approved", "in_council", "received"):
        return received(entry, day)
    made = opened(entry, day)
    for action in ("register", "submit", "forward")[
        : ("draft", "registered", "submitted", "forwarded").index(until)
    ]:
        if action == "submit":
            describe(made, entry, day)
        made = steps.move_initiative(
            made, action, by=account(entry["clerk"]) if action == "forward" else by, at=instant(day, 10)
        )
    return made


def opened(entry: dict, day: dt.date) -> Initiative:
    unit, by = Unit.objects.get(code=entry["unit"]), account(entry["by"])
    made = registering.create_initiative(
        unit=unit,
        campaign=plans_for(unit, day.year, day).first(),
        name=entry["name"],
        field=entry["field"],
        kind=entry["kind"],
        by=by,
        at=instant(day),
    )
    people = {Person.objects.get(full_name=name): Decimal(share) for name, share in entry["authors"]}
    skills = {person: entry["qualifications"][person.full_name] for person in people}
    return registering.set_authors(made, people, qualifications=skills, by=by, at=instant(day))


def describe(initiative: Initiative, entry: dict, day: dt.date) -> None:
    """The texts of the file, signed by every author who has an account."""
    by, at = account(entry["by"]), instant(day, 9)
    applied = day + dt.timedelta(days=entry["applied_on"])
    registering.edit_initiative(initiative, applied_on=applied, by=by, at=at)
    for key in PARTS:
        writing.save_part(initiative, key, entry.get(key, ""), by=by, revision=None, at=at)
    for author in initiative.authors.select_related("person__user"):
        writing.sign(initiative, by=author.person.user, at=at)


def received(entry: dict, day: dt.date) -> Initiative:
    made = steps.move_initiative(opened(entry, day), "register", by=account(entry["by"]), at=instant(day, 8))
    describe(made, entry, day)
    for action, who in (("submit", entry["by"]), ("forward", entry["clerk"]), ("receive", "linh")):
        made = steps.move_initiative(made, action, by=account(who), at=instant(day, 11))
    return made


def held(chosen: list[Initiative], day: dt.date) -> CouncilSession:
    """A session with these on its agenda, everybody there."""
    council = Council.objects.get(unit__code="XNP", kind=CouncilKind.INITIATIVE)
    session = councils.plan_session(
        council,
        held_on=day,
        subject=f"Chấm điểm sáng kiến năm {day.year}",
        place="Phòng họp số 2, Ủy ban nhân dân xã",
        by=account("linh"),
        at=instant(day, 7),
    )
    sessions.add(session, [one.pk for one in chosen], by=account("linh"), at=instant(day, 7))
    councils.write_session(
        session,
        by=account("vy"),
        presences={},
        at=instant(day, 14),
        starts_at=dt.time(14),
        ends_at=dt.time(15, 30),
        discussion="Các thành viên nghe tác giả trình bày, nêu câu hỏi rồi chấm điểm độc lập.",
    )
    return session


def again(chosen: list[Initiative]) -> list[Initiative]:
    rows = Initiative.objects.select_related("item__session__council", "sheet")
    return [rows.get(pk=one.pk) for one in chosen]


def fill_in(initiative: Initiative, shares: tuple[int, ...], day: dt.date) -> None:
    """Sheets of the members in the order of their seats; those in their own case have none."""
    out = set(initiative.item.excluded.values_list("pk", flat=True))
    members = initiative.item.session.council.members.select_related("person__user").order_by("order")
    for member, share in zip(members, shares, strict=False):
        if member.pk not in out:
            points = {
                line.key: (line.most * share / 100).quantize(Decimal(1)) for line in initiative.sheet.lines()
            }
            scores.write_scores(initiative, member, points, by=member.person.user, at=instant(day, 15))
