"""When a walk may be put back instead of gone: from the ground as it was made, with the usual settings."""

import pytest
from django.test import override_settings

from criteria.models import LegalRegime
from tests import world as w
from tests.world.kept import changed_settings, once, step


@pytest.mark.pure
def test_host_of_the_live_server_is_the_only_setting_not_heeded():
    with override_settings(ALLOWED_HOSTS=["máy thử"], QUOTA_LOCK=False):
        assert changed_settings() >= {"ALLOWED_HOSTS", "QUOTA_LOCK"}
    assert "QUOTA_LOCK" not in changed_settings()


def counted():
    """A walk that writes one row, and how often it was gone by foot."""
    feet = []

    @step
    def walk(world):
        feet.append(world)
        return LegalRegime.objects.create(code="thử", name="Thử", valid_from=w.START)

    return walk, feet


def from_the_ground(walk, name: str, *, touched: bool) -> None:
    """The walk once, on rows that are taken away again."""
    ground = once(name, w.World.__name__.upper)
    if touched:
        LegalRegime.objects.create(code="khác", name="Khác", valid_from=w.START)
    assert walk(ground).pk
    LegalRegime.objects.filter(code__in=("thử", "khác")).delete()


@pytest.mark.unit
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "second", "touched", "times"),
    [("một", "một", False, 1), ("hai", "hai", True, 2), ("ba", "bốn", False, 2)],
)
def test_walk_is_put_back_on_its_own_untouched_ground(first, second, touched, times):
    walk, feet = counted()
    from_the_ground(walk, first, touched=False)
    from_the_ground(walk, second, touched=touched)
    assert len(feet) == times
