"""The office's dossiers as rows of a file: flat, or in the layout of a list that is printed and signed.

Read some hundred at a time, by keys: ten thousand rows are never held at once.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator
from operator import itemgetter

from django.db.models import Q

from campaigns.enums import Paper
from criteria.enums import Group
from nominations.models import Award, DossierPart, DossierStage, PastAward
from thiduakt.clock import vietnam_day
from thiduakt.events.base import batched
from units.models import UnitHeir

from .wording import detail_of, name_of

FIRST, AT_A_TIME = 200, 500
MOST_AWARDS = 5
FLAT_HEADINGS = (
    "Mã hồ sơ",
    "Tập thể, cá nhân",
    "Chức vụ, đơn vị",
    "Đối tượng",
    "Đơn vị đề nghị",
    "Hình thức đề nghị",
    "Phong trào",
    "Trạng thái",
    "Đến ngày",
    "Từ ngày ở trạng thái này",
    "Tiêu chí đạt",
    "Không đạt",
    "Cần xác nhận",
    "Chưa có dữ liệu",
    "Phiếu đồng ý",
    "Phiếu không đồng ý",
)
OFFICIAL_HEADINGS = (
    "STT",
    "Họ và tên / tên tập thể",
    "Chức vụ, đơn vị",
    "Tóm tắt thành tích",
    "Danh hiệu, khen thưởng đã có",
    "Hình thức đề nghị khen thưởng",
    "Kết quả biểu quyết của Hội đồng",
)
OFFICIAL_WIDTHS = (6, 28, 32, 48, 34, 24, 20)
OUTCOMES = ("met", "unmet", "confirm", "unknown")
BANDS = {
    Group.COLLECTIVE: "I. TẬP THỂ",
    Group.INDIVIDUAL: "II. CÁ NHÂN",
    Group.HOUSEHOLD: "III. HỘ GIA ĐÌNH",
}
WITH = (
    "item",
    "dossier__person",
    "dossier__collective",
    "dossier__unit",
    "dossier__award_type",
    "dossier__campaign",
)
POSTS = "dossier__person__appointments__unit"


def in_parts(stages) -> Iterator[list[DossierStage]]:
    """Their keys first, then the rows; the first part is small, so that the file begins at once."""
    keys = list(stages.select_related(None).values_list("pk", flat=True))
    for part in [keys[:FIRST], *batched(keys[FIRST:], AT_A_TIME)]:
        found = DossierStage.objects.select_related(*WITH).prefetch_related(POSTS).in_bulk(part)
        yield [found[key] for key in part]


def flat_rows(stages, on: dt.date) -> Iterator[tuple]:
    for part in in_parts(stages):
        for stage in part:
            dossier, item = stage.dossier, stage.item
            counted = Counter(row["outcome"] for row in stage.verdicts)
            yield (
                dossier.code,
                name_of(dossier),
                detail_of(dossier, on),
                dossier.get_group_display(),
                dossier.unit.name,
                dossier.award_type.name,
                dossier.campaign.title,
                stage.get_state_display(),
                stage.arrived_at and vietnam_day(stage.arrived_at),
                vietnam_day(stage.changed_at),
                *(counted[outcome] for outcome in OUTCOMES),
                item and item.yes,
                item and item.no,
            )


def official_rows(stages, on: dt.date) -> Iterator[tuple | str]:
    """Collectives, then individuals, numbered anew in each; a band heads each group."""
    ordered = stages.order_by("dossier__group", "dossier__unit__sort_key", "dossier__unit", "pk")
    group, number = None, 0
    for part in in_parts(ordered):
        summaries, awards = summaries_of(part), awards_of(part, on)
        for stage in part:
            dossier = stage.dossier
            if dossier.group != group:
                group, number = dossier.group, 0
                yield BANDS[Group(group)]
            number += 1
            yield (
                number,
                name_of(dossier),
                detail_of(dossier, on) or dossier.unit.name,
                summaries.get(dossier.pk, ""),
                "; ".join(awards[dossier.person_id, dossier.collective_id][:MOST_AWARDS]),
                dossier.award_type.name,
                voted(stage),
            )


def voted(stage: DossierStage) -> str:
    item = stage.item
    if item is None or item.yes is None:
        return ""
    return f"Đồng ý {item.yes}, không đồng ý {item.no}"


def summaries_of(part: list[DossierStage]) -> dict[int, str]:
    """The newest written summary of each dossier, by its key; what was uploaded instead has no words here."""
    found = DossierPart.objects.filter(
        dossier__in=[stage.dossier_id for stage in part], requirement__paper=Paper.SUMMARY, file__isnull=True
    )
    rows = found.order_by("version").values_list("dossier", "content")
    return {dossier: content.get("text", "") for dossier, content in rows}


def awards_of(part: list[DossierStage], on: dt.date) -> dict[tuple, list[str]]:
    """What each nominee was awarded, newest first, by (person, unit); a unit's predecessors' too."""
    people = {stage.dossier.person_id for stage in part} - {None}
    units = {stage.dossier.collective_id for stage in part} - {None}
    heirs = defaultdict(list)
    for unit, heir in UnitHeir.objects.filter(heir__in=units, since__lte=on).values_list("unit", "heir"):
        heirs[unit].append(heir)
    found = defaultdict(list)
    for year, person, unit, words in sorted(given(people, {*units, *heirs}), reverse=True, key=itemgetter(0)):
        for whose in [unit, *heirs[unit]] if unit else [None]:
            found[person, whose].append(f"{words} ({year})")
    return found


def given(people: set[int], units: set[int]) -> Iterator[tuple[int, int | None, int | None, str]]:
    """(year, person, unit, award) of all of them, from before the system too."""
    whose = Q(person__in=people) | Q(collective__in=units)
    past = PastAward.objects.filter(whose, is_live=True)
    yield from past.values_list("year", "person", "collective", "award_type__name")
    own = Award.objects.filter(whose, revoked_by__isnull=True)
    fields = ("dossier__campaign__year", "decision__issued_on", "person", "collective", "award_type__name")
    for year, day, *rest in own.values_list(*fields):
        yield year or day.year, *rest
