"""What a line of the office's list says of one dossier."""

from django.contrib import admin
from django.db.models import IntegerField
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.html import format_html

from nominations.enums import APPRAISED_IN, FINAL, StageState
from nominations.facts.waiting import is_slow
from nominations.printing.wording import name_of
from thiduakt.clock import today, vietnam_day
from thiduakt.templatetags.components import state_tag, when

from .counts import days_waited

OUTCOME_WORDS = (
    ("met", "đạt"),
    ("unmet", "không đạt"),
    ("confirm", "cần xác nhận"),
    ("unknown", "chưa có dữ liệu"),
)
# How many criteria are met, as the stage counts them.
MET = Coalesce(Cast(KeyTextTransform("met", "outcomes"), IntegerField()), 0)


class StageColumns:
    """For a model's admin whose rows are stages."""

    @admin.display(description="mã hồ sơ", ordering="pk")
    def code(self, stage):
        return stage.dossier.code

    @admin.display(description="tập thể, cá nhân")
    def nominee(self, stage):
        dossier = stage.dossier
        unit = f", {dossier.unit}" if dossier.unit_id != dossier.collective_id else ""
        return format_html(
            "{}<small>{}{}</small>", name_of(dossier), dossier.get_group_display().lower(), unit
        )

    @admin.display(description="trạng thái")
    def state_word(self, stage):
        return state_tag(stage.state, stage.get_state_display())

    @admin.display(description="tiêu chí", ordering=MET)
    def criteria(self, stage):
        counted = stage.outcomes
        return ", ".join(f"{counted[key]} {word}" for key, word in OUTCOME_WORDS if counted.get(key))

    @admin.display(description="chờ", ordering="changed_at")
    def waiting_days(self, stage):
        if stage.state in FINAL:
            return ""
        on = today()
        if stage.state == StageState.CHANGES_REQUESTED and stage.due_on:
            return when(stage.due_on, on)
        since = vietnam_day(stage.changed_at)
        words = days_waited(since, on)
        slow = stage.state in APPRAISED_IN and is_slow(since, on)
        late = '<span class="when is-bad">{} <small>quá hạn</small></span>'
        return format_html(late, words) if slow else words

    @admin.display(description="hình thức")
    def award(self, stage):
        return stage.dossier.award_type

    @admin.display(description="thụ lý")
    def handler(self, stage):
        whose, lease = stage.assignee or "chưa giao", getattr(stage, "lease", None)
        if lease is None or lease.until <= timezone.now() or stage.state not in APPRAISED_IN:
            return whose
        return format_html("{}<small>{} đang thẩm định</small>", whose, lease.holder)
