"""The task list of one dossier: what is to be done, by whom, and how far it is."""

from dataclasses import dataclass

from django.urls import reverse

from campaigns.enums import Paper, Per, RegistrationMode
from criteria.measures import Outcome
from nominations.enums import StageState as S
from nominations.facts import PaperStatus
from nominations.facts.papers import papers_wanted
from nominations.facts.supplements import is_about, is_free, paper_name
from nominations.models import Dossier, DossierStage, Submission, SupplementPoint
from nominations.printing.wording import conferred
from nominations.services.entries import Entry
from nominations.services.guards import PRESENT, other_paper, unregistered

PAGES = {Paper.REPORT: "nominations:dossier-report", Paper.SUMMARY: "nominations:dossier-summary"}
LOOKS = {
    "done": ("is-ok", "Xong", "check"),
    "missing": ("is-warn", "Còn thiếu", "alert"),
    "asked": ("is-warn", "Cần bổ sung", "alert"),
    "remind": ("is-warn", "Nhắc", "ask"),
    "todo": ("is-mute", "Chưa làm", "ring"),
}


@dataclass(frozen=True)
class Item:
    """One row of the task list; `state` is a key of LOOKS, `count` what is missing, if it can be counted."""

    title: str
    sub: str
    state: str
    url: str = ""
    count: int = 0
    own: bool = False

    @property
    def look(self) -> tuple[str, str, str]:
        css, word, icon = LOOKS[self.state]
        return css, f"{word} {self.count}" if self.count else word, icon

    @property
    def done(self) -> bool:
        return self.state == "done"


def task_groups(
    dossier: Dossier,
    own: list[PaperStatus],
    entries: list[Entry],
    submission: Submission | None,
    points: list[SupplementPoint],
    *,
    may_see: bool,
) -> list[tuple[str, list[Item]]]:
    """What is to be done, by whom it is done first: the nominee, then the unit.

    `may_see`: whether the reader may open the unit's list.
    """
    groups = [
        ("Đề nghị", [target_item(dossier, entries), *registration_items(dossier)]),
        ("Thành tích", [*(paper_item(dossier, paper, points) for paper in own), *asked_items(points, own)]),
        ("Đơn vị", [opinion_item(dossier.stage), *unit_paper_items(dossier, submission, may_see)]),
    ]
    return [(title, rows) for title, rows in groups if rows]


def target_item(dossier: Dossier, entries: list[Entry]) -> Item:
    """Whether a group of the plan takes the nominee in, as the line of the rules says it."""
    [target] = [entry for entry in entries if entry.key == "general:target"]
    title = "Đối tượng và hình thức đề nghị"
    if target.outcome == Outcome.UNMET:
        return Item(title, " ".join(target.say), "missing")
    return Item(title, f"{dossier.get_group_display()}, {conferred(dossier.campaign, dossier)}", "done")


def registration_items(dossier: Dossier) -> list[Item]:
    """Where the plan asks for it: a condition, or a reminder that keeps nothing back."""
    mode = dossier.campaign.registration_mode
    if mode == RegistrationMode.NONE:
        return []
    said = unregistered(dossier)
    state = {RegistrationMode.BLOCK: "missing", RegistrationMode.WARN: "remind"}[mode] if said else "done"
    return [Item("Đăng ký thi đua", said or "Đã được tiếp nhận", state, reverse("nominations:registrations"))]


def paper_item(dossier: Dossier, paper: PaperStatus, points: list[SupplementPoint]) -> Item:
    """`points` of an open request: a paper that was not touched since is to be supplemented."""
    asked = [point for point in points if is_about(point, paper.requirement)]
    if asked and paper.part and paper.part.sealed_at:
        return Item(name_of_paper(paper), asked[0].text, "asked", paper_url(dossier, paper), own=True)
    state = "done" if paper.done else "missing" if paper.started else "todo"
    count = paper.wanted - paper.written if state == "missing" else 0
    return Item(name_of_paper(paper), paper_words(paper), state, paper_url(dossier, paper), count, own=True)


def name_of_paper(paper: PaperStatus) -> str:
    """As everywhere, without the mark that ends it in the plan."""
    return paper_name(paper.requirement).rstrip(".;")


def paper_words(paper: PaperStatus) -> str:
    if paper.part and paper.part.file_id:
        return f"Tệp tải lên: {paper.part.file}"
    if paper.requirement.paper == Paper.REPORT:
        left = (
            "; " + paper.missing[0].split(", ", 1)[-1].replace("tiêu chí", "còn tiêu chí")
            if paper.missing
            else ""
        )
        return f"Đã viết {paper.written}/{paper.wanted} tiêu chí{left}"
    if paper.requirement.paper == Paper.SUMMARY:
        return f"{paper.written} chữ" if paper.written else "Chưa viết"
    return "Chưa có tệp"


def asked_items(points: list[SupplementPoint], own: list[PaperStatus]) -> list[Item]:
    """Points about no paper in particular: answered once any paper was touched."""
    free = [point for point in points if is_free(point)]
    touched = any(paper.part and paper.part.sealed_at is None for paper in own)
    state = "done" if touched else "asked"
    return [Item("Nội dung được yêu cầu bổ sung", point.text, state, own=True) for point in free]


def point_url(point: SupplementPoint, dossier: Dossier, own: list[PaperStatus]) -> str:
    """Where a point is answered: at the criterion, at the paper; "" for one about neither."""
    paper = next((paper for paper in own if is_about(point, paper.requirement)), None)
    if paper is None:
        return ""
    url = paper_url(dossier, paper)
    if point.criterion_id and not url.startswith("#"):
        return reverse("nominations:dossier-report", args=[dossier.pk, point.criterion_id])
    return url


def paper_url(dossier: Dossier, paper: PaperStatus) -> str:
    name = PAGES.get(paper.requirement.paper)
    uploaded = paper.part and paper.part.file_id
    return reverse(name, args=[dossier.pk]) if name and not uploaded else f"#giay-to-{paper.requirement.pk}"


def opinion_item(stage: DossierStage) -> Item:
    """The head's word on the nomination."""
    said = {
        S.DRAFT: ("Chờ hồ sơ được nộp cho đơn vị", "todo"),
        S.SUBMITTED: ("Chưa quyết định", "todo"),
        S.UNIT_CHANGES: ("Đã yêu cầu bổ sung", "todo"),
        S.UNIT_DECLINED: ("Không đề nghị", "done"),
    }
    words, state = said.get(stage.state, ("Đồng ý đề nghị", "done"))
    return Item(
        "Ý kiến của thủ trưởng đơn vị", words, state, "#quyet-dinh" if state == "todo" else "#dien-bien"
    )


def unit_paper_items(dossier: Dossier, submission: Submission | None, may_see: bool) -> list[Item]:
    """The papers that the unit hands in once for its whole list."""
    wanted = papers_wanted(dossier.campaign, Per.SUBMISSION)
    url = submission.get_absolute_url() if may_see else ""
    return [unit_paper_item(row, submission, url) for row in wanted]


def unit_paper_item(requirement, submission: Submission | None, url: str) -> Item:
    there = bool(submission) and PRESENT.get(requirement.paper, other_paper)(submission)
    words = "Một bản cho cả danh sách của đơn vị"
    return Item(requirement.name.rstrip(".;"), words, "done" if there else "todo", url)
