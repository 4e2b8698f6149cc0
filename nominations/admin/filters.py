"""Filters that stand in the address: `?state=received&campaign=3&unit=7&group=individual`."""

from django.contrib.admin import SimpleListFilter
from django.db.models import Q

from campaigns.models import Campaign
from criteria.enums import Group
from nominations.enums import AT_UNIT, RegistrationState, StageState
from nominations.facts.levels import sent_up_to
from nominations.facts.waiting import ANSWER_DAYS, in_time, is_late
from nominations.permissions import APPRAISERS
from nominations.services.appraisers import accounts_with
from thiduakt.clock import today
from units.enums import REVIEW_ROLES
from units.models import Unit

LATE, IN_TIME = "tre", "trong-han"
MINE, NOBODYS = "toi", "chua-giao"
RECEIVING = [choice for choice in StageState if choice not in (*AT_UNIT, StageState.SENT)]


class LinkFilter(SimpleListFilter):
    """One field, its value in the address; `prefix` leads to the nomination."""

    field = ""
    prefix = ""

    def queryset(self, request, queryset):
        value = self.value()
        return self.narrow(queryset, value, request.user) if value else queryset

    @classmethod
    def narrow(cls, rows, value: str, user):
        """The rows that a value leaves."""
        return rows.filter(**{cls.prefix + cls.field: value})


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


class StageByWaiting(LinkFilter):
    title, parameter_name = "thời gian chờ", "waiting"

    def lookups(self, request, model_admin):
        return [(LATE, f"Quá hạn ({ANSWER_DAYS} ngày làm việc, ngày bổ sung)"), (IN_TIME, "Trong hạn")]

    @classmethod
    def narrow(cls, rows, value, user):
        found = {LATE: is_late, IN_TIME: in_time}.get(value)
        return rows.filter(found(today())) if found else rows.none()


class StageByAssignee(LinkFilter):
    """`toi` is whoever reads, so that the address may be handed on; a colleague is a key."""

    title, parameter_name, field = "thụ lý", "assignee", "assignee"

    def lookups(self, request, model_admin):
        return [(MINE, "Của tôi"), (NOBODYS, "Chưa giao"), *colleagues(request.user)]

    @classmethod
    def narrow(cls, rows, value, user):
        if value == NOBODYS:
            return rows.filter(assignee__isnull=True)
        return rows.filter(assignee=user.pk if value == MINE else value)


def colleagues(user) -> list[tuple[int, str]]:
    """Who else appraises at one's offices."""
    on = today()
    here = accounts_with(APPRAISERS, user.acting_unit_ids(on, REVIEW_ROLES), on)
    return list(here.exclude(pk=user.pk).order_by("full_name", "pk").values_list("pk", "full_name")[:30])


class RegistrationByState(ByState):
    def lookups(self, request, model_admin):
        return [(s.value, s.label) for s in RegistrationState if s != RegistrationState.DRAFT]


STAGE_FILTERS = (ByState, StageByWaiting, StageByAssignee, StageByCampaign, StageByUnit, StageByGroup)
REGISTRATION_FILTERS = (RegistrationByState, ByCampaign, ByUnit, ByGroup)
