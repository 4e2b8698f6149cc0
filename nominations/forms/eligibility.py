"""Whom to ask about: for which plan and which award."""

import datetime as dt

from django import forms
from django.db.models import Q

from campaigns.models import Campaign
from criteria.models import AwardType
from thiduakt.vietnamese.text import search_key
from units.enums import REVIEW_ROLES, UNIT_ROLES
from units.models import Appointment, Person, Unit

from .nominee import COLLECTIVE, PERSON

MOST = 60


class EligibilityForm(forms.Form):
    """A question by address: nothing is written. `asked()` gives award, person and collective."""

    q = forms.CharField(label="Tìm tên", required=False, max_length=100)
    nominee = forms.ChoiceField(label="Người hoặc tập thể", error_messages={"required": "Chưa chọn ai."})
    award_type = forms.ModelChoiceField(
        AwardType.objects.none(),
        label="Danh hiệu, hình thức",
        empty_label=None,
        error_messages={"required": "Chọn danh hiệu hoặc hình thức khen thưởng."},
    )

    def __init__(self, data, *, campaign: Campaign, user, on: dt.date):
        awards = AwardType.objects.filter(pk__in=campaign.campaignaward_set.values("award_type"))
        choices = nominees(user, on, data.get("q", ""))
        first = awards.first()
        values = {"nominee": data.get("nominee") or (choices[0][0] if len(choices) == 1 else "")}
        values["award_type"] = data.get("award_type") or (first.pk if first else "")
        super().__init__({"q": data.get("q", ""), **values})
        self.fields["award_type"].queryset = awards
        self.fields["nominee"].choices = [("", "Chọn trong danh sách"), *choices]
        self.many = len(choices) >= MOST or bool(data.get("q"))
        self.asking = bool(values["nominee"])

    def asked(self) -> dict:
        kind, _, key = self.cleaned_data["nominee"].partition(":")
        person = Person.objects.get(pk=key) if kind == PERSON else None
        collective = Unit.objects.get(pk=key) if kind == COLLECTIVE else None
        return {"award_type": self.cleaned_data["award_type"], "person": person, "collective": collective}


def nominees(user, on: dt.date, text: str) -> list[tuple[str, str]]:
    """Oneself, the collectives and people of the units one acts for or reviews; the first of many."""
    key, own = search_key(text), Q(person=user.person_id, person__isnull=False)
    here = Unit.objects.within(user.acting_unit_ids(on, (*UNIT_ROLES, *REVIEW_ROLES)), on)
    posts = Appointment.objects.on(on).filter(own | Q(unit__in=here)).filter(person__search_key__contains=key)
    posts = posts.select_related("person", "unit").order_by("person__sort_key", "pk")
    heads = Appointment.objects.on(on).filter(own, is_head=True)
    units = (here | Unit.objects.filter(pk__in=heads.values("unit"))).on(on).distinct()
    named: dict[str, str] = {}
    for post in posts[:MOST]:
        words = f"{post.person.full_name}, {post.position}, {post.unit.short_name}"
        named.setdefault(f"{PERSON}:{post.person_id}", words)
    for unit in units.filter(search_key__contains=key)[:MOST]:
        named[f"{COLLECTIVE}:{unit.pk}"] = f"Tập thể {unit.name}"
    return list(named.items())
