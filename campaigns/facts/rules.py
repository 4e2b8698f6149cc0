"""A plan's rules as its page says them: whom, by which criteria, with which papers, for how many awards."""

import re
from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects

from campaigns.enums import Per, QuotaKind, RegistrationMode, TargetKind
from campaigns.models import Allotment, Campaign, Clause, Quota, Task
from criteria.enums import CriterionGroup, Group
from criteria.models import Criterion
from thiduakt.vietnamese.text import first_upper
from thiduakt.vietnamese.words import count2
from units.enums import Category, UnitKind

from .clauses import clause_of, rows
from .measures import checked_by, measured

QUOTA_WORDS = {
    QuotaKind.MAX: "tối đa",
    QuotaKind.EXACT: "đúng",
    QuotaKind.REQUESTED: "đề nghị cấp trên",
}
PER_WORDS = {Per.SUBMISSION: "một bản cho cả đơn vị", Per.NOMINEE: "từng đề nghị"}
REGISTRATION_WORDS = {
    RegistrationMode.NONE: "Kế hoạch không đặt điều kiện đăng ký trước; đăng ký để đơn vị theo dõi.",
    RegistrationMode.WARN: "Kế hoạch yêu cầu đăng ký; hồ sơ chưa đăng ký sẽ được nhắc.",
    RegistrationMode.BLOCK: "Không đăng ký thì không được xét khen thưởng.",
}
CRITERIA_TITLES = {
    CriterionGroup.COMMON: "Tiêu chí chung",
    CriterionGroup.COLLECTIVE: "Tiêu chí đối với tập thể",
    CriterionGroup.INDIVIDUAL: "Tiêu chí đối với cá nhân",
    CriterionGroup.HEAD: "Tiêu chí đối với người đứng đầu",
}
ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
LONGEST = 180
LAST_BRACKET = re.compile(r"\s+\([^()]*\)$")


@dataclass(frozen=True)
class Line:
    """One line of a list of rules: what, who or how, details on lines of their own."""

    text: str
    note: str = ""
    details: tuple[str, ...] = ()
    clause: Clause | None = None


@dataclass
class Part:
    """A titled list of lines with the clause they all come from, if there is one."""

    title: str
    clause: Clause | None = None
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class QuotaLine:
    pk: int
    label: str
    limit_words: str
    used: int
    limit: int
    mine: int
    clause: Clause | None

    @property
    def said(self) -> str:
        """`tối đa 07 tập thể (Giấy khen)`; the award where there are several."""
        group, _, awards = self.label.partition(", ")
        return f"{self.limit_words} {group.lower()}" + (f" ({awards})" if awards else "")

    @property
    def inside(self) -> str:
        """The label within a sentence: names keep their capitals."""
        return self.label[:1].lower() + self.label[1:]


def brief(text: str) -> str:
    """Without the bracket at the end and the last mark; the whole stands in the plan beside it."""
    head = LAST_BRACKET.sub("", text.rstrip(".;: "))
    if len(head) <= LONGEST:
        return head
    return head[:LONGEST].rsplit(" ", 1)[0].rstrip(",;") + "…"


def quota_lines(campaign: Campaign, mine: dict[str, int] | None = None) -> list[QuotaLine]:
    """`mine`: places that the reader's own units hold, by group; they are counted in `used`."""
    quotas = rows(campaign, "quota_set")
    groups = [quota.group for quota in quotas]
    if len(groups) > len(set(groups)):
        prefetch_related_objects(quotas, "awards")
    return [
        QuotaLine(
            pk=quota.pk,
            label=quota_label(quota, named=groups.count(quota.group) > 1),
            limit_words=f"{QUOTA_WORDS[quota.kind]} {count2(quota.limit)}",
            used=quota.used,
            limit=quota.limit,
            mine=min((mine or {}).get(quota.group, 0), quota.used),
            clause=quota.clause,
        )
        for quota in quotas
    ]


def allotment_lines(campaign: Campaign) -> list[tuple[Quota, list[Allotment]]]:
    """Each pool that is allotted, with its parts; one query."""
    found: dict[int, tuple[Quota, list[Allotment]]] = {}
    for row in Allotment.objects.filter(quota__campaign=campaign).select_related("quota", "unit"):
        found.setdefault(row.quota_id, (row.quota, []))[1].append(row)
    return list(found.values())


def quota_label(quota, *, named: bool) -> str:
    label = Group(quota.group).label
    return f"{label}, {' và '.join(award.name for award in quota.awards.all())}" if named else label


def award_lines(campaign: Campaign) -> list[Line]:
    found = rows(campaign, "campaignaward_set")
    return [
        Line(
            award_words(award),
            clause=award.clause,
            note="" if award.award_type_id else "chưa có trong danh mục",
        )
        for award in found
    ]


def award_words(award) -> str:
    name = award.award_type.name if award.award_type_id else award.form
    return f"{name} của {award.authority}" if award.authority and " của " not in name else name


def target_parts(campaign: Campaign) -> list[Part]:
    """Tập thể, cá nhân: as written, and what the system understands by it."""
    groups = ((TargetKind.COLLECTIVE, "Tập thể"), (TargetKind.INDIVIDUAL, "Cá nhân"))
    targets = rows(campaign, "targetgroup_set")
    found = [
        (kind, label, [t for t in targets if t.group in (kind, TargetKind.BOTH)]) for kind, label in groups
    ]
    return [
        Part(label, lines=[Line(understood(kind, target), clause=target.clause) for target in those])
        for kind, label, those in found
        if those
    ]


def understood(kind: str, target) -> str:
    """The kinds of unit or categories of person, as far as the text names any; else its own words."""
    if kind == TargetKind.COLLECTIVE:
        words = [UnitKind(code).label for code in target.unit_kinds]
    else:
        words = [Category(code).label.lower() for code in target.categories]
    if not words:
        return brief(target.text)
    outside = ", cả người ngoài cơ quan" if target.outsiders and kind == TargetKind.INDIVIDUAL else ""
    return first_upper("; ".join(words)) + outside


def registration_line(campaign: Campaign) -> Line:
    to = f" Đăng ký về {campaign.registration_to}." if campaign.registration_to else ""
    clause = clause_of(campaign, campaign.registration_clause_id)
    return Line(REGISTRATION_WORDS[campaign.registration_mode] + to, clause=clause)


def criteria_parts(campaign: Campaign) -> list[Part]:
    """A part for each group that the plan names, in the order common, collective, individual, head."""
    if not campaign.checklist_id:
        return []
    parts = {group: Part(title) for group, title in CRITERIA_TITLES.items()}
    for criterion in campaign.checklist.criteria.all():
        part = parts[criterion.group]
        clause = criterion_clause(campaign, criterion)
        part.clause = part.clause or (clause_of(campaign, clause.parent_id) if clause else None)
        part.lines.append(criterion_line(len(part.lines) + 1, criterion, clause))
    return [part for part in parts.values() if part.lines]


def criterion_clause(campaign: Campaign, criterion: Criterion) -> Clause | None:
    link = getattr(criterion, "clause_link", None)
    return clause_of(campaign, link.clause_id) if link else None


def criterion_line(number: int, criterion: Criterion, clause: Clause | None) -> Line:
    return Line(
        f"{number}. {brief(criterion.text)}", checked_by(criterion), tuple(measured(criterion)), clause=clause
    )


def paper_part(campaign: Campaign) -> Part:
    parts = rows(campaign, "partrequirement_set")
    lines = [Line(part.name.rstrip(".;"), PER_WORDS[part.per], clause=part.clause) for part in parts]
    first = parts[0].clause if parts else None
    return Part(
        f"Hồ sơ gồm {len(parts)} loại giấy tờ", clause_of(campaign, first.parent_id) if first else None, lines
    )


def task_parts(campaign: Campaign) -> list[Part]:
    """Tasks by quarter where the plan sets them so, else in one list."""
    parts: dict[int | None, Part] = {}
    for task in rows(campaign, "task_set"):
        title = f"Quý {ROMAN[task.quarter]}" if task.quarter else "Nhiệm vụ"
        parts.setdefault(task.quarter, Part(title)).lines.append(task_line(task))
    return list(parts.values())


def task_line(task: Task) -> Line:
    owners = (f"Trách nhiệm: {task.owners_text}",) if task.owners_text else ()
    return Line(brief(task.text), task.due_text, owners, clause=task.clause)
