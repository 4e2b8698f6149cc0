"""A request for a supplement point by point: asked, answered by new versions, ticked off."""

import datetime as dt
from dataclasses import dataclass, replace

from nominations.enums import PointState
from nominations.facts.supplements import ANSWERED_IN, last_round, points_of
from nominations.models import SupplementPoint
from nominations.permissions import APPRAISERS
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import clean_text

from .cases import Case
from .leases import refuse_held, writable_stage
from .locking import lock_for
from .trail import record

MOST = 30


@dataclass(frozen=True)
class Asked:
    """One point to ask: what is wanted, until when, of which paper (a requirement) or criterion, by key."""

    text: str
    due_on: dt.date | None = None
    requirement: int | None = None
    criterion: int | None = None


def ask_points(case: Case, note: str) -> None:
    """Rows of a request, each with its day; without points the note is the one point. Raises Refused."""
    points = [replace(point, text=clean_text(point.text, multiline=True)) for point in case.asked]
    if len(points) > MOST:
        raise Refused(f"Mỗi lần yêu cầu bổ sung nhiều nhất {MOST} điểm.")
    points = [replace(point, due_on=point.due_on or case.due_on) for point in points or [Asked(note)]]
    for number, point in enumerate(points, 1):
        refuse_bad_point(number, point, case.on)
    SupplementPoint.objects.bulk_create(
        SupplementPoint(
            stage=case.stage,
            asked_at=case.at,
            number=number,
            text=point.text,
            due_on=point.due_on,
            requirement_id=point.requirement,
            criterion_id=point.criterion,
        )
        for number, point in enumerate(points, 1)
    )
    case.stage.due_on = max(point.due_on for point in points)


def refuse_bad_point(number: int, point: Asked, on: dt.date) -> None:
    if not point.text:
        raise Refused(f"Điểm {number} chưa ghi cần bổ sung gì.")
    if point.due_on is None:
        raise Refused("Chưa ghi ngày phải bổ sung.")
    if point.due_on < on:
        raise Refused("Ngày bổ sung phải từ hôm nay trở đi.")


def points_undone(case: Case) -> str | None:
    """Nothing is received while a point of the last request was found not done."""
    left = [str(point.number) for point in last_round(case.points) if point.state == PointState.NOT_DONE]
    return f"Điểm {', '.join(left)} của yêu cầu bổ sung chưa xong: yêu cầu bổ sung lại." if left else None


def close_points(case: Case, note: str) -> None:
    """Who receives takes the points that he did not tick as done."""
    if not case.points:
        return
    open_ones = SupplementPoint.objects.filter(stage=case.stage, state=PointState.OPEN)
    open_ones.update(state=PointState.DONE, ticked_by=case.by)


@change
def tick_point(
    point: SupplementPoint, state: str, *, by, note: str = "", at: dt.datetime | None = None
) -> SupplementPoint:
    """Done or not done, the latter with what is still missing. Raises Refused."""
    dossier = lock_for("tick", [point.stage.dossier_id]).dossiers[0]
    at = at or database_now()
    stage = writable_stage(dossier, by, vietnam_day(at))
    refuse_held(stage, by, at)
    if stage.state not in ANSWERED_IN or point not in points_of(stage):
        raise Refused("Chỉ đánh dấu điểm của lần yêu cầu mới nhất, sau khi đơn vị gửi bổ sung.")
    if state not in (PointState.DONE, PointState.NOT_DONE):
        raise Refused("Chọn Đã xong hoặc Chưa xong.")
    note = clean_text(note, multiline=True)
    if state == PointState.NOT_DONE and not note:
        raise Refused(f"Điểm {point.number} chưa xong: ghi rõ còn thiếu gì.")
    point.state, point.note, point.ticked_by = state, note, by
    point.save(update_fields=["state", "note", "ticked_by"])
    told = f"Điểm {point.number}: {point.get_state_display().lower()}. {note}".strip()
    record(dossier, stage, "tick_point", by=by, at=at, roles=APPRAISERS, was=stage.state, note=told)
    return point


def in_words(points: list[Asked], names: dict[Asked, str], more: str) -> str:
    """The points as the trail and the unit read them, a line each, numbered when there are several."""
    lines = [f"{names[point]}: {point.text}" if names.get(point) else point.text for point in points]
    lines += [more] if more else []
    return "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1)) if len(lines) > 1 else "".join(lines)
