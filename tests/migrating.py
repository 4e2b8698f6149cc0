"""Migrations without Django's detour: for every new model it makes all the models that it leads to anew."""

import pytest
from django.db.migrations.state import ProjectState

PLAIN = ProjectState.add_model


def add_model(state: ProjectState, model) -> None:
    """Nothing leads to a new model yet: it alone is made, and the others stay as they are."""
    apps = state.__dict__.pop("apps", None)
    PLAIN(state, model)
    if apps is not None:
        state.__dict__["apps"] = apps
        apps.render_multiple([model])


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """What happens just before the database is made: a third of the time does for its migrations."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ProjectState, "add_model", add_model)
        yield
