"""What is typed to lend a role, or to take it back."""

import datetime as dt

from django import forms
from django.db.models import Q

from thiduakt.vietnamese.fields import BlockInput, LineInput
from units.models import Appointment, Membership, Unit, User

from .people import DAY_HELP


class OwnRole(forms.ModelChoiceField):
    def label_from_instance(self, row: Membership) -> str:
        return f"{row.get_role_display()}, {row.unit}"


class Receiver(forms.ModelChoiceField):
    def label_from_instance(self, row: User) -> str:
        return f"{row.full_name} ({row.username})"


class DelegationForm(forms.Form):
    """`roles` are those one may lend, `on` the day of today."""

    source = OwnRole(Membership.objects.none(), label="Vai trò ủy quyền", empty_label="Chọn vai trò")
    receiver = Receiver(
        User.objects.none(),
        label="Ủy quyền cho",
        empty_label="Chọn người nhận",
        help_text="Người của đơn vị hoặc của đơn vị trực thuộc, đã có tài khoản.",
    )
    since = forms.DateField(label="Từ ngày", help_text=DAY_HELP)
    until = forms.DateField(label="Đến hết ngày", help_text="Hết ngày này vai trò tự trở về.")
    paper = LineInput(
        label="Văn bản ủy quyền",
        max_length=200,
        help_text="Ví dụ: Giấy ủy quyền số 03/GUQ-UBND ngày 05/12/2026.",
    )
    note = BlockInput(
        label="Lý do", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, roles, by: User, on: dt.date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = roles
        self.fields["receiver"].queryset = receivers(roles, by, on)


def receivers(roles, by: User, on: dt.date):
    """Open accounts that work or act in one's units or below them."""
    units = Unit.objects.within([role.unit_id for role in roles], on).values("pk")
    acting = Membership.objects.on(on).filter(unit__in=units).values("user")
    working = Appointment.objects.on(on).filter(unit__in=units).values("person")
    found = User.objects.filter(Q(pk__in=acting) | Q(person__in=working), is_active=True)
    return found.exclude(pk=by.pk).order_by("person__sort_key", "full_name", "pk")
