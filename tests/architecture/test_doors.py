"""Every address has an audience and rows in the permission table; every model says which rows one sees."""

import pytest
from django.apps import apps

from tests.matrix.table import addresses, problems, read
from thiduakt.management.routing import routes

pytestmark = pytest.mark.pure

# Models without `visible_to`, each with what keeps its rows from strangers instead.
REASONS = {
    "admin.LogEntry": "Django's own history, shown on the page of a row that one sees",
    "auth.Permission": "not used: rights follow from memberships",
    "auth.Group": "not used: rights follow from memberships",
    "contenttypes.ContentType": "names of models, no data",
    "sessions.Session": "not used: sessions are units.UserSession",
    "axes.AccessFailureLog": "the throttle's own rows, on no page",
    "axes.AccessAttempt": "the throttle's own rows, on no page",
    "axes.AccessAttemptExpiration": "the throttle's own rows, on no page",
    "axes.AccessLog": "the throttle's own rows, on no page",
    "units.UnitAncestor": "the closure that visible_to itself joins",
    "units.UnitHeir": "the closure that visible_to itself joins",
    "units.UserSession": "listed to its own account, by that account",
    "units.Invitation": "found by its secret alone",
    "units.SecondFactor": "read by its own account, shown to nobody",
    "units.RecoveryCode": "read by its own account, shown to nobody",
    "units.OldPassword": "compared when a password is set, shown to nobody",
    "units.OutboxMail": "the administrator's list; the page of no other role shows mail",
    "documents.StoredFile": "handed out by the page of the row that it belongs to, never by its own key",
}


def test_every_address_has_a_row_and_every_row_an_address():
    found = problems(read(), addresses())
    assert not found, "\n".join(found)


def test_every_page_declares_its_audience():
    silent = [f"{route['pattern']} ({route['name']})" for route in routes() if not route["role"]]
    assert not silent, (
        "No audience: give its list of addresses to thiduakt.web.signed_in, name its roles with "
        "thiduakt.web.for_roles, or mark it login_not_required:\n" + "\n".join(silent)
    )


def test_every_model_says_which_rows_one_sees():
    models = {model._meta.label: model for model in apps.get_models()}
    silent = {name for name, model in models.items() if not hasattr(model._default_manager, "visible_to")}
    assert silent == REASONS.keys(), (
        f"Give a visible_to (thiduakt.visible has two) to {sorted(silent - REASONS.keys())}; "
        f"take out of REASONS {sorted(REASONS.keys() - silent)}."
    )
