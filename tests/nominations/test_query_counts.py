"""Lists and previews ask the database as often for three nominees as for one."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nominations.facts import criteria_of
from nominations.services import appraisal, steps, submissions
from tests import world as w

pytestmark = [pytest.mark.page, pytest.mark.django_db]

STAGES = "/quan-tri/nominations/dossierstage/"
NAMES = ("Vũ Văn Ba", "Vũ Văn Bốn", "Vũ Văn Năm")


@pytest.fixture
def world():
    return w.make_world()


def colleagues(world) -> list:
    return [w.colleague(world, name) for name in NAMES]


def asked(client, act) -> int:
    """Queries of an act, after a page that counts what waits: that number is kept for a while."""
    client.get("/")
    with CaptureQueriesContext(connection) as queries:
        assert act().status_code == 200
    return len(queries)


def test_list_to_send_asks_the_same_for_one_and_three(client, world):
    client.force_login(world.clerk)
    submission = submissions.draft_submission(world.campaign, world.economy, by=world.clerk)
    first, *others = colleagues(world)
    w.proposed_by_unit(world, first)
    w.submitted(world)
    one = asked(client, lambda: client.get(submission.get_absolute_url()))
    for who in others:
        w.proposed_by_unit(world, who)
        w.submitted(world, w.colleague(world, f"{who.full_name} Hai"))
    assert asked(client, lambda: client.get(submission.get_absolute_url())) == one


def test_sent_list_asks_the_same_for_one_and_three(client, world):
    client.force_login(world.clerk)
    w.arrived(world)
    w.arrived(world, *colleagues(world))
    short, long = world.campaign.submissions.order_by("pk")
    assert asked(client, lambda: client.get(short.get_absolute_url())) == asked(
        client, lambda: client.get(long.get_absolute_url())
    )


def test_proposing_asks_the_same_for_one_and_three(client, world):
    client.force_login(world.office_head)
    found = w.council_approved(world, *colleagues(world))
    url = reverse("nominations:propose", args=[world.campaign.pk])

    def confirm(dossiers) -> int:
        return asked(client, lambda: client.post(url, {"key": [dossier.pk for dossier in dossiers]}))

    assert confirm(found[:1]) == confirm(found)


def preview(client, action: str, dossiers) -> int:
    chosen = {"action": action, "_selected_action": [dossier.stage.pk for dossier in dossiers]}
    begun = client.post(STAGES, chosen)
    return asked(client, lambda: client.get(begun.url))


def taken(world, action: str, dossiers) -> int:
    """Queries of a step for many, which is not kept."""
    with CaptureQueriesContext(connection) as queries, transaction.atomic():
        outcome = steps.move_many([dossier.pk for dossier in dossiers], action, by=world.officer)
        assert outcome.moved == list(dossiers)
        transaction.set_rollback(True)
    return len(queries)


def test_bulk_preview_asks_the_same_for_one_and_three(client, world):
    client.force_login(world.officer)
    found = w.arrived(world, *colleagues(world))
    assert preview(client, "receive", found[:1]) == preview(client, "receive", found)
    for dossier in found:
        steps.move_dossier(dossier, "receive", by=world.officer)
        appraisal.appraise(dossier, {row.pk: ("met", "") for row in criteria_of(dossier)}, by=world.officer)
    assert preview(client, "mark_eligible", found[:1]) == preview(client, "mark_eligible", found)
    # Of each: where it works, its last event, its stage, its new event. What was judged is read for all.
    assert taken(world, "mark_eligible", found) - taken(world, "mark_eligible", found[:2]) == 4
    steps.move_many([dossier.pk for dossier in found], "mark_eligible", by=world.officer)
    assert preview(client, "to_council", found[:1]) == preview(client, "to_council", found)
