"""What was understood of a plan, thing by thing: in words, with its clause and its place there."""

from collections.abc import Callable, Iterable, Iterator

from campaigns.enums import TargetKind
from campaigns.models import Campaign
from campaigns.plan_text.spans import count_pattern, date_pattern, words_pattern
from criteria.enums import CriterionGroup, Group
from thiduakt.vietnamese.days import short_date

from .clauses import clause_of, rows
from .heads import head_readings
from .kinds import CRITERION, KINDS, Kind, Reading, name_of
from .measures import BY_PERSON, measured
from .page import FUNDING, INHERITED
from .rules import PER_WORDS, QUOTA_WORDS, award_words, brief, understood


def readings(campaign: Campaign) -> list[Reading]:
    """Everything that stands in rows, the head first, then kind by kind in reading order."""
    found = head_readings(campaign)
    for kind in KINDS.values():
        found += [reading(kind, row) for row in rows_of(campaign, kind)]
    return found


def waiting_count(campaign: Campaign) -> int:
    """How many things were read and not looked at yet, from the rows of the page."""
    found = (row.unchecked for kind in KINDS.values() for row in rows_of(campaign, kind))
    return len(campaign.unchecked_head) + sum(found)


def rows_of(campaign: Campaign, kind: Kind) -> Iterable:
    """The rows of a kind, each with the campaign's own clause object."""
    if kind.slug != CRITERION:
        return rows(campaign, kind.rows)
    return list(criterion_links(campaign))


def criterion_links(campaign: Campaign) -> Iterator:
    for criterion in campaign.checklist.criteria.all() if campaign.checklist_id else ():
        if link := getattr(criterion, "clause_link", None):
            link.clause = clause_of(campaign, link.clause_id)
            yield link


def reading(kind: Kind, row) -> Reading:
    title, words, patterns, details = SAID[kind.slug](row)
    return Reading(
        name=name_of(kind.slug, row.pk),
        letter=kind.letter,
        css=kind.css,
        title=title,
        words=words,
        unchecked=row.unchecked,
        clause=row.clause,
        paragraph=getattr(row, "paragraph", None),
        patterns=patterns,
        details=tuple(details),
    )


# Each returns: title, what was understood, patterns of the place, details.
Said = tuple[str, str, tuple[str, ...], Iterable[str]]


def target(row) -> Said:
    kinds = (TargetKind.COLLECTIVE, TargetKind.INDIVIDUAL) if row.group == TargetKind.BOTH else (row.group,)
    words = "; ".join(f"{TargetKind(kind).label.lower()}: {understood(kind, row)}" for kind in kinds)
    return "Đối tượng", words, (words_pattern(row.text),), ()


def criterion(link) -> Said:
    row = link.criterion
    figures = measured(row)
    title = f"Tiêu chí {CriterionGroup(row.group).label.lower()}"
    said = " ".join(figures) or f"{BY_PERSON.capitalize()}: {brief(row.text)}"
    return title, said, (words_pattern(row.text),), ()


def deadline(row) -> Said:
    to = f", gửi về {row.to}" if row.to else ""
    return row.get_what_display(), f"{day_words(row)}{to}", (date_pattern(row.on),), ()


def day_words(row) -> str:
    """A day of every year is one before the plan has its date, too."""
    if not row.recurring:
        return row.in_words()
    month, day = row.on.removeprefix("--").split("-")
    return f"{'chậm nhất' if row.inclusive else 'trước'} {day}/{month} hằng năm"


def award(row) -> Said:
    known = () if row.award_type_id else ("Chưa có trong danh mục danh hiệu, hình thức.",)
    name = row.award_type.name if row.award_type_id else ""
    return "Khen thưởng", award_words(row), (words_pattern(name), words_pattern(row.form)), known


def quota(row) -> Said:
    group = Group(row.group).label
    awards = ", ".join(award.name for award in row.awards.all())
    words = f"{awards or 'Khen thưởng'}: {QUOTA_WORDS[row.kind]} {row.limit} {group.lower()}"
    patterns = (count_pattern(row.limit, group), rf"\b0*{row.limit}\b")
    return "Số lượng", words, patterns, ()


def paper(row) -> Said:
    known = (f"Hệ thống soạn được: {row.get_paper_display().lower()}.",) if row.paper != "other" else ()
    return "Giấy tờ", f"{row.name.rstrip('.;')}; {PER_WORDS[row.per]}", (words_pattern(row.name),), known


def task(row) -> Said:
    details = [f"Trách nhiệm: {row.owners_text}"] if row.owners_text else []
    details += [f"Thời gian: {row.due_text}"] if row.due_text else []
    return f"Nhiệm vụ {row.number}", brief(row.text), (words_pattern(row.text),), details


def rule(row) -> Said:
    return row.get_kind_display(), brief(row.text), (words_pattern(row.text),), ()


def objective(row) -> Said:
    since = f" so với năm {row.baseline}" if row.baseline else ""
    words = f"{row.indicator} tăng {row.change} {row.measure_unit}{since}"
    change = f"{row.change} {row.measure_unit}"
    place = rf"{words_pattern(row.indicator)}.{{0,80}}?{words_pattern(change)}"
    return "Chỉ tiêu", words, (place, words_pattern(row.text)), ()


def inheritance(row) -> Said:
    what = INHERITED.get(row.what, row.what)
    return what, f"theo Kế hoạch số {row.reference}", (words_pattern(row.reference),), ()


def funding(row) -> Said:
    return FUNDING.get(row.what, "Kinh phí"), brief(row.text), (words_pattern(row.text),), ()


def basis(row) -> Said:
    dated = f" ngày {short_date(row.dated)}" if row.dated else ""
    number = f"số {row.reference}{dated}" if row.reference else brief(row.text)
    return row.get_relation_display(), number, (words_pattern(row.text), words_pattern(row.reference)), ()


SAID: dict[str, Callable[..., Said]] = {
    "doi-tuong": target,
    "tieu-chi": criterion,
    "thoi-han": deadline,
    "khen-thuong": award,
    "so-luong": quota,
    "giay-to": paper,
    "nhiem-vu": task,
    "quy-dinh": rule,
    "chi-tieu": objective,
    "theo-ke-hoach": inheritance,
    "kinh-phi": funding,
    "can-cu": basis,
}
