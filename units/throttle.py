"""How many wrong passwords and codes are borne: per account and address, per address, per account.

Whoever signs in rightly from an address makes it a usual one of the account: there only wrong tries at this
very account from this very address count. So a stranger who knows a name can close nobody out.
"""

import datetime as dt

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import QuerySet, Sum
from django.utils import timezone

from units.enums import AccessKind
from units.models import AccessEvent

USUAL_FOR = dt.timedelta(days=90)
TOO_MANY = 429


class Throttle(AxesDatabaseHandler):
    def get_failures(self, request, credentials=None) -> int:
        """The fullest of the three counts, told on the scale of the first: full at AXES_FAILURE_LIMIT."""
        name, address = get_client_username(request, credentials), request.axes_ip_address
        since = request.axes_attempt_time - settings.AXES_COOLOFF_TIME
        tries = AccessAttempt.objects.filter(attempt_time__gte=since)
        fill = [share(tries.filter(username=name, ip_address=address), settings.AXES_FAILURE_LIMIT)]
        if not is_usual(name, address):
            fill.append(share(tries.filter(ip_address=address), settings.THROTTLE_ADDRESS))
            fill.append(share(tries.filter(username=name), settings.THROTTLE_ACCOUNT))
        return int(max(fill) * settings.AXES_FAILURE_LIMIT)

    def reset_user_attempts(self, request, credentials=None) -> int:
        """Only the count of this account here: signing in as oneself must not free guesses at others."""
        name = get_client_username(request, credentials)
        done, _ = AccessAttempt.objects.filter(username=name, ip_address=request.axes_ip_address).delete()
        return done


def share(tries: QuerySet, limit: int) -> float:
    return (tries.aggregate(n=Sum("failures_since_start"))["n"] or 0) / limit


def is_usual(username: str | None, address: str | None) -> bool:
    """Whether the account has lately signed in from there."""
    known = AccessEvent.objects.filter(account__username=username, kind=AccessKind.SIGNED_IN)
    return known.filter(address=address, at__gte=timezone.now() - USUAL_FOR).exists()


def locked_out(request, response, credentials):
    """The page itself tells it in words; programs read the number."""
    response.status_code = TOO_MANY
    return response
