"""The steps that the office takes on its dossiers, one or many: which door each goes through."""

from functools import partial

from nominations.facts.done import dossier_done
from nominations.permissions import APPRAISERS
from nominations.printing.wording import name_of
from nominations.services.agenda import put_on_agenda
from nominations.services.assigning import ASSIGN, assign, why_not_assign
from nominations.services.steps import move_dossier, move_many
from nominations.services.undoing import in_bulk
from thiduakt.clock import today
from thiduakt.errors import Refused
from thiduakt.flow_admin import date_field

from .appraisal import office_steps
from .asking import request_data, request_fields, request_initial
from .planning import ASKED_IN_FORM, assignee_field, plan_stages, session_field

# Taken for a list even where it is one dossier.
LISTED = {"to_council", ASSIGN.action}


class StageSteps:
    """For the admin of stages."""

    def steps_for(self, request, obj):
        steps = office_steps(obj, request.user, today())
        return steps if why_not_assign(obj, request.user, today()) else [*steps, ASSIGN]

    def step_named(self, obj, action):
        return ASSIGN if action == ASSIGN.action else super().step_named(obj, action)

    def bulk_steps(self, request):
        return [*super().bulk_steps(request), *([ASSIGN] if self.roles_of(request) else [])]

    def roles_of(self, request):
        return {m.role for m in request.user.memberships_on(today())} & APPRAISERS

    def in_bulk(self, step):
        return super().in_bulk(step) or step.action == "to_council"

    def plan(self, request, objs, action):
        return plan_stages(objs, action, by=request.user)

    def move(self, request, obj, action, **data):
        if action == "request_changes":
            data = request_data(obj, data)
        if action not in LISTED:
            move_dossier(obj.dossier, action, by=request.user, **data)
        elif skipped := self.move_many(request, [obj], action, **data)[1]:
            raise Refused(*skipped[0][1])

    def move_many(self, request, objs, action, **data):
        by_dossier = {stage.dossier_id: stage for stage in objs}
        outcome = in_bulk(list(by_dossier), action, door_of(action, data), by=request.user)
        moved = [by_dossier[dossier.pk] for dossier in outcome.moved]
        return moved, [(by_dossier[dossier.pk], reasons) for dossier, reasons in outcome.skipped]

    def step_fields(self, request, step, objs):
        fields = super().step_fields(request, step, objs)
        if step.action == "request_changes":
            fields["due_on"] = date_field("Bổ sung chậm nhất")
        if step.action == "to_council":
            fields["session"] = session_field(objs)
        if step is ASSIGN:
            fields["assignee"] = assignee_field(objs)
        return fields

    def one_fields(self, request, step, obj):
        fields = super().one_fields(request, step, obj)
        return request_fields(obj, fields) if step.action == "request_changes" else fields

    def step_initial(self, request, step, objs):
        """A request begins with what was noted under criteria and papers; work is taken on by oneself."""
        if step is ASSIGN:
            return {"assignee": request.user.pk}
        if step.action != "request_changes" or not objs:
            return {}
        return request_initial(objs[0])

    def done(self, action, what):
        return dossier_done(action, what)

    def row(self, obj):
        return {
            "code": obj.dossier.code,
            "name": name_of(obj.dossier),
            "unit": str(obj.dossier.unit),
            "fact": self.criteria(obj),
            "url": self.object_url(obj.pk),
        }


def door_of(action: str, data: dict):
    """The service for many that takes a step; a step without its page is refused."""
    if action == ASSIGN.action:
        return partial(assign, **{"assignee": None} | data)
    if action != "to_council":
        return partial(move_many, action=action, **data)
    if "session" not in data:
        raise Refused(ASKED_IN_FORM)
    return partial(put_on_agenda, **data)
