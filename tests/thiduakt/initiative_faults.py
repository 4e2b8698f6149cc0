"""Faults of initiatives, planted past the services; each takes an issued decision of one award."""

from councils.models import CouncilMember, SessionItem
from initiatives.models import Author, Initiative, Score, ScoreRow, ScoreSheet


def idea(paper, share: int = 100, **fields) -> Initiative:
    """An initiative of the awarded person, written past the services."""
    dossier = paper.awards.get().dossier
    made = Initiative.objects.create(
        unit=dossier.unit,
        office=paper.unit,
        year=2026,
        name="Số hóa hồ sơ",
        field="Hành chính",
        created_by=dossier.created_by,
        **{"state": "registered"} | fields,
    )
    Author.objects.create(initiative=made, person=dossier.person, share=share)
    return made


def shares_short(decision):
    idea(decision, 60)


def recognised_without_paper(decision):
    idea(decision, state="recognised", decision=decision)


def initiative_of_another(decision):
    dossier, made = decision.awards.get().dossier, idea(decision)
    dossier.initiative_uses.create(
        initiative=made, person=dossier.person, made_by=dossier.created_by, made_at=dossier.created_at
    )


def applied_tomorrow(decision):
    idea(decision, applied_on="2199-01-01")


def sheet(name: str) -> ScoreRow:
    made = ScoreSheet.objects.create(name=name, pass_points=50, valid_from=f"2020-01-{name}")
    return made.rows.create(name="Tính mới", max_points=30)


def too_many_points(decision):
    member = CouncilMember.objects.first()
    item = (
        SessionItem.objects.filter(session__council=member.council_id).first() or SessionItem.objects.first()
    )
    by = decision.awards.get().dossier.created_by
    Score.objects.create(item=item, member=member, row=sheet("01"), points=31, entered_by=by)


def two_sheets(decision):
    sheet("01")
    sheet("02")
