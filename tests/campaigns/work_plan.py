"""A running work plan of the commune: plan 004 with three tasks of this year."""

import datetime as dt

from campaigns.models import Campaign, Task
from campaigns.services.flow import enter_launched
from campaigns.services.plans import create_campaign
from tests import world as w
from thiduakt.clock import today

ECONOMY, ALL, LATE = "1.1", "1.2", "1.3"


def running_work_plan(world) -> Campaign:
    """Tasks: of the economy office, due in ten days; of all units; of the economy office, three days late."""
    data, on = w.plan_json("004"), today()
    first, second, third = data["tasks"][:3]
    one = {
        "owners": ["Phòng Kinh tế"],
        "owners_text": "Phòng Kinh tế",
        "quarter": None,
        "due_inclusive": True,
    }
    due = (on + dt.timedelta(days=10)).isoformat()
    everybody = {"owners": ["các phòng, đơn vị"], "owners_text": "các phòng, đơn vị", "quarter": None}
    data["tasks"] = [
        first | one | {"number": ECONOMY, "due": due},
        second | everybody | {"number": ALL, "due": due, "due_inclusive": True},
        third | one | {"number": LATE, "due": (on - dt.timedelta(days=3)).isoformat()},
    ]
    data["year"], data["document"] = on.year, data["document"] | {"number": 9, "symbol": "KH-UBND"}
    plan = create_campaign(data, issuer=world.commune, by=world.officer)
    return enter_launched(plan, issuer=world.commune, on=on - dt.timedelta(days=20), by=world.officer)


def task(plan: Campaign, number: str) -> Task:
    return plan.task_set.get(number=number)
