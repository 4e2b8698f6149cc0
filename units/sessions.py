"""Django's sessions in the database, with the account they belong to beside them."""

import datetime as dt

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db

from thiduakt.web.limits import SEEN, SINCE, stamp
from units.models import UserSession


class SessionStore(db.SessionStore):
    @classmethod
    def get_model_class(cls):
        return UserSession

    def create_model_instance(self, data):
        """Every way of signing in ends here, so no signed-in session is without its times."""
        if SESSION_KEY not in data:
            return super().create_model_instance(data)
        if SINCE not in data:
            stamp(data)
        row = super().create_model_instance(data)
        row.user_id = int(data[SESSION_KEY])
        row.started_at, row.seen_at = instant(data[SINCE]), instant(data[SEEN])
        row.address, row.agent = data.get("address"), data.get("agent", "")
        return row


def instant(seconds: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(seconds, dt.UTC)
