"""Submissions and awards: lists to look things up in, nothing is changed here."""

from django.contrib import admin
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from councils.enums import SessionState
from nominations.models import Award, Submission
from thiduakt.flow_admin import ReadOnlyAdmin
from thiduakt.templatetags.components import state_tag, vnd
from thiduakt.vietnamese.text import search_key


def link(name: str, pk: int | None, text: str) -> str:
    """A link to the page of the site; plain text where there is none."""
    try:
        return format_html('<a href="{}">{}</a>', reverse(name, args=[pk]), text) if pk else text
    except NoReverseMatch:
        return text


@admin.register(Submission)
class SubmissionAdmin(ReadOnlyAdmin):
    list_display = ("unit", "campaign", "state_word", "sent_at", "letter", "minutes")
    list_select_related = ("unit", "campaign", "paper", "session__council")
    list_filter = ("state",)
    search_fields = ("unit__search_key",)
    ordering = ("-pk",)
    fields = ("unit", "to_unit", "campaign", "state_word", "sent_at", "letter", "minutes")
    readonly_fields = fields

    def get_search_results(self, request, queryset, search_term):
        return queryset.filter(unit__search_key__contains=search_key(search_term)), False

    @admin.display(description="trạng thái")
    def state_word(self, submission):
        return state_tag(submission.state, submission.get_state_display())

    @admin.display(description="tờ trình")
    def letter(self, submission):
        number = (submission.paper and submission.paper.reference) or submission.get_carries_display()
        page = "registration-list" if submission.of_registrations else "submission"
        return link(f"nominations:{page}", submission.pk, number)

    @admin.display(description="biên bản")
    def minutes(self, submission):
        session = submission.session
        closed = session and session.state == SessionState.CLOSED
        return link("nominations:submission-minutes", submission.pk if closed else None, str(session or ""))


@admin.register(Award)
class AwardAdmin(ReadOnlyAdmin):
    list_display = ("name", "position", "award_type", "paper", "gold_book_number", "money", "revoked")
    list_select_related = ("award_type", "decision", "revoked_by")
    list_filter = ("group",)
    search_fields = ("person__search_key",)
    ordering = ("-decision", "gold_book_number")
    fields = (
        "name",
        "position",
        "award_type",
        "achievement",
        "paper",
        "gold_book_number",
        "money",
        "revoked",
    )
    readonly_fields = fields

    def get_search_results(self, request, queryset, search_term):
        key = search_key(search_term)
        return (
            queryset.filter(person__search_key__contains=key)
            | queryset.filter(collective__search_key__contains=key),
            False,
        )

    @admin.display(description="quyết định")
    def paper(self, award):
        return link("documents:detail", award.decision_id, award.decision.reference)

    @admin.display(description="tiền thưởng")
    def money(self, award):
        return vnd(award.bonus)

    @admin.display(description="hủy bỏ theo")
    def revoked(self, award):
        return (
            link("documents:detail", award.revoked_by_id, award.revoked_by.reference)
            if award.revoked_by_id
            else ""
        )
