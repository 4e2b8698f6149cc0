"""The register of papers: looked up here; numbers and papers are made by their services only."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from documents.models import IssuedDocument, NumberSeries
from thiduakt.flow_admin import ReadOnlyAdmin
from thiduakt.templatetags.components import state_tag


@admin.register(IssuedDocument)
class IssuedDocumentAdmin(ReadOnlyAdmin):
    list_display = (
        "reference",
        "issued_on",
        "kind",
        "title",
        "signer_name",
        "recipients",
        "state_word",
        "page_link",
    )
    list_display_links = None
    list_filter = ("kind", "state", "issued_on")
    list_select_related = ("unit",)
    search_fields = ("search_key",)
    ordering = ("-issued_on", "-number", "-pk")
    fields = (
        "reference",
        "issued_on",
        "kind",
        "unit",
        "title",
        "signer_name",
        "recipients",
        "state_word",
        "page_link",
    )
    readonly_fields = fields

    @admin.display(description="số, ký hiệu", empty_value="chưa có số")
    def reference(self, document):
        return document.reference or None

    @admin.display(description="nơi nhận")
    def recipients(self, document):
        return "; ".join(str(line).strip("-;. ") for line in document.snapshot.get("recipients", []))

    @admin.display(description="trạng thái")
    def state_word(self, document):
        return state_tag(document.state, document.get_state_display())

    @admin.display(description="bản in")
    def page_link(self, document):
        return format_html('<a href="{}">Xem văn bản</a>', reverse("documents:detail", args=[document.pk]))


@admin.register(NumberSeries)
class NumberSeriesAdmin(ReadOnlyAdmin):
    list_display = ("unit", "kind", "year", "last")
    list_display_links = None
    list_filter = ("kind", "year")
    list_select_related = ("unit",)
    ordering = ("-year", "unit", "kind")
    fields = ("unit", "kind", "year", "last")
    readonly_fields = fields

    @admin.display(description="số cuối đã cấp")
    def last(self, series):
        return series.last_number
