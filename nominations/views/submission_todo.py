"""What a tờ trình still needs before it may be sent, each with the place where it is done."""

from dataclasses import dataclass

from django.urls import reverse

from campaigns.enums import Paper, Per
from campaigns.facts.inheritance import part_requirements
from campaigns.models import Campaign
from documents.enums import DocumentState
from nominations.models import Submission
from nominations.services.guards import PRESENT, cited
from thiduakt.vietnamese.days import short_date

NOT_MET = (
    "Đơn vị chưa ghi phiên họp Hội đồng. Vẫn đề nghị được, nhưng tờ trình chỉ gửi được khi có biên bản họp"
)


NO_COUNCIL = "Đơn vị chưa có Hội đồng trên hệ thống: tải biên bản đã ký lên."


@dataclass(frozen=True)
class Todo:
    """One line of the checklist; `url` is empty where it is done by a button beside the list."""

    title: str
    sub: str
    done: bool
    url: str = ""


def wanted_papers(submission: Submission) -> set[str]:
    """The papers that the plan wants once for the whole list."""
    return {row.paper for row in part_requirements(submission.campaign).filter(per=Per.SUBMISSION)}


def checklist(submission: Submission, plan, *, has_council: bool) -> list[Todo]:
    """In the order in which they are done; the last is the sending itself."""
    wanted = wanted_papers(submission)
    rows = [proposing(submission, plan)]
    if Paper.MINUTES in wanted:
        rows.append(meeting(submission, has_council))
    if Paper.SUBMISSION in wanted:
        rows += letter(submission)
    ready = all(row.done for row in rows)
    return [*rows, Todo("Gửi tờ trình", "Đã đủ, gửi được." if ready else "Khi các việc trên đã xong.", False)]


def proposing(submission: Submission, plan) -> Todo:
    url = f"{reverse('nominations:dossiers')}?ke_hoach={submission.campaign_id}&tinh_trang=reviewing"
    going, left = len(plan.going), len(plan.staying)
    words = f"{going} hồ sơ đủ để gửi" if going else "Chưa hồ sơ nào đủ để gửi"
    return Todo(
        "Thủ trưởng đề nghị từng hồ sơ", words + (f", {left} để lại." if left else "."), bool(going), url
    )


def meeting(submission: Submission, has_council: bool) -> Todo:
    """The unit's session with its minutes, or the signed minutes as a file."""
    title, done = "Họp Hội đồng của đơn vị, có biên bản", PRESENT[Paper.MINUTES](submission)
    if submission.minutes_file_id:
        return Todo(title, "Đã tải biên bản lên.", done)
    if session := submission.session:
        words = f"Phiên họp ngày {short_date(session.held_on)} {'đã' if done else 'chưa'} kết thúc."
        return Todo(title, words, done, session.get_absolute_url())
    if has_council:
        return Todo(title, "Chưa ghi phiên họp nào.", done, planning_url(submission))
    return Todo(title, NO_COUNCIL, done, f"{submission.get_absolute_url()}#giay-to-chung")


def planning_url(submission: Submission) -> str:
    return reverse("nominations:submission-session", args=[submission.pk])


def letter(submission: Submission) -> list[Todo]:
    """Drawn up here and approved by the head, or the signed letter as a file."""
    if submission.letter_file_id:
        return [Todo("Tờ trình đã ký", "Đã tải tệp lên.", True)]
    paper, done = drawn_up(submission), PRESENT[Paper.SUBMISSION](submission)
    url = paper.get_absolute_url() if paper else ""
    waits = f"Chờ {paper.signer_name} duyệt." if paper and not done else ""
    return [
        Todo("Lập dự thảo tờ trình", "Đã lập." if paper else "Chưa lập.", bool(paper), url),
        Todo("Thủ trưởng duyệt tờ trình", "Đã duyệt." if done else waits or "Chưa có dự thảo.", done, url),
    ]


def drawn_up(submission: Submission):
    """The letter's draft or paper; None while there is none, or when it was sent back."""
    paper = submission.paper
    return paper if paper and paper.state != DocumentState.DISCARDED else None


def not_met_yet(submission: Submission | None, campaign: Campaign, *, has_council: bool) -> tuple[str, str]:
    """(what is missing, where to record it) for the head who decides early; ("", "") otherwise."""
    wanted = part_requirements(campaign).filter(per=Per.SUBMISSION, paper=Paper.MINUTES)
    row = wanted.select_related("clause").first()
    if row is None or (submission and PRESENT[Paper.MINUTES](submission)):
        return "", ""
    if submission is None:
        return cited(NOT_MET, row.clause), reverse("nominations:submissions")
    return cited(NOT_MET, row.clause), meeting(submission, has_council).url or submission.get_absolute_url()
