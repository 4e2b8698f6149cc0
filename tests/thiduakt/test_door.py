"""What the database refuses at the door is told in a sentence, and nothing is written."""

import pytest
from django.db import IntegrityError

from criteria.models import LegalRegime
from thiduakt.clock import today
from thiduakt.door import TAKEN, change
from thiduakt.errors import Refused

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@change
def two_alike():
    for name in ("Một", "Hai"):
        LegalRegime.objects.create(code="thử", name=name, valid_from=today())


@change
def broken_otherwise():
    LegalRegime.objects.create(code="thử", name=None, valid_from=today())


def test_second_of_two_alike_is_told():
    with pytest.raises(Refused, match=TAKEN):
        two_alike()
    assert not LegalRegime.objects.filter(code="thử").exists()


def test_what_is_no_race_stays_an_error():
    with pytest.raises(IntegrityError):
        broken_otherwise()
