"""The unit's own council session, opened from its list: its minutes go along with the tờ trình."""

import datetime as dt

from councils import services as councils
from councils.models import Council, CouncilSession
from nominations.enums import StageState
from nominations.models import Dossier, DossierStage, Submission
from thiduakt.door import change
from thiduakt.errors import Refused

from .agenda import add_unit_items
from .submissions import set_session


def for_agenda(submission: Submission) -> list[Dossier]:
    """Handed in to the unit or proposed by it, and on no agenda yet."""
    stages = DossierStage.objects.filter(
        level=0,
        state__in=[StageState.SUBMITTED, StageState.UNIT_PROPOSED],
        item__isnull=True,
        dossier__campaign=submission.campaign_id,
        dossier__unit=submission.unit_id,
    )
    return list(Dossier.objects.filter(pk__in=stages.values("dossier")).order_by("group", "pk"))


@change
def open_unit_session(
    submission: Submission, council: Council, *, held_on: dt.date, subject: str, by, place: str = ""
) -> CouncilSession:
    """Plan the session, put what was handed in on its agenda, tie it to the list. All of it or nothing."""
    dossiers = for_agenda(submission)
    if not dossiers:
        raise Refused("Chưa có hồ sơ nào nộp cho đơn vị để đưa ra Hội đồng.")
    session = councils.plan_session(council, held_on=held_on, subject=subject, place=place, by=by)
    add_unit_items(session, dossiers, by=by)
    set_session(submission, session, by=by)
    return session
