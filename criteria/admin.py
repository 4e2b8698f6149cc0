"""The catalogue, with what is not verified marked, and the facts that the office keeps by hand."""

from django import forms
from django.contrib import admin
from django.utils.html import format_html, format_html_join

from criteria.forms.rules import AwardRuleForm, RegimeForm
from criteria.forms.versions import version_line
from criteria.measures.met import RATINGS
from criteria.models import (
    AwardRule,
    AwardType,
    BaseSalary,
    Fact,
    FactKind,
    Hold,
    Indicator,
    IndicatorScore,
    LegalRegime,
)
from criteria.services.rules import save_regime, save_rule
from thiduakt.clock import today
from thiduakt.flow_admin import SeenAdmin
from thiduakt.templatetags.components import tag_of, vnd
from thiduakt.vietnamese.text import search_key
from units.models import Person, Unit

UNVERIFIED = "Dòng này chưa kiểm chứng với văn bản gốc. Kiểm chứng xong hãy đánh dấu và ghi căn cứ."

RATING_CHOICES = [
    ("", "–"),
    ("Xếp loại cải cách hành chính", list(RATINGS["cchc"].items())),
    ("Mức hoàn thành nhiệm vụ", list(RATINGS["nhiem_vu"].items())),
]
RATING_WORDS = RATINGS["cchc"] | RATINGS["nhiem_vu"]
WHICH_BOX = (
    "Xếp loại: chọn ở ô “Xếp loại”. Số người: ghi “Giá trị” trên “Tổng số”; "
    "để trống tổng số thì lấy biên chế của năm. Số lượng, tỷ lệ: ghi “Giá trị”."
)


def verified_tag(row) -> str:
    return (
        tag_of("ok", "đã kiểm chứng", "check") if row.verified else tag_of("warn", "chưa kiểm chứng", "alert")
    )


class NoDelete(SeenAdmin):
    """Rows that others stand on are corrected or ended, never deleted."""

    list_per_page = 50
    show_full_result_count = False

    def has_delete_permission(self, request, obj=None):
        return False


class CatalogueAdmin(NoDelete):
    """A row of the catalogue; what nobody checked against its source says so, in the list and in the form."""

    list_filter = ("verified",)
    readonly_fields = ("mark",)

    @admin.display(description="kiểm chứng")
    def mark(self, row):
        if row is None or row.pk is None:
            return "–"
        warning = "" if row.verified else UNVERIFIED
        return format_html("{} {}", verified_tag(row), warning)

    @admin.display(description="kiểm chứng")
    def verified_mark(self, row):
        return verified_tag(row)


@admin.register(LegalRegime)
class LegalRegimeAdmin(CatalogueAdmin):
    form = RegimeForm
    list_display = ("name", "valid_from", "valid_to", "instrument", "verified_mark")
    fields = (
        "mark",
        "code",
        "name",
        "instrument",
        ("valid_from", "valid_to"),
        ("women_percent", "women_citation"),
        "inherits",
        "verified",
        "change_note",
    )

    def save_model(self, request, obj, form, change):
        save_regime(obj, by=request.user, note=form.cleaned_data["change_note"])


@admin.register(BaseSalary)
class BaseSalaryAdmin(CatalogueAdmin):
    list_display = ("valid_from", "money", "instrument", "verified_mark")
    fields = ("mark", "valid_from", "amount", "instrument", "verified")

    @admin.display(description="mức", ordering="amount")
    def money(self, row):
        return vnd(row.amount)


@admin.register(AwardType)
class AwardTypeAdmin(NoDelete):
    list_display = ("name", "category", "code", "order")
    list_filter = ("category",)
    fields = ("code", "name", "category", "order")


@admin.register(AwardRule)
class AwardRuleAdmin(CatalogueAdmin):
    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user, today())

    list_display = ("award_type", "verified_mark", "group", "source", "coefficient", "vote_percent")
    list_filter = ("verified", "regime", "group", "award_type")
    list_select_related = ("award_type", "regime", "unit")
    autocomplete_fields = ("unit",)
    form = AwardRuleForm
    fields = (
        "mark",
        ("award_type", "group"),
        ("regime", "unit"),
        "unit_kinds",
        "authority",
        ("coefficient", "vote_percent"),
        ("cap_percent", "cap_base"),
        "ballot_required",
        "required_parts",
        "rule_keys",
        "citation",
        "verified",
        "change_note",
        "versions",
    )
    readonly_fields = ("mark", "versions")

    def get_readonly_fields(self, request, obj=None):
        """What a rule is about stays; another award or regime is another rule."""
        about = ("award_type", "group", "regime", "unit") if obj else ()
        return (*self.readonly_fields, *about)

    def save_model(self, request, obj, form, change):
        save_rule(obj, by=request.user, note=form.cleaned_data["change_note"])

    @admin.display(description="các bản trước")
    def versions(self, rule):
        if rule is None or rule.pk is None:
            return "–"
        events = rule.events.filter(action="change").select_related("by").order_by("-seq")
        lines = [(version_line(event),) for event in events]
        return format_html_join("", "<p>{}</p>", lines) or "Chưa sửa lần nào."

    @admin.display(description="theo")
    def source(self, rule):
        return rule.regime or rule.unit


@admin.register(FactKind)
class FactKindAdmin(NoDelete):
    list_display = ("name", "scale", "code", "order")
    fields = ("code", "name", "scale", "order")


@admin.register(Indicator)
class IndicatorAdmin(NoDelete):
    list_display = ("code", "name")
    fields = ("code", "name")


class KeptByOffice(NoDelete):
    """Plain data entry about units and people below one's office."""

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user, today())

    def get_search_results(self, request, queryset, search_term):
        key = search_key(search_term)
        found = queryset.filter(unit__search_key__contains=key)
        if "person" in self.autocomplete_fields:
            found |= queryset.filter(person__search_key__contains=key)
        return found, False

    def get_form(self, request, obj=None, change=False, **kwargs):
        """A fact about somebody one may not see cannot be entered either."""
        form = super().get_form(request, obj, change, **kwargs)
        on = today()
        if "unit" in form.base_fields:
            form.base_fields["unit"].queryset = Unit.objects.within(request.user.acting_unit_ids(on), on)
        if "person" in form.base_fields:
            form.base_fields["person"].queryset = Person.objects.visible_to(request.user, on)
        return form


@admin.register(Fact)
class FactAdmin(KeptByOffice):
    list_display = ("kind", "about", "year", "amount", "source", "entered_by")
    list_filter = ("kind", "year")
    list_select_related = ("kind", "unit", "person", "entered_by")
    search_fields = ("unit__search_key",)
    search_help_text = "Tên đơn vị, cá nhân (không cần dấu)"
    autocomplete_fields = ("unit", "person")
    fieldsets = (
        (None, {"fields": ("kind", ("unit", "person"), "year")}),
        ("Số liệu", {"fields": (("value", "total"), "rating"), "description": WHICH_BOX}),
        (None, {"fields": ("source",)}),
    )

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A rating is one of the words that the rules compare, not any text."""
        if db_field.name == "rating":
            return forms.ChoiceField(label="Xếp loại", choices=RATING_CHOICES, required=False)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request):
        return {"year": today().year} | super().get_changeform_initial_data(request)

    def save_model(self, request, obj, form, change):
        obj.entered_by = request.user
        super().save_model(request, obj, form, change)

    @admin.display(description="đơn vị, cá nhân")
    def about(self, fact):
        return fact.unit or fact.person

    @admin.display(description="số liệu")
    def amount(self, fact):
        if fact.rating:
            return RATING_WORDS.get(fact.rating, fact.rating)
        shown = "" if fact.value is None else f"{fact.value.normalize():f}".replace(".", ",")
        return f"{shown}/{fact.total.normalize():f}" if fact.total is not None else shown


@admin.register(IndicatorScore)
class IndicatorScoreAdmin(KeptByOffice):
    list_display = ("indicator", "unit", "year", "score", "rank", "source")
    list_filter = ("indicator", "year")
    list_select_related = ("indicator", "unit")
    search_fields = ("unit__search_key",)
    autocomplete_fields = ("unit",)
    fields = ("indicator", "unit", "year", ("score", "rank"), "source")


@admin.register(Hold)
class HoldAdmin(KeptByOffice):
    list_display = ("about", "reason", "since", "until", "note")
    list_filter = ("reason",)
    list_select_related = ("unit", "person")
    search_fields = ("unit__search_key",)
    autocomplete_fields = ("unit", "person")
    fields = (("unit", "person"), "reason", ("since", "until"), "note")

    @admin.display(description="đơn vị, cá nhân")
    def about(self, hold):
        return hold.unit or hold.person
