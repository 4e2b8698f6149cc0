"""Everything that the page of one initiative shows."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from campaigns.enums import DeadlineKind
from campaigns.models import Deadline
from councils.enums import SessionState
from documents.models import IssuedDocument
from initiatives.enums import FINAL, Scope
from initiatives.facts.describing import PARTS, Part, missing_parts
from initiatives.facts.likely import likely_same
from initiatives.facts.words import story
from initiatives.models import Initiative
from initiatives.permissions import may_write, roles_on
from initiatives.registry import used_for


@dataclass(frozen=True)
class PartLine:
    """One part of the description in the list of what is written."""

    title: str
    url: str
    words: int
    required: bool

    @property
    def look(self) -> tuple[str, str, str]:
        if self.words:
            return "is-ok", f"{self.words} chữ", "check"
        return ("is-warn", "Chưa viết", "ring") if self.required else ("is-mute", "Không bắt buộc", "dash")


def initiative_page(initiative: Initiative, user, on: dt.date) -> dict:
    """The context of the page, but for the steps that this reader may take."""
    writes = may_write(initiative, user, on)
    recognitions = list(initiative.recognitions.select_related("document__unit"))
    return {
        "initiative": initiative,
        "parts": part_lines(initiative),
        "authors": list(initiative.authors.all()),
        "files": list(initiative.files.filter(removed_at__isnull=True).select_related("file")),
        "may_write": writes,
        "may_sign": writes and unsigned_author(initiative, user),
        "todo": first_empty(initiative) if writes else None,
        "likely": likely(initiative, user, on),
        "deadlines": deadlines(initiative),
        "recognitions": [(row, may_read(row.document, user, on)) for row in recognitions],
        "certified": any(row.scope == Scope.BASE for row in recognitions),
        "scope_to_enter": bool({"officer", "office_head"} & roles_on(initiative, user, on)),
        "uses": uses_of(initiative),
        "story": story(initiative),
        **session_lines(initiative, user, on),
    }


def part_lines(initiative: Initiative) -> list[PartLine]:
    return [
        PartLine(
            part.title,
            reverse("initiatives:part", args=[initiative.pk, part.slug]),
            len(getattr(initiative, part.key).split()),
            part.required,
        )
        for part in PARTS
    ]


def first_empty(initiative: Initiative) -> Part | None:
    """The part to write next, once the registration is sent."""
    missing = missing_parts(initiative)
    return missing[0] if missing and initiative.registered_at else None


def unsigned_author(initiative: Initiative, user) -> bool:
    return not missing_parts(initiative) and any(
        author.person_id == user.person_id and not author.signed_at for author in initiative.authors.all()
    )


def likely(initiative: Initiative, user, on: dt.date) -> list:
    """Earlier ones that look the same: for who writes it and who judges it, while it is under way."""
    if initiative.state in FINAL:
        return []
    return likely_same(initiative.name, initiative.content_key, user, on, leaving_out=initiative.pk)


def deadlines(initiative: Initiative) -> list[Deadline]:
    if initiative.campaign_id is None or initiative.registered_at:
        return []
    rows = initiative.campaign.deadline_set.filter(what=DeadlineKind.INITIATIVE_REGISTRATION)
    return list(rows.select_related("clause__campaign", "campaign"))


def may_read(document: IssuedDocument, user, on: dt.date) -> bool:
    return IssuedDocument.objects.visible_to(user, on).filter(pk=document.pk).exists()


def uses_of(initiative: Initiative) -> list[tuple[str, str]]:
    """(author, what he used it for)."""
    found = used_for([initiative.pk])
    names = {author.person_id: author.person.full_name for author in initiative.authors.all()}
    return [(names.get(person, ""), use.words) for (_, person), use in sorted(found.items())]


def session_lines(initiative: Initiative, user, on: dt.date) -> dict:
    """The session that has it, for who may open it; its points once that session is closed."""
    if initiative.item_id is None:
        return {}
    session = initiative.item.session
    seen = type(session).objects.visible_to(user, on).filter(pk=session.pk).exists()
    closed = session.state == SessionState.CLOSED
    return {"session": session, "session_seen": seen, "points_shown": closed}
