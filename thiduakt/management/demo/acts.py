"""What people do in the demonstration, each through the service that a page would call."""

import datetime as dt
from dataclasses import dataclass

from campaigns.enums import Paper
from campaigns.models import Campaign, PartRequirement
from councils import services as councils
from councils.enums import CouncilKind
from councils.models import Council, CouncilSession
from criteria.models import AwardType
from documents.services import papers
from nominations.enums import CheckState
from nominations.facts import criteria_of
from nominations.models import Dossier, Submission
from nominations.services import agenda, appraisal, dossiers, parts, submissions
from nominations.services.steps import move_dossier
from units.models import Person, Unit

from .accounts import account
from .files import read
from .plans import instant

CLERKS = {
    "XNP-KT": "oanh",
    "XNP-VHXH": "trang",
    "XNP-THPD": "gam",
    "XNP-VP": "son",
    "XNP-HCC": "tam",
    "XNP-THCSPT": "toan",
    "XNP-TYT": "hau",
}
HEADS = CLERKS | {"XNP-KT": "quoc", "XNP-VHXH": "hanh", "XNP-THPD": "van"}


@dataclass
class Live:
    """The running campaign and the day of loading."""

    campaign: Campaign
    on: dt.date

    def at(self, days: int, hour: int = 9) -> dt.datetime:
        return instant(self.on + dt.timedelta(days=days), hour)

    def requirement(self, paper: str) -> PartRequirement:
        return self.campaign.partrequirement_set.get(paper=paper)

    def nominate(self, code: str, name: str | None, *, by: str = "", award: str = "GK") -> Dossier:
        """A draft by the unit's clerk for a person by name, or for the unit itself."""
        unit = Unit.objects.get(code=code)
        return dossiers.create_dossier(
            self.campaign,
            award_type=AwardType.objects.get(code=award),
            unit=unit,
            by=account(by or CLERKS[code]),
            person=Person.objects.get(full_name=name) if name else None,
            collective=None if name else unit,
            at=self.at(-16),
        )

    def write(self, dossier: Dossier, by: str, *, sections: int | None = None) -> None:
        """The report criterion by criterion and the summary; only the first sections when told so."""
        texts, writer = read("texts.json"), account(by)
        rows = list(zip(criteria_of(dossier), texts[dossier.group], strict=False))
        for criterion, text in rows[:sections]:
            parts.save_section(dossier, self.requirement(Paper.REPORT), criterion, text, by=writer)
        if sections is None:
            text = texts["summary"].format(name=dossier.nominee_name, year=self.campaign.year)
            parts.save_text(dossier, self.requirement(Paper.SUMMARY), text, by=writer)

    def hand_in(self, code: str, name: str | None, award: str = "GK") -> Dossier:
        """Written and handed in to the unit."""
        dossier = self.nominate(code, name, award=award)
        self.write(dossier, CLERKS[code])
        return move_dossier(dossier, "submit", by=account(CLERKS[code]), at=self.at(-12))

    def send(self, code: str, found: list[Dossier]) -> Submission:
        """The unit's council, its head's word, the letter, and off it goes."""
        clerk, head = account(CLERKS[code]), account(HEADS[code])
        session = self.hold_unit_session(code, found)
        for dossier in found:
            move_dossier(dossier, "unit_propose", by=head, at=self.at(-9))
        submission = submissions.draft_submission(
            self.campaign, session.council.unit, by=clerk, at=self.at(-9)
        )
        submission = submissions.set_session(submission, session, by=clerk)
        submission = submissions.prepare_letter(submission, by=clerk, at=self.at(-9, 10))
        papers.approve_document(submission.paper, by=head, at=self.at(-8))
        return submissions.send_submission(submission, by=clerk, at=self.at(-7))

    def hold_unit_session(self, code: str, found: list[Dossier]) -> CouncilSession:
        clerk = account(CLERKS[code])
        session = councils.plan_session(
            Council.objects.get(unit__code=code, kind=CouncilKind.EMULATION),
            held_on=self.on - dt.timedelta(days=10),
            subject=f"Xét đề nghị khen thưởng: {self.campaign.title}",
            place="Phòng họp đơn vị",
            by=clerk,
            at=self.at(-11),
        )
        agenda.add_unit_items(session, found, by=clerk)
        self.write_minutes(session, clerk, at=self.at(-10, 15))
        return councils.close_session(session, by=clerk, at=self.at(-10, 16))

    def write_minutes(self, session: CouncilSession, by, *, at: dt.datetime | None = None) -> None:
        """Everybody is there and raises a hand."""
        self.write_attendance(session, by, at=at)
        voting = councils.voters_of(session)
        for item in session.items.all():
            councils.write_votes(item, yes=voting[item.pk], no=0, blank=0, by=by)

    def write_attendance(self, session: CouncilSession, by, *, at: dt.datetime | None = None) -> None:
        councils.write_session(
            session,
            by=by,
            presences={},
            at=at,
            starts_at=dt.time(14),
            ends_at=dt.time(15, 30),
            discussion="Các thành viên thống nhất với báo cáo thành tích đã trình bày.",
            conclusion="Hội đồng thống nhất kết quả biểu quyết.",
        )

    def count_on_paper(self, session: CouncilSession, by, *, against: tuple[str, ...]) -> None:
        """A secret ballot on paper: all for, but about those of `against` half of them."""
        self.write_attendance(session, by)
        voting, all_ = councils.voters_of(session), session.attendances.count()
        noes = {row: voting[row.pk] // 2 if row.title in against else 0 for row in session.items.all()}
        councils.enter_paper_round(
            session,
            {item.pk: {"yes": voting[item.pk] - no, "no": no} for item, no in noes.items()},
            **{"issued": all_, "returned": all_, "valid": all_, "invalid": 0},
            head_teller="Nguyễn Thị Út",
            tellers="Từ Thị Mộng Tuyền",
            by=by,
        )

    def vote_on_screen(self, session: CouncilSession, keeper, *voters: str) -> None:
        """A ballot that is still open: some have voted, the others find it among their tasks."""
        self.write_attendance(session, keeper)
        keys = list(session.items.values_list("pk", flat=True))
        round_ = councils.open_round(session, keys, by=keeper)
        for user in map(account, voters):
            asked = councils.items_for(round_, councils.seat_in(session, user))
            councils.cast_ballot(round_, {item.pk: "yes" for item in asked}, by=user)

    def receive(self, dossier: Dossier, by: str = "linh") -> Dossier:
        """Every paper ticked, then received."""
        for part in dossier.parts.all():
            parts.check_part(part, CheckState.OK, by=account(by), at=self.at(-5, 8))
        return move_dossier(dossier, "receive", by=account(by), at=self.at(-5))

    def appraise(self, dossier: Dossier, by: str = "linh") -> Dossier:
        marks = {row.pk: ("met", "") for row in criteria_of(dossier)}
        return appraisal.appraise(dossier, marks, by=account(by), at=self.at(-4))

    def make_eligible(self, dossier: Dossier, by: str = "linh") -> Dossier:
        self.appraise(self.receive(dossier, by), by)
        return move_dossier(dossier, "mark_eligible", by=account(by), at=self.at(-4, 10))
