"""What is told to who comes with an outdated page: what happened to the object since."""

import datetime as dt

from django.utils import timezone

from nominations.facts.levels import seen_up_to
from nominations.facts.words import dossier_story, registration_story, submission_story
from nominations.flow import DOSSIER_FLOW, LIST_FLOW, REGISTRATION_FLOW
from nominations.models import Dossier, Registration, Submission
from thiduakt.events.told import Told
from thiduakt.vietnamese.days import short_date


def said(newest: Told) -> str:
    """`Việc gần nhất: “Tiếp nhận”, Phan Văn Cường, 09:12 ngày 21/11/2026.`"""
    at = timezone.localtime(newest.at)
    return f"Việc gần nhất: “{newest.label}”, {newest.who}, {at:%H:%M} ngày {short_date(at)}."


def since_for_dossier(dossier: Dossier, action: str, *, by, on: dt.date) -> list[str]:
    """The newest line of the trail that the reader sees, where the state stands against a step."""
    if DOSSIER_FLOW.find(dossier.stage.state, action):
        return []
    return [said(dossier_story(dossier, seen_up_to(dossier, by, on))[0])]


def since_for_registration(registration: Registration, action: str) -> list[str]:
    if REGISTRATION_FLOW.find(registration.state, action):
        return []
    return [said(registration_story(registration)[0])]


def since_for_list(submission: Submission, action: str) -> list[str]:
    return [] if LIST_FLOW.find(submission.state, action) else [said(submission_story(submission)[0])]
