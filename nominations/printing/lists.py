"""The office's dossiers as rows of a file: flat, or in the layout of a list that is printed and signed.

Read some hundred at a time, by keys: ten thousand rows are never held at once.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter

from campaigns.enums import Paper
from criteria.enums import Group
from nominations.enums import StageState
from nominations.models import Award, Dossier, DossierPart, DossierStage, PastAward
from thiduakt.clock import vietnam_day
from thiduakt.events.base import batched
from units.models import Appointment, UnitHeir

FIRST, AT_A_TIME = 200, 1_000
POST = ("person", "position", "unit__name")
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
# What a row is made of; each is asked for by its own name, for no row is built as an object.
FIELDS = (
    "pk",
    "state",
    "arrived_at",
    "changed_at",
    "outcomes",
    "item__yes",
    "item__no",
    "dossier__frozen_name",
    "dossier__frozen_position",
    "dossier__group",
    "dossier__person",
    "dossier__person__full_name",
    "dossier__collective",
    "dossier__collective__name",
    "dossier__unit__name",
    "dossier__award_type__name",
    "dossier__campaign__title",
)


def in_parts(stages, on: dt.date) -> Iterator[list[dict]]:
    """Their keys first, then the rows; the first part is small, so that the file begins at once."""
    keys = list(stages.select_related(None).values_list("pk", "dossier"))
    for part in [keys[:FIRST], *batched(keys[FIRST:], AT_A_TIME)]:
        found = DossierStage.objects.filter(pk__in=[key for key, _ in part]).order_by().values(*FIELDS)
        by_key = {row["pk"]: row for row in found}
        rows = [by_key[key] | {"dossier": dossier} for key, dossier in part]
        held = positions_of(rows, on)
        yield [row | {"name": name_in(row), "detail": detail_in(row, held)} for row in rows]


def positions_of(rows: list[dict], on: dt.date) -> dict[int, str]:
    """Position and unit of those whose dossier does not keep them, by person; the leading one."""
    people = [row["dossier__person"] for row in rows if not row["dossier__frozen_position"]]
    found = Appointment.objects.on(on).filter(person__in=people).order_by("is_head", "since", "-pk")
    return {person: f"{position}, {unit}" for person, position, unit in found.values_list(*POST)}


def name_in(row: dict) -> str:
    return (
        row["dossier__frozen_name"] or row["dossier__person__full_name"] or row["dossier__collective__name"]
    )


def detail_in(row: dict, held: dict[int, str]) -> str:
    """As `wording.detail_of` says it of a dossier."""
    if not row["dossier__person"]:
        return ""
    return row["dossier__frozen_position"] or held.get(row["dossier__person"]) or row["dossier__unit__name"]


def flat_rows(stages, on: dt.date) -> Iterator[tuple]:
    for part in in_parts(stages, on):
        for row in part:
            yield (
                Dossier.code_of(row["dossier"]),
                row["name"],
                row["detail"],
                Group(row["dossier__group"]).label,
                row["dossier__unit__name"],
                row["dossier__award_type__name"],
                row["dossier__campaign__title"],
                StageState(row["state"]).label,
                row["arrived_at"] and vietnam_day(row["arrived_at"]),
                vietnam_day(row["changed_at"]),
                *(row["outcomes"].get(outcome, 0) for outcome in OUTCOMES),
                row["item__yes"],
                row["item__no"],
            )


def official_rows(stages, on: dt.date) -> Iterator[tuple | str]:
    """Collectives, then individuals, numbered anew in each; a band heads each group."""
    ordered = stages.order_by("dossier__group", "dossier__unit__sort_key", "dossier__unit", "pk")
    group, number = None, 0
    for part in in_parts(ordered, on):
        summaries, awards = summaries_of(part), awards_of(part, on)
        for row in part:
            if row["dossier__group"] != group:
                group, number = row["dossier__group"], 0
                yield BANDS[Group(group)]
            number += 1
            yield (
                number,
                row["name"],
                row["detail"] or row["dossier__unit__name"],
                summaries.get(row["dossier"], ""),
                "; ".join(awards.get((row["dossier__person"], row["dossier__collective"]), ())[:MOST_AWARDS]),
                row["dossier__award_type__name"],
                voted(row),
            )


def voted(row: dict) -> str:
    if row["item__yes"] is None:
        return ""
    return f"Đồng ý {row['item__yes']}, không đồng ý {row['item__no']}"


def summaries_of(part: list[dict]) -> dict[int, str]:
    """The newest written summary of each dossier, by its key; what was uploaded instead has no words here."""
    found = DossierPart.objects.filter(
        dossier__in=[row["dossier"] for row in part], requirement__paper=Paper.SUMMARY, file__isnull=True
    )
    rows = found.order_by("version").values_list("dossier", "content")
    return {dossier: content.get("text", "") for dossier, content in rows}


def awards_of(part: list[dict], on: dt.date) -> dict[tuple, list[str]]:
    """What each nominee was awarded, newest first, by (person, unit); a unit's predecessors' too."""
    people = {row["dossier__person"] for row in part} - {None}
    units = {row["dossier__collective"] for row in part} - {None}
    heirs = defaultdict(list)
    for unit, heir in UnitHeir.objects.filter(heir__in=units, since__lte=on).values_list("unit", "heir"):
        heirs[unit].append(heir)
    given = [*given_to("person", people), *given_to("collective", {*units, *heirs})]
    found = defaultdict(list)
    for year, person, unit, words in sorted(given, reverse=True, key=itemgetter(0)):
        for whose in [unit, *heirs.get(unit, ())]:
            found[person, whose].append(f"{words} ({year})")
    return found


def given_to(kind: str, keys: set[int]) -> Iterator[tuple[int, int | None, int | None, str]]:
    """(year, person, unit, award) of all of them, from before the system too."""
    own = Award.objects.filter(**{f"{kind}__in": keys}, revoked_by__isnull=True)
    fields = ("dossier__campaign__year", "decision__issued_on", "person", "collective", "award_type__name")
    for year, day, *rest in own.values_list(*fields):
        yield year or day.year, *rest
    past = PastAward.objects.filter(**{f"{kind}__in": keys}, is_live=True)
    yield from past.values_list("year", "person", "collective", "award_type__name")
