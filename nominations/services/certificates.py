"""Certificates printed: the office's blanks, many at once outside the request, reprints with a reason."""

import datetime as dt
import secrets
from collections.abc import Iterator

from django.core.files.base import ContentFile
from django.db.models import F

from documents.enums import JobState
from documents.models import IssuedDocument
from documents.pdf.render import laid_out, pdf_of_pieces, render_html, stylesheet
from documents.services.papers import locked, record
from nominations.enums import Align, BlankKey
from nominations.models import Award, CertificateField, CertificateRun, CertificateTemplate
from nominations.printing.blanks import blanks_pages
from nominations.printing.decisions import certificates_paper
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import REVIEW_ROLES, Role
from units.models import Unit

KEEPERS = frozenset({Role.OFFICER, Role.OFFICE_HEAD})
AT_A_TIME = 50  # certificates between two looks at the progress
MOST_TRIES = 3

# On A4 across: what stands where, (x, y, width) in mm, points, how, bold.
USUAL = {
    BlankKey.GIVER: (26, 52, 245, 17, Align.CENTER, True),
    BlankKey.NAME: (26, 98, 245, 24, Align.CENTER, True),
    BlankKey.DETAIL: (26, 112, 245, 15, Align.CENTER, False),
    BlankKey.ACHIEVEMENT: (26, 122, 245, 15, Align.CENTER, False),
    BlankKey.DECISION: (26, 176, 110, 13, Align.LEFT, True),
    BlankKey.BOOK: (26, 183, 110, 13, Align.LEFT, True),
    BlankKey.DATE: (160, 146, 111, 14, Align.CENTER, True),
    BlankKey.POSITION: (160, 153, 111, 14, Align.CENTER, True),
    BlankKey.SIGNER: (160, 184, 111, 14, Align.CENTER, True),
}
A4 = (297, 210)


def may_lay_out(unit_id: int, by, on: dt.date) -> bool:
    return bool(by.roles_at(unit_id, on) & KEEPERS)


@change
def new_blank(unit: Unit, name: str, *, width, height, by, award_type=None) -> CertificateTemplate:
    """A blank with every text where it stands on most; on other sizes in proportion."""
    if not may_lay_out(unit.pk, by, vietnam_day(database_now())):
        raise Refused("Chỉ cán bộ thường trực lập và sửa phôi in của đơn vị mình.")
    if CertificateTemplate.objects.filter(unit=unit, name=name).exists():
        raise Refused(f"Đơn vị đã có phôi “{name}”.")
    template = CertificateTemplate.objects.create(
        unit=unit, name=name, width=width, height=height, award_type=award_type
    )
    across, down = float(width) / A4[0], float(height) / A4[1]
    CertificateField.objects.bulk_create(
        CertificateField(
            template=template,
            key=key,
            x=round(x * across, 1),
            y=round(y * down, 1),
            width=round(wide * across, 1),
            size=size,
            align=align,
            bold=bold,
        )
        for key, (x, y, wide, size, align, bold) in USUAL.items()
    )
    return template


@change
def lay_out(template: CertificateTemplate, places: dict[str, dict], *, by, **facts) -> CertificateTemplate:
    """Keep name, size, offset and where each text stands, {key: columns}. Nothing leaves the sheet."""
    template = CertificateTemplate.objects.select_for_update(no_key=True).get(pk=template.pk)
    if not may_lay_out(template.unit_id, by, vietnam_day(database_now())):
        raise Refused("Chỉ cán bộ thường trực lập và sửa phôi in của đơn vị mình.")
    for name, value in facts.items():
        setattr(template, name, value)
    if outside := [BlankKey(key).label for key, place in places.items() if leaves(template, place)]:
        raise Refused(f"Ra ngoài phôi: {', '.join(outside)}. Giảm chiều rộng hoặc dời lại.")
    template.save()
    for field in template.fields.filter(key__in=places):
        for name, value in places[field.key].items():
            setattr(field, name, value)
        field.save()
    return template


def leaves(template: CertificateTemplate, place: dict) -> bool:
    """Whether a text that is printed would go beyond an edge."""
    if not place["shown"]:
        return False
    return place["x"] + place["width"] > template.width or place["y"] >= template.height


@change
def order_run(
    decision: IssuedDocument,
    keys,
    *,
    template: CertificateTemplate | None = None,
    note: str = "",
    by,
    at: dt.datetime | None = None,
) -> CertificateRun:
    """Print the chosen awards of a decision; what was printed before asks for a reason, kept in the trail."""
    decision = locked(decision)
    at = at or database_now()
    if not by.roles_at(decision.unit_id, vietnam_day(at)) & set(REVIEW_ROLES):
        raise Refused("Chỉ cơ quan ban hành quyết định in giấy khen.")
    awards = list(decision.awards.filter(pk__in=keys, revoked_by=None))
    if not awards or len(awards) != len(set(keys)):
        raise Refused("Chọn khen thưởng còn hiệu lực của quyết định này.")
    again = printed_before(awards)
    if again and not note:
        raise Refused(f"Đã in {len(again)} bản trong số này: ghi lý do in lại.")
    if template and template.unit_id != decision.unit_id:
        raise Refused("Phôi này của đơn vị khác.")
    run = CertificateRun.objects.create(
        decision=decision, template=template, note=note, by=by, total=len(awards)
    )
    run.awards.set(awards)
    data = {"run": run.pk, "numbers": sorted(award.gold_book_number for award in awards)}
    action = "reprint_certificates" if again else "print_certificates"
    record(decision, action, by=by, at=at, was=decision.state, roles=REVIEW_ROLES, note=note, data=data)
    return run


def printed_before(awards: list[Award]) -> set[int]:
    """Those already in a run that did not fail."""
    runs = CertificateRun.objects.exclude(state=JobState.FAILED)
    return set(runs.filter(awards__in=awards).values_list("awards", flat=True)) & {row.pk for row in awards}


def certificates_pending() -> int:
    """One round of the worker: runs that wait, each tried a few times; returns how many were printed."""
    waiting = CertificateRun.objects.filter(state=JobState.WAITING, attempts__lt=MOST_TRIES)
    return sum(print_run(pk) for pk in waiting.order_by("pk").values_list("pk", flat=True))


def print_run(pk: int) -> int:
    """One run, unless another worker took this try of it; 1 when it was printed. Repeating does no harm."""
    run = CertificateRun.objects.select_related("decision__unit", "template").get(pk=pk)
    same = CertificateRun.objects.filter(pk=pk, state=JobState.WAITING, attempts=run.attempts)
    if not same.update(attempts=F("attempts") + 1):
        return 0
    try:
        content = printed(run)
    except Exception as error:
        last = run.attempts + 1 >= MOST_TRIES
        state = JobState.FAILED if last else JobState.WAITING
        CertificateRun.objects.filter(pk=pk).update(state=state, error=str(error)[:2000])
        return 0
    run.pdf.save(f"{secrets.token_hex(16)}.pdf", ContentFile(content), save=False)
    finished = {"pdf": run.pdf.name, "state": JobState.DONE, "done": run.total, "error": ""}
    CertificateRun.objects.filter(pk=pk).update(**finished)
    return 1


def printed(run: CertificateRun) -> bytes:
    """All pages in the order of the gold book, laid out some at a time: the row tells how far."""
    awards = list(run.awards.select_related("award_type").order_by("gold_book_number"))
    return pdf_of_pieces(in_pieces(run, awards))


def in_pieces(run: CertificateRun, awards: list[Award]) -> Iterator:
    images: dict = {}
    for first in range(0, len(awards), AT_A_TIME):
        some = awards[first : first + AT_A_TIME]
        yield pages(run, some, images)
        CertificateRun.objects.filter(pk=run.pk).update(done=first + len(some))


def pages(run: CertificateRun, awards: list[Award], images: dict):
    """A piece of the file, laid out; see `laid_out` for `images`."""
    if run.template:
        return blanks_pages(run.template, run.decision, awards, images)
    html = render_html("certificates.html", certificates_paper(run.decision, awards))
    return laid_out(html, stylesheet(), images=images)
