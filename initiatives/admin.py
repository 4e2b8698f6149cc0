"""The back office: score sheets, edited until something was scored by them; initiatives to be looked up."""

from decimal import Decimal

from django import forms
from django.contrib import admin
from django.shortcuts import redirect

from initiatives.facts.listing import names_of
from initiatives.models import Initiative, ScoreRow, ScoreSheet
from initiatives.scoring import plain
from initiatives.services.sheets import is_used, overlapping
from thiduakt.flow_admin import ReadOnlyAdmin, SeenAdmin
from thiduakt.templatetags.components import state_tag
from thiduakt.vietnamese.text import search_key


class SheetForm(forms.ModelForm):
    """Of a sheet that was scored by only the last day changes: another one begins on a day of its own."""

    class Meta:
        model = ScoreSheet
        fields = ("unit", "name", "pass_points", "citation", "valid_from", "valid_to")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if is_used(self.instance):
            for name in set(self.fields) - {"valid_to"}:
                self.fields[name].disabled = True

    def clean(self):
        typed = super().clean()
        unit, start = typed.get("unit"), typed.get("valid_from")
        if start is None:
            return typed
        other = overlapping(
            unit.pk if unit else None, start, typed.get("valid_to"), leaving_out=self.instance.pk
        )
        if other:
            raise forms.ValidationError(
                f"“{other}” từ ngày {other.valid_from:%d/%m/%Y} còn áp dụng: ghi ngày cuối cho phiếu ấy."
            )
        return typed


class RowFormSet(forms.BaseInlineFormSet):
    def clean(self):
        """The mark to pass can be reached."""
        super().clean()
        kept = [form for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        total = sum((form.cleaned_data.get("max_points") or 0 for form in kept), Decimal(0))
        mark = self.instance.pass_points
        if kept and mark and total < mark:
            raise forms.ValidationError(
                f"Điểm tối đa cộng lại là {plain(total)}, thấp hơn mức đạt {plain(mark)}."
            )


class ScoreRowInline(admin.TabularInline):
    model = ScoreRow
    formset = RowFormSet
    extra = 0
    min_num = 1
    fields = ("order", "name", "guide", "max_points")

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and not (obj and is_used(obj))

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and is_used(obj))

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)


@admin.register(ScoreSheet)
class ScoreSheetAdmin(SeenAdmin):
    form = SheetForm
    list_display = ("name", "whose", "pass_points", "valid_from", "valid_to")
    list_select_related = ("unit",)
    autocomplete_fields = ("unit",)
    inlines = (ScoreRowInline,)
    fields = ("unit", "name", ("pass_points", "citation"), ("valid_from", "valid_to"))

    @admin.display(description="của đơn vị")
    def whose(self, sheet):
        return sheet.unit or "mọi nơi chưa có phiếu riêng"

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Initiative)
class InitiativeAdmin(ReadOnlyAdmin):
    """The list; a row opens the page where the work is done."""

    list_display = ("name", "authors_line", "state_word", "unit", "year")
    list_filter = ("state", "year")
    list_select_related = ("unit",)
    search_fields = ("search_key",)
    search_help_text = "Tên sáng kiến, tác giả (không cần dấu)"
    ordering = ("-year", "-pk")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("authors__person")

    def get_search_results(self, request, queryset, search_term):
        key = search_key(search_term)
        authored = Initiative.objects.filter(authors__person__search_key__contains=key)
        named = queryset.filter(search_key__contains=key)
        return named | queryset.filter(pk__in=authored.values("pk")), False

    def waiting(self, request) -> int:
        return self.get_queryset(request).filter(state="forwarded").count()

    @admin.display(description="tác giả")
    def authors_line(self, initiative):
        return names_of(initiative)

    @admin.display(description="trạng thái")
    def state_word(self, initiative):
        return state_tag(initiative.state, initiative.get_state_display())

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return redirect(self.object_or_404(request, object_id))
