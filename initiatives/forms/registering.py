"""What is typed to register an initiative: its name, where, under which plan; the authors with shares."""

import datetime as dt
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

from campaigns.models import Campaign
from initiatives.facts import plans_for, registering_units
from initiatives.models import Initiative
from thiduakt.clock import today
from thiduakt.vietnamese.fields import LineInput
from units.enums import UNIT_ROLES
from units.models import Appointment, Person, Unit

SHARE = {"inputmode": "decimal", "autocomplete": "off", "size": 6, "class": "form-control"}


class NewForm(forms.ModelForm):
    """Name, field and kind; the unit, the plan and the author where there is a choice."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label="Đơn vị", empty_label=None)
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(),
        label="Đăng ký theo kế hoạch",
        required=False,
        empty_label="Không theo kế hoạch nào",
        help_text="Kế hoạch năm đặt hạn đăng ký sáng kiến.",
    )
    author = forms.ModelChoiceField(
        Person.objects.none(),
        label="Tác giả",
        empty_label="Chọn tác giả",
        help_text="Tác giả chính. Đồng tác giả và tỷ lệ đóng góp ghi ở trang sau.",
    )

    class Meta:
        model = Initiative
        fields = ["name", "field", "kind"]
        help_texts = {
            "name": "Ngắn, nêu việc gì và cách làm mới, ví dụ: Số hóa hồ sơ một cửa bằng máy quét có sẵn.",
            "field": "Ví dụ: cải cách hành chính, giáo dục, y tế.",
        }

    field_order = ["name", "field", "kind", "campaign", "author", "unit"]

    def __init__(self, *args, user, on: dt.date, **kwargs):
        super().__init__(*args, **kwargs)
        units = registering_units(user, on)
        self.fields["unit"].queryset, self.fields["unit"].initial = units, units.first()
        if len(units) == 1:
            self.fields["unit"].widget = forms.HiddenInput()
        self.offer_plans(units, on)
        self.offer_authors(user, on)

    def offer_plans(self, units, on: dt.date) -> None:
        plans = Campaign.objects.filter(
            pk__in=[plan.pk for unit in units for plan in plans_for(unit, on.year, on)]
        )
        self.fields["campaign"].queryset = plans
        self.fields["campaign"].initial = plans.first()
        if not plans:
            del self.fields["campaign"]

    def offer_authors(self, user, on: dt.date) -> None:
        """Whoever acts for the units names anybody of them; others are their own author."""
        here = Unit.objects.within(user.acting_unit_ids(on, UNIT_ROLES), on)
        working = Appointment.objects.on(on).filter(unit__in=here)
        people = Person.objects.filter(pk__in=working.values("person"), merged_into__isnull=True)
        people = people | Person.objects.filter(pk=user.person_id)
        self.fields["author"].queryset = people
        self.fields["author"].initial = user.person_id
        if len(people) == 1 and user.person_id:
            self.fields["author"].widget = forms.HiddenInput()

    def chosen(self) -> dict:
        """The arguments of the service."""
        return {name: self.cleaned_data.get(name) for name in self.fields}


class EditForm(forms.ModelForm):
    """What may still be said of it; name, field and kind only before the registration was sent."""

    class Meta:
        model = Initiative
        fields = ["name", "field", "kind", "applied_on", "investor"]
        help_texts = {
            "applied_on": "Ghi ngày/tháng/năm, ví dụ 15/03/2026.",
            "investor": "Cơ quan, cá nhân bỏ kinh phí; không có thì để trống.",
        }

    def clean_applied_on(self):
        day = self.cleaned_data["applied_on"]
        if day and day > today():
            raise ValidationError("Ngày áp dụng còn ở phía trước; kiểm tra lại ngày.")
        return day

    def __init__(self, *args, frozen: bool, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("name", "field", "kind") if frozen else ():
            self.fields[name].disabled = True
            self.fields[name].help_text = "Đã đăng ký nên không đổi được."


class FindForm(forms.Form):
    """A co-author by his full name: whoever types it knows whom he means."""

    them = LineInput(
        label="Thêm đồng tác giả",
        max_length=100,
        help_text="Gõ đủ họ và tên người làm việc trong cơ quan, có dấu hay không đều được.",
    )


class AuthorsForm(forms.Form):
    """A share and what he studied for each person; without a share the person is no author."""

    def __init__(self, *args, shares: list[tuple[Person, Decimal | None, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.people = [person for person, _, _ in shares]
        for person, share, skill in shares:
            self.fields[self.name(person)] = forms.DecimalField(
                label=person.full_name,
                required=False,
                initial=share and share.normalize(),
                min_value=0,
                max_value=100,
                max_digits=5,
                decimal_places=2,
                localize=True,
                widget=forms.TextInput(attrs=SHARE),
            )
            self.fields[f"skill_{person.pk}"] = LineInput(
                label="Trình độ chuyên môn", required=False, initial=skill, max_length=100
            )
            self.fields[f"skill_{person.pk}"].widget.attrs["class"] = "form-control"

    def name(self, person: Person) -> str:
        return f"share_{person.pk}"

    @property
    def rows(self):
        return [(person, self[self.name(person)], self[f"skill_{person.pk}"]) for person in self.people]

    def shares(self) -> dict[Person, Decimal]:
        typed = ((person, self.cleaned_data[self.name(person)]) for person in self.people)
        return {person: share for person, share in typed if share is not None}

    def qualifications(self) -> dict[Person, str]:
        return {person: self.cleaned_data[f"skill_{person.pk}"] for person in self.people}
