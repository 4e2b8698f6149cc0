"""Units, people, posts: found and read here, kept on the pages of the site, where each change is an event."""

from django.contrib import admin

from thiduakt.clock import today
from thiduakt.flow_admin import SeenAdmin
from thiduakt.vietnamese.text import search_key
from units.models import Appointment, Headcount, Person, Unit


class DatedInline(admin.TabularInline):
    extra = 0

    def has_delete_permission(self, request, obj=None):
        return False


class Kept(SeenAdmin):
    """Read only; the button leads to the row's page of the site."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def view_on_site(self, obj) -> str:
        return obj.get_absolute_url()


class ByKey(Kept):
    """Found by name with or without marks, in lists and in autocomplete fields alike."""

    search_fields = ("search_key",)
    search_help_text = "Tên (không cần dấu)"

    def get_search_results(self, request, queryset, search_term):
        return queryset.found(search_term), False


@admin.register(Unit)
class UnitAdmin(ByKey):
    list_display = ("name", "short_name", "symbol", "kind", "valid_from", "valid_to")
    list_filter = ("kind",)
    fields = (
        "code",
        ("name", "short_name"),
        ("symbol", "kind"),
        ("place_name", "head_title"),
        ("valid_from", "valid_to"),
    )

    def get_queryset(self, request):
        """All units for who keeps the tree; the others see theirs, those below and those above."""
        rows = super().get_queryset(request)
        if request.user.has_perm("units.change_unit"):
            return rows
        return rows.visible_to(request.user, today())


class AppointmentInline(DatedInline):
    model = Appointment
    fields = ("unit", "position", "is_head", "since", "until")

    def has_view_permission(self, request, obj=None):
        """With the person it belongs to."""
        return request.user.has_perm("units.view_person")

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


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
class HeadcountAdmin(Kept):
    list_display = ("unit", "year", "posts")
    list_filter = ("year",)
    list_select_related = ("unit",)
    search_fields = ("unit__search_key",)
    fields = ("unit", "year", "posts")

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user, today())

    def get_search_results(self, request, queryset, search_term):
        return queryset.filter(unit__search_key__contains=search_key(search_term)), False

    def view_on_site(self, obj) -> str:
        return obj.unit.get_absolute_url()
