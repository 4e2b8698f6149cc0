"""Counts of a session, its chair's order and its end. All shares are of the total membership."""

import datetime as dt
from collections.abc import Callable

from councils.enums import ItemResult, Presence, RoundState, SessionState
from councils.facts import quorum
from councils.models import CouncilSession, RoundCount, SessionItem
from councils.registry import scored
from councils.voting import passed_over, passes
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused

from .seen import COUNTINGS, refuse_unseen
from .sessions import open_for_writing, record


@change
def write_votes(item: SessionItem, *, yes: int, no: int, blank: int, by) -> SessionItem:
    """The counts of one proposal. Raises Refused when they are not those of all who took part."""
    write_vote_counts(item.session, {item.pk: {"yes": yes, "no": no, "blank": blank}}, by=by)
    item.refresh_from_db()
    return item


@change
def write_vote_counts(
    session: CouncilSession,
    counts: dict[int, dict[str, int]],
    *,
    by,
    seen: int | None = None,
    at: dt.datetime | None = None,
) -> None:
    """The counts of several proposals, {item: {"yes", "no", "blank"}}: all are kept or none.

    The chair's order stays where the counts do. Raises Refused with a sentence for every wrong one.
    `seen`: as `refuse_unseen`.
    """
    session = open_for_writing(session, by)
    if scored(session.council.kind):
        raise Refused("Phiên họp này chấm điểm theo phiếu của từng thành viên, không nhập số phiếu.")
    if not counts:
        raise Refused("Chưa nhập số phiếu của đề nghị nào.")
    items, voters = items_of(session, counts), voters_of(session)
    refuse_unseen(session, COUNTINGS, seen, [said(item) for item in items if differs(item, counts[item.pk])])
    reasons = [why for item in items for why in bad_counts(item, voters[item.pk], **counts[item.pk])]
    if reasons := reasons or only_by_ballot(session, items):
        raise Refused(*reasons)
    changed = {str(item.pk): counts[item.pk] for item in items if set_counts(item, counts[item.pk])}
    if changed:
        record(session, "votes", by=by, at=at, data={"votes": changed})


def items_of(session: CouncilSession, keys) -> list[SessionItem]:
    """The session's items by key. Raises Refused for one of another session."""
    items = list(session.items.filter(pk__in=keys))
    if len(items) != len(keys):
        raise Refused("Có đề nghị không thuộc phiên họp này.")
    return items


def bad_counts(item: SessionItem, voters: int, *, yes: int, no: int, blank: int) -> list[str]:
    """What is wrong with the counts of one proposal, in a sentence."""
    if min(yes, no, blank) < 0:
        return [f"{item.title}: số phiếu không được âm."]
    if yes + no + blank == voters:
        return []
    return [
        f"{item.title}: đồng ý {yes}, không đồng ý {no}, không hợp lệ {blank} cộng lại là "
        f"{yes + no + blank}, phải bằng số thành viên tham gia biểu quyết {voters}."
    ]


def only_by_ballot(session: CouncilSession, items: list[SessionItem]) -> list[str]:
    """Why the hands raised do not count: the law wants a secret ballot, or there is one already."""
    held = session.rounds.exclude(state=RoundState.CANCELLED)
    held = set(SessionItem.objects.filter(rounds__in=held).values_list("pk", flat=True))
    law = [
        f"{item.title}: {item.award_name} phải bỏ phiếu kín ({item.citation})."
        for item in items
        if item.ballot_required and item.pk not in held
    ]
    return law + [
        f"{item.title}: đã có lượt bỏ phiếu kín, số phiếu lấy từ biên bản kiểm phiếu."
        for item in items
        if item.pk in held
    ]


def differs(item: SessionItem, typed: dict[str, int]) -> bool:
    return any(getattr(item, name) != count for name, count in typed.items())


def said(item: SessionItem) -> str:
    """The counts that stand, in a line."""
    if item.yes is None:
        return f"{item.title} đang lưu: chưa có số phiếu."
    return f"{item.title} đang lưu: đồng ý {item.yes}, không đồng ý {item.no}, không hợp lệ {item.blank}."


def set_counts(item: SessionItem, typed: dict[str, int]) -> bool:
    """Keep the counts; whether they are others than before: then the chair's order falls away."""
    if not differs(item, typed):
        return False
    item.yes, item.no, item.blank, item.chair_rank = typed["yes"], typed["no"], typed["blank"], None
    item.save(update_fields=["yes", "no", "blank", "chair_rank"])
    return True


@change
def order_ties(
    session: CouncilSession, ranks: dict[int, int], *, by, note: str = "", at: dt.datetime | None = None
) -> None:
    """What the chair decides among equal votes, {item: place}, and why; written by whoever keeps the session.

    Raises Refused when one who is preferred by law goes behind another without a reason.
    """
    session = open_for_writing(session, by)
    if not note and passed_over(
        [(ranks[item.pk], bool(item.preferred)) for item in items_of(session, ranks)]
    ):
        raise Refused(
            "Ghi lý do khi nữ hoặc tập thể từ 70% nữ không được xếp trước (ưu tiên khi bằng phiếu)."
        )
    items = [item for item in items_of(session, ranks) if item.chair_rank != ranks[item.pk]]
    for item in items:
        item.chair_rank = ranks[item.pk]
        item.save(update_fields=["chair_rank"])
    if items:
        ranked = {str(item.pk): item.chair_rank for item in items}
        record(session, "ties", by=by, at=at, note=note, data={"ranks": ranked})


def taking_part(session: CouncilSession) -> int:
    """Present, or absent with a written opinion."""
    return session.attendances.exclude(presence=Presence.ABSENT).count()


def voters_of(session: CouncilSession) -> dict[int, int]:
    """Who may vote on each item, {item: members}: those taking part without those in their own case."""
    here = set(session.attendances.exclude(presence=Presence.ABSENT).values_list("member", flat=True))
    items = session.items.prefetch_related("excluded")
    return {item.pk: len(here - {member.pk for member in item.excluded.all()}) for item in items}


def why_not_valid(session: CouncilSession) -> list[str]:
    """What keeps a session from deciding at all, in sentences: its day, its quorum, an empty agenda."""
    counted = quorum(session)
    reasons = too_early(session)
    if session.state == SessionState.PLANNED:
        reasons.append("Chưa lưu điểm danh của phiên họp.")
    if not counted["met"]:
        reasons.append(
            f"Phiên họp chưa hợp lệ: {counted['present'] + counted['written']} trên {counted['total']} "
            f"thành viên tham gia, cần ít nhất {counted['needed']}."
        )
    if not session.items.exists():
        reasons.append("Phiên họp chưa có đề nghị nào để biểu quyết.")
    return reasons


def why_not_close(session: CouncilSession) -> list[str]:
    """What keeps a session from being closed, in sentences."""
    reasons, items = why_not_valid(session), list(session.items.all())
    open_items = [item.title for item in items if item.yes is None]
    if open_items:
        reasons.append(f"Chưa nhập số phiếu: {'; '.join(open_items)}.")
    voters = voters_of(session)
    wrong = [item.title for item in items if item.yes is not None and cast(item) != voters[item.pk]]
    if wrong:
        reasons.append(f"Số phiếu không khớp với điểm danh, nhập lại: {'; '.join(wrong)}.")
    return reasons + ballot_missing(session, items)


def ballot_missing(session: CouncilSession, items: list[SessionItem]) -> list[str]:
    """A round that nobody closed, and what the law wants voted in secret but was not."""
    if session.rounds.filter(state=RoundState.OPEN).exists():
        return ["Lượt bỏ phiếu trên màn hình chưa đóng."]
    counted = RoundCount.objects.filter(round__session=session, round__state=RoundState.COUNTED)
    voted = set(counted.values_list("item", flat=True))
    left = [item for item in items if item.ballot_required and item.pk not in voted]
    return [f"{item.title}: {item.award_name} phải bỏ phiếu kín ({item.citation})." for item in left]


def too_early(session: CouncilSession) -> list[str]:
    """Minutes of a meeting that has not been held would certify nothing."""
    if session.held_on <= vietnam_day(database_now()):
        return []
    return [f"Phiên họp ngày {session.held_on:%d/%m/%Y} chưa diễn ra."]


def cast(item: SessionItem) -> int:
    return item.yes + item.no + (item.blank or 0)


def closing_data(session: CouncilSession) -> dict:
    """What the trail keeps: counts, what each was about, the share that it needed, what came of it."""
    items = list(session.items.all())
    return {
        "votes": {str(item.pk): [item.yes, item.no, item.blank] for item in items},
        "items": {str(item.pk): [item.title, item.threshold_percent, item.result] for item in items},
    }


@change
def close_session(
    session: CouncilSession,
    *,
    by,
    at: dt.datetime | None = None,
    decide: Callable[[SessionItem], bool] | None = None,
) -> CouncilSession:
    """Results by the threshold on the total membership. Raises Refused without quorum or votes.

    `decide` gives the results of a session that scored instead.
    """
    session = open_for_writing(session, by)
    if reasons := why_not_close(session):
        raise Refused(*reasons)
    total = quorum(session)["total"]
    for item in session.items.all():
        approved = decide(item) if decide else passes(item.yes, total, item.threshold_percent)
        item.result = ItemResult.APPROVED if approved else ItemResult.REJECTED
        item.save(update_fields=["result"])
    was, session.state = session.state, SessionState.CLOSED
    session.save(update_fields=["state"])
    record(session, "close", by=by, at=at, was=was, data=closing_data(session) | {"total": total})
    return session
