"""Plans in the back office: to look at. Their steps are taken on the plan's own page."""

from django.contrib import admin
from django.utils.html import format_html

from campaigns.models import Campaign, CampaignAward, Deadline, PartRequirement, Quota, TargetGroup
from thiduakt.clock import today
from thiduakt.flow_admin import SeenAdmin


class ReadOnly:
    """Nothing is added, changed or deleted here."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class RuleInline(ReadOnly, admin.TabularInline):
    """The rules of a plan; who sees the plan sees them."""

    extra = 0
    show_change_link = False

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("campaigns.view_campaign")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("clause", "campaign")

    @admin.display(description="điều khoản")
    def place(self, rule):
        return rule.clause.citation if rule.clause else "–"


class QuotaInline(RuleInline):
    model = Quota
    fields = readonly_fields = ["place", "group", "kind", "limit", "left"]

    @admin.display(description="còn")
    def left(self, quota):
        return quota.left


class DeadlineInline(RuleInline):
    model = Deadline
    fields = readonly_fields = ["place", "what", "in_words", "to"]

    @admin.display(description="thời hạn")
    def in_words(self, deadline):
        return deadline.in_words()


class TargetInline(RuleInline):
    model = TargetGroup
    fields = readonly_fields = ["place", "group", "text"]


class PartInline(RuleInline):
    model = PartRequirement
    fields = readonly_fields = ["place", "name", "per"]


class AwardInline(RuleInline):
    model = CampaignAward
    fields = readonly_fields = ["place", "form", "authority", "award"]

    @admin.display(description="trong danh mục")
    def award(self, row):
        return row.award_type or "chưa có"


@admin.register(Campaign)
class CampaignAdmin(ReadOnly, SeenAdmin):
    """The plans the office works with: title, number, issuer, state, what is left of the quotas."""

    list_display = ["title", "reference", "issuer", "year", "state", "quota_left", "page"]
    list_filter = ["state", "year"]
    search_fields = ["search_key"]
    list_select_related = ["issuer", "paper"]
    list_per_page = 50
    fields = readonly_fields = [
        *("title", "reference", "issuer", "year", "kind", "state", "launched_on", "closed_on"),
        *("registration_mode", "page"),
    ]
    inlines = [AwardInline, QuotaInline, TargetInline, DeadlineInline, PartInline]

    def get_queryset(self, request):
        # The day's own rows: another unit's draft is no one's business here either.
        plans = Campaign.objects.visible_to(request.user, today())
        return plans.select_related("issuer", "paper").prefetch_related("quota_set")

    @admin.display(description="số, ký hiệu")
    def reference(self, campaign):
        return campaign.reference or "chưa có số"

    @admin.display(description="còn lại")
    def quota_left(self, campaign):
        lines = [f"{q.get_group_display()} {q.left}/{q.limit}" for q in campaign.quota_set.all()]
        return ", ".join(lines) or "–"

    @admin.display(description="trang kế hoạch")
    def page(self, campaign):
        return format_html('<a href="{}">Mở trang</a>', campaign.get_absolute_url())
