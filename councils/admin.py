"""Councils and their members by decision. Sessions have pages of their own."""

from django import forms
from django.contrib import admin

from councils.models import Council, CouncilMember
from councils.printing import MEMBER_HEADINGS, member_lines
from thiduakt.clock import today
from thiduakt.flow_admin import FiledList, SeenAdmin
from thiduakt.web import list_file
from units.models import Unit


class MemberForm(forms.ModelForm):
    """Of a seat that was given only the last day and the order change: sessions were held with it.

    Another seat of the same person begins on a day of its own.
    """

    class Meta:
        model = CouncilMember
        fields = ("person", "seat", "order", "since", "until")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("person", "seat", "since") if self.instance.pk else ():
            self.fields[name].disabled = True

    def clean_until(self):
        """A seat does not end before the last session that counted it."""
        until = self.cleaned_data["until"]
        held = self.instance.attendances.order_by("-session__held_on") if self.instance.pk else ()
        last = next((row.session.held_on for row in held[:1]), None)
        if until and last and until < last:
            raise forms.ValidationError(f"Thành viên này còn được tính trong phiên họp ngày {last:%d/%m/%Y}.")
        return until


class CouncilMemberInline(admin.TabularInline):
    model = CouncilMember
    form = MemberForm
    extra = 0
    autocomplete_fields = ("person",)

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Council)
class CouncilAdmin(FiledList, SeenAdmin):
    list_display = ("name", "unit", "kind", "valid_from", "valid_to")
    list_filter = ("kind",)
    list_select_related = ("unit",)
    autocomplete_fields = ("unit",)
    inlines = (CouncilMemberInline,)
    fields = (
        "unit",
        "kind",
        "name",
        ("quorum_percent", "pass_percent", "threshold_source"),
        ("decision_number", "decision_date"),
        ("valid_from", "valid_to"),
    )

    def get_queryset(self, request):
        """Councils of one's own office and of the units below it."""
        return super().get_queryset(request).visible_to(request.user, today())

    def file_of(self, request, rows):
        return list_file(request, "Hội đồng và thành viên", MEMBER_HEADINGS, member_lines(rows))

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if "unit" in form.base_fields:
            form.base_fields["unit"].queryset = self.units(request)
        return form

    def units(self, request):
        on = today()
        return Unit.objects.within(request.user.acting_unit_ids(on), on)

    def has_delete_permission(self, request, obj=None):
        return False
