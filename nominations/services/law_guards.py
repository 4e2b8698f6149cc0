"""What the law asks before a step: conditions of the award, a share of people, whose award it is."""

from criteria.eligibility import Effect
from criteria.services.catalogue import no_rule
from nominations.facts.caps import Cap, cap_key, cap_of

from .cases import Case


def law_met_to_send(case: Case) -> str | None:
    """Before a unit proposes and sends: the sentences of what is not met, each with its article."""
    return what_blocks(case, Effect.SEND)


def law_met_to_be_eligible(case: Case) -> str | None:
    return what_blocks(case, Effect.ELIGIBLE)


def law_met_to_propose(case: Case) -> str | None:
    return what_blocks(case, Effect.PROPOSE)


def what_blocks(case: Case, step: Effect) -> str | None:
    found = case.law.verdicts(case.dossier)
    return " ".join(verdict.sentence for verdict in found if verdict.blocks_at(step)) or None


def within_cap(case: Case) -> str | None:
    """The law's share of a unit's people, counted under the campaign's lock."""
    cap = cap_for(case)
    return f"Đã hết tỷ lệ theo quy định: {cap.say}" if cap and cap.full else None


def cap_for(case: Case) -> Cap | None:
    """Counted once for all cases of one act."""
    key = cap_key(case.dossier)
    if key not in case.caps:
        case.caps[key] = cap_of(case.dossier, case.law)
    return case.caps[key]


def count_in(case: Case) -> None:
    """One more of the unit's people is chosen: for the next cases of the same act."""
    cap = case.caps.get(cap_key(case.dossier))
    if cap:
        cap.taken += 1


def has_authority(case: Case) -> str | None:
    """The decision is the receiving body's to take on that day (Luật 06/2022/QH15, Điều 77–80)."""
    dossier, unit = case.dossier, case.stage.unit
    if case.law.book.confers(dossier.award_type_id, dossier.group, unit, case.on):
        return None
    return no_rule(dossier.award_type, dossier.group, case.on, unit)


LAW_GUARDS = {
    "law_met_to_send": law_met_to_send,
    "law_met_to_be_eligible": law_met_to_be_eligible,
    "law_met_to_propose": law_met_to_propose,
    "within_cap": within_cap,
    "has_authority": has_authority,
}
