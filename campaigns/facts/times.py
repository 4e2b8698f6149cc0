"""The days of a plan seen from one day: what is open, what is over, what the state is called."""

import datetime as dt
from dataclasses import dataclass

from campaigns.dates import Limit, explain, last_day
from campaigns.enums import CampaignState, DeadlineKind
from campaigns.models import Campaign, Deadline
from thiduakt.vietnamese.days import short_date, working_days_between

from .clauses import Place, clause_of, rows


@dataclass(frozen=True)
class Badge:
    """The look of a state: `{% state_tag badge %}`."""

    css: str
    icon: str
    label: str


@dataclass(frozen=True)
class Moment:
    """One step of the timeline; `css` is past, now or empty."""

    title: str
    words: str
    day: dt.date | None = None
    to: str = ""
    clause: object = None
    left: str = ""
    css: str = ""


WRITING = Badge("is-mute", "pen", "Đang soạn thảo")
CHECKED = Badge("is-vote", "pen", "Chờ ban hành")
COMPETING = Badge("is-info", "flag", "Đang thi đua")
COLLECTING = Badge("is-ok", "tray", "Đang nhận hồ sơ")
REVIEWING = Badge("is-vote", "people", "Đang xét")
CLOSED = Badge("is-mute", "check", "Đã tổng kết")
REPLACED = Badge("is-mute", "dash", "Đã được thay thế")
WITHDRAWN = Badge("is-bad", "x", "Đã bị thu hồi")
NOT_RUNNING = {
    CampaignState.DRAFT: WRITING,
    CampaignState.CHECKED: CHECKED,
    CampaignState.CLOSED: CLOSED,
    CampaignState.REPLACED: REPLACED,
    CampaignState.WITHDRAWN: WITHDRAWN,
}


def badge(campaign: Campaign, on: dt.date) -> Badge:
    """The word for where a plan stands on a day; of a running one it follows from the plan's dates."""
    if campaign.state in NOT_RUNNING:
        return NOT_RUNNING[campaign.state]
    until, dossier = last_day_of(period(campaign)), due_on(campaign, DeadlineKind.DOSSIER)
    if until and on <= until:
        return COMPETING
    if dossier:
        return COLLECTING if on <= dossier else REVIEWING
    return REVIEWING if until else COMPETING


def period(campaign: Campaign) -> Limit:
    """The end of the period in which achievements count."""
    return Limit(on=campaign.period_until, inclusive=campaign.period_until_inclusive)


def last_day_of(limit: Limit) -> dt.date | None:
    return last_day(limit) if limit.on else None


def due_on(campaign: Campaign, what: str) -> dt.date | None:
    """The last day for one kind of deadline (the latest, when the plan names several); None without one."""
    days = [
        last_day_of(deadline.limit()) for deadline in campaign.deadline_set.all() if deadline.what == what
    ]
    return max((day for day in days if day), default=None)


def window_open(campaign: Campaign, what: str, on: dt.date) -> bool:
    """Whether a launched plan still takes registrations or dossiers that day; without a date it does."""
    due = due_on(campaign, what)
    return campaign.is_open and (due is None or on <= due)


def timeline(campaign: Campaign, on: dt.date, *, cited: bool = True) -> list[Moment]:
    """Launch, end of the period, every deadline and the close, in order of their days.

    A list of plans leaves the clauses out (`cited=False`) and so does not load their texts.
    """
    deadlines = rows(campaign, "deadline_set") if cited else campaign.deadline_set.all()
    ahead = [*period_moment(campaign, cited), *(deadline_moment(deadline, cited) for deadline in deadlines)]
    ahead.sort(key=lambda moment: moment.day or dt.date.max)
    moments = [launch_moment(campaign), *ahead, *close_moment(campaign)]
    running = campaign.is_open
    current = next((m for m in moments[1:] if m.day and m.day >= on), None) if running else None
    return [placed(moment, moment is current, campaign, on) for moment in moments]


def placed(moment: Moment, current: bool, campaign: Campaign, on: dt.date) -> Moment:
    over = campaign.state == CampaignState.CLOSED or (moment.day is not None and moment.day < on)
    started = moment.title == LAUNCH and campaign.launched_on is not None
    css = "now" if current else "past" if over or started else ""
    values = {**vars(moment), "css": css, "left": left_words(moment.day, on, current)}
    return Moment(**values)


LAUNCH = "Phát động"


def launch_moment(campaign: Campaign) -> Moment:
    day = campaign.launched_on
    words = short_date(day) if day else "khi ban hành kế hoạch"
    preamble = Place(f"{campaign.get_absolute_url()}#mo-dau", "Phần mở đầu") if campaign.preamble else None
    return Moment(LAUNCH, words, day, clause=preamble)


def period_moment(campaign: Campaign, cited: bool) -> list[Moment]:
    limit = period(campaign)
    if not limit.on:
        return []
    clause = clause_of(campaign, campaign.period_clause_id) if cited else None
    return [Moment("Kết thúc thi đua", explain(limit), last_day_of(limit), clause=clause)]


def deadline_moment(deadline: Deadline, cited: bool) -> Moment:
    return Moment(
        deadline.get_what_display(),
        deadline.in_words(),
        last_day_of(deadline.limit()),
        to=f"về {deadline.to}" if deadline.to else "",
        clause=deadline.clause if cited else None,
    )


def close_moment(campaign: Campaign) -> list[Moment]:
    day = campaign.closed_on
    return [Moment("Tổng kết", short_date(day), day)] if day else []


def left_words(day: dt.date | None, on: dt.date, current: bool) -> str:
    """`Còn 8 ngày, 6 ngày làm việc` for the next step, less for the others."""
    if day is None:
        return ""
    left = (day - on).days
    if left < 0:
        return f"đã qua {-left} ngày" if left > -100 else "đã qua"
    if left == 0:
        return "Hạn hôm nay" if current else "hôm nay"
    return (
        f"Còn {left} ngày, {working_days_between(on, day)} ngày làm việc" if current else f"còn {left} ngày"
    )
