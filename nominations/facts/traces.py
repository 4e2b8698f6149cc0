"""What a unit did on or after a day: an act of organisation cannot be dated before it."""

import datetime as dt

from django.db.models import Q

from councils.models import CouncilSession
from documents.enums import DocumentState, Origin
from documents.models import IssuedDocument
from nominations.models import Award, Dossier, Registration, Submission
from units.models import Unit


def traces(unit: Unit, day: dt.date) -> list[str]:
    """["2 văn bản đã ban hành", …], only what there is."""
    since = Q(created_at__date__gte=day)
    papers = IssuedDocument.objects.filter(unit=unit, state=DocumentState.ISSUED, issued_on__gte=day)
    sent = Submission.objects.filter(unit=unit, sent_at__date__gte=day)
    counts = [
        (papers.filter(origin=Origin.OURS).count(), "văn bản đã ban hành"),
        (Award.objects.filter(collective=unit, decision__issued_on__gte=day).count(), "khen thưởng"),
        (Dossier.objects.filter(since, Q(unit=unit) | Q(collective=unit)).count(), "hồ sơ đã lập"),
        (Registration.objects.filter(since, unit=unit).count(), "đăng ký thi đua"),
        (sent.count(), "tờ trình đã gửi"),
        (CouncilSession.objects.filter(council__unit=unit, held_on__gte=day).count(), "phiên họp Hội đồng"),
    ]
    return [f"{count} {words}" for count, words in counts if count]
