"""What was asked to be supplemented, and what the unit changed since."""

from collections.abc import Iterable
from dataclasses import dataclass

from campaigns.enums import Paper
from nominations.enums import StageState
from nominations.models import DossierPart, DossierStage, SupplementPoint
from nominations.rewording import changed_words

# Where the answer of the unit lies before the office.
ANSWERED_IN = (StageState.RESUBMITTED, StageState.RECEIVED)


@dataclass(frozen=True)
class Answer:
    """One paper handed in again: its versions, and its words as they changed, or its files."""

    name: str
    before: DossierPart | None
    after: DossierPart
    words: list[tuple[str, str]]


def last_round(points: Iterable[SupplementPoint]) -> list[SupplementPoint]:
    """The points of the newest request, in their order."""
    points = sorted(points, key=lambda point: (point.asked_at, point.number))
    return [point for point in points if point.asked_at == points[-1].asked_at]


def answered_points(stages: Iterable[DossierStage]) -> dict[int, list[SupplementPoint]]:
    """All points of the stages that the unit has answered, by the stage's key."""
    keys = [stage.pk for stage in stages if stage.state == StageState.RESUBMITTED]
    found: dict[int, list[SupplementPoint]] = {}
    for point in SupplementPoint.objects.filter(stage__in=keys) if keys else ():
        found.setdefault(point.stage_id, []).append(point)
    return found


def points_of(stage: DossierStage) -> list[SupplementPoint]:
    """The newest request of a level with what its points are about."""
    return last_round(stage.points.select_related("requirement", "criterion", "ticked_by"))


def about(point: SupplementPoint) -> str:
    """`Bản tóm tắt thành tích`, `Tiêu chí: …`; empty for what is about neither."""
    if point.requirement:
        return paper_name(point.requirement)
    return f"Tiêu chí “{point.criterion.text}”" if point.criterion else ""


def paper_name(requirement) -> str:
    """The short word for a paper the system knows; the plan's own words for any other."""
    known = requirement.paper in (Paper.REPORT, Paper.SUMMARY)
    return requirement.get_paper_display() if known else requirement.name


def answers(point: SupplementPoint, parts: Iterable[DossierPart]) -> list[Answer]:
    """What of the papers that a point is about was handed in since it was asked.

    `parts`: all sealed versions. A point about a criterion is answered in the report; one about neither
    by any paper.
    """
    by_paper: dict[int, list[DossierPart]] = {}
    for part in sorted(parts, key=lambda part: part.version):
        if concerns(point, part):
            by_paper.setdefault(part.requirement_id, []).append(part)
    found = (answer(point, versions) for versions in by_paper.values())
    return [each for each in found if each]


def concerns(point: SupplementPoint, part: DossierPart) -> bool:
    return is_free(point) or is_about(point, part.requirement)


def is_free(point: SupplementPoint) -> bool:
    """About no paper and no criterion in particular."""
    return not point.requirement_id and not point.criterion_id


def is_about(point: SupplementPoint, requirement) -> bool:
    """Whether a point names this paper; one about a criterion is answered in the report."""
    if point.requirement_id:
        return requirement.pk == point.requirement_id
    return bool(point.criterion_id) and requirement.paper == Paper.REPORT


def answer(point: SupplementPoint, versions: list[DossierPart]) -> Answer | None:
    """None where nothing came after the request, or the words of the criterion stayed the same."""
    before = next((part for part in reversed(versions) if part.sealed_at <= point.asked_at), None)
    after = versions[-1]
    if after.sealed_at <= point.asked_at:
        return None
    was, now = words_of(before, point), words_of(after, point)
    same_file = before is not None and before.file_id == after.file_id
    if was == now and same_file:
        return None
    return Answer(paper_name(after.requirement), before, after, changed_words(was, now) if was != now else [])


def words_of(part: DossierPart | None, point: SupplementPoint) -> str:
    """What was written of the criterion, or in the whole paper; nothing where it is a file."""
    if part is None or part.file_id:
        return ""
    if point.criterion_id:
        return part.text_for(point.criterion_id) or part.content.get("text", "")
    return "\n".join([*part.content.get("sections", {}).values(), part.content.get("text", "")]).strip()
