"""What every unit of the permission table has: one of each thing, in the state in which its pages are asked.

The attributes of a kit are the words that the rows of the table use for the arguments of an address.
"""

import datetime as dt
import io
from types import SimpleNamespace

from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfWriter

from campaigns.models import Clause
from campaigns.services.flow import move_campaign
from campaigns.services.plans import create_campaign
from councils import services as councils
from criteria.models import AwardRule, AwardType, Fact, FactKind, Hold, Indicator, IndicatorScore
from documents.enums import Kind
from documents.models import IssuedDocument, NumberSeries
from documents.services import papers
from documents.services.uploads import store_upload
from nominations.facts import criteria_of
from nominations.models import (
    Award,
    CertificateRun,
    DossierPart,
    HonourPage,
    SavedFilter,
    Scenario,
    SupplementPoint,
)
from nominations.services import agenda, certificates, parts, registrations, steps, submissions
from nominations.services import registration_lists as lists
from nominations.services.comments import comment
from nominations.services.dossiers import create_dossier
from nominations.services.past import enter_past_award
from tests import world as ground
from tests.world import walk
from units.accounts.access import record
from units.enums import AccessKind, Role
from units.facts import COLLECTIVE_BODIES, signature_lines
from units.models import Delegation, Headcount, Membership, Notice, OutboxMail
from units.services import DAY
from units.services.delegations import delegate

from .relations import Place


def small_pdf(name: str) -> SimpleUploadedFile:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(out)
    return SimpleUploadedFile(f"{name}.pdf", out.getvalue(), content_type="application/pdf")


def walking(at: Place) -> SimpleNamespace:
    """The place as the walk of the other tests wants it."""
    return SimpleNamespace(
        economy=at.unit,
        campaign=at.above.kit.plan,
        award=AwardType.objects.get(code="GK"),
        clerk=at.clerk,
        head=at.head,
        staff=at.staff,
        unit_council=at.council,
        officer=at.above.officer,
    )


def written_in(data: dict, word: str) -> dict:
    """The plan with a word of its unit in its title and in every clause."""
    data["title"] += f" {word}"
    for clause in data["clauses"]:
        clause["text"] = f"{clause['text']} {word}" if clause["text"] else clause["text"]
    return data


def add_plans(at: Place) -> None:
    """`plan` is running, `draft_plan` is being written, `checked_plan` waits for its number."""
    kit, today = at.kit, walk.today()
    kit.unit, kit.people, kit.signer = at.unit, at.people, at.signer.person
    kit.officer = at.officer
    kit.saved = SavedFilter.objects.create(owner=at.officer, name=at.word, query=f"q={at.word}")
    kit.today = f"{today:%d/%m/%Y}"
    kit.plan = ground.running_plan(at.unit, written_in(ground.plan_json(), at.word), by=at.officer)
    kit.deadline = kit.plan.deadline_set.first()
    kit.pool = kit.plan.quota_set.first()
    data = written_in(ground.plan_json(), at.word) | {"year": today.year}
    kit.draft_plan = create_campaign(data, issuer=at.unit, by=at.officer)
    kit.clause = Clause.objects.filter(campaign=kit.draft_plan).order_by("pk").first()
    kit.note = kit.draft_plan.notes.create(kind="doubt", text=f"Nghi vấn {at.word}", why=at.word)
    signer = at.signer.person
    lines = signature_lines(at.unit, signer, today, collective=at.unit.kind in COLLECTIVE_BODIES)
    data["signatory"] |= {"name": signer.full_name, "lines": lines}
    data["notes"] = []
    checked = create_campaign(data, issuer=at.unit, by=at.officer)
    kit.checked_plan = move_campaign(checked, "check_form", by=at.officer)
    papers.approve_document(kit.checked_plan.paper, by=at.signer)
    AwardRule.objects.create(
        award_type=AwardType.objects.get(code="GK"),
        group="individual",
        unit=at.unit,
        coefficient="0.3",
        citation=f"Quy định riêng {at.word}",
    )


def add_registration(at: Place) -> None:
    kit, plan = at.kit, at.above.kit.plan
    award = AwardType.objects.get(code="GK")
    make = {"award_type": award, "unit": at.unit, "by": at.clerk, "commitment": f"Cam kết {at.word}"}
    sent = registrations.create_registration(plan, person=at.people[0], **make)
    kit.registration = registrations.move_registration(sent, "submit", by=at.clerk)
    kit.draft_registration = registrations.create_registration(
        plan, award_type=award, unit=at.unit, by=at.staff, person=at.staff.person
    )


def add_registration_lists(at: Place) -> None:
    """`sheet` was sent up with one registration, `open_sheet` is being drawn up."""
    kit, plan = at.kit, at.above.kit.plan
    award = AwardType.objects.get(code="GK")
    row = registrations.create_registration(
        plan, award_type=award, unit=at.unit, by=at.clerk, person=at.people[1]
    )
    sheet = lists.draft_list(plan, at.unit, by=at.clerk)
    sheet = lists.prepare_list(sheet, [row.pk], by=at.clerk)
    papers.approve_document(sheet.paper, by=at.head)
    kit.sheet = lists.send_list(sheet, by=at.clerk)
    kit.open_sheet = lists.draft_list(plan, at.unit, by=at.clerk)


def hand_in(at: Place, person) -> object:
    """A dossier with a file among its papers, handed in to the unit by its clerk."""
    world = walking(at)
    dossier = walk.draft(world, person)
    walk.write_papers(dossier, at.clerk)
    for row in criteria_of(dossier):
        at.kit.criterion = row
    paper = next(p for p in walk.own_papers(dossier) if p.requirement.paper == "summary")
    at.kit.requirement = paper.requirement
    parts.attach_file(dossier, paper.requirement, store_upload(small_pdf(at.word), by=at.clerk), by=at.clerk)
    return steps.move_dossier(dossier, "submit", by=at.clerk)


def add_dossiers(at: Place) -> None:
    """`draft` is being written, `waiting` lies before the head, `sent` went up with `submission`."""
    kit, world = at.kit, walking(at)
    first = hand_in(at, at.people[1])
    kit.sent = steps.move_dossier(first, "unit_propose", by=at.head, note=f"Ghi chú {at.word}")
    kit.part = DossierPart.objects.get(dossier=kit.sent, file__isnull=False)
    kit.submission = submissions.send_submission(walk.ready_submission(world, [kit.sent]), by=at.clerk)
    kit.letter = kit.submission.paper
    kit.stage = kit.sent.stages.get(level=1)
    SupplementPoint.objects.create(
        stage=kit.stage,
        asked_at=kit.stage.arrived_at,
        number=1,
        text=f"Bổ sung {at.word}",
        due_on=walk.today(),
    )
    comment(kit.stage, f"Trao đổi {at.word}", by=at.above.officer)
    kit.waiting = hand_in(at, at.people[2])
    kit.draft = create_dossier(
        world.campaign, award_type=world.award, unit=at.unit, by=at.staff, person=at.staff.person
    )
    walk.write_papers(kit.draft, at.staff)
    for part in kit.draft.parts.select_related("requirement"):
        setattr(kit, f"{part.requirement.paper}_revision", part.revision)
    steps.move_dossier(hand_in(at, at.people[3]), "unit_propose", by=at.head)
    kit.open_submission = submissions.draft_submission(world.campaign, at.unit, by=at.clerk)
    letter = store_upload(small_pdf(f"to-trinh-{at.word}"), by=at.clerk)
    submissions.attach_to_submission(kit.open_submission, "minutes", letter, by=at.clerk)


def add_session(at: Place) -> None:
    """`session` of the unit's own council with `waiting` on its agenda, attendance written."""
    kit = at.kit
    kit.council = at.council
    kit.session = councils.plan_session(
        at.council, held_on=walk.today(), subject=f"Xét {at.word}", by=at.clerk, place=at.word
    )
    agenda.add_unit_items(kit.session, [kit.waiting], by=at.clerk)
    councils.write_session(kit.session, by=at.clerk, presences={}, discussion=f"Thảo luận {at.word}")
    kit.item = kit.session.items.get()
    kit.round = councils.open_round(kit.session, [kit.item.pk], by=at.clerk)
    # What is still free to be put on its agenda.
    kit.candidate = hand_in(at, at.people[4])


def decision(at: Place, snapshot: dict, number: int) -> IssuedDocument:
    """A prepared decision; the list is another's, since nothing below most of these units was proposed."""
    return papers.prepare_document(
        Kind.QUYET_DINH,
        unit=at.unit,
        title=f"Khen thưởng đợt {number} {at.word}",
        template="decision.html",
        snapshot=snapshot,
        signature_lines=["CHỦ TỊCH"],
        signer=at.signer.person,
        by=at.office_head,
    )


def add_decisions(at: Place, snapshot: dict) -> None:
    """`decision` waits for its signer, `approved` for its number; `issued` gave `award`."""
    kit, above = at.kit, at.above
    kit.decision = decision(at, snapshot, 1)
    if not hasattr(kit, "approved"):
        kit.approved = papers.approve_document(decision(at, snapshot, 2), by=at.signer)
    made = papers.approve_document(decision(above, snapshot, 3), by=above.signer)
    kit.issued = papers.issue_document(made, by=above.records)
    papers.add_readers(kit.issued, units=[at.unit], people=[at.people[1]])
    kit.award = Award.objects.create(
        dossier=kit.sent,
        award_type=kit.sent.award_type,
        group=kit.sent.group,
        person=kit.sent.person,
        name=kit.sent.nominee_name,
        position=f"Chuyên viên {at.word}",
        achievement=f"Thành tích {at.word}",
        decision=kit.issued,
        gold_book_number=1,
        coefficient="0.3",
        base_salary=2_340_000,
        bonus=710_000,
    )
    kit.scenario = Scenario.objects.create(
        campaign=kit.plan, unit=at.unit, group="individual", name=f"Phương án {at.word}", by=at.officer
    )
    HonourPage.objects.create(campaign=kit.sent.campaign, unit=at.unit, is_open=True)


def lent(at: Place, on: dt.date) -> Delegation:
    """The head lends the role from tomorrow on: today it gives nobody anything."""
    source = Membership.objects.get(user=at.head, unit=at.unit, role=Role.UNIT_HEAD)
    span = {"since": on + DAY, "until": on + 7 * DAY}
    return delegate(source, at.staff, **span, paper=f"Giấy ủy quyền {at.word}", by=at.head)


def add_certificates(at: Place) -> None:
    """`blank` of this office, and what it printed of `decided` as `run`."""
    kit = at.kit
    kit.blank = certificates.new_blank(at.unit, f"Phôi {at.word}", width=297, height=210, by=at.officer)
    kit.run = CertificateRun(decision=kit.decision, by=at.officer, total=1, state="done")
    kit.run.pdf.save("giay-khen.pdf", small_pdf(at.word))


def add_records(at: Place, on: dt.date) -> None:
    """What is kept about the unit and its people by hand, and a line written to its clerk."""
    kit, person, word = at.kit, at.people[1], f"Nguồn {at.word}"
    kit.person, kit.account = person, at.clerk
    kit.delegation = lent(at, on)
    kit.headcount = Headcount.objects.create(unit=at.unit, year=on.year, posts=20)
    kit.series = NumberSeries.objects.filter(unit=at.unit).order_by("pk").first()
    kind = FactKind.objects.order_by("pk").first()
    kit.fact = Fact.objects.create(
        kind=kind,
        unit=at.unit,
        year=on.year,
        value=1,
        source=word,
        entered_by=at.officer,
        evidence=store_upload(small_pdf(f"minh-chung-{word}"), by=at.officer),
    )
    indicator, _ = Indicator.objects.get_or_create(code="M-PAR", defaults={"name": "PAR INDEX"})
    kit.score = IndicatorScore.objects.create(
        indicator=indicator, unit=at.unit, year=on.year, score=80, source=word
    )
    kit.hold = Hold.objects.create(person=at.clerk.person, reason="thanh_tra", note=word, since=on)
    Notice.objects.create(user=at.clerk, text=f"Thông báo {at.word}")
    kit.access = record(AccessKind.SIGNED_IN, at.clerk, note=word)
    kit.mail = OutboxMail.objects.create(key=at.word, account=at.clerk, to="a@example.vn", subject=word)
    kit.past = enter_past_award(
        person,
        AwardType.objects.get(code="GK"),
        year=on.year - 3,
        decision_number=f"12/QĐ {at.word}",
        decision_issuer=f"Cơ quan {at.word}",
        source=word,
        scan=store_upload(small_pdf(f"ban-chup-{at.word}"), by=at.officer),
        by=at.officer,
    )
