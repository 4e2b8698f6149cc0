"""Lists in and out: 5,000 people from Excel by the services, 10,000 of them as a file; in this process."""

import resource
import time
from collections.abc import Callable, Iterator

from django.core.files.uploadedfile import SimpleUploadedFile

from benchmarks.data import OFFICER
from benchmarks.figures import Figure
from benchmarks.people import name_of
from thiduakt.clock import today
from thiduakt.sheets.writing import csv_lines, workbook
from units.enums import Fate, ImportState
from units.facts.listing import PEOPLE_HEADINGS, people_rows
from units.models import ImportJob, Person, Unit, User
from units.services.imports import confirm_list, imports_pending, upload_list

TAKEN, GIVEN = 5_000, 10_000
HEADINGS = ("STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Chức vụ", "Là người khác cùng tên")
GIVEN_NAMES = "An Ân Bình Chi Dũng Đạt Giang Hà Hòa Khánh Lan Mai Nam Oanh Phúc Quý Sơn Thảo Uyên Vy".split()
IN_SECONDS, IN_MEGABYTES, OUT_SECONDS, OUT_MEGABYTES, FIRST_BYTE_MS = 30, 300, 5, 50, 300


def most_memory() -> float:
    """The most that this process held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def spent(act: Callable) -> tuple[float, float]:
    """Seconds, and megabytes beyond what the process ever held before."""
    held, began = most_memory(), time.perf_counter()
    act()
    return time.perf_counter() - began, most_memory() - held


def new_people() -> SimpleUploadedFile:
    code = Unit.objects.get(code="XNP-KT").code
    rows = (
        (
            number,
            name_of(number, GIVEN_NAMES),
            f"{number % 28 + 1:02d}/{number % 12 + 1:02d}/1980",
            code,
            "NV",
            "x",
        )
        for number in range(TAKEN)
    )
    return SimpleUploadedFile("nguoi.xlsx", workbook("Cá nhân", HEADINGS, rows))


def take_in() -> None:
    """The whole way of a long file: upload, trial by the worker, confirmation, writing by the worker."""
    officer = User.objects.get(username=OFFICER)
    job = upload_list("people", new_people(), by=officer)
    imports_pending()
    job = confirm_list(ImportJob.objects.get(pk=job.pk), by=officer)
    imports_pending()
    job.refresh_from_db()
    if (job.state, job.count(Fate.NEW)) != (ImportState.DONE, TAKEN):
        raise SystemExit(f"{job.get_state_display()}: {job.refusal or job.report['counts']}")


def given():
    return people_rows(Person.objects.order_by("sort_key", "pk")[:GIVEN], today())


def first_line() -> None:
    lines = csv_lines(PEOPLE_HEADINGS, given())
    next(lines), next(lines)


def all_lines() -> None:
    for _line in csv_lines(PEOPLE_HEADINGS, given()):
        pass


def measure_in() -> Iterator[Figure]:
    seconds, megabytes = spent(take_in)
    yield Figure(f"{TAKEN:,} people from Excel, trial and taking in", [seconds], "s", IN_SECONDS)
    yield Figure(f"{TAKEN:,} people from Excel, more memory", [megabytes], "MB", IN_MEGABYTES)


def measure_out() -> Iterator[Figure]:
    yield Figure(f"{GIVEN:,} people, .csv, first line", [spent(first_line)[0] * 1000], "ms", FIRST_BYTE_MS)
    for ending, act in (
        (".csv", all_lines),
        (".xlsx", lambda: workbook("Cá nhân", PEOPLE_HEADINGS, given())),
    ):
        seconds, megabytes = spent(act)
        yield Figure(f"{GIVEN:,} people, {ending}, all", [seconds], "s", OUT_SECONDS)
        yield Figure(f"{GIVEN:,} people, {ending}, more memory", [megabytes], "MB", OUT_MEGABYTES)
