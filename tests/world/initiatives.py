"""Initiatives brought to where a test begins, on the usual ground, each step by the account that does it."""

import json
from decimal import Decimal

from councils import services as councils
from councils.enums import CouncilKind
from councils.models import Council, CouncilSession
from documents.services import papers
from initiatives.facts import PARTS
from initiatives.models import Initiative
from initiatives.services import decisions, registering, scores, sessions, sheets, steps, writing
from thiduakt.settings import BASE_DIR

from .ground import World, today

NAME = "Số hóa hồ sơ một cửa bằng máy quét có sẵn"


def score_sheet():
    data = json.loads((BASE_DIR / "fixtures" / "score_sheet.json").read_text(encoding="utf-8"))
    return sheets.load_score_sheet(data)


def initiative_council(world: World) -> Council:
    """The commune's council of five sits as its initiative council."""
    score_sheet()
    Council.objects.filter(pk=world.council.pk).update(kind=CouncilKind.INITIATIVE, name="Hội đồng sáng kiến")
    world.council.refresh_from_db()
    return world.council


def registered(world: World, name: str = NAME, **more) -> Initiative:
    """Of the staff member, in a commune that has its council."""
    initiative_council(world)
    made = registering.create_initiative(
        unit=world.economy, name=name, field="Cải cách hành chính", by=world.staff, **more
    )
    return steps.move_initiative(made, "register", by=world.staff)


def described(initiative: Initiative, by) -> Initiative:
    for part in PARTS:
        if part.required:
            text = f"{part.title}: {initiative.name}, rút ngắn thời gian giải quyết từ 5 ngày còn 2 ngày."
            initiative = writing.save_part(initiative, part.key, text, by=by, revision=None)
    return initiative


def submitted(world: World, name: str = NAME) -> Initiative:
    initiative = described(registered(world, name), world.staff)
    writing.sign(initiative, by=world.staff)
    return steps.move_initiative(initiative, "submit", by=world.staff)


def received(world: World, name: str = NAME) -> Initiative:
    initiative = steps.move_initiative(submitted(world, name), "forward", by=world.clerk)
    return steps.move_initiative(initiative, "receive", by=world.officer)


def on_the_agenda(world: World, *names: str) -> tuple[CouncilSession, list[Initiative]]:
    chosen = [received(world, name) for name in names or (NAME,)]
    session = councils.plan_session(
        world.council, held_on=today(), subject="chấm điểm sáng kiến", by=world.officer
    )
    assert sessions.add(session, [one.pk for one in chosen], by=world.officer) == []
    councils.write_session(session, by=world.office_head, presences={})
    return session, [again(one) for one in chosen]


def again(initiative: Initiative) -> Initiative:
    rows = Initiative.objects.select_related("item__session__council__unit", "sheet", "decision")
    return rows.get(pk=initiative.pk)


def fill_in(initiative: Initiative, points: int, *, by) -> None:
    """Every member who may gives this share of each line, in per cent; the secretary types the sheets."""
    out = set(initiative.item.excluded.values_list("pk", flat=True))
    for attendance in initiative.item.session.attendances.select_related("member__person"):
        if attendance.member_id not in out:
            sheet = {line.key: line.most * points / Decimal(100) for line in initiative.sheet.lines()}
            scores.write_scores(initiative, attendance.member, sheet, by=by)


def scored(world: World, *names: str, points: int = 80) -> list[Initiative]:
    session, chosen = on_the_agenda(world, *names)
    for one in chosen:
        fill_in(one, points, by=world.office_head)
    sessions.close(session, by=world.office_head)
    return [again(one) for one in chosen]


def recognised(world: World, *names: str) -> list[Initiative]:
    chosen = scored(world, *names)
    document = decisions.prepare_recognition(world.commune, signer=world.chairman, by=world.officer)
    papers.approve_document(document, by=world.signer)
    decisions.issue_recognition(document, by=world.records)
    return [again(one) for one in chosen]
