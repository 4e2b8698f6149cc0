"""Which of those the council approved go on to be signed: ranked by votes, within the places left."""

from dataclasses import dataclass

from campaigns.models import Campaign, Quota
from nominations.enums import StageState
from nominations.facts.authority import Authority
from nominations.facts.pools import Pools, claimed
from nominations.facts.together import together
from nominations.flow import DOSSIER_FLOW
from nominations.models import Dossier, DossierStage
from thiduakt.clock import database_now, vietnam_day

from .law_guards import count_in
from .steps import cases_for, reasons_against

LAST = 10_000


@dataclass
class Candidate:
    """One line: `within` the places left by its votes; `tied` with one on the other side of the cut."""

    stage: DossierStage
    within: bool = True
    tied: bool = False
    cut: str = ""


@dataclass
class Group:
    """Those who stand for the same places; `pool` None where the plan sets no number."""

    words: str
    pool: Quota | None
    rows: list[Candidate]
    upward: bool = False

    @property
    def places(self) -> int:
        """What the clear ones leave for those with equal votes."""
        return self.pool.left - sum(row.within for row in self.rows)


def approved_stages(campaign: Campaign, unit_ids, *, upward: bool = False) -> list[DossierStage]:
    """Approved by the council and not proposed yet, most votes first, then as the chair ordered.

    `upward`: those whose award is above the level's authority, which are sent up; else those it decides on.
    """
    stages = DossierStage.objects.filter(
        state=StageState.COUNCIL_APPROVED, unit__in=unit_ids, dossier__campaign=campaign
    )
    rows = list(stages.for_list().select_related("item", "unit").order_by("dossier_id"))
    authority = Authority({stage.unit for stage in rows}, vietnam_day(database_now()))
    found = [row for row in rows if authority.confers(row.dossier, row.unit_id) != upward]
    return sorted(found, key=lambda stage: (stage.dossier.group, *votes_key(stage)))


def votes_key(stage: DossierStage) -> tuple:
    yes, rank = (stage.item.yes or 0, stage.item.chair_rank) if stage.item else (0, None)
    return -yes, rank or LAST


def proposal_groups(campaign: Campaign, unit_ids, *, upward: bool = False) -> list[Group]:
    """The ranking of each pool with its cut."""
    found: dict[tuple, Group] = {}
    quotas = Pools([campaign.pk])
    for stage in approved_stages(campaign, unit_ids, upward=upward):
        dossier = stage.dossier
        pool = quotas.of(dossier, stage)
        key = (dossier.group, pool.pk if pool else dossier.award_type_id)
        group = found.setdefault(key, Group(dossier.get_group_display(), pool, [], upward))
        group.rows.append(Candidate(stage))
    for group in found.values():
        draw_cut(group)
    return list(found.values())


def draw_cut(group: Group) -> None:
    """Equal votes on both sides of the cut are within for nobody: a person chooses."""
    if not claimed(group.pool, forwarding=group.upward) or len(group.rows) <= group.pool.left:
        return
    left = group.pool.left
    keys = [votes_key(row.stage) for row in group.rows]
    same = keys[left] if left and keys[left - 1] == keys[left] else None
    for place, row in enumerate(group.rows):
        row.tied = keys[place] == same
        row.within = place < left and not row.tied
    for word in (tie_sentence, full_sentence):
        word(group)


def tie_sentence(group: Group) -> None:
    ties = [row for row in group.rows if row.tied]
    if ties:
        ties[
            0
        ].cut = (
            f"Còn {group.places} chỗ cho {len(ties)} đề nghị bằng phiếu: chọn theo ý kiến Chủ tịch Hội đồng"
        )


def full_sentence(group: Group) -> None:
    """The line below which there is no place left."""
    below = [row for row in group.rows if not row.within and not row.tied]
    if below:
        clause = f" ({group.pool.clause.citation})" if group.pool.clause else ""
        below[
            0
        ].cut = f"Hết chỉ tiêu: {group.pool.limit} {group.words.lower()}{clause}, đã dùng {group.pool.used}"


def preview(
    dossiers: list[Dossier], action: str = "propose", *, by
) -> tuple[list[Dossier], list[tuple[Dossier, list[str]]]]:
    """Who would go and who would stay, with the reasons, in the order given. Nothing is written.

    Slots are counted as they go: where they run out, the rest of the list stays.
    """
    takes_slot = any(step.claims > 0 for step in DOSSIER_FLOW.named(action))
    going, staying = [], []
    for case in cases_for(together(dossiers), by=by, at=database_now()):
        if reasons := reasons_against(case, action):
            staying.append((case.dossier, reasons))
            continue
        going.append(case.dossier)
        if takes_slot and claimed(case.pool, forwarding=action == "forward"):
            case.pool.used += 1
            case.allotted.count(case.pool, case.dossier.unit_id, 1)
        if takes_slot:
            count_in(case)
    return going, staying
