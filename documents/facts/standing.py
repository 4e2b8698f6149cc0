"""Whether an issued paper still stands, and what later papers did to it."""

from collections.abc import Iterable

from documents.enums import DocumentState, LinkKind, Standing
from documents.models import DocumentLink, IssuedDocument

# The last word counts most: what is withdrawn was perhaps corrected before.
STRONGEST_FIRST = (
    (LinkKind.WITHDRAWS, Standing.WITHDRAWN),
    (LinkKind.REPLACES, Standing.REPLACED),
    (LinkKind.ANNULS, Standing.ANNULLED),
    (LinkKind.CORRECTS, Standing.CORRECTED),
)


def answers_to(document: IssuedDocument) -> list[DocumentLink]:
    """What issued papers do to this one, the earliest first."""
    rows = document.answers.filter(document__state=DocumentState.ISSUED)
    return list(rows.select_related("document__unit").order_by("document__issued_on", "pk"))


def standing_of(links: Iterable[DocumentLink]) -> Standing:
    """The standing that the links to a paper leave it in."""
    kinds = {link.kind for link in links}
    return next((standing for kind, standing in STRONGEST_FIRST if kind in kinds), Standing.IN_FORCE)
