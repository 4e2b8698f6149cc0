"""A person looks at what was read from a text: finds it right, corrects it, or leaves it out."""

from collections.abc import Iterable

from campaigns.enums import HeadFact, RegistrationMode
from campaigns.facts.kinds import CRITERION, HEAD, KINDS, split_name
from campaigns.models import Campaign
from thiduakt.door import change
from thiduakt.errors import Refused

from .locking import Newer
from .plans import create_campaign, locked_draft, log
from .text import add_recipients

GONE = "Quy định này không còn trong kế hoạch. Hãy xem lại trang."
HEAD_FACTS = [fact.value for fact in HeadFact]


@change
def import_plan(data: dict, *, issuer, by) -> Campaign:
    """A draft of what was read from a text: nothing in it counts as checked yet."""
    campaign = create_campaign(data, issuer=issuer, by=by)
    for rows in rule_rows(campaign):
        rows.update(unchecked=True)
    campaign.unchecked_head = HEAD_FACTS
    campaign.save(update_fields=["unchecked_head"])
    return campaign


def rule_rows(campaign: Campaign) -> list:
    """A queryset for each kind of rule."""
    return [rows_of_kind(campaign, slug) for slug in KINDS]


def rows_of_kind(campaign: Campaign, slug: str):
    model = KINDS[slug].model
    if slug == CRITERION:
        return model.objects.filter(clause__campaign=campaign)
    return model.objects.filter(campaign=campaign)


def unchecked_count(campaign: Campaign) -> int:
    """How many things of a plan were read from a text and not looked at yet."""
    counts = (rows.filter(unchecked=True).count() for rows in rule_rows(campaign))
    return len(campaign.unchecked_head) + sum(counts)


def found_row(campaign: Campaign, name: str):
    """The rule of that name (`thoi-han_12`). Raises Refused when the plan has none, or has it no more."""
    slug, key = split_name(name)
    if slug not in KINDS or not key.isdecimal():
        raise Refused(GONE)
    row = rows_of_kind(campaign, slug).filter(pk=int(key)).first()
    if row is None:
        raise Refused(GONE)
    return row


@change
def accept(campaign: Campaign, names: Iterable[str], *, by) -> None:
    """These were read right. Names as the page has them: `thoi-han_12`, `dau_period`."""
    campaign = locked_draft(campaign.pk, by)
    names = list(names)
    for name in names:
        if split_name(name)[0] == HEAD:
            look_at_head(campaign, split_name(name)[1])
        else:
            row = found_row(campaign, name)
            row.unchecked = False
            row.save(update_fields=["unchecked"])
    campaign.save(update_fields=["unchecked_head"])
    log(campaign, "accept_reading", by=by, note=f"Đọc đúng: {len(names)} chỗ.", data={"names": names})


def write_head(campaign: Campaign, name: str, value) -> None:
    """A column of the campaign, or the lines of Nơi nhận, which are rows."""
    if name == "recipients":
        campaign.recipients.all().delete()
        add_recipients(campaign, value)
    else:
        setattr(campaign, name, value)


def look_at_head(campaign: Campaign, fact: str) -> None:
    campaign.unchecked_head = [other for other in campaign.unchecked_head if other != fact]


@change
def leave_out(campaign: Campaign, name: str, *, words: str, by) -> None:
    """The text says no such rule: it is taken out of the draft, the words stay. `words`: what it said."""
    campaign = locked_draft(campaign.pk, by)
    slug, key = split_name(name)
    if slug == HEAD:
        empty_head(campaign, key)
    elif slug == CRITERION:
        found_row(campaign, name).criterion.delete()
    else:
        found_row(campaign, name).delete()
    log(campaign, "leave_out_reading", by=by, note=f"Bỏ: {words}", data={"names": [name]})


EMPTY = {
    HeadFact.PERIOD: {
        "period_from": None,
        "period_from_issue": False,
        "period_until": None,
        "period_clause": None,
    },
    HeadFact.REGISTRATION: {
        "registration_mode": RegistrationMode.NONE,
        "registration_to": "",
        "registration_clause": None,
    },
}


def empty_head(campaign: Campaign, fact: str) -> None:
    if fact not in EMPTY:
        raise Refused("Phần này kế hoạch nào cũng có nên không bỏ được; hãy sửa cho đúng.")
    for name, value in EMPTY[fact].items():
        setattr(campaign, name, value)
    look_at_head(campaign, fact)
    campaign.save()


@change
def correct_head(campaign: Campaign, fact: str, values: dict, *, revision: int, by) -> Campaign:
    """Other values for what the plan says of itself. Raises Newer when they were changed meanwhile."""
    campaign = locked_draft(campaign.pk, by)
    if campaign.head_revision != revision:
        raise Newer
    for name, value in values.items():
        write_head(campaign, name, value)
    look_at_head(campaign, fact)
    campaign.head_revision += 1
    campaign.save()
    log(campaign, "correct_head", by=by, note=f"Sửa {HeadFact(fact).label.lower()}.")
    return campaign
