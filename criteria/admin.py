"""The catalogue, with what is not verified marked; what is recorded of units and people has its own pages."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join

from criteria.forms.rules import AwardRuleForm, RegimeForm
from criteria.forms.versions import version_line
from criteria.models import (
    AwardRule,
    AwardType,
    BaseSalary,
    FactKind,
    Indicator,
    LegalRegime,
)
from criteria.services.rules import save_regime, save_rule
from thiduakt.clock import today
from thiduakt.flow_admin import SeenAdmin
from thiduakt.templatetags.components import tag_of, vnd

UNVERIFIED = "Dòng này chưa kiểm chứng với văn bản gốc. Kiểm chứng xong hãy đánh dấu và ghi căn cứ."


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
        "common_rules",
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
        "proposing_kinds",
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
    list_display = ("name", "scale", "holders", "reported", "order")
    fields = ("code", "name", "scale", "holders", "reported", "adds_up", "order")


@admin.register(Indicator)
class IndicatorAdmin(NoDelete):
    list_display = ("code", "name", "part_of", "max_score", "own")
    list_select_related = ("part_of",)
    fields = ("code", "name", "part_of", "aliases", ("max_score", "max_rank"), "own")
