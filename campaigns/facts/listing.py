"""A plan as one row of the list."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from campaigns.enums import DeadlineKind
from campaigns.models import Campaign

from .mine import dossier_counts, registration_counts
from .page import head_line
from .times import Badge, Moment, badge, due_on, timeline


@dataclass(frozen=True)
class ListRow:
    """`due` is the step of the plan that comes next; `mine` says what the reader's units have in it."""

    campaign: Campaign
    badge: Badge
    head_line: str
    due: Moment | None
    mine: str


def for_list(queryset):
    """Plans with all that `list_rows` reads."""
    return queryset.select_related("issuer", "paper").prefetch_related("deadline_set")


HEADINGS = (
    *("STT", "Số, ký hiệu", "Ngày ban hành", "Tên kế hoạch", "Loại", "Cơ quan ban hành", "Năm"),
    *("Tình trạng", "Hạn nộp hồ sơ"),
)
AT_A_TIME = 1_000


def plan_lines(campaigns) -> Iterator[tuple]:
    """The columns of HEADINGS."""
    for number, one in enumerate(campaigns.iterator(AT_A_TIME), start=1):
        yield (
            number,
            one.reference,
            one.paper.issued_on if one.paper_id else None,
            one.title,
            one.get_kind_display(),
            one.issuer.name if one.issuer_id else "",
            one.year,
            one.get_state_display(),
            due_on(one, DeadlineKind.DOSSIER),
        )


def list_rows(campaigns: Iterable[Campaign], unit_ids: Iterable[int], on: dt.date) -> list[ListRow]:
    campaigns, unit_ids = list(campaigns), list(unit_ids)
    dossiers, registrations = dossier_counts(campaigns, unit_ids), registration_counts(campaigns, unit_ids)
    return [
        ListRow(
            campaign=campaign,
            badge=badge(campaign, on),
            head_line=head_line(campaign),
            due=next((moment for moment in timeline(campaign, on, cited=False) if moment.css == "now"), None),
            mine=mine_words(registrations.get(campaign.pk, 0), dossiers.get(campaign.pk, 0)),
        )
        for campaign in campaigns
    ]


def mine_words(registrations: int, dossiers: int) -> str:
    """`Đơn vị của tôi: 2 đăng ký, 3 hồ sơ`; empty when there is nothing."""
    counts = ((registrations, "đăng ký"), (dossiers, "hồ sơ"))
    said = [f"{number} {word}" for number, word in counts if number]
    return f"Đơn vị của tôi: {', '.join(said)}" if said else ""
