"""An initiative is put forward once for each author; taken back, or come to nothing, it is free again."""

import pytest
from django.db import IntegrityError, transaction

from criteria.eligibility import Initiative as Made
from initiatives.facts import recognised
from nominations.facts.law import Law
from nominations.facts.uses import initiatives_of
from nominations.models import Dossier, InitiativeUse
from nominations.services import uses
from nominations.services.steps import move_dossier
from tests import world as w
from tests.world import initiatives as walk
from thiduakt.clock import today
from thiduakt.errors import Refused

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def world():
    return w.make_world()


def second(world, first: Dossier) -> Dossier:
    """Another award for the same person, as another plan would give it."""
    other = w.running_plan(world.commune, by=world.officer)
    return w.walk.create_dossier(
        other, award_type=world.award, unit=world.economy, by=world.clerk, person=first.person
    )


def known_to_the_law(dossier: Dossier) -> list[tuple[str, str]]:
    found: list[Made] = Law([dossier]).known(dossier).initiatives
    return [(each.name, each.used_for) for each in found]


def test_second_use_is_refused_with_its_source_and_free_again_when_taken_back(world):
    (made,) = walk.recognised(world)
    first = w.draft(world)
    other = second(world, first)
    use = uses.use_initiative(first, made, by=world.staff)
    assert uses.use_initiative(first, made, by=world.staff) == use
    assert known_to_the_law(first) == [(made.name, "")]
    assert known_to_the_law(other) == [(made.name, f"Giấy khen năm {today().year} ({first.code})")]
    with pytest.raises(Refused, match=r"chỉ dùng một lần \(Công văn 5007/BNV-TĐKT năm 2023, mục III.5.c\)"):
        uses.use_initiative(other, made, by=world.clerk)
    with pytest.raises(IntegrityError), transaction.atomic():
        InitiativeUse.objects.create(
            dossier=other, initiative=made, person=first.person, made_by=world.clerk, made_at=use.made_at
        )
    uses.stop_using(use, by=world.staff)
    assert uses.use_initiative(other, made, by=world.clerk).dossier == other


def test_dossier_that_came_to_nothing_leaves_its_initiative_free(world):
    (made,) = walk.recognised(world)
    first = w.draft(world)
    uses.use_initiative(first, made, by=world.staff)
    move_dossier(first, "withdraw", by=world.staff, note="Thôi.")
    other = second(world, first)
    uses.use_initiative(other, made, by=world.clerk)
    (row,) = recognised([first.person_id], today().year, today().year)[first.person_id]
    assert row.used_in == other.pk
    assert [use.dossier for use in initiatives_of(other)["uses"]] == [other]


def test_only_an_author_puts_a_recognised_initiative_forward(world):
    (made,) = walk.recognised(world)
    colleague = w.draft(world, w.colleague(world, "Lê Thị Khác"))
    with pytest.raises(Refused, match="không phải là sáng kiến đã được công nhận của Lê Thị Khác"):
        uses.use_initiative(colleague, made, by=world.clerk)
    pending = walk.registered(world, "Một việc khác hẳn")
    with pytest.raises(Refused, match="không phải là sáng kiến đã được công nhận"):
        uses.use_initiative(w.draft(world), pending, by=world.staff)
