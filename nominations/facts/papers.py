"""Which of the required papers are there, and what is still missing in them."""

from dataclasses import dataclass, field

from campaigns.enums import Paper, Per
from campaigns.facts.inheritance import PAPERS, sources
from campaigns.models import Campaign, PartRequirement
from nominations.models import Dossier, DossierPart

from .fetched import rows
from .verdicts import criteria_of


@dataclass(frozen=True)
class PaperStatus:
    """One required paper of the nominee: the newest version and what it lacks.

    `written` counts what is there and `wanted` what it needs, for "Đã viết 3/4 tiêu chí".
    """

    requirement: PartRequirement
    part: DossierPart | None
    missing: list[str] = field(default_factory=list)
    written: int = 0
    wanted: int = 1

    @property
    def done(self) -> bool:
        return not self.missing

    @property
    def started(self) -> bool:
        return self.part is not None and bool(self.written or self.part.file_id)


def current_parts(dossier: Dossier) -> dict[int, DossierPart]:
    """The newest version of each paper, by requirement."""
    parts = rows(dossier, "parts", "file", "requirement", "checked_by")
    return {part.requirement_id: part for part in sorted(parts, key=lambda part: part.version)}


def own_papers(dossier: Dossier) -> list[PaperStatus]:
    """The papers wanted for each nominee, in the plan's order."""
    parts = current_parts(dossier)
    wanted = papers_wanted(dossier.campaign, Per.NOMINEE)
    return [status(dossier, row, parts.get(row.pk)) for row in wanted]


def papers_wanted(campaign: Campaign, per: Per) -> list[PartRequirement]:
    """What the plan, and the one it takes papers from, wants of each nominee or once of a list."""
    found = [
        row
        for plan in sources(campaign, PAPERS)
        for row in rows(plan, "partrequirement_set", "clause__campaign")
    ]
    return [row for row in found if row.per == per]


def own_papers_missing(dossier: Dossier) -> list[str]:
    """What is missing, in words with the clause of the paper."""
    return [
        f"{word} ({paper.requirement.clause.citation})" if paper.requirement.clause else word
        for paper in own_papers(dossier)
        for word in paper.missing
    ]


def status(dossier: Dossier, requirement: PartRequirement, part: DossierPart | None) -> PaperStatus:
    if part and part.file_id:
        return PaperStatus(requirement, part, written=1)
    return CHECKS.get(requirement.paper, only_uploaded)(dossier, requirement, part)


def report(dossier: Dossier, requirement: PartRequirement, part: DossierPart | None) -> PaperStatus:
    """A section for each criterion of the plan, none empty."""
    criteria = criteria_of(dossier)
    empty = [n for n, row in enumerate(criteria, 1) if not (part and part.text_for(row.pk).strip())]
    missing = [f"Báo cáo thành tích, tiêu chí {', '.join(map(str, empty))}"] if empty else []
    if not criteria and not (part and part.content.get("text", "").strip()):
        missing = ["Báo cáo thành tích"]
    return PaperStatus(requirement, part, missing, len(criteria) - len(empty), max(len(criteria), 1))


def summary(dossier: Dossier, requirement: PartRequirement, part: DossierPart | None) -> PaperStatus:
    words = len(part.content.get("text", "").split()) if part else 0
    return PaperStatus(requirement, part, [] if words else ["Bản tóm tắt thành tích"], words)


def only_uploaded(dossier: Dossier, requirement: PartRequirement, part: DossierPart | None) -> PaperStatus:
    return PaperStatus(requirement, part, [f"Tệp: {requirement.name}"])


CHECKS = {Paper.REPORT: report, Paper.SUMMARY: summary}
