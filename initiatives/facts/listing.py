"""Initiatives as rows of a list and of its file."""

from collections.abc import Iterator

from initiatives.models import Initiative
from initiatives.scoring import plain

AT_A_TIME = 1_000
HEADINGS = (
    "STT",
    "Mã",
    "Tên sáng kiến",
    "Tác giả",
    "Đơn vị",
    "Lĩnh vực",
    "Năm",
    "Trạng thái",
    "Điểm bình quân",
    "Quyết định",
)


def for_list(rows):
    return rows.select_related("unit", "decision").prefetch_related("authors__person")


def names_of(initiative: Initiative) -> str:
    return ", ".join(author.person.full_name for author in initiative.authors.all())


def initiative_rows(rows) -> Iterator[tuple]:
    """The columns of HEADINGS, as many queries for any number of rows as for a thousand."""
    for number, one in enumerate(for_list(rows).iterator(AT_A_TIME), start=1):
        yield (
            number,
            one.code,
            one.name,
            names_of(one),
            one.unit.name,
            one.field,
            one.year,
            one.get_state_display(),
            "" if one.points is None else plain(one.points),
            one.decision.reference if one.decision_id else "",
        )
