"""Where the pages of a paper lead: what it is about, where it is numbered, where a refusal is sent."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from django.urls import reverse

from campaigns.models import Campaign, Quota
from campaigns.permissions import OFFICE
from campaigns.services.ending import paper_answered
from criteria.enums import Group
from criteria.services import base_salary_on
from documents.models import IssuedDocument
from documents.registry import PLAIN, Contents, Way
from nominations.enums import StageState, SubmissionState
from nominations.models import Dossier, DossierStage, PastAward, Submission
from nominations.permissions import APPRAISERS, interests, own_among
from thiduakt.vietnamese.words import count2, money, number_words
from units.enums import REVIEW_ROLES, UNIT_ROLES, Role

from .place_requests import asked_words

# The first three columns of a line in a list: number, name, detail; the fourth is what it is there for.
Line = tuple[str, str, str, str]


AFTERWARDS = (("Danh sách chi tiền thưởng", "payments"), ("Thông báo kết quả, vinh danh", "results"))


def decision_subject(document: IssuedDocument, user, on: dt.date) -> str:
    """Where all decisions stand, for those who work at an office that makes them."""
    return reverse("nominations:decisions") if user.acting_unit_ids(on, REVIEW_ROLES) else ""


def decision_issue(document: IssuedDocument) -> str:
    return reverse("nominations:decision-issue", args=[document.pk])


def decision_return(document: IssuedDocument) -> str:
    return reverse("nominations:decision-return", args=[document.pk])


def decision_bars(document: IssuedDocument, by, on: dt.date) -> str:
    """Nobody signs in his own case: who is on the list, leads a collective on it, drew one up or sent it."""
    listed = Dossier.objects.filter(stages__decision=document).select_related("person", "collective")
    own = own_among(listed.order_by("pk"), on, **interests(by, on))
    if not own:
        return ""
    names = ", ".join(dossier.nominee_name for dossier in own)
    return (
        f"Anh/chị không ký quyết định có tên mình hoặc hồ sơ do mình lập, gửi ({names}). "
        "Trả lại dự thảo để chọn người ký khác."
    )


def decision_prints(document: IssuedDocument, roles) -> list[tuple[str, str]]:
    """All certificates in one file, and what follows, once the decision is issued."""
    if not document.issued or revokes(document):
        return []
    award = document.awards.filter(dossier__isnull=False).select_related("dossier").first()
    about = award and [award.dossier.campaign_id, document.unit_id]
    revoke = reverse("nominations:decision-revoke", args=[document.pk])
    return [
        ("In giấy khen (PDF)", reverse("nominations:decision-certificates", args=[document.pk])),
        ("Chọn bản, in trên phôi", reverse("nominations:certificates", args=[document.pk])),
        *(
            [(words, reverse(f"nominations:{name}", args=about)) for words, name in AFTERWARDS]
            if about
            else []
        ),
        *([("Hủy bỏ khen thưởng", revoke)] if roles & OFFICE else []),
    ]


def decision_worded_by(document: IssuedDocument) -> tuple[str, ...]:
    return tuple(APPRAISERS)


def decision_stale(document: IssuedDocument, on: dt.date) -> str:
    """Whether the money of the draft is that of the day; a change of its list puts it aside at once."""
    base = document.snapshot.get("base_salary")
    if base is None or base == base_salary_on(on).amount:
        return ""
    return "Mức lương cơ sở đã thay đổi sau khi lập dự thảo: trả lại và lập quyết định mới."


def revokes(document: IssuedDocument) -> list[int]:
    """Keys of the awards that a decision takes back; none for a decision that gives some."""
    return document.snapshot.get("revokes", [])


def decision_contents(document: IssuedDocument) -> Contents:
    """Whom it honours and with how much, as the draft has it; or what it takes back."""
    if revokes(document):
        return taken_back(document)
    lines = document.snapshot.get("lines", [])
    if not lines:
        return Contents()
    total = sum(line["bonus"] for line in lines)
    spelled = f"{money(total)} (bằng chữ: {number_words(total)} đồng)"
    return Contents(
        said=f"tặng {lines[0]['award']} cho {counted(lines)}, tổng tiền thưởng {spelled}",
        facts=[("Khen thưởng", counted(lines)), ("Tổng tiền thưởng", spelled)],
        groups=[(heading, numbered(awarded, rows)) for heading, rows in by_group(lines)],
    )


def taken_back(document: IssuedDocument) -> Contents:
    annex = document.snapshot["annex"]
    groups = [(g["heading"], numbered(awarded, g["rows"])) for g in annex["groups"]]
    total = f"{money(annex['total'])} (bằng chữ: {number_words(annex['total'])} đồng)"
    said = f"hủy bỏ khen thưởng của {len(revokes(document))} tập thể, cá nhân"
    facts = [("Lý do", document.snapshot["why"]), ("Tiền thưởng phải thu hồi", total)]
    return Contents(said=said, facts=facts, groups=groups)


def counted(lines: list[dict]) -> str:
    """`07 tập thể, 10 cá nhân`."""
    found = Counter(line["group"] for line in lines)
    return ", ".join(f"{count2(found[group])} {group.label.lower()}" for group in Group if found[group])


def by_group(lines: list[dict]) -> list[tuple[str, list[dict]]]:
    rows = [(group.label, [line for line in lines if line["group"] == group]) for group in Group]
    return [(label, found) for label, found in rows if found]


def numbered(line_of: Callable, rows: list[dict]) -> list[Line]:
    return [(str(number), *line_of(row)) for number, row in enumerate(rows, 1)]


def awarded(line: dict) -> tuple[str, str, str]:
    return line["name"], line["detail"], money(line["bonus"])


def submission_subject(document: IssuedDocument, user, on: dt.date) -> str:
    submission = Submission.objects.visible_to(user, on).filter(paper=document).first()
    return submission.get_absolute_url() if submission else ""


def submission_contents(document: IssuedDocument) -> Contents:
    """Whom it proposes or registers, what it asks for, as the draft has it."""
    if (tables := document.snapshot.get("tables")) is not None:
        return registered(tables, document.snapshot.get("asked", {}))
    found = document.snapshot.get("groups", [])
    groups = [(row["heading"].partition(". ")[2], numbered(proposed, row["rows"])) for row in found]
    named = ", ".join(f"{count2(len(rows))} {heading.lower()}" for heading, rows in groups)
    return Contents(f"đề nghị khen thưởng {named}", [("Đề nghị", named)], groups) if groups else Contents()


def proposed(row: dict) -> tuple[str, str, str]:
    return row["name"], row["detail"] or "", row["award"]


def letter_worded_by(document: IssuedDocument) -> tuple[str, ...]:
    """Who draws the list up: its unit, or the office of a level that forwards."""
    level = Submission.objects.filter(paper=document).values_list("level", flat=True).first()
    return tuple(APPRAISERS) if level else UNIT_ROLES


def letter_stale(document: IssuedDocument, on: dt.date) -> str:
    """Whether it names exactly those who wait to go with it."""
    submission = Submission.objects.filter(paper=document, state=SubmissionState.DRAFT, level=0).first()
    named = set(document.snapshot.get("dossiers", []))
    if submission is None or not named:
        return ""
    waiting = DossierStage.objects.filter(
        level=0,
        state=StageState.UNIT_PROPOSED,
        dossier__campaign=submission.campaign_id,
        dossier__unit=submission.unit_id,
    )
    same = named == set(waiting.values_list("dossier", flat=True))
    return (
        "" if same else "Danh sách đã thay đổi sau khi lập tờ trình: lập lại tờ trình, lời đã sửa được giữ."
    )


def registered(tables: list[dict], asked: dict[str, int]) -> Contents:
    groups = [
        (table["heading"].partition(". ")[2], [one_line(*row) for row in table["rows"]]) for table in tables
    ]
    named = ", ".join(f"{count2(len(rows))} {heading.lower()}" for heading, rows in groups)
    places = places_asked(asked)
    said = [f"đăng ký thi đua cho {named}"] if named else []
    said += [f"đề nghị cho số lượng khen thưởng {places}"] if places else []
    facts = [(words, value) for words, value in (("Đăng ký", named), ("Đề nghị cho", places)) if value]
    return Contents(", ".join(said), facts, groups)


def places_asked(asked: dict[str, int]) -> str:
    """`01 tập thể, Bằng khen (Mục III.4); 02 cá nhân, Bằng khen (Mục III.4)`."""
    pools = Quota.objects.filter(pk__in=asked).select_related("clause__campaign").prefetch_related("awards")
    return "; ".join(asked_words(pool, asked[str(pool.pk)]) for pool in pools.order_by("pk"))


def one_line(number: str, name: str, place: str, title: str, form: str) -> Line:
    return number.lstrip("0"), name, place, "; ".join(word for word in (title, form) if word)


def plan_subject(document: IssuedDocument, user, on: dt.date) -> str:
    campaign = Campaign.objects.visible_to(user, on).filter(paper=document).first()
    return campaign.get_absolute_url() if campaign else ""


def plan_issue(document: IssuedDocument) -> str:
    campaign = getattr(document, "campaign", None)
    return reverse("campaigns:step", args=[campaign.pk, "launch"]) if campaign else ""


def former_contents(document: IssuedDocument) -> Contents:
    """Whom a decision of former years honours, as far as it was entered."""
    rows = document.past_awards.filter(is_live=True).select_related("award_type").order_by("pk")
    lines = [
        {"group": row.group, "name": row.name, "detail": row.unit_name, "award": told(row)} for row in rows
    ]
    return Contents(groups=[(heading, numbered(proposed, rows)) for heading, rows in by_group(lines)])


def told(row: PastAward) -> str:
    return f"{row.award_type} năm {row.year}"


FORMER = replace(PLAIN, contents=former_contents)
DECISION = Way(
    subject=decision_subject,
    issue=decision_issue,
    numbered_by=(Role.RECORDS,),
    send_back=decision_return,
    bars=decision_bars,
    prints=decision_prints,
    contents=decision_contents,
    worded_by=decision_worded_by,
    stale=decision_stale,
)
LETTER = Way(
    subject=submission_subject,
    numbered="Tờ trình được cấp số khi đơn vị gửi đi.",
    contents=submission_contents,
    worded_by=letter_worded_by,
    stale=letter_stale,
)
PLAN = Way(subject=plan_subject, issue=plan_issue, numbered_by=(Role.RECORDS,), answered=paper_answered)
