"""Rows of many tables in one answer: most kinds of rule have a few rows, each would be a query of its own."""

import datetime as dt
import functools
import json
from collections.abc import Callable

from django.db.models import JSONField, Model, OuterRef, QuerySet, Subquery

from campaigns.models import (
    Campaign,
    CampaignRule,
    Funding,
    Inheritance,
    LegalBasis,
    Objective,
    PartRequirement,
    Recipient,
    Task,
)

# What needs nothing beside its own columns, by its related name at a campaign.
PLAIN: dict[str, type[Model]] = {
    **{
        f"{model._meta.model_name}_set": model
        for model in (PartRequirement, Task, CampaignRule, Objective, Inheritance, Funding, LegalBasis)
    },
    "recipients": Recipient,
}


class Gathered(Subquery):
    """All rows of a queryset of plain columns as one JSON value, [[column, …], …], in its order."""

    output_field = JSONField()
    MAKE = {"postgresql": ("jsonb_agg", "jsonb_build_array"), "sqlite": ("json_group_array", "json_array")}

    def __init__(self, queryset: QuerySet, **extra):
        fields = queryset.model._meta.concrete_fields
        self.columns = [field.column for field in fields]
        super().__init__(queryset.values_list(*(field.attname for field in fields)), **extra)

    def as_sql(self, compiler, connection, **extra):
        many, one = self.MAKE[connection.vendor]
        columns = ", ".join(f"g.{connection.ops.quote_name(column)}" for column in self.columns)
        template = f"(SELECT {many}({one}({columns})) FROM (%(subquery)s) g)"  # noqa: S608 (names of columns)
        return super().as_sql(compiler, connection, template=template, **extra)


def gather(campaign: Campaign, names: list[str]) -> None:
    """Fills the related names of PLAIN as a prefetch would, by one query."""
    asked = [Gathered(PLAIN[name].objects.filter(campaign=OuterRef("pk"))) for name in names]
    found = Campaign.objects.filter(pk=campaign.pk).order_by().values_list(*asked).get()
    for name, stored in zip(names, found, strict=True):
        keep(campaign, name, [made(PLAIN[name], values, campaign) for values in stored or ()])


def made(model: type[Model], values: list, campaign: Campaign) -> Model:
    names, converted = shape(model)
    for place, convert in converted:
        if values[place] is not None:
            values[place] = convert(values[place])
    row = model.from_db(campaign._state.db, names, values)
    row.campaign = campaign
    return row


@functools.cache
def shape(model: type[Model]) -> tuple[list[str], list[tuple[int, Callable]]]:
    """The columns, and what JSON does not give back as it is stored: (place, function)."""
    fields = model._meta.concrete_fields
    turned = [(place, FROM_JSON.get(field.get_internal_type())) for place, field in enumerate(fields)]
    return [field.attname for field in fields], [(place, turn) for place, turn in turned if turn]


def plain(stored):
    """JSON inside JSON is words on SQLite."""
    return json.loads(stored) if isinstance(stored, str) else stored


FROM_JSON: dict[str, Callable] = {
    "JSONField": plain,
    "BooleanField": bool,
    "DateField": dt.date.fromisoformat,
}


def keep(campaign: Campaign, name: str, rows: list[Model]) -> None:
    found = getattr(campaign, name).all()
    found._result_cache, found._prefetch_done = rows, True
    if not hasattr(campaign, "_prefetched_objects_cache"):
        campaign._prefetched_objects_cache = {}
    campaign._prefetched_objects_cache[name] = found
