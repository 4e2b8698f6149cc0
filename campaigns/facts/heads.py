"""What a plan says of itself, to be checked like its rules: number and day, issuer, period, signer."""

import datetime as dt

from campaigns.dates import explain
from campaigns.enums import HeadFact
from campaigns.models import Campaign
from campaigns.plan_text.spans import date_pattern, words_pattern
from thiduakt.vietnamese.days import short_date

from .clauses import clause_of
from .kinds import HEAD, HEAD_CSS, HEAD_LETTER, Reading, name_of
from .rules import registration_line
from .times import period

AT_THE_END = "cuối văn bản"


def head_readings(campaign: Campaign) -> list[Reading]:
    """The facts that the plan has, or that wait for a person."""
    found = [head_reading(campaign, fact) for fact in HeadFact]
    return [reading for reading in found if reading.words or reading.unchecked]


def head_reading(campaign: Campaign, fact: HeadFact) -> Reading:
    words, clause, patterns = SAID[fact](campaign)
    return Reading(
        name=name_of(HEAD, fact.value),
        letter=HEAD_LETTER,
        css=HEAD_CSS,
        title=fact.label,
        words=words,
        unchecked=fact.value in campaign.unchecked_head,
        clause=clause,
        patterns=patterns,
    )


def document(campaign: Campaign):
    """`Số 26/KH-UBND, ngày 03/02/2021, Ninh Phước: Phát động …`; what is blank is said to be blank."""
    number = f"số {campaign.reference}" if campaign.reference else "chưa có số"
    place = campaign.document.get("place")
    return f"{number}, {written_date(campaign)}{f', {place}' if place else ''}: {campaign.title}", None, ()


def written_date(campaign: Campaign) -> str:
    year, month, day = (campaign.document.get(name) for name in ("year", "month", "day"))
    try:
        return f"ngày {short_date(dt.date(year, month, day))}"
    except (TypeError, ValueError):
        return "chưa có ngày"


def issuer(campaign: Campaign):
    written = f" (văn bản ghi “{campaign.issuer_as_written}”)" if campaign.issuer_as_written else ""
    return (campaign.issuer.name if campaign.issuer_id else f"chưa chọn{written}"), None, ()


def period_words(campaign: Campaign):
    if not campaign.period_until:
        return "", None, ()
    start = "từ ngày ban hành, " if campaign.period_from_issue else ""
    start = f"từ {short_date(campaign.period_from)}, " if campaign.period_from else start
    clause = clause_of(campaign, campaign.period_clause_id)
    return f"{start}{explain(period(campaign))}", clause, (date_pattern(campaign.period_until.isoformat()),)


def registration(campaign: Campaign):
    line = registration_line(campaign)
    return line.text, line.clause, (words_pattern(campaign.registration_to),)


def signatory(campaign: Campaign):
    written = campaign.signatory
    return ", ".join(part for part in [*(written.get("lines") or []), written.get("name")] if part), None, ()


SAID = {
    HeadFact.DOCUMENT: document,
    HeadFact.ISSUER: issuer,
    HeadFact.PERIOD: period_words,
    HeadFact.REGISTRATION: registration,
    HeadFact.SIGNATORY: signatory,
}
