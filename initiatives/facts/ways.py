"""Where the pages of a recognition decision lead."""

import datetime as dt

from django.urls import reverse

from documents.models import IssuedDocument
from documents.registry import Contents, Way
from initiatives.models import Initiative
from initiatives.permissions import is_own_case
from thiduakt.vietnamese.words import count2
from units.enums import REVIEW_ROLES, Role

TEMPLATE = "recognition.html"


def subject(document: IssuedDocument, user, on: dt.date) -> str:
    return reverse("initiatives:decisions") if user.acting_unit_ids(on, REVIEW_ROLES) else ""


def issue(document: IssuedDocument) -> str:
    return reverse("initiatives:decision-issue", args=[document.pk])


def send_back(document: IssuedDocument) -> str:
    return reverse("initiatives:decision-return", args=[document.pk])


def bars(document: IssuedDocument, by, on: dt.date) -> str:
    """Nobody signs in his own case: an author on the list, or who drew one up."""
    listed = Initiative.objects.filter(decision=document).select_related("created_by")
    own = [one.name for one in listed.prefetch_related("authors") if is_own_case(one, by, on)]
    if not own:
        return ""
    return (
        f"Anh/chị không ký quyết định có sáng kiến của mình hoặc do mình lập ({'; '.join(own)}). "
        "Trả lại dự thảo để chọn người ký khác."
    )


def prints(document: IssuedDocument, roles) -> list[tuple[str, str]]:
    """All certificates in one file, once the decision is issued."""
    if not document.issued:
        return []
    url = reverse("initiatives:decision-certificates", args=[document.pk])
    return [("In giấy chứng nhận sáng kiến (PDF)", url)]


def contents(document: IssuedDocument) -> Contents:
    """Which initiatives it recognises, as the draft has them."""
    lines = document.snapshot.get("lines", [])
    if not lines:
        return Contents()
    counted = f"{count2(len(lines))} sáng kiến"
    rows = [(str(line["number"]), line["name"], line["said"], f"{line['points']} điểm") for line in lines]
    return Contents(f"công nhận {counted}", [("Công nhận", counted)], [("Sáng kiến", rows)])


RECOGNITION = Way(
    subject=subject,
    issue=issue,
    numbered_by=(Role.RECORDS,),
    send_back=send_back,
    bars=bars,
    prints=prints,
    contents=contents,
)
