"""A list as a file: the same rows as on the page, asked for by `?tep=xlsx` or `?tep=csv` in its address."""

from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from thiduakt.sheets.official import Official
from thiduakt.sheets.writing import csv_lines, workbook
from thiduakt.vietnamese.text import slug_ascii

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
AT_A_TIME = 1_000  # rows that one fetch brings, and all that is held of them


def list_file(
    request: HttpRequest,
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence],
    *,
    official: Official | None = None,
) -> HttpResponse | StreamingHttpResponse | None:
    """The file that the address asks for, None when it asks for the page.

    `rows` are read one by one and only then: give a generator over `.iterator(AT_A_TIME)`.
    """
    wanted = request.GET.get("tep")
    if wanted == "csv":
        return named(StreamingHttpResponse(csv_lines(headings, rows), content_type=CSV), title, wanted)
    if wanted == "xlsx":
        return excel_file(title, headings, rows, official=official)
    return None


def excel_file(
    title: str, headings: Sequence[str], rows: Iterable[Sequence], *, official: Official | None = None
) -> HttpResponse:
    content = workbook(title, headings, rows, official=official)
    return named(HttpResponse(content, content_type=XLSX), title, "xlsx")


def named(response, title: str, ending: str):
    """Not kept by caches: these are people's data."""
    name = f"{slug_ascii(title)}.{ending}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Cache-Control"] = "private, no-store"
    return response
