"""Dossiers and their stages: the flow's state is the stage's."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from councils.enums import Seat
from councils.models import CouncilMember, SessionItem
from documents.models import IssuedDocument
from nominations.enums import PASSED_ON, PLAN, StageState
from thiduakt.events.base import Event
from thiduakt.vietnamese.fields import TextBlock, TextLine
from units.enums import REVIEW_ROLES
from units.models import Unit
from units.models.dated import in_force

from .nominee import Nominee, one_nominee, own_or_of_my_units
from .submissions import Submission

CODE = re.compile(r"hs-?0*(\d{1,15})")


class DossierQuerySet(models.QuerySet):
    def visible_to(self, user, on: dt.date):
        """One's own, one's units'; a level sees what reached it; a council what is on its agenda."""
        reached = DossierStage.objects.filter(level__gte=1, unit__in=user.reading_unit_ids(on, REVIEW_ROLES))
        councils = CouncilMember.objects.filter(
            in_force(on), person=user.person_id, person__isnull=False
        ).values("council")
        on_agenda = DossierStage.objects.filter(item__session__council__in=councils)
        entrusted = DossierStage.objects.entrusted_to(user, on)
        return self.filter(
            own_or_of_my_units(user, on)
            | Q(pk__in=reached.values("dossier"))
            | Q(pk__in=on_agenda.values("dossier"))
            | Q(pk__in=entrusted.values("dossier"))
        )


class Dossier(Nominee):
    """One nomination. The nominee's name, position and unit are frozen when it is sent up."""

    is_live = models.BooleanField(default=True, editable=False)
    frozen_name = TextLine(max_length=200, blank=True)
    frozen_position = TextLine(max_length=200, blank=True)
    frozen_unit_name = TextLine(max_length=200, blank=True)

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "hồ sơ đề nghị"
        verbose_name_plural = "hồ sơ đề nghị"
        ordering = ["-pk"]
        constraints = [
            one_nominee("nominee_is_person_or_unit"),
            models.UniqueConstraint(
                fields=["campaign", "person"],
                condition=Q(person__isnull=False, is_live=True),
                name="one_live_dossier_of_a_person",
                violation_error_message="Cá nhân này đã có hồ sơ trong phong trào.",
            ),
            models.UniqueConstraint(
                fields=["campaign", "collective"],
                condition=Q(collective__isnull=False, is_live=True),
                name="one_live_dossier_of_a_unit",
                violation_error_message="Tập thể này đã có hồ sơ trong phong trào.",
            ),
        ]

    def __str__(self):
        return f"{self.code}, {self.nominee_name}"

    def get_absolute_url(self):
        return reverse("nominations:dossier", args=[self.pk])

    @property
    def code(self) -> str:
        return self.code_of(self.pk)

    @staticmethod
    def code_of(pk: int) -> str:
        return f"HS-{pk:05d}"

    @staticmethod
    def pk_of(code: str) -> int | None:
        """What a code names, typed with or without marks and noughts; None when it is no code."""
        found = CODE.fullmatch(code.replace(" ", "").lower())
        return int(found[1]) if found else None

    @property
    def stage(self) -> "DossierStage":
        """The current stage; one query when not prefetched."""
        if "stages" in getattr(self, "_prefetched_objects_cache", {}):
            return max(self.stages.all(), key=lambda stage: stage.level)
        return self.stages.order_by("-level").first()


class DossierStageQuerySet(models.QuerySet):
    def current(self):
        """Where each dossier stands now."""
        return self.exclude(state__in=PASSED_ON)

    def visible_to(self, user, on: dt.date):
        """The receiving level's own work list, and what its council's chair entrusted to someone."""
        own = Q(level__gte=1, unit__in=user.reading_unit_ids(on, REVIEW_ROLES))
        return self.filter(own | Q(appraiser=user))

    def entrusted_to(self, user, on: dt.date):
        """What someone was named to appraise, and what he may name another one for, as the chair."""
        chairs = CouncilMember.objects.filter(
            in_force(on), seat=Seat.CHAIR, person=user.person_id, person__isnull=False
        )
        return self.filter(Q(appraiser=user) | Q(level__gte=1, unit__in=chairs.values("council__unit")))

    def for_list(self):
        return self.select_related(
            "dossier__person",
            "dossier__collective",
            "dossier__unit",
            "dossier__award_type",
            "dossier__campaign",
            "submission",
        )


class DossierStage(models.Model):
    """A dossier at one level: 0 is the nominating unit, 1 the level that receives its tờ trình.

    `assignee`: whose work it is at the office, which gives no right. `arrived_at` is the instant of
    arrival; `due_on` the day a requested supplement is due; `held_from` the state to go back to after a
    hold; `verdicts` what the rules said when the dossier was sent or appraised:
    [{"criterion", "outcome", "say", "citation"}]; `outcomes` counts the plan's among them by their word,
    {"met": 3, …}: a list of dossiers shows it without reading every sentence.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="stages", verbose_name="hồ sơ")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="stages", verbose_name="cấp xét")
    level = models.PositiveSmallIntegerField("cấp", default=0)
    state = models.CharField(
        "trạng thái", max_length=20, choices=StageState, default=StageState.DRAFT, editable=False
    )
    submission = models.ForeignKey(
        Submission, models.PROTECT, null=True, related_name="stages", editable=False, verbose_name="tờ trình"
    )
    item = models.OneToOneField(
        SessionItem, models.PROTECT, null=True, related_name="stage", editable=False, verbose_name="mục họp"
    )
    decision = models.ForeignKey(
        IssuedDocument,
        models.PROTECT,
        null=True,
        related_name="stages",
        editable=False,
        verbose_name="quyết định",
    )
    appraiser = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="người thẩm định do Chủ tịch Hội đồng cử",
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
        verbose_name="người thụ lý",
    )
    held_from = models.CharField(max_length=20, blank=True, editable=False)
    request_note = TextBlock("nội dung yêu cầu bổ sung", blank=True, editable=False)
    due_on = models.DateField("bổ sung chậm nhất", null=True, editable=False)
    arrived_at = models.DateTimeField("đến lúc", null=True, editable=False)
    changed_at = models.DateTimeField("đổi trạng thái lúc", auto_now_add=True)
    verdicts = models.JSONField(default=list, editable=False)
    outcomes = models.JSONField(default=dict, editable=False)
    office_note = TextBlock("ghi chú nội bộ", blank=True)

    objects = DossierStageQuerySet.as_manager()

    class Meta:
        verbose_name = "hồ sơ đề nghị"
        verbose_name_plural = "hồ sơ đề nghị"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["unit", "state", "-id"]), models.Index(fields=["state"])]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "level"], name="one_stage_each_level"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=~Q(state__in=PASSED_ON),
                name="one_open_stage",
                violation_error_message="Hồ sơ chỉ được xét ở một cấp.",
            ),
            models.CheckConstraint(
                condition=~Q(state=StageState.AWARDED) | Q(decision__isnull=False),
                name="awarded_needs_decision",
                violation_error_message="Hồ sơ đã khen thưởng phải có quyết định.",
            ),
            models.CheckConstraint(
                condition=~Q(state=StageState.IN_COUNCIL) | Q(item__isnull=False),
                name="council_needs_agenda_item",
                violation_error_message="Hồ sơ trình Hội đồng phải nằm trong một phiên họp.",
            ),
        ]

    def __str__(self):
        return f"{self.dossier.code}: {self.get_state_display()}"

    def keep_verdicts(self, rows: list[dict]) -> None:
        """What the rules say at this moment, with its counts; the caller saves."""
        self.verdicts, self.outcomes = rows, outcome_counts(rows)


def outcome_counts(verdicts: Iterable[dict]) -> dict[str, int]:
    """How many criteria of the plan have each word; words that none has are left out."""
    return dict(Counter(row["outcome"] for row in verdicts if row.get("kind", PLAN) == PLAN))


class DossierEvent(Event):
    SUBJECT = "dossier"
    SEALED = ("stage_id",)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="events")
    stage = models.ForeignKey(DossierStage, models.PROTECT, null=True, related_name="events")

    class Meta(Event.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["dossier", "seq"], name="dossier_event_order")]
