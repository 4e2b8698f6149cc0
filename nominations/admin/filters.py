"""Filters that stand in the address: `?state=received&campaign=3&unit=7&group=individual`."""

from django.contrib.admin import SimpleListFilter
from django.db.models import Q

from campaigns.models import Campaign
from criteria.enums import Group
from nominations.enums import AT_UNIT, RegistrationState, StageState
from nominations.facts.levels import sent_up_to
from thiduakt.clock import today
from units.enums import REVIEW_ROLES
from units.models import Unit

RECEIVING = [choice for choice in StageState if choice not in (*AT_UNIT, StageState.SENT)]


class LinkFilter(SimpleListFilter):
    """One field, its value in the address; `prefix` leads to the nomination."""

    field = ""
    prefix = ""

    def queryset(self, request, queryset):
        value = self.value()
        return queryset.filter(**{self.prefix + self.field: value}) if value else queryset


class ByState(LinkFilter):
    title, parameter_name, field = "trạng thái", "state", "state"

    def lookups(self, request, model_admin):
        return [(state.value, state.label) for state in RECEIVING]


class ByCampaign(LinkFilter):
    title, parameter_name, field = "kế hoạch", "campaign", "campaign"

    def lookups(self, request, model_admin):
        offices = request.user.acting_unit_ids(today(), REVIEW_ROLES)
        here = Q(issuer__in=offices) | Q(pk__in=sent_up_to(request.user, today()))
        plans = Campaign.objects.filter(here).order_by("-year", "-pk")
        return list(plans.values_list("pk", "title")[:30])


class ByUnit(LinkFilter):
    """The units below one's office that handed in something or could."""

    title, parameter_name, field = "đơn vị", "unit", "unit"

    def lookups(self, request, model_admin):
        on = today()
        inside = Unit.objects.within(request.user.acting_unit_ids(on, REVIEW_ROLES), on)
        return list(inside.order_by("sort_key").values_list("pk", "short_name")[:100])


class ByGroup(LinkFilter):
    title, parameter_name, field = "đối tượng", "group", "group"

    def lookups(self, request, model_admin):
        return [(group.value, group.label) for group in (Group.COLLECTIVE, Group.INDIVIDUAL)]


class StageByCampaign(ByCampaign):
    prefix = "dossier__"


class StageByUnit(ByUnit):
    prefix = "dossier__"


class StageByGroup(ByGroup):
    prefix = "dossier__"


class RegistrationByState(ByState):
    def lookups(self, request, model_admin):
        return [(s.value, s.label) for s in RegistrationState if s != RegistrationState.DRAFT]


STAGE_FILTERS = (ByState, StageByCampaign, StageByUnit, StageByGroup)
REGISTRATION_FILTERS = (RegistrationByState, ByCampaign, ByUnit, ByGroup)
