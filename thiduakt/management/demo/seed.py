"""The order in which the demonstration is loaded; each part is one transaction and keeps what is there."""

import datetime as dt
import json
from collections.abc import Iterator

from django.conf import settings
from django.db import transaction

from campaigns.models import Campaign
from criteria.services import load_catalogue
from initiatives.services.sheets import load_score_sheet
from nominations.models import Dossier
from units.models import Person, Unit, User

from .accounts import load_accounts
from .bulk import add_dossiers
from .councils import load_councils
from .honours import load_honours
from .ideas import load_ideas
from .live import load_live
from .plans import load_past_plans
from .records import load_records
from .work import load_work
from .world import load_world


def seed(on: dt.date, *, scale: int = 0) -> Iterator[str]:
    """Load everything as of a day; yields a line for each part."""
    load_people(on)
    yield (
        f"Đã nạp {Unit.objects.count()} đơn vị, {Person.objects.count()} cá nhân, "
        f"{User.objects.count()} tài khoản."
    )
    with transaction.atomic():
        load_past_plans()
    past = Campaign.objects.exclude(issuer__code="XNP").count()
    yield f"Đã nạp {past} kế hoạch cũ và quyết định khen thưởng năm 2021."
    with transaction.atomic():
        campaign = load_live(on)
        load_work(on)
    yield f"Đã nạp “{campaign}” với {Dossier.objects.filter(campaign=campaign).count()} hồ sơ."
    with transaction.atomic():
        yield f"Đã nạp {load_ideas(on)} sáng kiến."
    if scale:
        yield f"Đã thêm {add_dossiers(campaign, scale, on)} hồ sơ để đo."


@transaction.atomic
def load_people(on: dt.date) -> None:
    load_catalogue(json.loads((settings.BASE_DIR / "fixtures" / "catalogue.json").read_text()))
    load_score_sheet(json.loads((settings.BASE_DIR / "fixtures" / "score_sheet.json").read_text()))
    load_world()
    load_accounts()
    load_councils()
    load_records(on.year)
    load_honours(on.year)
