"""What has no table of steps, and the smaller tables: each act from each state by each role.

It is written down by hand who may do it; whatever else is tried is refused in a sentence.
"""

import re
from collections.abc import Callable, Iterator
from itertools import product

import pytest
from django.db import transaction

from campaigns.enums import CampaignState
from campaigns.flow import CAMPAIGN_FLOW
from councils import services as councils
from councils.enums import SessionState
from councils.models import CouncilSession
from documents.enums import DocumentState, Kind
from documents.models import IssuedDocument
from documents.services import papers
from documents.services.links import link_documents
from documents.services.signed import why_not_attach
from nominations.enums import Carries, SubmissionState
from nominations.flow import LIST_FLOW
from nominations.models import PlaceRequest, Submission
from nominations.services import agenda, forwarding, place_requests, registration_lists, submissions
from tests import world as w
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.workflow import refusals
from units.enums import MEMBERSHIP_ROLES, Role

SENTENCE = re.compile(r"^[A-ZÀ-ỸĐ].{12,}[.”]$", re.DOTALL)
OFFICE, KEEPERS = "officer office_head", "records officer office_head"

# action -> (states it may leave, roles that may take it); not taken from the flows.
CAMPAIGN = {
    "check_form": ("draft", OFFICE),
    "reopen": ("checked", OFFICE),
    "launch": ("checked", "records"),
    "replace": ("launched", KEEPERS),
    "withdraw": ("launched", KEEPERS),
    "close": ("launched", "office_head"),
}
LIST = {"receive": ("sent", OFFICE), "return_list": ("sent", OFFICE)}
# `signer` is the one named on the paper; `other_signer` signs for the same body.
DOCUMENT = {
    "approve": ("prepared", "signer"),
    "return": ("prepared approved", "signer"),
    "issue": ("approved", "records unit_clerk unit_head"),
    "attach": ("issued", "records unit_clerk unit_head officer office_head"),
    "link": ("issued", KEEPERS),
}
SUBMISSION = {
    "attach": ("draft", "unit_clerk unit_head"),
    "set_session": ("draft", "unit_clerk unit_head"),
    "prepare_letter": ("draft", "unit_clerk unit_head"),
    "send": ("draft", "unit_clerk unit_head"),
}
FORWARDING = {"prepare": ("draft", OFFICE), "forward": ("draft", "records")}
# A list of registrations: the unit's own, that of a level, and the answer to the places it asks for.
OWN_LIST = {"prepare": ("draft", "unit_clerk unit_head"), "send": ("draft", "unit_clerk unit_head")}
LIST_ABOVE = {"prepare": ("draft", OFFICE), "send": ("draft", "records")}
ANSWER = {"answer": ("sent received", OFFICE)}
SESSION = {
    "write": ("planned open", "council_chair council_secretary unit_clerk"),
    "votes": ("planned open", "council_chair council_secretary unit_clerk"),
    "ties": ("planned open", "council_chair council_secretary unit_clerk"),
    "round": ("planned open", "council_chair council_secretary unit_clerk"),
    "close": ("planned open", "council_chair council_secretary unit_clerk"),
}
# What stands against an act because of its state or who does it; other sentences are of other rules.
STATE_OR_ROLE = (
    "Tờ trình đã gửi, không sửa được.",
    "Anh/chị không được sửa tờ trình của đơn vị này.",
    "Phiên họp đã kết thúc, không sửa được.",
    "Chỉ thư ký hoặc Chủ tịch Hội đồng được ghi phiên họp.",
)


def cells(table: dict) -> set[tuple[str, str, str]]:
    return {
        (state, role, action)
        for action, (states, roles) in table.items()
        for state in states.split()
        for role in roles.split()
    }


@pytest.mark.pure
@pytest.mark.parametrize(
    ("flow", "states", "table"),
    [(CAMPAIGN_FLOW, CampaignState, CAMPAIGN), (LIST_FLOW, SubmissionState, LIST)],
)
def test_full_product_of_a_smaller_table(flow, states, table):
    found, said = set(), set()
    for state, role, action in product(states.values, Role.values, table):
        about = {"state": state, "state_label": states(state).label, "action": action, "roles": [role]}
        reasons = refusals(flow, guard=lambda name: None, **about)
        said |= set(reasons)
        found |= set() if reasons else {(state, role, action)}
    assert found == cells(table)
    assert {step.action for step in flow} == set(table)
    assert [sentence for sentence in said if not SENTENCE.match(sentence)] == []


class Undone(Exception):
    """Takes back what an act wrote."""


def answer(act: Callable, *, all_count: bool) -> tuple[bool, list[str]]:
    """(whether state and role allow it, what was said against it); nothing stays."""
    try:
        with transaction.atomic():
            act()
            raise Undone
    except Undone:
        return True, []
    except Refused as refused:
        against = all_count or set(refused.reasons) & set(STATE_OR_ROLE)
        return not against, refused.reasons


def tried(tries: Iterator[tuple[tuple, Callable]], *, all_count: bool = False) -> set[tuple]:
    """The cells that are allowed; every refusal is a sentence."""
    found, said = set(), set()
    for cell, act in tries:
        allowed, reasons = answer(act, all_count=all_count)
        found |= {cell} if allowed else set()
        said |= set(reasons)
    assert [sentence for sentence in said if not SENTENCE.match(sentence)] == []
    return found


@pytest.fixture
def world():
    return w.make_world()


def holders(where, named) -> dict:
    """An account for each role at a unit; who is named signs, another signer does not."""
    found = {role: w.account(f"vai-{role}", None, (where, role)) for role in MEMBERSHIP_ROLES}
    return found | {"signer": named, "other_signer": found[Role.SIGNER]}


def paper_of(world, state: str) -> IssuedDocument:
    number = {"number": 7, "issued_on": today()} if state == "issued" else {}
    return IssuedDocument.objects.create(
        kind=Kind.THONG_BAO,
        unit=world.commune,
        title="Thông báo",
        symbol="TB-UBND",
        state=state,
        template="announcement.html",
        signer=world.chairman,
        signer_name=world.chairman.full_name,
        **number,
    )


def attach(document: IssuedDocument, by) -> None:
    if why := why_not_attach(document, by, on=today()):
        raise Refused(why)


@pytest.mark.unit
@pytest.mark.django_db
def test_full_product_of_a_paper(world):
    later = paper_of(world, "issued")
    rows = {state: paper_of(world, state) for state in DocumentState.values}
    acts = {
        "approve": lambda row, by: papers.approve_document(row, by=by),
        "return": lambda row, by: papers.return_document(row, by=by, note="Sửa lại."),
        "issue": lambda row, by: papers.issue_document(row, by=by),
        "attach": attach,
        "link": lambda row, by: link_documents(later, row, "corrects", by=by),
    }
    who = holders(world.commune, world.signer)
    tries = (
        ((state, role, name), lambda row=row, by=by, act=act: act(row, by))
        for (state, row), (role, by), (name, act) in product(rows.items(), who.items(), acts.items())
    )
    assert tried(tries, all_count=True) == cells(DOCUMENT)


def lists(world, unit, level: int, states=("draft", "sent"), **more) -> dict[str, Submission]:
    common = {"campaign": world.campaign, "unit": unit, "to_unit": world.commune, "created_by": world.clerk}
    common |= {"level": level, **more}
    sent = {"sent_at": world.campaign.created_at}
    return {
        state: Submission.objects.create(state=state, **common, **({} if state == "draft" else sent))
        for state in states
    }


def each(rows, who, acts):
    for (state, row), (role, by), (name, act) in product(rows.items(), who.items(), acts.items()):
        yield (state, role, name), lambda row=row, by=by, act=act: act(row, by)


def office_of(world) -> dict:
    return {role: w.account(f"xa-{role}", None, (world.commune, role)) for role in MEMBERSHIP_ROLES}


@pytest.mark.unit
@pytest.mark.django_db
def test_full_product_of_a_list(world):
    w.proposed_by_unit(world)
    own, higher = lists(world, world.economy, 0), lists(world, world.commune, 1)
    at_unit, at_office = holders(world.economy, world.head), office_of(world)
    below = {
        "attach": lambda row, by: submissions.attach_to_submission(row, "letter", None, by=by),
        "set_session": lambda row, by: submissions.set_session(row, None, by=by),
        "prepare_letter": lambda row, by: submissions.prepare_letter(row, by=by),
        "send": lambda row, by: submissions.send_submission(row, by=by),
    }
    above = {
        "prepare": lambda row, by: forwarding.prepare_forwarding(row, [], signer=world.chairman, by=by),
        "forward": lambda row, by: forwarding.forward_submission(row, by=by),
    }
    del at_unit["signer"], at_unit["other_signer"]
    assert tried(each(own, at_unit, below)) == cells(SUBMISSION)
    assert tried(each(higher, at_office, above)) == cells(FORWARDING)


@pytest.mark.unit
@pytest.mark.django_db
def test_full_product_of_a_list_of_registrations(world):
    kind = {"carries": Carries.REGISTRATIONS}
    own, higher = lists(world, world.economy, 0, **kind), lists(world, world.commune, 1, **kind)
    at_unit, at_office = holders(world.economy, world.head), office_of(world)
    acts = {
        "prepare": lambda row, by: registration_lists.prepare_list(row, [], signer=world.chairman, by=by),
        "send": lambda row, by: registration_lists.send_list(row, by=by),
    }
    del at_unit["signer"], at_unit["other_signer"]
    assert tried(each(own, at_unit, acts)) == cells(OWN_LIST)
    assert tried(each(higher, at_office, acts)) == cells(LIST_ABOVE)


@pytest.mark.unit
@pytest.mark.django_db
def test_full_product_of_an_answer_to_the_places_asked_for(world):
    pool = world.campaign.quota_set.get(group="individual")
    rows = lists(world, world.commune, 1, SubmissionState.values, carries=Carries.REGISTRATIONS)
    # Nobody receives there: the answer comes on paper.
    Submission.objects.update(to_unit=world.commune.parents.get().parent)
    for row in rows.values():
        PlaceRequest.objects.create(quota=pool, submission=row, asked=2)
    paper = {"kind": "CV", "reference": "8/UBND", "title": "Số lượng", "issued_on": today()}

    def answer_places(row, by) -> None:
        granted = dict.fromkeys(row.requests.values_list("pk", flat=True), 2)
        place_requests.answer_requests(row, granted, by=by, **paper)

    assert tried(each(rows, office_of(world), {"answer": answer_places}), all_count=True) == cells(ANSWER)


@pytest.mark.unit
@pytest.mark.django_db
def test_full_product_of_a_session(world):
    dossier = w.submitted(world)
    session = councils.plan_session(world.unit_council, held_on=today(), subject="xét", by=world.clerk)
    agenda.add_unit_items(session, [dossier], by=world.clerk)
    item = session.items.get()
    world.clerk.memberships.update(role=Role.ADMIN)  # else the secretary would act as the clerk
    who = {
        "council_chair": world.head,
        "council_secretary": type(world.clerk).objects.get(pk=world.clerk.pk),
        "council_member": world.staff,
        **{role: w.account(f"vai-{role}", None, (world.economy, role)) for role in MEMBERSHIP_ROLES},
    }
    acts = {
        "write": lambda by: councils.write_session(session, by=by, presences={}),
        "votes": lambda by: councils.write_votes(item, yes=2, no=0, blank=0, by=by),
        "ties": lambda by: councils.order_ties(session, {item.pk: 1}, by=by, note="Hơn."),
        "round": lambda by: councils.open_round(session, [item.pk], by=by),
        "close": lambda by: councils.close_session(session, by=by),
    }

    def each():
        for state in SessionState.values:
            CouncilSession.objects.filter(pk=session.pk).update(state=state)
            for (role, by), (name, act) in product(who.items(), acts.items()):
                yield (state, role, name), lambda by=by, act=act: act(by)

    assert tried(each()) == cells(SESSION)
