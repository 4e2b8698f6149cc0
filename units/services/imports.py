"""A list from Excel: read and tried out, shown row by row, then taken in whole or not at all."""

import datetime as dt
import hashlib
import json
import secrets
from collections import Counter

import tablib
from django.core.files.base import ContentFile
from django.db import transaction

from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.sheets.table import Row, Table, read_table
from thiduakt.vietnamese.text import clean_text
from units.enums import Fate, ImportState
from units.models import ImportJob
from units.registry import LISTS, ListKind

MAX_BYTES = 5 << 20
TOO_BIG = "Tệp lớn hơn 5 MB. Hãy chỉ giữ lại bảng cần nhập hoặc chia thành nhiều tệp."
MEANWHILE = (
    "Dữ liệu trong hệ thống đã thay đổi sau khi tệp được xem trước. Dưới đây là kết quả mới; "
    "xem lại rồi xác nhận."
)
# More rows than this are taken in by the worker: the page does not wait so long.
AT_ONCE = 300
# Seconds that a file read once before may take again: it is no bomb, and the machine may be busy.
LATER = 60


class Rollback(Exception):
    """Ends the transaction of a trial; carries what it found."""


def list_kind(key: str, by, on: dt.date) -> ListKind:
    """The kind of list, for who may send it. Raises Refused."""
    kind = LISTS.get(key)
    if kind is None or not kind.may(by, on):
        raise Refused("Tài khoản của anh/chị không nhập được danh sách này.")
    return kind


@change
def upload_list(key: str, upload, *, by, at: dt.datetime | None = None) -> ImportJob:
    """Keep the file and try it out. Raises Refused when it is no such list; then nothing is kept."""
    on = vietnam_day(at or database_now())
    kind = list_kind(key, by, on)
    if upload.size > MAX_BYTES:
        raise Refused(TOO_BIG)
    data = upload.read()
    table = read_table(data, kind.columns)
    job = ImportJob(
        kind=key,
        file_name=clean_text(upload.name)[-200:],
        sha256=hashlib.sha256(data).hexdigest(),
        created_by=by,
    )
    job.file.save(f"{secrets.token_hex(16)}.bin", ContentFile(data), save=False)
    job.save()
    if len(table.rows) <= AT_ONCE:
        show(job, try_out(kind, table, by=by, on=on))
    return job


def show(job: ImportJob, report: dict, refusal: str = "") -> None:
    job.report, job.digest, job.refusal = report, digest(report), refusal
    job.state = ImportState.SHOWN
    job.save(update_fields=["report", "digest", "refusal", "state"])


def digest(report: dict) -> str:
    """What would happen, as a hash: every row's number, fate and changes."""
    said = [[row["number"], row["fate"], row["changes"], row["faults"]] for row in report["rows"]]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def try_out(kind: ListKind, table: Table, *, by, on: dt.date) -> dict:
    """The report of a run whose every write is taken back."""
    try:
        with transaction.atomic():
            raise Rollback(run(kind, table, by=by, on=on) | {"made": []})
    except Rollback as trial:
        return trial.args[0]


def run(kind: ListKind, table: Table, *, by, on: dt.date) -> dict:
    """Every row through the resource; the caller decides whether it stays."""
    good = [row for row in table.rows if not row.faults]
    dataset = tablib.Dataset(
        *(list(row.values.values()) for row in good), headers=[column.key for column in kind.columns]
    )
    resource = kind.resource(by=by, on=on, columns=kind.columns)
    resource.prepare([row.values for row in good])
    # No savepoint for each row: the caller's transaction holds them all, one wrong row keeps all out.
    result = resource.import_data(dataset, raise_errors=False, use_transactions=False)
    resource.finish()
    lines = zip((row.number for row in good), resource.lines_of(result), strict=True)
    told = {number: line | {"faults": placed(table, number, line["faults"])} for number, line in lines}
    rows = [
        {"number": row.number, "notes": row.notes, **(faulty(row) | told.get(row.number, {}))}
        for row in table.rows
    ]
    return {
        "counts": dict(Counter(row["fate"] for row in rows)),
        "rows": rows,
        "unknown": table.unknown,
        "skipped": table.skipped,
        "ended": table.ended,
        "made": resource.made,
    }


def placed(table: Table, number: int, faults: list[tuple[str, str]]) -> list[str]:
    """Each with its sheet and cell."""
    return [f"{table.place(number, column)}: {sentence}" for column, sentence in faults]


def faulty(row: Row) -> dict:
    name = next((str(value) for value in row.values.values() if value), "")
    faults = [str(fault) for fault in row.faults]
    return {"fate": Fate.WRONG.value, "name": name, "changes": [], "faults": faults}


@change
def confirm_list(job: ImportJob, *, by, at: dt.datetime | None = None) -> ImportJob:
    """Take in the file that was shown, all of it. Raises Refused; a second confirmation changes nothing.

    When something else has changed meanwhile so that rows would go otherwise than shown, nothing is
    taken in and the new report is shown.
    """
    job = ImportJob.objects.select_for_update(no_key=True).get(pk=job.pk)
    at = at or database_now()
    refuse_confirmation(job, by)
    if len(job.report["rows"]) > AT_ONCE:
        job.state = ImportState.WRITING
        job.save(update_fields=["state"])
        return job
    return take_in(job, on=vietnam_day(at), at=at)


def refuse_confirmation(job: ImportJob, by) -> None:
    if job.created_by_id != by.pk:
        raise Refused("Chỉ người tải tệp lên xác nhận được.")
    if job.state == ImportState.DONE:
        raise Refused("Tệp này đã được nhập.")
    if job.state != ImportState.SHOWN:
        raise Refused(f"Tệp chưa xác nhận được: {job.get_state_display().lower()}.")
    if job.count(Fate.WRONG):
        raise Refused("Tệp còn dòng sai nên chưa nhập được. Sửa trong Excel rồi tải lên lại.")


def take_in(job: ImportJob, *, on: dt.date, at: dt.datetime) -> ImportJob:
    """The rows into the system, if they do what was shown; else the new report, and nothing else."""
    by = job.created_by
    kind = list_kind(job.kind, by, on)
    table = read_table(stored(job), kind.columns, wait=LATER)
    try:
        with transaction.atomic():
            report = run(kind, table, by=by, on=on)
            if digest(report) != job.digest:
                raise Rollback(report)
    except Rollback as changed:
        show(job, changed.args[0], MEANWHILE)
        return job
    job.report, job.state, job.done_at, job.refusal = report, ImportState.DONE, at, ""
    job.save(update_fields=["report", "state", "done_at", "refusal"])
    return job


def stored(job: ImportJob) -> bytes:
    """The bytes that were shown. Raises Refused when the file is not what it was."""
    with job.file.open("rb") as file:
        data = file.read()
    if hashlib.sha256(data).hexdigest() != job.sha256:
        raise Refused("Tệp lưu trên máy chủ không còn nguyên. Hãy tải lên lại.")
    return data


def imports_pending() -> int:
    """One round of the worker: long lists to try out and to take in; returns how many were done."""
    waiting = ImportJob.objects.filter(state__in=[ImportState.READING, ImportState.WRITING])
    return sum(work_on(pk) for pk in waiting.order_by("pk").values_list("pk", flat=True))


@change
def work_on(pk: int) -> int:
    """One job that no other worker holds; 1 when it was done."""
    row = ImportJob.objects.select_for_update(no_key=True, skip_locked=True).filter(
        pk=pk, state__in=[ImportState.READING, ImportState.WRITING]
    )
    job = row.first()
    if job is None:
        return 0
    at = database_now()
    try:
        proceed(job, at)
    except Refused as refused:
        job.state, job.refusal = ImportState.REFUSED, " ".join(refused.reasons)
        job.save(update_fields=["state", "refusal"])
    return 1


def proceed(job: ImportJob, at: dt.datetime) -> None:
    on = vietnam_day(at)
    if job.state == ImportState.WRITING:
        take_in(job, on=on, at=at)
        return
    kind = list_kind(job.kind, job.created_by, on)
    show(job, try_out(kind, read_table(stored(job), kind.columns, wait=LATER), by=job.created_by, on=on))
