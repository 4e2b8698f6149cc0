"""Councils and their members by decision. Sessions have pages of their own."""

from django.contrib import admin

from councils.models import Council, CouncilMember
from thiduakt.clock import today
from units.models import Unit


class CouncilMemberInline(admin.TabularInline):
    model = CouncilMember
    extra = 0
    fields = ("person", "seat", "order", "since", "until")
    autocomplete_fields = ("person",)

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Council)
class CouncilAdmin(admin.ModelAdmin):
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
        return super().get_queryset(request).filter(unit__in=self.units(request))

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
