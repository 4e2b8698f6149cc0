"""Writing the papers of a dossier: section by section, autosaved, versions kept."""

import datetime as dt

from campaigns.enums import Per
from campaigns.facts.inheritance import PAPERS, sources
from campaigns.models import PartRequirement
from criteria.models import Criterion
from documents.models import StoredFile
from nominations.enums import APPRAISED_IN, EDITABLE, CheckState
from nominations.facts import criteria_of
from nominations.models import Dossier, DossierPart
from nominations.permissions import is_own_case, own_case_told, roles_on
from thiduakt.clock import database_now, vietnam_day
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.vietnamese.text import clean_text
from thiduakt.vietnamese.words import grouped
from units.enums import REVIEW_ROLES, Role

from .leases import refuse_held
from .locking import lock_for
from .trail import record

MAX_WORDS, MAX_CHARACTERS = 20_000, 200_000


def may_write(dossier: Dossier, by, on: dt.date) -> bool:
    """Owner and clerk, while the dossier is theirs to write."""
    writers = {Role.OWNER, Role.UNIT_CLERK, Role.UNIT_HEAD}
    stage = dossier.stage
    return stage.state in EDITABLE and bool(roles_on(dossier, by, on, stage=stage) & writers)


def open_part(dossier: Dossier, requirement: PartRequirement, *, by) -> DossierPart:
    """The version being written: the draft one, or the next after a sealed one, begun as its copy."""
    if (
        requirement.campaign_id not in {plan.pk for plan in sources(dossier.campaign, PAPERS)}
        or requirement.per != Per.NOMINEE
    ):
        raise Refused("Giấy tờ này không thuộc hồ sơ của phong trào.")
    last = dossier.parts.filter(requirement=requirement).order_by("-version").first()
    if last and last.sealed_at is None:
        return last
    return DossierPart(
        dossier=dossier,
        requirement=requirement,
        version=last.version + 1 if last else 1,
        content=dict(last.content) if last else {},
        file=last.file if last else None,
        saved_by=by,
    )


def locked_for_writing(dossier: Dossier, by) -> Dossier:
    dossier = lock_for("write", [dossier.pk]).dossiers[0]
    if not may_write(dossier, by, vietnam_day(database_now())):
        raise Refused("Hồ sơ đã gửi nên không sửa được. Chờ yêu cầu bổ sung, hoặc rút hồ sơ để sửa.")
    return dossier


def save_part(part: DossierPart, *, by, revision: int | None) -> DossierPart:
    """Write the version. `revision` is the one the writer started from: a newer one is not overwritten."""
    if revision is not None and revision != part.revision:
        raise Refused("Có người vừa lưu bản khác. Nội dung anh/chị gõ chưa lưu; bấm Lưu để so hai bản.")
    part.revision += 1
    part.saved_by = by
    part.check_state, part.check_note, part.checked_by = CheckState.UNCHECKED, "", None
    part.save()
    return part


def checked_text(text: str) -> str:
    text = clean_text(text, multiline=True)
    if len(text.split()) > MAX_WORDS or len(text) > MAX_CHARACTERS:
        raise Refused(f"Nội dung dài quá {grouped(MAX_WORDS)} chữ.")
    return text


@change
def save_section(
    dossier: Dossier,
    requirement: PartRequirement,
    criterion: Criterion,
    text: str,
    *,
    by,
    revision: int | None = None,
) -> DossierPart:
    """One criterion's section of the report. Raises Refused when it may not be written now."""
    text = checked_text(text)
    dossier = locked_for_writing(dossier, by)
    if criterion.pk not in {row.pk for row in criteria_of(dossier)}:
        raise Refused("Tiêu chí này không áp dụng cho hồ sơ.")
    part = open_part(dossier, requirement, by=by)
    sections = {**part.content.get("sections", {}), str(criterion.pk): text}
    part.content, part.file = {**part.content, "sections": sections}, None
    return save_part(part, by=by, revision=revision)


@change
def save_text(
    dossier: Dossier, requirement: PartRequirement, text: str, *, by, revision: int | None = None
) -> DossierPart:
    """The summary, or a report of a plan without criteria."""
    text = checked_text(text)
    dossier = locked_for_writing(dossier, by)
    part = open_part(dossier, requirement, by=by)
    part.content, part.file = {**part.content, "text": text}, None
    return save_part(part, by=by, revision=revision)


@change
def attach_file(dossier: Dossier, requirement: PartRequirement, file: StoredFile, *, by) -> DossierPart:
    """An uploaded paper instead of a written one; what was written stays beside it."""
    dossier = locked_for_writing(dossier, by)
    part = open_part(dossier, requirement, by=by)
    part.file = file
    return save_part(part, by=by, revision=None)


@change
def detach_file(dossier: Dossier, requirement: PartRequirement, *, by) -> DossierPart:
    """Back to the written text; the stored file itself stays with the sealed versions."""
    dossier = locked_for_writing(dossier, by)
    part = open_part(dossier, requirement, by=by)
    part.file = None
    return save_part(part, by=by, revision=None)


@change
def check_part(
    part: DossierPart, state: str, *, by, note: str = "", at: dt.datetime | None = None
) -> DossierPart:
    """The office's tick on one paper: đủ, thiếu, sai with a note."""
    dossier = lock_for("check", [part.dossier_id]).dossiers[0]
    at = at or database_now()
    on = vietnam_day(at)
    stage = dossier.stage
    if stage.level < 1 or not roles_on(dossier, by, on, stage=stage) & set(REVIEW_ROLES):
        raise Refused("Chỉ nơi tiếp nhận được kiểm tra giấy tờ.")
    if is_own_case(dossier, by, on):
        raise Refused(own_case_told(by, on))
    if stage.state not in APPRAISED_IN:
        raise Refused(f"Không kiểm tra giấy tờ được khi hồ sơ ở trạng thái “{stage.get_state_display()}”.")
    refuse_held(stage, by, at)
    note = clean_text(note, multiline=True)
    if state in (CheckState.MISSING, CheckState.WRONG) and not note:
        raise Refused("Ghi rõ giấy tờ thiếu hoặc sai ở chỗ nào.")
    part = DossierPart.objects.get(pk=part.pk)
    part.check_state, part.check_note, part.checked_by = CheckState(state), note, by
    part.save(update_fields=["check_state", "check_note", "checked_by"])
    record(
        dossier,
        stage,
        "check_part",
        by=by,
        at=at,
        was=stage.state,
        roles=REVIEW_ROLES,
        note=f"{part}: {CheckState(state).label.lower()}. {note}".strip(),
    )
    return part
