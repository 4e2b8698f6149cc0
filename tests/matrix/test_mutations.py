"""Each guard that is taken away turns cells of the table red: a table that stays green guards nothing."""

import pytest

from campaigns.models.campaign import CampaignQuerySet
from councils.models import CouncilSessionQuerySet
from councils.views import writing
from documents.models.register import IssuedDocumentQuerySet
from documents.services import papers
from nominations.models.awards import AwardQuerySet
from nominations.models.dossiers import DossierQuerySet, DossierStageQuerySet
from nominations.models.registrations import RegistrationQuerySet
from nominations.models.submissions import SubmissionQuerySet
from nominations.services import steps
from thiduakt.admin_site import ThiduaktAdminSite
from units.enums import Role
from units.models.people import PersonQuerySet

from .cells import differing
from .table import read

pytestmark = [pytest.mark.page, pytest.mark.table, pytest.mark.django_db]


def everything(rows, user, on):
    return rows.all()


def yes(*args, **kwargs):
    return True


def nothing_against(*args, **kwargs):
    return ""


def every_role(*args, **kwargs):
    return set(Role)


# What is taken away: where it stands, its name, what stands there instead; the role and the rows that see it.
MUTANTS = {
    "plans": (CampaignQuerySet, "visible_to", everything, "clerk", "campaigns:detail"),
    "dossiers": (DossierQuerySet, "visible_to", everything, "officer", "nominations:dossier"),
    "stages": (
        DossierStageQuerySet,
        "visible_to",
        everything,
        "officer",
        "admin:nominations_dossierstage_change",
    ),
    "registrations": (RegistrationQuerySet, "visible_to", everything, "clerk", "nominations:registration"),
    "submissions": (SubmissionQuerySet, "visible_to", everything, "head", "nominations:submission"),
    "awards": (AwardQuerySet, "visible_to", everything, "records", "nominations:award"),
    "papers": (IssuedDocumentQuerySet, "visible_to", everything, "owner", "documents:detail"),
    "sessions": (CouncilSessionQuerySet, "visible_to", everything, "member", "councils:session"),
    "people": (PersonQuerySet, "visible_to", everything, "clerk", "units:person"),
    "back office": (ThiduaktAdminSite, "has_permission", yes, "signer", "admin:index"),
    "steps by role": (steps, "roles_on", every_role, "head", "nominations:dossier-step"),
    "approval by the signer": (papers, "why_not_approve", nothing_against, "records", "documents:approve"),
    "keepers of a session": (writing, "may_keep", yes, "member", "councils:votes"),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_guard_taken_away_turns_cells_red(mutant, matrix, unprinted, monkeypatch):
    owner, name, instead, role, address = MUTANTS[mutant]
    rows = [row for row in read() if row.name == address]
    assert not differing(matrix, role, rows)
    monkeypatch.setattr(owner, name, instead)
    assert differing(matrix, role, rows)
