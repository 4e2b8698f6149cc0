"""Registrations at the office: accepted one by one or many at once, or asked to be completed."""

from django.contrib import admin
from django.utils.html import format_html

from nominations.facts.done import registration_done
from nominations.facts.words import registration_story
from nominations.flow import OFFICE, REGISTRATION_FLOW
from nominations.models import Registration
from nominations.permissions import registration_roles
from nominations.services.registrations import check_registration, move_registration
from thiduakt.clock import today
from thiduakt.door import change
from thiduakt.errors import Refused
from thiduakt.flow_admin import FlowAdmin
from thiduakt.templatetags.components import state_tag

from .filters import REGISTRATION_FILTERS
from .search import matching


@admin.register(Registration)
class RegistrationAdmin(FlowAdmin):
    flow = REGISTRATION_FLOW
    noun = "đăng ký"
    list_display = ("who", "award_type", "state_word", "sent_at", "campaign")
    list_filter = REGISTRATION_FILTERS
    list_select_related = ("person", "collective", "unit", "award_type", "campaign")
    search_fields = ("person__search_key",)
    search_help_text = "Tên cá nhân, tập thể, đơn vị (không cần dấu)"
    ordering = ("pk",)
    change_form_template = "admin/nominations/registration.html"

    def get_search_results(self, request, queryset, search_term):
        return matching(queryset, search_term), False

    def waiting(self, request) -> int:
        return self.get_queryset(request).filter(state="submitted").count()

    @admin.display(description="tập thể, cá nhân")
    def who(self, registration):
        whom = registration.get_group_display().lower()
        return format_html("{}<small>{}, {}</small>", registration.nominee_name, whom, registration.unit)

    @admin.display(description="trạng thái")
    def state_word(self, registration):
        return state_tag(registration.state, registration.get_state_display())

    def change_view(self, request, object_id, form_url="", extra_context=None):
        registration = self.object_or_404(request, object_id)
        context = {
            "title": f"{registration.nominee_name}, {registration.award_type}",
            "registration": registration,
            "steps": self.steps_for(request, registration),
            "story": registration_story(registration),
            "list_url": self.list_url(),
        }
        return self.page(request, self.change_form_template, context)

    def steps_for(self, request, obj):
        held = registration_roles(obj, request.user, today()) & set(OFFICE)
        return self.flow.available(obj.state, held)

    def roles_of(self, request):
        return {m.role for m in request.user.memberships_on(today())} & set(OFFICE)

    def plan(self, request, objs, action):
        checked = [(one, check_registration(one, action, by=request.user)) for one in objs]
        return [one for one, reasons in checked if not reasons], [pair for pair in checked if pair[1]]

    def move(self, request, obj, action, **data):
        move_registration(obj, action, by=request.user, **data)

    def move_many(self, request, objs, action, **data):
        return move_all(objs, action, by=request.user, **data)

    def done(self, action, what):
        return registration_done(action, what)

    def row(self, obj):
        return {
            "code": f"ĐK-{obj.pk:05d}",
            "name": obj.nominee_name,
            "unit": str(obj.unit),
            "fact": obj.award_type.name,
            "url": self.object_url(obj.pk),
        }


@change
def move_all(registrations: list[Registration], action: str, *, by, **data) -> tuple[list, list]:
    """The same step for many in one transaction; those that may not take it are left out and named."""
    moved, skipped = [], []
    for registration in sorted(registrations, key=lambda one: one.pk):
        try:
            moved.append(move_registration(registration, action, by=by, **data))
        except Refused as refused:
            skipped.append((registration, refused.reasons))
    return moved, skipped
