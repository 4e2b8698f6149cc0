"""Everything that the page of one plan shows, from a fixed number of queries."""

import datetime as dt

from django.db.models import Exists, Model, OuterRef, Prefetch, prefetch_related_objects
from django.db.models.fields.json import KT

from campaigns.enums import CampaignState, NoteKind
from campaigns.models import Allotment, Campaign, CampaignAward, LateAcceptance, LegalBasis, Quota, Recipient
from criteria.models import Criterion
from thiduakt.vietnamese.days import short_date
from units.models import Person

from .clauses import clause_of, rows, sections
from .gathered import PLAIN, gather
from .inheritance import CRITERIA, PAPERS, TARGETS, taken_from
from .kinds import RULE_KINDS, Kind
from .rules import (
    allotment_lines,
    award_lines,
    criteria_parts,
    paper_part,
    quota_lines,
    registration_line,
    target_parts,
    task_parts,
)
from .times import badge, timeline

INHERITED = {
    "targets": "Đối tượng thi đua",
    "criteria": "Tiêu chí thi đua",
    "dossier_parts": "Thủ tục, hồ sơ đề nghị khen thưởng",
}
PRINTED_ANYWAY = frozenset({"quốc hiệu", "tiêu ngữ", "cơ quan chủ quản"})
FILLED = frozenset({"để trống số", "để trống ngày"})
FUNDING = {"level": "Mức khen thưởng", "source": "Nguồn kinh phí"}
# What only a plan that is still written shows apart from its words.
OF_DRAFT = (LegalBasis, Recipient)
# What a rule of these kinds needs beside its own row.
WITH = {
    Quota: lambda rows: rows.prefetch_related("awards"),
    CampaignAward: lambda rows: rows.select_related("award_type"),
}


def for_page(queryset):
    """Plans with what `plan_page` reads of them; their rules come by `with_rules`."""
    has = {f"has_{kind.rows}": Exists(of_plan(kind.model)) for kind in RULE_KINDS if kind.rows not in PLAIN}
    has["has_allotments"] = Exists(Allotment.objects.filter(quota__campaign=OuterRef("pk")))
    has["has_late"] = Exists(of_plan(LateAcceptance))
    has["has_signer"] = Exists(
        Person.objects.filter(appointments__unit=OuterRef("issuer"), full_name=OuterRef("signer_as_written"))
    )
    queryset = queryset.annotate(signer_as_written=KT("signatory__name"))
    found = queryset.select_related("issuer", "paper", "parent", "source", "checklist").annotate(**has)
    criteria = Criterion.objects.select_related("clause_link")
    return found.prefetch_related("clauses", "notes", Prefetch("checklist__criteria", criteria))


def of_plan(model: type[Model]):
    return model._base_manager.filter(campaign=OuterRef("pk"))


def with_rules(campaign: Campaign) -> Campaign:
    """The plain kinds in one query, one for each other kind that the plan has; grounds only of a draft."""
    draft = campaign.state == CampaignState.DRAFT
    gather(campaign, [name for name, model in PLAIN.items() if draft or model not in OF_DRAFT])
    others = [kind for kind in RULE_KINDS if kind.rows not in PLAIN]
    prefetch_related_objects(
        [campaign], *(Prefetch(kind.rows, rows_wanted(campaign, kind)) for kind in others)
    )
    return campaign


def rows_wanted(campaign: Campaign, kind: Kind):
    if not getattr(campaign, f"has_{kind.rows}"):
        return kind.model.objects.none()
    return WITH.get(kind.model, lambda rows: rows)(kind.model.objects.all())


def plan_page(campaign: Campaign, on: dt.date, mine: dict[str, int] | None = None) -> dict:
    """The context of the plan's page; `mine` as in `quota_lines`. Every rule brings its clause."""
    return {
        "campaign": campaign,
        "badge": badge(campaign, on),
        "head_line": head_line(campaign),
        "timeline": timeline(campaign, on),
        "sections": sections(campaign, cited(campaign)),
        "awards": award_lines(campaign),
        "quotas": quota_lines(campaign, mine),
        "allotted": allotment_lines(campaign) if campaign.has_allotments else [],
        "targets": target_parts(campaign),
        "registration": registration_line(campaign),
        "criteria": criteria_parts(campaign),
        "papers": paper_part(campaign),
        "tasks": task_parts(campaign),
        "inherited": inherited(campaign),
        "rules": rows(campaign, "campaignrule_set"),
        "objectives": rows(campaign, "objective_set"),
        "funding": [(FUNDING.get(row.what, "Kinh phí"), row) for row in rows(campaign, "funding_set")],
        "doubts": still_said(campaign, NoteKind.DOUBT),
        "left_out": still_said(campaign, NoteKind.LEFT_OUT),
        "editable": campaign.state == CampaignState.DRAFT,
    }


def cited(campaign: Campaign) -> set[int]:
    """Clauses that some rule of the page links to."""
    names = ["notes", *(kind.rows for kind in RULE_KINDS if kind.model is not LegalBasis)]
    found = {row.clause_id for name in names for row in getattr(campaign, name).all()}
    if campaign.checklist_id:
        links = (getattr(c, "clause_link", None) for c in campaign.checklist.criteria.all())
        found |= {link.clause_id for link in links if link}
    return (found | {campaign.period_clause_id, campaign.registration_clause_id}) - {None}


def head_line(campaign: Campaign) -> str:
    """`Kế hoạch số 26/KH-UBND ngày 03/02/2021 của Ủy ban nhân dân huyện Ninh Phước`."""
    issuer = campaign.issued_by
    heir = campaign.issuer.name if campaign.issuer_id else issuer
    number = f"số {campaign.reference}" if campaign.reference else "chưa có số"
    day = f" ngày {short_date(campaign.launched_on)}" if campaign.launched_on else written_day(campaign)
    day = day if campaign.reference or not day else f",{day}"
    goes_on = f", nay do {heir} tiếp tục thực hiện" if heir != issuer else ""
    return f"Kế hoạch {number}{day}" + (f" của {issuer}" if issuer else "") + goes_on


def written_day(campaign: Campaign) -> str:
    """What the head states of its date, blanks left out."""
    names = (("day", "ngày"), ("month", "tháng"), ("year", "năm"))
    said = [f"{word} {campaign.document[name]:02d}" for name, word in names if campaign.document.get(name)]
    return " " + " ".join(said) if said else ""


def inherited(campaign: Campaign) -> list:
    """What the plan takes from another one: (what, the row, that plan if it is here, its rules as parts)."""
    found = [(row, taken_from(campaign, row.what)) for row in rows(campaign, "inheritance_set")]
    return [
        (INHERITED.get(row.what, row.what), row, plan, PARTS[row.what](plan) if plan else [])
        for row, plan in found
    ]


# The rules of the plan above, read there; its clauses are fetched once.
PARTS = {TARGETS: target_parts, CRITERIA: criteria_parts, PAPERS: lambda plan: [paper_part(plan)]}


def still_said(campaign: Campaign, kind: str) -> list:
    """The notes that tell a reader something: not what every paper bears, nor blanks that were filled."""
    issued = bool(campaign.paper_id and campaign.paper.issued)
    settled = PRINTED_ANYWAY | (FILLED if issued else frozenset())
    return [note for note in notes(campaign, kind) if note.why not in settled]


def notes(campaign: Campaign, kind: str) -> list:
    found = [note for note in campaign.notes.all() if note.kind == kind]
    for note in found:
        note.clause = clause_of(campaign, note.clause_id)
    return found
