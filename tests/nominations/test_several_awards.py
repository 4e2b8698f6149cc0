"""A plan with several awards: each has its own name, who confers it, its own share of votes."""

import pytest

from councils import services as councils
from criteria.models import AwardRule, AwardType
from nominations.models import Dossier
from nominations.printing.submissions import submission_paper
from nominations.printing.wording import conferred
from nominations.services import agenda, submissions
from tests import world as w
from thiduakt.clock import today

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


@pytest.fixture
def world():
    """The plan also names the province's Bằng khen."""
    data = w.plan_json()
    clause = data["awards"][0]["clause"]
    above = {"form": "BK", "authority": "Chủ tịch Ủy ban nhân dân tỉnh", "clause": clause, "type": "BKT"}
    return w.make_world(data | {"awards": [*data["awards"], above]})


def for_the_province(dossier: Dossier) -> Dossier:
    dossier.award_type = AwardType.objects.get(code="BKT")
    dossier.save()
    return dossier


def test_letter_names_each_award_by_who_confers_it(world):
    own = w.proposed_by_unit(world)
    above = for_the_province(w.proposed_by_unit(world, w.colleague(world, "Bùi Văn Thêm")))
    submission = submissions.draft_submission(world.campaign, world.economy, by=world.clerk)
    paper = submission_paper(submission, [own, above], on=today())
    assert paper["title"].startswith("Về việc đề nghị khen thưởng trong phong trào")
    assert "xem xét, khen thưởng cho 02 cá nhân" in paper["body"][0]
    assert [row["award"] for group in paper["groups"] for row in group["rows"]] == [
        "Giấy khen của Chủ tịch Ủy ban nhân dân xã Ninh Phước",
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
    ]


def test_letter_with_one_award_names_it(world):
    submission = submissions.draft_submission(world.campaign, world.economy, by=world.clerk)
    paper = submission_paper(submission, [w.proposed_by_unit(world)], on=today())
    assert paper["title"].startswith("Về việc đề nghị tặng Giấy khen trong phong trào")


def test_award_above_without_words_is_called_by_its_name(world):
    world.campaign.campaignaward_set.update(authority="")
    dossier = for_the_province(w.draft(world))
    assert conferred(world.campaign, dossier) == dossier.award_type.name


def test_award_above_the_issuer_is_proposed_by_the_councils_own_share(world):
    own, above = w.eligible(world, world.staff.person, w.colleague(world, "Bùi Văn Thêm"))
    for_the_province(above)
    session = councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer)
    outcome = agenda.put_on_agenda([own.pk, above.pk], session, by=world.officer)
    assert (outcome.moved, outcome.skipped) == ([own, above], [])
    assert above.stage.item.threshold_percent == world.council.pass_percent


def test_flag_of_the_province_needs_the_laws_share_where_it_is_sent_up(world):
    own, above = w.eligible(world, world.staff.person, w.colleague(world, "Bùi Văn Thêm"))
    for_the_province(above)
    rules = AwardRule.objects.filter(award_type=above.award_type, group=above.group)
    rules.update(vote_percent=80, ballot_required=True, proposing_kinds=[world.commune.kind])
    session = councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer)
    agenda.put_on_agenda([own.pk, above.pk], session, by=world.officer)
    item = above.stage.item
    assert (item.threshold_percent, item.ballot_required) == (80, True)
    assert own.stage.item.threshold_percent == world.council.pass_percent


def test_share_of_votes_that_nobody_set_is_asked_for(world):
    (dossier,) = w.eligible(world)
    world.council.pass_percent = None
    world.council.save()
    session = councils.plan_session(world.council, held_on=today(), subject="xét", by=world.officer)
    ((_, reasons),) = agenda.put_on_agenda([dossier.pk], session, by=world.officer).skipped
    assert reasons == [
        "Chưa có tỷ lệ phiếu để xét Giấy khen: quy định không ghi và "
        "Hội đồng Thi đua – Khen thưởng xã Ninh Phước chưa ghi."
    ]
