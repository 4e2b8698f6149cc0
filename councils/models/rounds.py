"""Secret ballots of a session: rounds, who has voted, and what was voted: never the two together.

While a round is open its ballots lie sealed under random keys, one row for each proposal, so that who
stepped out of one cannot be told by what his ballot lacks. Closing writes all ballots anew, shuffled, in
one transaction and deletes the sealed ones: keys, order, place and transaction of a counted ballot say
nothing of the hand that cast it.
"""

import uuid

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery

from councils.enums import Choice, RoundMode, RoundState
from thiduakt.vietnamese.fields import TextLine
from thiduakt.visible import Nobody, Through

from .bodies import CouncilMember
from .sessions import Attendance, CouncilSession, SessionItem


class VotingRoundQuerySet(Through):
    def awaiting(self, person_id: int | None):
        """Open rounds that still ask someone in the room for a vote on what is not his own case."""
        seats = Attendance.objects.in_the_room(person_id).filter(session=OuterRef("session"))
        asked = SessionItem.objects.filter(rounds=OuterRef("pk")).exclude(excluded=OuterRef("seat"))
        voted = RoundVoter.objects.filter(round=OuterRef("pk"), member=OuterRef("seat"))
        rounds = self.filter(state=RoundState.OPEN).annotate(seat=Subquery(seats.values("member")[:1]))
        return rounds.filter(Exists(asked), ~Exists(voted), seat__isnull=False)


class VotingRound(models.Model):
    """One secret ballot about some proposals of a session, on paper or on screen.

    The four numbers are of the biên bản kiểm phiếu: issued ≥ returned = valid + invalid.
    """

    session = models.ForeignKey(CouncilSession, models.PROTECT, related_name="rounds")
    number = models.PositiveSmallIntegerField("lượt")
    mode = models.CharField("cách bỏ phiếu", max_length=10, choices=RoundMode)
    state = models.CharField("trạng thái", max_length=10, choices=RoundState, default=RoundState.OPEN)
    items = models.ManyToManyField(SessionItem, related_name="rounds")
    head_teller = TextLine("trưởng ban kiểm phiếu", max_length=100, blank=True)
    tellers = TextLine("thành viên ban kiểm phiếu", max_length=300, blank=True)
    issued = models.PositiveSmallIntegerField("số phiếu phát ra", null=True)
    returned = models.PositiveSmallIntegerField("số phiếu thu vào", null=True)
    valid = models.PositiveSmallIntegerField("số phiếu hợp lệ", null=True)
    invalid = models.PositiveSmallIntegerField("số phiếu không hợp lệ", null=True)
    opened_at = models.DateTimeField("mở lúc")
    ended_at = models.DateTimeField("xong lúc", null=True)

    THROUGH = "session"
    objects = VotingRoundQuerySet.as_manager()

    class Meta:
        verbose_name = "lượt bỏ phiếu"
        verbose_name_plural = "lượt bỏ phiếu"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["session", "number"], name="one_round_of_a_number"),
            models.UniqueConstraint(
                fields=["session"],
                condition=Q(state=RoundState.OPEN),
                name="one_open_round",
                violation_error_message="Phiên họp đang có một lượt bỏ phiếu chưa đóng.",
            ),
            models.CheckConstraint(
                condition=Q(issued__isnull=True)
                | Q(issued__gte=F("returned"), returned=F("valid") + F("invalid")),
                name="ballots_add_up",
                violation_error_message="Phiếu thu vào phải bằng hợp lệ cộng không hợp lệ.",
            ),
            models.CheckConstraint(
                condition=~Q(state=RoundState.COUNTED) | Q(issued__isnull=False, ended_at__isnull=False),
                name="counted_needs_numbers",
                violation_error_message="Kiểm phiếu xong phải có số phiếu.",
            ),
        ]

    def __str__(self):
        return f"Lượt {self.number}, {self.get_mode_display().lower()}"


class RoundCount(models.Model):
    """What a round gave for one proposal; `blank` are the votes that say neither, and those not cast."""

    round = models.ForeignKey(VotingRound, models.CASCADE, related_name="counts")
    item = models.ForeignKey(SessionItem, models.PROTECT, related_name="counts")
    yes = models.PositiveSmallIntegerField("đồng ý")
    no = models.PositiveSmallIntegerField("không đồng ý")
    blank = models.PositiveSmallIntegerField("không hợp lệ")

    THROUGH = "round"
    objects = Through.as_manager()

    class Meta:
        ordering = ["item__group", "item__order", "pk"]
        constraints = [models.UniqueConstraint(fields=["round", "item"], name="one_count_each")]

    def __str__(self):
        return f"{self.item}: {self.yes}"


class RoundVoter(models.Model):
    """That a member's vote was cast on screen and when; of how there is nothing here."""

    round = models.ForeignKey(VotingRound, models.PROTECT, related_name="voters")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="+")
    voted_at = models.DateTimeField("bỏ phiếu lúc")

    THROUGH = "round"
    objects = Through.as_manager()

    class Meta:
        ordering = ["member__order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "member"],
                name="one_vote_each",
                violation_error_message="Mỗi người một phiếu.",
            )
        ]

    def __str__(self):
        return f"{self.member}"


class BallotPaper(models.Model):
    """One voice on one proposal, under a key that says nothing."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    round = models.ForeignKey(VotingRound, models.PROTECT, related_name="%(class)ss")
    item = models.ForeignKey(SessionItem, models.PROTECT, related_name="+")
    choice = models.CharField(max_length=3, choices=Choice)

    objects = Nobody.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.item_id}"


class SealedBallot(BallotPaper):
    """While the round is open. No time, no member, no order; deleted when the round is closed."""


class CountedBallot(BallotPaper):
    """After it: written with all others of the round at once, in a random order, for good."""

    APPEND_ONLY = True
