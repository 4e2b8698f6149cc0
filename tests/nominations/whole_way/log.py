"""The trails of one campaign as plain rows, and its papers as text: all that the recount may look at."""

import datetime as dt

from campaigns.models import Campaign
from councils.models import CouncilSession, CouncilSessionEvent
from documents.models import DocumentEvent, IssuedDocument
from nominations.models import DossierEvent
from tests.documents.pdfread import page_texts
from thiduakt.management.printed import PRINTERS

from .recompute import Printed


def trails(campaign: Campaign) -> list[dict]:
    """Events of dossiers, council sessions and papers, in the order in which they were written."""
    found = [
        *rows(DossierEvent.objects.filter(dossier__campaign=campaign), "dossier"),
        *rows(
            CouncilSessionEvent.objects.filter(session__items__stage__dossier__campaign=campaign), "session"
        ),
        *rows(DocumentEvent.objects.all(), "document"),
    ]
    return sorted(found, key=lambda row: (row["at"], row["of"], row["key"], row["seq"]))


def rows(events, subject: str) -> list[dict]:
    columns = {"seq": "seq", "at": "at", "action": "action", "was": "from_state", "to": "to_state"}
    stage = {"stage": "stage"} if subject == "dossier" else {}
    found = events.distinct().values(*columns.values(), "data", f"{subject}_id", *stage.values())
    return [
        {name: row[column] for name, column in (columns | stage).items()}
        | {"of": subject, "key": row[f"{subject}_id"], "data": row["data"], "at": row["at"].isoformat()}
        for row in found
    ]


def printed(kind: str, row: IssuedDocument | CouncilSession, on: dt.date) -> Printed:
    """The paper as PDF, read back; `revocation` is printed as a decision is."""
    make = PRINTERS["decision" if kind == "revocation" else kind].make
    return Printed(kind, row.pk, " ".join(" ".join(page_texts(make(row, on))).split()))
