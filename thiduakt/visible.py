"""Rows that are seen with another row, or by everybody: `visible_to` of models with nothing more to say."""

import datetime as dt

from django.db import models


class Through(models.QuerySet):
    """Seen with the row they belong to; `THROUGH` of the model names the relation to it."""

    def visible_to(self, user, on: dt.date):
        relation = self.model._meta.get_field(self.model.THROUGH)
        seen = relation.related_model._default_manager.visible_to(user, on)
        return self.filter(**{f"{relation.name}__in": seen.values("pk")})


class Everybody(models.QuerySet):
    """A catalogue: the same rows for every account."""

    def visible_to(self, user, on: dt.date):
        return self.all()


class Nobody(models.QuerySet):
    """Rows that no account reads: they are only counted."""

    def visible_to(self, user, on: dt.date):
        return self.none()
