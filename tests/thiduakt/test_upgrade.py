"""Replaced migrations: run all or none of them; what stands between is told."""

import pytest
from django.core.management import CommandError, call_command
from django.db.migrations.loader import MigrationLoader

from thiduakt.upgrade import half_way

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def replaced(recorder):
    """The older steps of `campaigns`, recorded in place of the one that replaces them."""
    recorder.migration_qs.filter(app="campaigns").delete()
    steps = MigrationLoader(None).replacements["campaigns", "0001_squashed"].replaces
    for step in steps:
        recorder.record_applied(*step)
    return steps


def test_all_older_steps_are_a_whole_way(replaced):
    assert half_way("default") == []


def test_some_older_steps_are_told_and_nothing_is_run(replaced, recorder):
    recorder.record_unapplied(*replaced[-1])
    assert half_way("default") == ["campaigns"]
    with pytest.raises(CommandError, match="dừng giữa hai phiên bản"):
        call_command("migrate", verbosity=0, skip_checks=False)
