"""Lists that leave as files, at gunicorn; a list of 5,000 people that comes in, in a process of its own."""

import datetime as dt
import multiprocessing
import re
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from benchmarks.data import OFFICER
from benchmarks.figures import Figure
from benchmarks.pages import logged_in, office_list
from benchmarks.people import ADMIN, name_of
from nominations.models import DossierStage
from nominations.printing.lists import (
    FLAT_HEADINGS,
    OFFICIAL_HEADINGS,
    OFFICIAL_WIDTHS,
    flat_rows,
    official_rows,
)
from thiduakt.clock import today
from thiduakt.sheets.official import MOTTO, Official
from thiduakt.sheets.writing import workbook
from units.enums import Fate, ImportState
from units.models import ImportJob, Unit, User
from units.services.imports import confirm_list, imports_pending, upload_list

FIRST_MS, WHOLE_MS, FILE_MB = 300, 5_000, 50
IMPORT_SECONDS, IMPORT_MB, IMPORTED = 30, 300, 5_000
TIMES = 5
GIVEN = "An Bình Chi Dũng Giang Hà Khoa Lan Minh Nga Oanh Phú Quân Sơn Tâm Uyên Vy Yến Ánh Đạt".split()
HEADINGS = (
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Đối tượng",
    "Đơn vị",
    "Chức vụ",
    "Giữ chức vụ từ ngày",
    "Số định danh",
)


def files(port: int) -> Iterator[Figure]:
    browser = logged_in(port, OFFICER)
    for words, layout in (("flat", {}), ("to sign", {"mau": "de-nghi"})):
        csv, xlsx = (office_list(tep=ending, **layout) for ending in ("csv", "xlsx"))
        yield timed(f"list as .csv, {words}: first byte", browser.first_byte, csv, FIRST_MS)
        yield timed(f"list as .csv, {words}: all", browser.get, csv, WHOLE_MS)
        yield timed(f"list as .xlsx, {words}: all", browser.get, xlsx, WHOLE_MS)
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        yield Figure("both as .xlsx: memory above idle", [pool.apply(held_by_files)], "MB", FILE_MB)


def held_by_files() -> float:
    """Megabytes that the whole lists take above what one row of each does."""
    stages, on = DossierStage.objects.filter(level=1).order_by("pk"), today()
    official = Official(["A"], MOTTO, ["B"], OFFICIAL_WIDTHS)
    layouts = ((FLAT_HEADINGS, flat_rows, None), (OFFICIAL_HEADINGS, official_rows, official))
    peaks = []
    for rows in (stages.filter(pk=stages.first().pk), stages):
        for headings, lines, layout in layouts:
            workbook("Hồ sơ", headings, lines(rows, on), official=layout)
        peaks.append(peak())
    return peaks[1] - peaks[0]


def timed(what: str, ask: Callable[[str], float], path: str, goal: float) -> Figure:
    ask(path)
    return Figure(what, [ask(path) for _ in range(TIMES)], goal=goal)


def imported() -> list[Figure]:
    """Tried out, then taken in; memory above that of a process that only waits."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        tried, taken, above = pool.apply(spent)
    return [
        Figure("5,000 people from Excel: tried out", [tried], "CPU s", IMPORT_SECONDS),
        Figure("5,000 people from Excel: taken in", [taken], "CPU s", IMPORT_SECONDS),
        Figure("5,000 people from Excel: memory above idle", [above], "MB", IMPORT_MB),
    ]


def spent() -> tuple[float, float, float]:
    """(CPU seconds to try out, to take in, MB above idle). Raises SystemExit when it was not all taken in."""
    by = User.objects.get(username=ADMIN)
    upload = SimpleUploadedFile("nguoi.xlsx", workbook("Danh sách", HEADINGS, rows()))
    idle = peak()
    tried = cpu(lambda: (upload_list("people", upload, by=by), imports_pending()))
    job = ImportJob.objects.latest("pk")
    if job.count(Fate.NEW) != IMPORTED:
        raise SystemExit(f"5,000 new people were expected, got {job.report.get('counts')} {job.refusal}")
    taken = cpu(lambda: (confirm_list(job, by=by), imports_pending()))
    job.refresh_from_db()
    if job.state != ImportState.DONE:
        raise SystemExit(f"the list was not taken in: {job.refusal}")
    return tried, taken, peak() - idle


def rows() -> Iterator[tuple]:
    """Everybody with a birth date nobody of that name has."""
    codes = list(Unit.objects.filter(valid_to__isnull=True).order_by("pk").values_list("code", flat=True))
    for number in range(IMPORTED):
        born = dt.date(1965, 1, 1) + dt.timedelta(days=number * 2)
        yield (
            f"Chế {name_of(number, GIVEN)}",  # a family that nobody there has
            f"{born:%d/%m/%Y}",
            "Nữ" if number % 2 else "Nam",
            "Công chức",
            codes[number % len(codes)],
            "Chuyên viên",
            "01/10/2026",
            f"9{number:011d}",
        )


def cpu(act: Callable) -> float:
    """Of this process and of the children that it waited for."""
    began = used()
    act()
    return used() - began


def used() -> float:
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + child.ru_utime + child.ru_stime


def peak() -> float:
    """Megabytes that this process held at most; what `getrusage` says is the mother's too."""
    status = Path("/proc/self/status").read_text()
    return int(re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)[1]) / 1024
