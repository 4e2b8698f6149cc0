"""Everything that waits for one account on one day, from the state of the rows."""

import datetime as dt

from . import initiatives, registrations
from .councils import called_tasks, session_tasks
from .items import TaskItem, in_order
from .nominees import dossier_tasks
from .nominees import registration_tasks as own_registrations
from .office import decision_tasks, named_tasks, sent_up_tasks, stage_tasks
from .office import registration_tasks as received_registrations
from .papers import numbering_tasks, signing_tasks
from .plans import late_work, missing_own_plans, own_plan_tasks, work_tasks
from .running import plans_read_once
from .unit import head_tasks, start_tasks, submission_tasks

SOURCES = (
    dossier_tasks,
    own_registrations,
    head_tasks,
    submission_tasks,
    stage_tasks,
    sent_up_tasks,
    named_tasks,
    received_registrations,
    registrations.writing_tasks,
    registrations.receiving_tasks,
    registrations.upward_tasks,
    registrations.answer_tasks,
    called_tasks,
    session_tasks,
    decision_tasks,
    signing_tasks,
    numbering_tasks,
    start_tasks,
    work_tasks,
    initiatives.writing_tasks,
    initiatives.unit_tasks,
    initiatives.office_tasks,
    initiatives.score_tasks,
    own_plan_tasks,
    late_work,
    missing_own_plans,
)


def tasks_for(user, on: dt.date) -> list[TaskItem]:
    """What this account has to do on a day, the most pressing first.

    Derived, never stored: a task is gone when its step is taken, by whomever. The number of queries
    does not grow with the rows.
    """
    with plans_read_once():
        return in_order(item for source in SOURCES for item in source(user, on))


def waiting_count(user, on: dt.date) -> int:
    return len(tasks_for(user, on))
