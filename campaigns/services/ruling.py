"""A rule of a draft is corrected, added or taken out beside its clause."""

from campaigns.facts.kinds import CRITERION, KINDS
from campaigns.models import Campaign, Clause, ClauseCriterion
from criteria.models import Checklist, Criterion
from thiduakt.door import change

from .checking import found_row, rows_of_kind
from .locking import Newer
from .plans import locked_draft, log

OF_CRITERION = ("group", "text", "measures", "disqualifiers")


@change
def correct_rule(campaign: Campaign, name: str, values: dict, *, revision: int, words: str, by):
    """Other values for a rule; who corrects it has looked at it. `words` say it for the trail.

    Raises Newer when someone corrected it after `revision` was shown.
    """
    campaign = locked_draft(campaign.pk, by)
    row = found_row(campaign, name)
    if row.revision != revision:
        raise Newer
    write(row, values)
    row.unchecked, row.revision = False, row.revision + 1
    row.save()
    log(campaign, "correct_rule", by=by, note=f"Sửa: {words}", data={"names": [name]})
    return row


@change
def add_rule(clause: Clause, slug: str, values: dict, *, by):
    """A rule that the clause sets, entered by hand."""
    campaign = locked_draft(clause.campaign_id, by)
    row = (
        new_criterion(campaign, clause, values)
        if slug == CRITERION
        else new_row(campaign, clause, slug, values)
    )
    log(campaign, "add_rule", by=by, note=f"Thêm vào {clause.citation}: {KINDS[slug].label.lower()}.")
    return row


def new_row(campaign: Campaign, clause: Clause, slug: str, values: dict):
    last = rows_of_kind(campaign, slug).order_by("order").values_list("order", flat=True).last() or 0
    row = KINDS[slug].model(campaign=campaign, clause=clause, order=last + 1)
    simple = {name: value for name, value in values.items() if name != "awards"}
    write(row, simple)
    row.save()
    write(row, {name: value for name, value in values.items() if name == "awards"})
    return row


def new_criterion(campaign: Campaign, clause: Clause, values: dict) -> ClauseCriterion:
    if campaign.checklist is None:
        campaign.checklist = Checklist.objects.create(title=campaign.title, year=campaign.year)
        campaign.save(update_fields=["checklist"])
    last = campaign.checklist.criteria.order_by("order").values_list("order", flat=True).last() or 0
    criterion = Criterion.objects.create(checklist=campaign.checklist, order=last + 1, **values)
    return ClauseCriterion.objects.create(clause=clause, criterion=criterion)


def write(row, values: dict) -> None:
    """A criterion's own words stand in criteria; a pool's awards are a set of rows."""
    if isinstance(row, ClauseCriterion):
        for name in OF_CRITERION:
            setattr(row.criterion, name, values[name])
        row.criterion.save(update_fields=OF_CRITERION)
        return
    for name, value in values.items():
        if name == "awards":
            row.awards.set(value)
        else:
            setattr(row, name, value)
