"""Whom to name: one list of the unit's collectives and people, and the plan's awards."""

import datetime as dt

from django import forms

from campaigns.models import Campaign
from criteria.models import AwardType
from thiduakt.vietnamese.fields import BlockInput
from units.enums import UNIT_ROLES
from units.models import Appointment, Person, Unit

PERSON, COLLECTIVE = "p", "u"


class NomineeForm(forms.Form):
    """One nominee for one award. `chosen()` gives the arguments of the service."""

    nominee = forms.ChoiceField(
        label="Người hoặc tập thể",
        help_text="Chỉ gồm tập thể và cá nhân thuộc đơn vị anh/chị phụ trách, và chính anh/chị.",
        error_messages={
            "required": "Chưa chọn ai. Chọn một tập thể hoặc một cá nhân.",
            "invalid_choice": "Lựa chọn không có trong danh sách. Chọn lại một tập thể hoặc một cá nhân.",
        },
    )
    award_type = forms.ModelChoiceField(
        AwardType.objects.none(),
        label="Danh hiệu, hình thức",
        empty_label=None,
        error_messages={"required": "Chọn danh hiệu hoặc hình thức khen thưởng."},
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        label="Đơn vị đề nghị",
        empty_label=None,
        error_messages={"required": "Chọn đơn vị đề nghị."},
    )

    def __init__(self, *args, campaign: Campaign, user, on: dt.date, **kwargs):
        super().__init__(*args, **kwargs)
        units = nominating_units(user, on)
        self.fields["unit"].queryset = units
        self.fields["unit"].initial = units.first()
        if len(units) == 1:
            self.fields["unit"].widget = forms.HiddenInput()
        awards = AwardType.objects.filter(pk__in=campaign.campaignaward_set.values("award_type"))
        self.fields["award_type"].queryset = awards
        first = campaign.campaignaward_set.filter(award_type__isnull=False).first()
        self.fields["award_type"].initial = first and first.award_type_id
        self.fields["nominee"].choices = nominee_choices(user, on)

    def chosen(self) -> dict:
        kind, _, key = self.cleaned_data["nominee"].partition(":")
        person = Person.objects.get(pk=key) if kind == PERSON else None
        collective = Unit.objects.get(pk=key) if kind == COLLECTIVE else None
        plain = {name: self.cleaned_data[name] for name in ("award_type", "unit")}
        return plain | {"person": person, "collective": collective}


class RegistrationForm(NomineeForm):
    commitment = BlockInput(
        label="Nội dung đăng ký",
        required=False,
        max_length=5000,
        help_text="Việc sẽ làm và kết quả phấn đấu, mỗi việc một dòng.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["commitment"].widget.attrs["rows"] = 6

    def chosen(self) -> dict:
        return super().chosen() | {"commitment": self.cleaned_data["commitment"] or ""}


def nominating_units(user, on: dt.date):
    """Units one is clerk or head of, and the one where one works."""
    own = Appointment.objects.on(on).filter(person=user.person_id, person__isnull=False)
    acting = user.acting_unit_ids(on, UNIT_ROLES)
    return Unit.objects.on(on).filter(pk__in=acting or own.values("unit"))


def nominee_choices(user, on: dt.date) -> list[tuple]:
    groups = [("Tập thể", collective_choices(user, on)), ("Cá nhân", person_choices(user, on))]
    return [("", "Chọn trong danh sách"), *((label, rows) for label, rows in groups if rows)]


def collective_choices(user, on: dt.date) -> list[tuple[str, str]]:
    """The units one acts for with all below them, and the one that one heads."""
    heads = Appointment.objects.on(on).filter(person=user.person_id, person__isnull=False, is_head=True)
    here = Unit.objects.within(user.acting_unit_ids(on, UNIT_ROLES), on)
    found = (here | Unit.objects.filter(pk__in=heads.values("unit"))).on(on).distinct()
    return [(f"{COLLECTIVE}:{unit.pk}", unit.name) for unit in found]


def person_choices(user, on: dt.date) -> list[tuple[str, str]]:
    """The people of those units, and oneself, each with the position held."""
    here = Unit.objects.within(user.acting_unit_ids(on, UNIT_ROLES), on)
    working = Appointment.objects.on(on).select_related("person", "unit").order_by("person__sort_key", "pk")
    found = working.filter(unit__in=here) | working.filter(person=user.person_id, person__isnull=False)
    named: dict[int, str] = {}
    for row in found.distinct():
        named.setdefault(row.person_id, f"{row.person.full_name}, {row.position}, {row.unit.short_name}")
    return [(f"{PERSON}:{key}", words) for key, words in named.items()]
