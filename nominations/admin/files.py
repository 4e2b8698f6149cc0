"""The office's list of dossiers as a file: what the filters show, flat or as it is printed and signed."""

from django.contrib.admin.options import IncorrectLookupParameters
from django.http import HttpRequest, HttpResponse

from nominations.printing.lists import (
    FLAT_HEADINGS,
    OFFICIAL_HEADINGS,
    OFFICIAL_WIDTHS,
    flat_rows,
    official_rows,
)
from thiduakt.clock import today
from thiduakt.sheets.writing import Official
from thiduakt.web import list_file
from units.enums import REVIEW_ROLES
from units.facts import letterhead
from units.models import Unit

ASKED, LAYOUT, OFFICIAL = "tep", "mau", "de-nghi"
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


class ListFiles:
    """For a model's admin: `?tep=xlsx` or `csv` beside the filters, `mau=de-nghi` for the layout to sign."""

    def changelist_view(self, request, extra_context=None):
        wanted = request.GET.get(ASKED) and self.has_view_permission(request)
        file = file_of(request, self.shown_rows(request)) if wanted else None
        if file is not None:
            return file
        return super().changelist_view(request, extra_context)

    def shown_rows(self, request):
        """Every row that the filters of the address leave; None when they make no sense."""
        asked, request.GET = request.GET, request.GET.copy()
        for name in (ASKED, LAYOUT, "p"):
            request.GET.pop(name, None)
        try:
            return self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            return None
        finally:
            request.GET = asked


def file_of(request: HttpRequest, stages) -> HttpResponse | None:
    on = today()
    if stages is None:
        return None
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
