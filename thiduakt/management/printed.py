"""One paper as PDF bytes, by its kind and the key of what it is about."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model

from campaigns.models import Campaign
from campaigns.printing import plan_paper
from councils.enums import SessionState
from councils.models import CouncilSession
from councils.printing import minutes_paper
from documents.enums import Kind
from documents.models import IssuedDocument, NumberSeries
from documents.pdf.render import render_pdf
from documents.printing import register_paper
from documents.services.printing import merged, pdf_bytes
from initiatives import printing as initiatives
from initiatives.facts.ways import TEMPLATE as RECOGNITION
from initiatives.models import Initiative
from nominations.enums import StageState
from nominations.models import Dossier, Submission
from nominations.printing.decisions import certificates_paper
from nominations.printing.reports import report_paper, summary_paper
from nominations.services.kept import appraisal_sheet
from thiduakt.errors import Refused


@dataclass(frozen=True)
class Printer:
    """`make(row, on) -> bytes` for one kind of paper and the model that its key belongs to."""

    model: type[Model]
    make: Callable[[Model, dt.date], bytes]


def paper_or_draft(document: IssuedDocument) -> bytes:
    """The stored bytes of an issued paper; before that the draft, marked as one."""
    if document.issued:
        return pdf_bytes(document)
    return render_pdf(document.template, merged(document), draft=True)


def plan(campaign: Campaign, on: dt.date) -> bytes:
    if campaign.paper:
        return paper_or_draft(campaign.paper)
    return render_pdf("plan.html", plan_paper(campaign, on=on), draft=True)


def submission(row: Submission, on: dt.date) -> bytes:
    if row.paper is None:
        raise Refused("Tờ trình này chưa được lập trên hệ thống.")
    return paper_or_draft(row.paper)


def minutes(session: CouncilSession, on: dt.date) -> bytes:
    if session.minutes:
        return paper_or_draft(session.minutes)
    return render_pdf("minutes.html", minutes_paper(session), draft=session.state != SessionState.CLOSED)


def report(dossier: Dossier, on: dt.date) -> bytes:
    draft = dossier.stage.state == StageState.DRAFT
    return render_pdf("report.html", report_paper(dossier, on=on, draft=draft))


def summary(dossier: Dossier, on: dt.date) -> bytes:
    draft = dossier.stage.state == StageState.DRAFT
    return render_pdf("summary.html", summary_paper(dossier, on=on, draft=draft))


def appraisal(dossier: Dossier, on: dt.date) -> bytes:
    return render_pdf("appraisal.html", appraisal_sheet(dossier, on))


def decision(document: IssuedDocument, on: dt.date) -> bytes:
    return paper_or_draft(needs_decision(document))


def certificates(document: IssuedDocument, on: dt.date) -> bytes:
    if document.template == RECOGNITION:
        return initiative_certificates(document)
    awards = list(needs_decision(document).awards.select_related("award_type"))
    if not awards:
        raise Refused("Quyết định chưa ban hành nên chưa có giấy khen để in.")
    return render_pdf("certificates.html", certificates_paper(document, awards))


def initiative_certificates(document: IssuedDocument) -> bytes:
    if not document.issued:
        raise Refused("Quyết định chưa ban hành nên chưa có giấy chứng nhận để in.")
    lines = document.snapshot["lines"]
    chosen = [(line, author) for line in lines for author in line["authors"]]
    return render_pdf("certificates.html", initiatives.certificates_paper(document, chosen))


def initiative_request(row: Initiative, on: dt.date) -> bytes:
    return render_pdf("initiative_request.html", initiatives.request_paper(row, on=on))


def needs_decision(document: IssuedDocument) -> IssuedDocument:
    if document.kind != Kind.QUYET_DINH:
        raise Refused(f"{document} không phải là quyết định.")
    return document


def register(series: NumberSeries, on: dt.date) -> bytes:
    return render_pdf("register.html", register_paper(series, on=on))


PRINTERS = {
    "plan": Printer(Campaign, plan),
    "submission": Printer(Submission, submission),
    "minutes": Printer(CouncilSession, minutes),
    "report": Printer(Dossier, report),
    "summary": Printer(Dossier, summary),
    "appraisal": Printer(Dossier, appraisal),
    "decision": Printer(IssuedDocument, decision),
    "certificates": Printer(IssuedDocument, certificates),
    "request": Printer(Initiative, initiative_request),
    "register": Printer(NumberSeries, register),
}
