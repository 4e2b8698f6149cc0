"""The trails of one campaign as plain rows, and its papers as text: all that the recount may look at."""

import datetime as dt

from campaigns.models import Campaign, CampaignEvent
from councils.models import CouncilSession, CouncilSessionEvent
from documents.models import DocumentEvent, IssuedDocument
from nominations.models import DossierEvent, RegistrationEvent, Submission, SubmissionEvent
from tests.documents.pdfread import page_texts
from thiduakt.management.printed import PRINTERS

from .recompute import Printed


def trails(campaign: Campaign) -> list[dict]:
    """Events of plan, registrations, lists, dossiers, sessions and papers, as they were written."""
    found = [
        *rows(CampaignEvent.objects.filter(campaign=campaign), "campaign"),
        *rows(RegistrationEvent.objects.filter(registration__campaign=campaign), "registration"),
        *rows(SubmissionEvent.objects.filter(submission__campaign=campaign), "submission"),
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


AS = {"revocation": "decision", "registrations": "submission"}


def printed(kind: str, row: IssuedDocument | CouncilSession | Submission, on: dt.date) -> Printed:
    """The paper as PDF, read back; its key is that of the paper, of minutes that of their session."""
    make = PRINTERS[AS.get(kind, kind)].make
    key = row.paper_id if isinstance(row, Submission) else row.pk
    return Printed(kind, key, " ".join(" ".join(page_texts(make(row, on))).split()))
