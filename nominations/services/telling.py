"""The result sent down: readers of its paper at every level that the dossiers passed, a line and a mail to
each laureate and to each of these units."""

import datetime as dt
from collections import defaultdict

from documents.models import IssuedDocument
from documents.services.papers import add_readers
from nominations.models import Award, DossierStage
from units.enums import REVIEW_ROLES, UNIT_ROLES
from units.models import Membership, Unit, User
from units.services import Word, tell

NAMED = 3


def tell_awarded(document: IssuedDocument, awards: list[Award], *, on: dt.date) -> None:
    own, units = "Anh/chị được tặng {award} theo", "{unit}: {names} được khen thưởng theo"
    send_down(document, awards, f"Kết quả khen thưởng theo {called(document)}", own, units, on)


def tell_revoked(document: IssuedDocument, awards: list[Award], *, on: dt.date) -> None:
    own, units = "{award} của anh/chị bị hủy bỏ theo", "{unit}: khen thưởng của {names} bị hủy bỏ theo"
    send_down(document, awards, f"Hủy bỏ khen thưởng theo {called(document)}", own, units, on)


def called(document: IssuedDocument) -> str:
    return f"{document.get_kind_display()} số {document.reference}"


def send_down(
    document: IssuedDocument, awards: list[Award], subject: str, own: str, units: str, on: dt.date
) -> None:
    passed = units_of(awards)
    read_by(document, awards, passed)
    said = f"{called(document)}."
    words = own_words(document, awards, f"{own} {said}")
    tell([*words, *unit_words(document, passed, f"{units} {said}", on)], subject)


def units_of(awards: list[Award]) -> dict[Unit, list[Award]]:
    """The awards by every unit that they passed on their way up, and by the collective itself."""
    found: dict[Unit, dict[int, Award]] = defaultdict(dict)
    by_dossier = {award.dossier_id: award for award in awards if award.dossier_id}
    stages = DossierStage.objects.filter(dossier__in=by_dossier).select_related("unit").order_by("pk")
    for stage in stages:
        found[stage.unit][by_dossier[stage.dossier_id].pk] = by_dossier[stage.dossier_id]
    for award in awards:
        if award.collective_id:
            found[award.collective][award.pk] = award
    return {unit: list(rows.values()) for unit, rows in found.items()}


def read_by(document: IssuedDocument, awards: list[Award], passed: dict[Unit, list[Award]]) -> None:
    known = {document.unit_id, *document.readers.values_list("unit", flat=True)}
    people = [award.person for award in awards if award.person_id]
    add_readers(document, units=[unit for unit in passed if unit.pk not in known], people=people)


def own_words(document: IssuedDocument, awards: list[Award], text: str) -> list[Word]:
    """To everybody awarded who has an account."""
    accounts = User.objects.filter(person__in=[award.person_id for award in awards])
    by_person = {account.person_id: account for account in accounts}
    return [
        Word(
            by_person[award.person_id],
            text.format(award=award.award_type),
            award.get_absolute_url(),
            f"award:{document.pk}:{award.pk}",
        )
        for award in awards
        if award.person_id in by_person
    ]


def unit_words(
    document: IssuedDocument, passed: dict[Unit, list[Award]], text: str, on: dt.date
) -> list[Word]:
    """To who acts for the units below the one that decided; who acts for several is told of the first."""
    below = {unit.pk: (unit, rows) for unit, rows in passed.items() if unit.pk != document.unit_id}
    held = Membership.objects.on(on).filter(unit__in=below, role__in=(*UNIT_ROLES, *REVIEW_ROLES))
    words: dict[int, Word] = {}
    for membership in held.select_related("user").order_by("unit", "pk"):
        unit, rows = below[membership.unit_id]
        line = text.format(unit=unit.short_name, names=names_of(rows))
        key = f"decision:{document.pk}:{membership.user_id}"
        words.setdefault(membership.user_id, Word(membership.user, line, document.get_absolute_url(), key))
    return list(words.values())


def names_of(awards: list[Award]) -> str:
    """`A, B, C và 4 tập thể, cá nhân khác`."""
    names = [award.name for award in awards]
    rest = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" và {rest} tập thể, cá nhân khác" if rest > 0 else "")
