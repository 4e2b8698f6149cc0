"""Secret ballots on screen: opened, closed, counted. Casting one stands beside, and those on paper."""

import datetime as dt
import secrets

from django.db.models import Count, Q

from councils.enums import Presence, RoundMode, RoundState, SessionState
from councils.facts import ballots, quorum
from councils.models import (
    CouncilSession,
    CountedBallot,
    RoundCount,
    SealedBallot,
    SessionItem,
    VotingRound,
)
from councils.registry import BUSINESS, About, scored
from councils.voting import line_fault, sheet_faults, why_not_again, why_not_on_screen
from thiduakt.clock import database_now
from thiduakt.door import change
from thiduakt.errors import Refused

from .casting import taken
from .counts import items_of, set_counts, too_early, voters_of
from .sessions import open_for_writing, record

NOTHING = {"yes": 0, "no": 0}


def holders(session: CouncilSession, items) -> set[int]:
    """Members who get a ballot: taking part, and not in their own case with every proposal of it."""
    here = session.attendances.exclude(presence=Presence.ABSENT).values_list("member", flat=True)
    out = [{member.pk for member in item.excluded.all()} for item in items]
    return {member for member in here if any(member not in some for some in out)}


def why_not_open(session: CouncilSession, items: list[SessionItem], mode: str, *, by) -> list[str]:
    """What keeps a ballot about some proposals from being held, in sentences."""
    if not items:
        return ["Chưa chọn đề nghị nào để bỏ phiếu."]
    found = too_early(session)
    if scored(session.council.kind):
        found.append("Hội đồng này chấm điểm theo phiếu của từng thành viên, không bỏ phiếu.")
    if session.state == SessionState.PLANNED:
        found.append("Lưu điểm danh trước khi bỏ phiếu.")
    elif not quorum(session)["met"]:
        found.append("Phiên họp chưa đủ thành viên để bỏ phiếu.")
    if session.rounds.filter(state=RoundState.OPEN).exists():
        found.append("Phiên họp đang có một lượt bỏ phiếu chưa đóng.")
    if mode == RoundMode.SCREEN:
        found += filter(None, [why_not_on_screen(in_the_room(session, items))])
    return found + voted_enough(session, items, by)


def in_the_room(session: CouncilSession, items) -> list[int]:
    """How many could vote on screen about each proposal."""
    coming = session.attendances.filter(presence__in=[Presence.PRESENT, Presence.SUBSTITUTE])
    here = set(coming.values_list("member", flat=True))
    return [len(here - {member.pk for member in item.excluded.all()}) for item in items]


def voted_enough(session: CouncilSession, items: list[SessionItem], by) -> list[str]:
    """Proposals that may not be voted on once more, each with why."""
    counted = Q(rounds__state=RoundState.COUNTED)
    times = dict(session.items.annotate(n=Count("rounds", filter=counted)).values_list("pk", "n"))
    marks = marks_of(session, by) if any(times[item.pk] for item in items) else {}
    found = ((item, why_not_again(times[item.pk], marks.get(item.pk, ""))) for item in items)
    return [f"{item.title}: {why}." for item, why in found if why]


def marks_of(session: CouncilSession, by) -> dict[int, str]:
    """Where each proposal stands by its counts: {item: mark}, as the ranking says."""
    business, day = BUSINESS.get(session.council.kind), session.held_on
    about = business.about(session, by, day) if business else About()
    found = ballots(session.items.all(), quorum(session)["total"], about)
    return {row.item.pk: row.mark for ranking in found for row in ranking.rows}


@change
def open_round(session: CouncilSession, keys, *, by, at: dt.datetime | None = None) -> VotingRound:
    """A ballot on screen about some proposals; from now on attendance stands."""
    session = open_for_writing(session, by)
    round_ = new_round(session, keys, RoundMode.SCREEN, by=by, at=at or database_now())
    data = {"round": round_.number, "items": sorted(keys)}
    record(session, "open_round", by=by, at=round_.opened_at, data=data)
    return round_


def new_round(session: CouncilSession, keys, mode: str, *, by, at: dt.datetime, **facts) -> VotingRound:
    items = items_of(session, keys)
    if reasons := why_not_open(session, items, mode, by=by):
        raise Refused(*reasons)
    number = session.rounds.count() + 1
    round_ = VotingRound.objects.create(session=session, number=number, mode=mode, opened_at=at, **facts)
    round_.items.set(items)
    return round_


@change
def close_round(
    round_: VotingRound,
    paper: dict[int, dict[str, int]] | None = None,
    *,
    returned: int = 0,
    invalid: int = 0,
    head_teller: str,
    tellers: str = "",
    by,
    at: dt.datetime | None = None,
) -> VotingRound:
    """Count a ballot held on screen, with the paper ones handed in beside it.

    `paper` is {item: {"yes", "no"}} of `returned` sheets, `invalid` of them, by those who did not vote on
    screen. Raises Refused when too few voted on screen for their votes to stay secret.
    """
    open_for_writing(round_.session, by)
    round_ = taken(round_)
    if round_.state != RoundState.OPEN:
        raise Refused("Lượt bỏ phiếu này đã đóng từ trước.")
    items = list(round_.items.prefetch_related("excluded"))
    on_screen, given = round_.voters.count(), len(holders(round_.session, items))
    faults = sheet_faults(given - on_screen, returned, returned - invalid, invalid, given - on_screen)
    choices, more = counted_choices(round_, items, paper or {}, returned - invalid)
    if faults := faults + more:
        raise Refused(*faults)
    round_.issued, round_.returned = given, on_screen + returned
    round_.valid, round_.invalid = on_screen + returned - invalid, invalid
    round_.head_teller, round_.tellers = head_teller, tellers
    write_anew(round_, choices)
    return settle_round(round_, sums(choices), by=by, at=at or database_now())


def counted_choices(round_: VotingRound, items, paper, valid: int) -> tuple[list[tuple[int, str]], list[str]]:
    """Every voice as (item, choice), and what keeps them from being counted."""
    sealed = list(SealedBallot.objects.filter(round=round_).values_list("item", "choice"))
    voters, faults = voters_of(round_.session), []
    cast = [sum(item == row.pk for item, _ in sealed) for row in items]
    if why_not_on_screen(cast):
        faults.append(
            "Dưới 3 người bỏ phiếu trên màn hình cho một đề nghị: kiểm phiếu thì lộ phiếu. "
            "Chờ thêm, hoặc hủy lượt này và bỏ phiếu giấy."
        )
    for row, number in zip(items, cast, strict=True):
        typed = NOTHING | paper.get(row.pk, {})
        faults.append(line_fault(row.title, typed["yes"], typed["no"], valid, voters[row.pk] - number))
        sealed += [(row.pk, choice) for choice, count in typed.items() for _ in range(count)]
    return sealed, list(filter(None, faults))


def write_anew(round_: VotingRound, choices: list[tuple[int, str]]) -> None:
    """All ballots once more in a random order, the sealed ones gone: one transaction, so one `xmin`."""
    CountedBallot.objects.bulk_create(
        CountedBallot(round=round_, item_id=item, choice=choice) for item, choice in shuffled(choices)
    )
    SealedBallot.objects.filter(round=round_).delete()


def shuffled(rows: list) -> list:
    """In an order that nobody can foretell."""
    mixed = list(rows)
    secrets.SystemRandom().shuffle(mixed)
    return mixed


def sums(choices: list[tuple[int, str]]) -> dict[int, dict[str, int]]:
    """{item: {"yes", "no"}} of single voices."""
    found: dict[int, dict[str, int]] = {}
    for item, choice in choices:
        found.setdefault(item, dict(NOTHING))[choice] += 1
    return found


def settle_round(round_: VotingRound, counts: dict[int, dict[str, int]], *, by, at) -> VotingRound:
    """The sums become the proposals' counts; what is neither yes nor no is blank."""
    session, voters = round_.session, voters_of(round_.session)
    round_.state, round_.ended_at = RoundState.COUNTED, at
    round_.save()
    told = {}
    for item in round_.items.all():
        typed = NOTHING | counts.get(item.pk, {})
        told[str(item.pk)] = typed | {"blank": voters[item.pk] - typed["yes"] - typed["no"]}
        RoundCount.objects.create(round=round_, item=item, **told[str(item.pk)])
        set_counts(item, told[str(item.pk)])
    sheet = {name: getattr(round_, name) for name in ("issued", "returned", "valid", "invalid")}
    data = {"round": round_.number, "mode": round_.mode, "votes": told} | sheet
    record(session, "count", by=by, at=at, data=data)
    return round_
