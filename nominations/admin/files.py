"""The office's list of dossiers as a file: what the filters show, flat or as it is printed and signed."""

from django.http import HttpRequest, HttpResponse

from nominations.printing.lists import (
    FLAT_HEADINGS,
    OFFICIAL_HEADINGS,
    OFFICIAL_WIDTHS,
    flat_rows,
    official_rows,
)
from thiduakt.clock import today
from thiduakt.flow_admin import FiledList
from thiduakt.sheets.official import MOTTO, Official
from thiduakt.web import list_file
from units.enums import REVIEW_ROLES
from units.facts import letterhead
from units.models import Unit

LAYOUT, OFFICIAL = "mau", "de-nghi"


class ListFiles(FiledList):
    """`?tep=xlsx` or `csv` beside the filters, `mau=de-nghi` for the layout to sign."""

    beside = (LAYOUT,)

    def file_of(self, request, rows):
        return file_of(request, rows)


def file_of(request: HttpRequest, stages) -> HttpResponse | None:
    on = today()
    if request.GET.get(LAYOUT) != OFFICIAL:
        return list_file(request, "Hồ sơ đề nghị khen thưởng", FLAT_HEADINGS, flat_rows(stages, on))
    title, rows = "Danh sách đề nghị khen thưởng", official_rows(stages, on)
    return list_file(request, title, OFFICIAL_HEADINGS, rows, official=head_of(request, on))


def head_of(request: HttpRequest, on) -> Official:
    """The letterhead of the office that asks; when the list goes with a letter its number is written in."""
    unit = Unit.objects.filter(pk__in=request.user.acting_unit_ids(on, REVIEW_ROLES)).first()
    above = letterhead(unit, on) if unit else {"parent": None, "lines": []}
    left = [line for line in (above["parent"], *above["lines"]) if line]
    title = (
        "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",
        "(Kèm theo Tờ trình số:            ngày        tháng        năm           )",
    )
    return Official(left, MOTTO, title, OFFICIAL_WIDTHS)
