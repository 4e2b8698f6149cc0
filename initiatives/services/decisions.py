"""The recognition decision: prepared with its list, approved, issued; in that act all are recognised."""

import datetime as dt

from documents.enums import DocumentState, Kind
from documents.models import IssuedDocument
from documents.services import papers
from documents.services.numbers import lock_series
from initiatives.enums import InitiativeState, Scope
from initiatives.facts.ways import TEMPLATE
from initiatives.models import Initiative, Recognition
from initiatives.permissions import is_own_case, own_people
from initiatives.printing import authors_line, recognition_paper
from initiatives.scoring import plain
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.vietnamese.days import short_date
from units.enums import Role
from units.facts import signature_lines
from units.models import Notice, Person, Unit, User

from .locking import lock_initiatives
from .steps import move_locked, record

PREPARERS = (Role.OFFICER, Role.OFFICE_HEAD)


def waiting(unit: Unit):
    """Proposed by the council and in no draft, in the order of their points."""
    rows = Initiative.objects.filter(office=unit, state=InitiativeState.COUNCIL_APPROVED, decision=None)
    return rows.select_related("unit").order_by("-points", "pk")


@change
def prepare_recognition(unit: Unit, *, signer: Person, by, at: dt.datetime | None = None) -> IssuedDocument:
    """The draft decision for everything that the council proposed. Raises Refused: nothing waits, no right,
    a signer who is an author on its list or drew one up."""
    at = at or database_now()
    on = vietnam_day(at)
    if not by.roles_at(unit.pk, on) & set(PREPARERS):
        raise Refused("Anh/chị không được lập quyết định của cơ quan này.")
    order = {pk: place for place, pk in enumerate(waiting(unit).values_list("pk", flat=True))}
    chosen = sorted(lock_initiatives(order), key=lambda one: order[one.pk])
    refuse_bad_list(chosen, signer, on)
    lines = [line_of(number, one) for number, one in enumerate(chosen, start=1)]
    snapshot = recognition_paper(
        unit, lines, sessions_in_words(chosen), on=on, office=f"Văn phòng {unit.name}"
    )
    document = papers.prepare_document(
        Kind.QUYET_DINH,
        unit=unit,
        title=snapshot["title"],
        template=TEMPLATE,
        snapshot=snapshot | {"lines": lines},
        signature_lines=signature_lines(unit, signer, on),
        signer=signer,
        by=by,
        at=at,
    )
    for one in chosen:
        set_decision(one, document, "prepare_decision", by=by, at=at, note=document.title)
    return document


def refuse_bad_list(chosen: list[Initiative], signer: Person, on: dt.date) -> None:
    if not chosen:
        raise Refused("Chưa có sáng kiến nào được Hội đồng đề nghị nên chưa lập được quyết định.")
    if any(one.state != InitiativeState.COUNCIL_APPROVED or one.decision_id for one in chosen):
        raise Refused("Danh sách vừa thay đổi, xin mở lại trang.")
    account = User.objects.filter(person=signer).first()
    if own := [one.name for one in chosen if is_of(one, signer, account, on)]:
        raise Refused(
            f"{signer.full_name} không ký quyết định có sáng kiến của mình hoặc do mình lập "
            f"({'; '.join(own)}): chọn người ký khác."
        )


def is_of(initiative: Initiative, signer: Person, account: User | None, on: dt.date) -> bool:
    """Whether it is the signer's own case; a signer without an account stands in for nobody."""
    return is_own_case(initiative, account, on) if account else signer.pk in own_people(initiative)


def line_of(number: int, initiative: Initiative) -> dict:
    """One line as it will be printed and kept: name, authors with shares, unit, points."""
    authors = [
        {
            "person": author.person_id,
            "name": author.person.full_name,
            "detail": author.position,
            "share": plain(author.share),
        }
        for author in initiative.authors.all()
    ]
    return {
        "initiative": initiative.pk,
        "number": number,
        "name": initiative.name,
        "unit": initiative.unit.name,
        "said": authors_line(initiative),
        "points": plain(initiative.points),
        "authors": authors,
    }


def sessions_in_words(chosen: list[Initiative]) -> list[str]:
    """`Biên bản họp Hội đồng sáng kiến … ngày 21/11/2026`, each session once."""
    rows = Initiative.objects.filter(pk__in=[one.pk for one in chosen], item__isnull=False)
    found = rows.order_by("item__session__held_on").values_list(
        "item__session__council__name", "item__session__held_on"
    )
    return list(dict.fromkeys(f"Biên bản họp {name} ngày {short_date(day)}" for name, day in found))


def set_decision(initiative: Initiative, document, action: str, *, by, at: dt.datetime, note: str) -> None:
    """Put an initiative into a draft or take it out, with its event; the caller holds its lock."""
    initiative.decision = document
    initiative.save(update_fields=["decision"])
    roles = PREPARERS if document else (Role.SIGNER,)
    record(initiative, action, by=by, at=at, roles=roles, note=note)


@change
def return_recognition(
    document: IssuedDocument, *, by, note: str, at: dt.datetime | None = None
) -> IssuedDocument:
    """The signer sends the draft back: its initiatives are free for another draft."""
    at = at or database_now()
    chosen = lock_initiatives(listed_in(document))
    document = papers.return_document(document, by=by, note=note, at=at)
    for one in chosen:
        set_decision(one, None, "return_decision", by=by, at=at, note=note)
    return document


def listed_in(document: IssuedDocument):
    rows = Initiative.objects.filter(decision=document, state=InitiativeState.COUNCIL_APPROVED)
    return rows.values_list("pk", flat=True)


@change
def issue_recognition(document: IssuedDocument, *, by, at: dt.datetime | None = None) -> IssuedDocument:
    """Number and day, and with them the recognitions, in one transaction. Raises Refused; nothing is written
    then."""
    at = at or database_now()
    lock_series(document.unit, document.kind, vietnam_day(at).year)
    chosen = lock_initiatives(listed_in(document))
    lines = {line["initiative"]: line for line in document.snapshot["lines"]}
    if document.state == DocumentState.APPROVED and set(lines) != {one.pk for one in chosen}:
        raise Refused("Danh sách đã thay đổi sau khi lập dự thảo: trả lại và lập quyết định mới.")
    document = papers.issue_document(document, by=by, at=at)
    for one in chosen:
        move_locked(one, "recognise", by=by, at=at, decision=document, note=document.reference)
        Recognition.objects.create(
            initiative=one, scope=Scope.BASE, document=document, number=lines[one.pk]["number"]
        )
    tell(document, chosen)
    return document


def tell(document: IssuedDocument, chosen: list[Initiative]) -> None:
    """Readers of the paper, and a line to every author with an account."""
    named = [(author.person, one) for one in chosen for author in one.authors.all()]
    people = {person for person, _ in named}
    papers.add_readers(document, units={one.unit for one in chosen}, people=people)
    Notice.objects.bulk_create(
        Notice(
            user=person.user,
            text=f"Sáng kiến “{one.name}” được công nhận theo Quyết định số {document.reference}."[:300],
            url=one.get_absolute_url(),
        )
        for person, one in named
        if hasattr(person, "user")
    )
