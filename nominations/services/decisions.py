"""The decision: prepared with its list and money, approved, issued; in that act everybody is awarded."""

import datetime as dt

from campaigns.models import Campaign
from campaigns.quota import unfilled
from criteria.models import AwardType
from criteria.services import base_salary_on, regime_on, rule_for
from documents.enums import DocumentState, Kind
from documents.models import IssuedDocument
from documents.services import papers
from documents.wording import with_words
from nominations.enums import StageState
from nominations.models import Award, Dossier, DossierStage
from nominations.money import bonus
from nominations.permissions import interests, own_among
from nominations.printing.decisions import decision_paper
from nominations.printing.wording import cited_day, detail_of, movement, name_of
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from units.enums import Role
from units.facts import joined, signature_lines
from units.models import Person, Unit, User

from .guards import cited
from .locking import lock_for
from .steps import move_locked, record
from .telling import tell_awarded

PREPARERS = {Role.OFFICER, Role.OFFICE_HEAD}


def waiting_stages(campaign: Campaign, unit: Unit):
    """Proposed for signing and in no decision yet, in the order of the council's votes."""
    stages = DossierStage.objects.filter(
        state=StageState.PROPOSED, unit=unit, dossier__campaign=campaign, decision__isnull=True
    )
    return stages.order_by("dossier__group", "-item__yes", "item__chair_rank", "pk")


@change
def prepare_decision(
    campaign: Campaign, *, unit: Unit, signer: Person, by, note: str = "", at: dt.datetime | None = None
) -> IssuedDocument:
    """The draft decision for everything proposed: list, bonus and gold-book numbers in order.

    Raises Refused: nothing proposed, no right, a signer who is on it, or fewer awards than the plan's
    exact number without a `note` why.
    """
    at = at or database_now()
    on = vietnam_day(at)
    if not by.roles_at(unit.pk, on) & PREPARERS:
        raise Refused("Anh/chị không được lập quyết định của cơ quan này.")
    stages = of_one_award(waiting_stages(campaign, unit))
    locks = lock_for("appraise", [stage.dossier_id for stage in stages])
    order = {stage.dossier_id: place for place, stage in enumerate(stages)}
    dossiers = sorted(locks.dossiers, key=lambda dossier: order[dossier.pk])
    refuse_bad_list(dossiers, signer, on)
    if (few := too_few(campaign, dossiers[0].award_type, unit)) and not note.strip():
        raise Refused(*few)
    snapshot = build(campaign, unit, dossiers, office_of(by, unit, on), on)
    snapshot = with_words("decision.html", snapshot, words_before(campaign, unit))
    document = papers.prepare_document(
        Kind.QUYET_DINH,
        unit=unit,
        title=snapshot["title"],
        template="decision.html",
        snapshot=snapshot,
        signature_lines=signature_lines(unit, signer, on),
        signer=signer,
        by=by,
        note=note,
        at=at,
    )
    told = f"{document.title}. {note}".rstrip(". ")
    for dossier in dossiers:
        set_decision(dossier, document, "prepare_decision", by=by, at=at, note=told)
    return document


def too_few(campaign: Campaign, award_type: AwardType, unit: Unit) -> list[str]:
    """Where the plan sets an exact number and fewer are proposed, in sentences: a note says why.

    The number binds who issued the plan; the level above decides on what was sent to it.
    """
    pools = campaign.quota_set.filter(awards=award_type, campaign__issuer=unit).select_related("clause")
    return [
        cited(
            f"Kế hoạch định đúng {pool.limit:02d} {pool.get_group_display().lower()}, mới trình ký "
            f"{pool.used:02d}: ghi lý do khen ít hơn",
            pool.clause,
        )
        for pool in pools
        if unfilled(pool)
    ]


def set_decision(
    dossier: Dossier, document: IssuedDocument | None, action: str, *, by, at: dt.datetime, note: str
) -> None:
    """Put a dossier into a draft decision or take it out, with its event; the caller holds its lock."""
    stage = dossier.stage
    stage.decision = document
    stage.save(update_fields=["decision"])
    roles = PREPARERS if document else {Role.SIGNER}
    record(dossier, stage, action, by=by, at=at, was=stage.state, note=note, roles=roles)


def of_one_award(stages) -> list[DossierStage]:
    """A decision names one form: those of the first one waiting; the others go into another decision."""
    found = list(stages.select_related("dossier"))
    return [stage for stage in found if stage.dossier.award_type_id == found[0].dossier.award_type_id]


def refuse_bad_list(dossiers: list[Dossier], signer: Person, on: dt.date) -> None:
    if not dossiers:
        raise Refused("Chưa có hồ sơ nào được trình ký nên chưa lập được quyết định.")
    stages = [dossier.stage for dossier in dossiers]
    if any(stage.state != StageState.PROPOSED or stage.decision_id for stage in stages):
        raise Refused("Danh sách vừa thay đổi, xin mở lại trang.")
    account = User.objects.filter(person=signer).first()
    kept_out = interests(account, on) if account else {"people": {signer.pk}, "users": set()}
    own = own_among(dossiers, on, **kept_out)
    if own:
        names = ", ".join(dossier.nominee_name for dossier in own)
        raise Refused(
            f"{signer.full_name} không ký quyết định có tên mình hoặc hồ sơ do mình lập, gửi ({names}): "
            "chọn người ký khác."
        )


def build(campaign: Campaign, unit: Unit, dossiers: list[Dossier], office: str, on: dt.date) -> dict:
    """The snapshot: the printed dict and, beside it, what the awards are made from."""
    lines = [line_of(dossier, unit, number, on) for number, dossier in enumerate(dossiers, start=1)]
    letters = letters_of(dossiers)
    paper = decision_paper(campaign, unit, lines, regime_on(on), on=on, office=office, letters=letters)
    kept = {"lines": lines, "office": office, "base_salary": base_salary_on(on).amount}
    return paper | kept | {"campaign": campaign.pk}


def words_before(campaign: Campaign, unit: Unit) -> dict[str, str]:
    """What the office had worded in the draft before, where it was sent back or its list changed."""
    made = IssuedDocument.objects.filter(unit=unit, kind=Kind.QUYET_DINH, snapshot__campaign=campaign.pk)
    last = made.order_by("-pk").first()
    return last.snapshot.get("typed", {}) if last and last.state == DocumentState.DISCARDED else {}


def letters_of(dossiers: list[Dossier]) -> list[str]:
    """The tờ trình of the levels below by which the list came here, as a decision cites them."""
    higher = DossierStage.objects.current().filter(dossier__in=dossiers, level__gte=2)
    sent = {stage.submission for stage in higher.select_related("submission__paper", "submission__unit")}
    return [
        f"{submission.unit.name} tại Tờ trình số {submission.paper.reference} "
        f"ngày {cited_day(submission.paper.issued_on)}"
        for submission in sorted(sent, key=lambda one: one.pk)
    ]


def line_of(dossier: Dossier, unit: Unit, number: int, on: dt.date) -> dict:
    """One line of the list: money by the rule in force on the day of the decision (NĐ 152/2025, Điều 49)."""
    rule = rule_for(dossier.award_type, dossier.group, on=on, unit=unit)
    coefficient = rule.coefficient or 0
    return {
        "dossier": dossier.pk,
        "group": dossier.group,
        "award": dossier.award_type.name,
        "name": name_of(dossier),
        "detail": detail_of(dossier, on),
        "gold_book_number": number,
        "coefficient": str(coefficient),
        "bonus": bonus(coefficient, base_salary_on(on).amount),
    }


def office_of(by, unit: Unit, on: dt.date) -> str:
    """Who proposes, as papers say it: `Trưởng phòng Văn hóa – Xã hội`."""
    appointment = by.person.appointment_on(on) if by.person_id else None
    if appointment is None or appointment.unit_id == unit.pk:
        return f"Văn phòng {unit.name}"
    return joined(appointment.unit.head_title, appointment.unit.name)


@change
def return_decision(
    document: IssuedDocument, *, by, note: str, at: dt.datetime | None = None
) -> IssuedDocument:
    """The signer sends the draft back: its dossiers are free for another draft."""
    at = at or database_now()
    stages = DossierStage.objects.filter(decision=document, state=StageState.PROPOSED)
    dossiers = lock_for("return_decision", stages.values_list("dossier", flat=True)).dossiers
    document = papers.return_document(document, by=by, note=note, at=at)
    for dossier in dossiers:
        set_decision(dossier, None, "return_decision", by=by, at=at, note=note)
    return document


@change
def issue_decision(
    document: IssuedDocument, *, by, at: dt.datetime | None = None, on: dt.date | None = None
) -> IssuedDocument:
    """Number and day, and with them the awards, in one transaction.

    The money of the draft must be that of the day: if the base salary changed between, the draft is
    prepared anew. Raises Refused; nothing is written then.
    """
    at = at or database_now()
    day = on or vietnam_day(at)
    stages = DossierStage.objects.filter(decision=document, state=StageState.PROPOSED)
    locks = lock_for(
        "award",
        stages.values_list("dossier", flat=True),
        series=(document.unit, document.kind, day.year),
    )
    refuse_stale(document, locks.dossiers, day)
    document = papers.issue_document(document, by=by, at=at, on=day)
    outcome = move_locked(locks, "award", by=by, at=at, decision=document, lines=lines_by_dossier(document))
    if outcome.skipped or not outcome.moved:
        raise Refused(*(outcome.skipped[0][1] if outcome.skipped else ["Quyết định không có hồ sơ nào."]))
    snapshot = document.snapshot
    awards = make_awards(document, outcome.moved, snapshot["lines"], snapshot["base_salary"])
    tell_awarded(document, awards, on=vietnam_day(at))
    return document


def lines_by_dossier(document: IssuedDocument) -> dict[int, dict]:
    """The draft's lines with the base salary that they were counted by."""
    base = {"base_salary": document.snapshot["base_salary"]}
    return {line["dossier"]: line | base for line in document.snapshot["lines"]}


def refuse_stale(document: IssuedDocument, dossiers: list[Dossier], day: dt.date) -> None:
    """What was approved must still be so: the money of the day, and exactly this list."""
    if document.state != DocumentState.APPROVED:
        return  # issuing itself says why it cannot be
    if document.snapshot["base_salary"] != base_salary_on(day).amount:
        raise Refused("Mức lương cơ sở đã thay đổi sau khi lập dự thảo: trả lại và lập quyết định mới.")
    named = {line["dossier"] for line in document.snapshot["lines"]}
    if named != {dossier.pk for dossier in dossiers}:
        raise Refused("Danh sách đã thay đổi sau khi lập dự thảo: trả lại và lập quyết định mới.")


def make_awards(
    document: IssuedDocument, dossiers: list[Dossier], lines: list[dict], base_salary: int
) -> list[Award]:
    """The lines of the decision as rows; what was printed is what is kept."""
    rows, by_key = [], {dossier.pk: dossier for dossier in dossiers}
    for line in lines:
        dossier = by_key[line["dossier"]]
        rows.append(
            Award(
                dossier=dossier,
                award_type=dossier.award_type,
                group=dossier.group,
                person=dossier.person,
                collective=dossier.collective,
                name=line["name"],
                position=line["detail"],
                achievement=achievement(dossier.campaign),
                decision=document,
                gold_book_number=line["gold_book_number"],
                coefficient=line["coefficient"],
                base_salary=base_salary,
                bonus=line["bonus"],
            )
        )
    return Award.objects.bulk_create(rows)


def achievement(campaign: Campaign) -> str:
    """What the certificate says it is for."""
    return f"Đã có thành tích trong {movement(campaign)}"
