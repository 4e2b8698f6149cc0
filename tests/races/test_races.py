"""What must hold when two act at the same moment; on PostgreSQL, each with a control where it can fail."""

import threading

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from campaigns.models import Campaign, Clause
from campaigns.services import tree
from campaigns.services.locking import Newer
from campaigns.services.plans import create_campaign
from campaigns.services.tree import edit_clause
from documents.enums import DocumentState, Kind
from documents.models import IssuedDocument, NumberSeries
from documents.services.papers import issue_document
from nominations.services import decisions, steps
from tests import world as w
from tests.races.together import PATIENCE, at_once, refused

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]


def test_one_button_pressed_twenty_times_at_once_makes_one_event():
    """By the page, from twenty windows of one account: every answer leads on, one of them acted."""
    world = w.make_world()
    dossier = w.draft(world)
    w.write_papers(dossier, world.clerk)
    windows = [Client() for _ in range(20)]
    for window in windows:
        window.force_login(world.clerk)
    url = reverse("nominations:dossier-step", args=[dossier.pk, "submit"])
    answers = at_once([lambda window=window: window.post(url) for window in windows])
    assert {answer.status_code for answer in answers} == {302}
    assert [event.action for event in dossier.events.all()] == ["submit"]


class Undone(Exception):
    """Forces a rollback after a number was taken."""


def approved_papers(world, count: int) -> list[IssuedDocument]:
    rows = [
        IssuedDocument(
            kind=Kind.KE_HOACH,
            unit=world.commune,
            title=f"Kế hoạch {n}",
            symbol="KH-UBND",
            state=DocumentState.APPROVED,
            template="plan.html",
            signer_name="Bạch Văn Nguyên",
        )
        for n in range(count)
    ]
    return IssuedDocument.objects.bulk_create(rows)


def test_numbers_have_no_gap_when_some_are_rolled_back(monkeypatch):
    monkeypatch.setattr("documents.services.papers.print_after_commit", lambda document: None)
    world = w.make_world()
    papers = approved_papers(world, 9)

    def issue(paper, fails):
        try:
            with transaction.atomic():
                issue_document(paper, by=world.records)
                if fails:
                    raise Undone
        except Undone:
            return None

    at_once([lambda p=paper, n=n: issue(p, n % 3 == 0) for n, paper in enumerate(papers)])
    numbers = IssuedDocument.objects.filter(number__isnull=False).exclude(origin="historic")
    assert sorted(numbers.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]
    assert NumberSeries.objects.get().last_number == 6


def test_decision_issued_twice_at_once_gets_one_number_and_one_award():
    world = w.make_world()
    document = w.approved_decision(world)
    results = at_once([lambda: decisions.issue_decision(document, by=world.records)] * 3)
    assert len(refused(results)) == 2
    assert document.awards.count() == 1
    assert NumberSeries.objects.get(kind=Kind.QUYET_DINH).last_number == 1


def test_same_dossier_proposed_twice_at_once_takes_one_slot():
    world = w.make_world()
    (dossier,) = w.council_approved(world)
    results = at_once(
        [
            lambda: steps.move_dossier(dossier, "propose", by=world.office_head),
            lambda: steps.move_dossier(dossier, "propose", by=world.office_head),
        ]
    )
    assert len(refused(results)) == 1
    assert world.campaign.quota_set.get(group="individual").used == 1


def test_decision_prepared_twice_at_once_makes_one_draft():
    world = w.make_world()
    (dossier,) = w.council_approved(world)
    steps.move_dossier(dossier, "propose", by=world.office_head)

    def prepare():
        return decisions.prepare_decision(
            world.campaign, unit=world.commune, signer=world.chairman, by=world.office_head
        )

    assert len(refused(at_once([prepare] * 3))) == 2
    assert IssuedDocument.objects.filter(kind=Kind.QUYET_DINH).count() == 1


def test_dossier_opened_twice_at_once_is_one():
    world = w.make_world()
    assert len(refused(at_once([lambda: w.draft(world)] * 4))) == 3
    assert world.campaign.dossiers.count() == 1


def write_together(world) -> tuple[list, str]:
    """Two officers save the same clause of a draft at once: what each got, and the words that stand."""
    draft = create_campaign(w.plan_json(), issuer=world.commune, by=world.officer)
    clause = draft.clauses.get(path="I.1-3")

    def write(text, by):
        return edit_clause(clause, heading="", text=text, revision=clause.revision, by=by).text

    results = at_once(
        [lambda: write("Của Cường.", world.officer), lambda: write("Của Dung.", world.officer2)]
    )
    clause.refresh_from_db()
    return results, clause.text


def test_second_of_two_who_save_a_clause_at_once_is_told():
    results, kept = write_together(w.make_world())
    assert refused(results) == [str(Newer())]
    assert [result for result in results if not isinstance(result, Newer)] == [kept]


def test_clause_is_written_over_without_the_lock(monkeypatch):
    """The control: both have read the draft before either writes, and the first one's words are lost."""
    both, save = threading.Barrier(2, timeout=PATIENCE), Clause.save

    def save_together(clause, **values):
        if "update_fields" in values:
            both.wait()
        save(clause, **values)

    monkeypatch.setattr(tree, "locked_draft", lambda pk, by: Campaign.objects.get(pk=pk))
    monkeypatch.setattr(tree, "log", lambda *args, **values: None)
    monkeypatch.setattr(Clause, "save", save_together)
    results, kept = write_together(w.make_world())
    assert (refused(results), len(results), kept in results) == ([], 2, True)
