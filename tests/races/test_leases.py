"""Two who open one dossier at the same moment; on PostgreSQL, with a control where both would have it."""

import threading

import pytest

from nominations.models import Dossier, Lease
from nominations.services import leases
from nominations.services.locking import Locks
from tests import world as w
from tests.races.together import PATIENCE, at_once, refused

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def open_together(world) -> list:
    (dossier,) = w.arrived(world)
    both = (world.officer, world.officer2)
    return at_once([lambda by=by: leases.hold_lease(dossier, by=by) for by in both])


def test_dossier_opened_by_two_at_once_is_held_by_one():
    results = open_together(w.make_world())
    assert len(refused(results)) == 1
    assert [lease.holder for lease in results if isinstance(lease, Lease)] == [Lease.objects.get().holder]


def test_both_hold_it_without_the_lock(monkeypatch):
    """The control: both have looked before either takes it, and nobody is refused."""
    both, look = threading.Barrier(2, timeout=PATIENCE), leases.refuse_held

    def look_together(*asked):
        look(*asked)
        both.wait()

    unlocked = lambda action, pks: Locks(list(Dossier.objects.filter(pk__in=pks)))  # noqa: E731
    monkeypatch.setattr(leases, "lock_for", unlocked)
    monkeypatch.setattr(leases, "refuse_held", look_together)
    results = open_together(w.make_world())
    assert (refused(results), len({lease.holder for lease in results})) == ([], 2)
