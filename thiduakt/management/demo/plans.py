"""The five plans as they were issued, the huyện's awards of 2021, and this year's plan of the xã."""

import datetime as dt

from campaigns.models import Campaign
from campaigns.services import flow
from campaigns.services.plans import create_campaign
from criteria.models import AwardType
from documents.services import papers
from nominations.services.history import enter_decision
from thiduakt.clock import VIETNAM
from units.models import Person, Unit, User

from .accounts import account
from .files import read, read_plan

# Plan, issuing unit, day of issue (of the month or year alone where the plan leaves the day blank), end.
PAST = (
    ("000", "NT-SCT", dt.date(2020, 2, 29), dt.date(2020, 12, 31)),
    ("001", "NT-STC", dt.date(2020, 1, 31), dt.date(2020, 12, 31)),
    ("002", "HNP", dt.date(2021, 2, 3), dt.date(2021, 12, 20)),
    ("003", "NT-SKHCN", dt.date(2022, 3, 31), dt.date(2022, 12, 31)),
    ("004", "GL-SCT", dt.date(2020, 1, 31), dt.date(2020, 12, 31)),
)
AWARDED_UNITS = ("HNP-NV", "HNP-VP", "HNP-KTHT", "HNP-PT", "HNP-AH")
AWARDED_PEOPLE = (
    "Trần Quốc Bảo",
    "Nguyễn Thị Kim Oanh",
    "Mai Thanh Tùng",
    "Nguyễn Đức Thịnh",
    "Lưu Thị Cẩm Nhung",
    "Đỗ Thị Thu Trang",
)
# Days after the day of loading; the period and the windows reach 60 days to either side.
DAYS = {"can_cu": -75, "ke_hoach": 10, "thi_dua": 20, "ho_so": 30, "tham_dinh": 45, "bao_cao": 60}
ISSUED = -60


def instant(day: dt.date, hour: int = 9) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), VIETNAM)


def load_past_plans() -> None:
    by = account("hien")
    for number, code, on, closed_on in PAST:
        issuer = Unit.objects.get(code=code)
        if Campaign.objects.filter(issuer=issuer).exists():
            continue
        campaign = create_campaign(read_plan(number), issuer=issuer, by=by)
        flow.enter_launched(campaign, issuer=issuer, on=on, by=by, closed_on=closed_on)
        if code == "HNP":
            award_2021(campaign, account("bao"))


def award_2021(campaign: Campaign, by: User) -> None:
    """The decision of 10/12/2021: 900 000 đ a collective, 450 000 đ a person (NĐ 91/2017/NĐ-CP)."""
    chairman = campaign.issuer.appointments.get(is_head=True).person
    units = {unit.code: unit for unit in Unit.objects.filter(code__in=AWARDED_UNITS)}
    people = {person.full_name: person for person in Person.objects.filter(full_name__in=AWARDED_PEOPLE)}
    enter_decision(
        campaign,
        award_type=AwardType.objects.get(code="GK"),
        number=4127,
        on=dt.date(2021, 12, 10),
        nominees=[units[code] for code in AWARDED_UNITS] + [people[name] for name in AWARDED_PEOPLE],
        signature_lines=["CHỦ TỊCH"],
        signer_name=chairman.full_name,
        office="Trưởng phòng Nội vụ",
        by=by,
    )


def live_plan(on: dt.date) -> dict:
    """Plan 002 carried over: the words stand in fixtures/demo/live.json, the dates move with the day."""
    words = {"nam": str(on.year)}
    for name, days in DAYS.items():
        day = on + dt.timedelta(days=days)
        words |= {name: f"{day:%d/%m/%Y}", f"{name}_iso": day.isoformat()}
    plan = filled(read("live.json"), words)
    return plan | {"year": on.year}


def filled(value, words: dict[str, str]):
    if isinstance(value, dict):
        return {key: filled(inner, words) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, words) for inner in value]
    return value.format_map(words) if isinstance(value, str) else value


def launch_live(on: dt.date) -> Campaign:
    """Drafted, checked, approved by the chairman and issued sixty days ago."""
    issuer, issued = Unit.objects.get(code="XNP"), on + dt.timedelta(days=ISSUED)
    officer = account("linh")
    campaign = create_campaign(live_plan(on), issuer=issuer, by=officer)
    Campaign.objects.filter(pk=campaign.pk).update(source=Campaign.objects.filter(issuer__code="HNP").first())
    campaign = flow.move_campaign(campaign, "check_form", by=officer, at=instant(issued, 8))
    papers.approve_document(campaign.paper, by=account("tuan"), at=instant(issued, 9))
    return flow.move_campaign(campaign, "launch", by=account("nhung"), at=instant(issued, 10))
