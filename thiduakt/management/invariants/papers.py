"""Numbers of the series, and the bytes that are kept."""

import hashlib
from collections.abc import Iterator

from documents.enums import Origin
from documents.models import IssuedDocument, NumberSeries, StoredFile

BLOCK = 1 << 20


def numbers_without_gap() -> Iterator[str]:
    """In each series 1 to n, each once, and n is what the counter says (NĐ 30/2020, Điều 15)."""
    found = numbers_taken()
    series = {(row.unit_id, row.kind, row.year): row for row in NumberSeries.objects.order_by("pk")}
    for key in sorted({*found, *series}, key=str):
        taken = sorted(found.get(key, []))
        last = series[key].last_number if key in series else 0
        if taken != list(range(1, last + 1)):
            yield f"sổ {key[1]} năm {key[2]} của đơn vị {key[0]}: số cuối {last}, các số đã cấp {taken}"


def numbers_taken() -> dict[tuple, list[int]]:
    """Numbers by (unit, kind, year). Papers from elsewhere have numbers that are not of our series."""
    found: dict[tuple, list[int]] = {}
    papers = IssuedDocument.objects.filter(origin=Origin.OURS, number__isnull=False)
    for unit, kind, day, number in papers.values_list("unit", "kind", "issued_on", "number").order_by("pk"):
        found.setdefault((unit, kind, day.year), []).append(number)
    return found


def issued_pdf() -> Iterator[str]:
    """The stored bytes of a paper have the hash that was stored with them."""
    for paper in IssuedDocument.objects.exclude(pdf="").defer("snapshot").order_by("pk").iterator():
        if fault := file_fault(paper.pdf, paper.sha256):
            yield f"văn bản {paper.pk}: {fault}"


def uploads() -> Iterator[str]:
    for stored in StoredFile.objects.order_by("pk").iterator():
        if fault := file_fault(stored.file, stored.sha256):
            yield f"tệp {stored.pk}: {fault}"


def file_fault(file, sha256: str) -> str:
    """What is wrong with a stored file; empty when its bytes are the ones that were hashed."""
    try:
        with file.open("rb") as stored:
            digest = hashlib.sha256()
            while block := stored.read(BLOCK):
                digest.update(block)
    except OSError:
        return "không đọc được tệp đã lưu"
    return "" if digest.hexdigest() == sha256 else "nội dung tệp khác với mã băm đã lưu"
