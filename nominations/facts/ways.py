"""Where the pages of a paper lead: what it is about, where it is numbered, where a refusal is sent."""

from django.urls import reverse

from documents.models import IssuedDocument
from documents.registry import Way


def decision_subject(document: IssuedDocument) -> str:
    return reverse("nominations:decisions")


def decision_issue(document: IssuedDocument) -> str:
    return reverse("nominations:decision-issue", args=[document.pk])


def decision_return(document: IssuedDocument) -> str:
    return reverse("nominations:decision-return", args=[document.pk])


def decision_prints(document: IssuedDocument) -> list[tuple[str, str]]:
    """All certificates in one file, once the decision is issued."""
    if not document.issued:
        return []
    return [("In giấy khen (PDF)", reverse("nominations:decision-certificates", args=[document.pk]))]


def submission_subject(document: IssuedDocument) -> str:
    submission = getattr(document, "submission", None)
    return submission.get_absolute_url() if submission else ""


def plan_subject(document: IssuedDocument) -> str:
    campaign = getattr(document, "campaign", None)
    return campaign.get_absolute_url() if campaign else ""


def plan_issue(document: IssuedDocument) -> str:
    campaign = getattr(document, "campaign", None)
    return reverse("campaigns:step", args=[campaign.pk, "launch"]) if campaign else ""


DECISION = Way(
    subject=decision_subject, issue=decision_issue, send_back=decision_return, prints=decision_prints
)
LETTER = Way(subject=submission_subject, numbered="Tờ trình được cấp số khi đơn vị gửi hồ sơ.")
PLAN = Way(subject=plan_subject, issue=plan_issue, issue_at_once=False)
