"""What holds for every award, one line each: the article is a row of the regime, the facts are on record."""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.urls import reverse

from campaigns.enums import RegistrationMode
from campaigns.models import Campaign, Clause
from criteria.eligibility import Evidence, Finding, general
from criteria.enums import HoldReason
from criteria.measures import Outcome
from criteria.rules.general import COMMON
from nominations.enums import GENERAL, RegistrationState
from nominations.facts import outside_every_group
from nominations.facts.fetched import rows
from nominations.facts.law import Law
from nominations.facts.law_records import won_here
from nominations.facts.targets import groups_of
from nominations.models import Dossier, Registration

from .entries import Entry
from .guards import demanded_by, unregistered


def general_entries(dossier: Dossier, law: Law) -> Iterable[Entry]:
    yield target(dossier, law)
    if registration := registered(dossier):
        yield registration
    yield by_law("holds", free_of_holds(dossier, law), dossier, law)
    if dossier.collective_id:
        yield by_law("exists", alive(dossier, law), dossier, law)
    yield by_law("one_award", one_award(dossier, law), dossier, law)
    yield authority(dossier, law)


def line(key: str, title: str, found: Finding, **cited) -> Entry:
    cure = (found.cure,) if found.cure and found.outcome != Outcome.MET else ()
    said = (GENERAL, f"general:{key}", title, found.outcome, (found.say,), cure)
    return Entry(*said, facts=found.evidence, **cited)


def by_plan(key: str, title: str, found: Finding, clause: Clause | None, campaign: Campaign) -> Entry:
    """A line that rests on a clause of the plan, or on the plan as a whole."""
    url = clause.get_absolute_url() if clause else campaign.get_absolute_url()
    cited = clause.citation if clause else str(campaign)
    return line(key, title, found, citation=cited, url=url, clause=clause)


def by_law(key: str, found: Finding, dossier: Dossier, law: Law) -> Entry:
    """A line that rests on an article, as the regime of the day or the one it inherits says it."""
    entry, regime, caveat = law.common(dossier, key)
    url = f"{reverse('nominations:law-common', args=[regime.pk])}#{key}"
    verified = entry.get("verified", True) and regime.verified
    cited = {"citation": entry["citation"], "url": url, "verified": verified, "caveat": caveat}
    return line(key, COMMON[key], found, **cited)


def target(dossier: Dossier, law: Law) -> Entry:
    """The plan's target groups, by the clause that names the first of them."""
    groups = groups_of(dossier.campaign)
    clause = next((group.clause for group in groups if group.clause), None)
    outside, who = outside_every_group(dossier, on=law.on, groups=groups), of_nominee(dossier, law)
    found = general.unmet(outside, "", who) if outside else general.met("Thuộc đối tượng của kế hoạch.", who)
    return by_plan("target", "Đúng đối tượng", found, clause, dossier.campaign)


def of_nominee(dossier: Dossier, law: Law) -> Evidence:
    """Who is nominated, as recorded: the post of a person, the name of a collective."""
    if dossier.collective_id:
        return Evidence("Tập thể", dossier.collective.name, "", dossier.collective.get_absolute_url())
    post = dossier.person.appointment_on(law.on)
    said = f"{post.position}, {post.unit.name}" if post else "không có chức vụ nào đang giữ"
    return Evidence("Chức vụ, nơi công tác", said, "", dossier.person.get_absolute_url())


def registered(dossier: Dossier) -> Entry | None:
    campaign = dossier.campaign
    if campaign.registration_mode == RegistrationMode.NONE:
        return None
    missing = unregistered(dossier)
    row = None if missing else accepted(dossier)
    found = general.registered(campaign.registration_mode, missing is None, missing or "")
    if row:
        told = Evidence("Đăng ký thi đua", row.get_state_display(), "", row.get_absolute_url())
        found = general.met(found.say, told)
    return by_plan("registration", "Đăng ký thi đua", found, demanded_by(campaign), campaign)


def accepted(dossier: Dossier) -> Registration | None:
    rows = Registration.objects.filter(campaign=dossier.campaign_id, state=RegistrationState.ACCEPTED)
    return rows.filter(person=dossier.person, collective=dossier.collective).first()


def free_of_holds(dossier: Dossier, law: Law) -> Finding:
    """The list of holds is linked, not one row: a nominee reads that he waits, not why somebody else does."""
    name = str(dossier.nominee)
    book = f"{reverse('criteria:records', args=['tam-dung'])}?{urlencode({'q': name})}"
    holds = [
        general.Held(
            hold.get_reason_display(),
            hold.since,
            hold.until,
            hold.reason == HoldReason.DISCIPLINE,
            hold.source,
            book,
        )
        for hold in rows(dossier.nominee, "holds")
        if hold.is_live
    ]
    found = general.free_of_holds(holds, law.on, dossier.campaign.year or law.on.year)
    if found.evidence:
        return found
    return general.met(found.say, Evidence("Sổ tạm dừng xét", f"không ghi {name}", "", book))


def alive(dossier: Dossier, law: Law) -> Finding:
    unit = dossier.collective
    until = f" đến hết {unit.valid_to:%d/%m/%Y}" if unit.valid_to else ""
    span = Evidence("Hoạt động", f"từ {unit.valid_from:%d/%m/%Y}{until}", "", unit.get_absolute_url())
    found = general.exists(unit.name, unit.valid_from, unit.valid_to, law.on)
    return Finding(found.outcome, found.say, found.cure, (span,))


def one_award(dossier: Dossier, law: Law) -> Finding:
    """Other awards of the nominee in the same campaign: for the same achievement."""
    given = law.records.given_beside(dossier)
    found = general.one_award([str(award.award_type) for award in given])
    behind = [won_here(award).evidence for award in given]
    return Finding(found.outcome, found.say, found.cure, tuple(behind or [of_plan_itself(dossier.campaign)]))


def of_plan_itself(campaign: Campaign) -> Evidence:
    return Evidence(
        "Kết quả của kế hoạch", "chưa ghi lần khen thưởng nào khác", "", campaign.get_absolute_url()
    )


def authority(dossier: Dossier, law: Law) -> Entry:
    issuer = law.issuer(dossier)
    rule = law.book.confers(dossier.award_type_id, dossier.group, issuer, law.on)
    plan = Evidence("Cơ quan phát động", issuer.name, "", dossier.campaign.get_absolute_url())
    if rule is None:
        say = f"{issuer} không quyết định {dossier.award_type}; hồ sơ được trình lên cấp có thẩm quyền."
        return by_law("authority", general.confirm(say, "", plan), dossier, law)
    found = general.met(f"{dossier.award_type} do {issuer} quyết định: {rule.authority}.", plan)
    url = reverse("nominations:law-rule", args=[rule.pk])
    return line("authority", COMMON["authority"], found, citation=rule.citation, url=url)
