"""Units and people. Nothing is deleted: units and positions end on a day."""

from django.contrib import admin

from thiduakt.clock import today
from thiduakt.flow_admin import SeenAdmin
from thiduakt.vietnamese.text import search_key
from units.models import Appointment, Headcount, Person, Unit


class ByKey(SeenAdmin):
    """Found by name with or without marks, in lists and in autocomplete fields alike."""

    list_per_page = 50
    show_full_result_count = False
    search_fields = ("search_key",)
    search_help_text = "Tên (không cần dấu)"

    def get_search_results(self, request, queryset, search_term):
        for word in search_key(search_term).split():
            queryset = queryset.filter(search_key__contains=word)
        return queryset, False

    def has_delete_permission(self, request, obj=None):
        return False


class DatedInline(admin.TabularInline):
    extra = 0

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Unit)
class UnitAdmin(ByKey):
    """The tree over time (merging, moving, closing) is not typed here: it has its services."""

    list_display = ("name", "short_name", "symbol", "kind", "valid_from", "valid_to")
    list_filter = ("kind",)
    fields = (
        "code",
        ("name", "short_name"),
        ("symbol", "kind"),
        ("place_name", "head_title"),
        ("valid_from", "valid_to"),
    )
    readonly_fields = ("valid_to",)

    def get_readonly_fields(self, request, obj=None):
        return ("code", "valid_from", "valid_to") if obj else ("valid_to",)

    def get_queryset(self, request):
        """All units for who keeps the tree; the others see theirs, those below and those above."""
        rows = super().get_queryset(request)
        if request.user.has_perm("units.change_unit"):
            return rows
        return rows.visible_to(request.user, today())


class AppointmentInline(DatedInline):
    model = Appointment
    fields = ("unit", "position", "is_head", "since", "until")
    autocomplete_fields = ("unit",)


@admin.register(Person)
class PersonAdmin(ByKey):
    list_display = ("full_name", "birth_date", "gender", "category")
    list_filter = ("category",)
    fields = ("full_name", ("birth_date", "gender"), "category")
    inlines = (AppointmentInline,)

    def get_queryset(self, request):
        """A row that was merged into another is no choice any more."""
        rows = super().get_queryset(request).filter(merged_into__isnull=True)
        if request.user.has_perm("units.change_person"):
            return rows
        return rows.visible_to(request.user, today())


@admin.register(Headcount)
class HeadcountAdmin(SeenAdmin):
    list_display = ("unit", "year", "posts")
    list_filter = ("year",)
    list_select_related = ("unit",)
    search_fields = ("unit__search_key",)
    autocomplete_fields = ("unit",)
    fields = ("unit", "year", "posts")

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user, today())

    def get_search_results(self, request, queryset, search_term):
        return queryset.filter(unit__search_key__contains=search_key(search_term)), False

    def has_delete_permission(self, request, obj=None):
        return False
