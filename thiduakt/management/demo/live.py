"""The running campaign with a dossier in every state, so that each account finds work."""

import datetime as dt

from campaigns.enums import CampaignKind
from campaigns.models import Campaign
from councils import services as councils
from councils.enums import CouncilKind
from councils.models import Council, CouncilSession
from criteria.models import AwardType
from documents.services import papers
from nominations.models import Dossier
from nominations.services import agenda, decisions, forwarding, registrations
from nominations.services.steps import move_dossier
from units.models import Person, Unit

from .accounts import account
from .acts import CLERKS, Live
from .plans import launch_live

# Sent up with their unit's list; None is the unit itself.
SENT = {
    "XNP-KT": (None, "Hồ Thị Ngọc Giàu", "Trần Thị Ngọc Bích"),
    "XNP-VHXH": (None, "Thập Văn Khoa", "Quảng Thị Thu Hương"),
    "XNP-THPD": ("Hồ Thị Ánh Nguyệt", "Ngô Thị Lan Anh"),
    "XNP-VP": (None, "Lê Thị Hồng Đào"),
    "XNP-HCC": (None, "Mai Thanh Tùng", "Trượng Thị Mỹ Lệ", "Võ Thị Tuyết Mai", "Quảng Anh Khoa"),
    "XNP-THCSPT": (None, "Võ Thị Ngọc Trâm", "Lê Hoàng Nam", "Dương Thị Thùy Linh"),
    "XNP-TYT": (None, "Lưu Thị Phương Uyên"),
}
# Named for the province's Bằng khen: the first goes up, the other waits for its tờ trình.
UPWARD = ("Võ Thị Tuyết Mai", "Quảng Anh Khoa")
FIRST_COUNCIL = (
    *UPWARD,
    "XNP-KT",
    "XNP-HCC",
    "Mai Thanh Tùng",
    "Trượng Thị Mỹ Lệ",
    "XNP-THCSPT",
    "Võ Thị Ngọc Trâm",
    "Lê Hoàng Nam",
)
SECOND_COUNCIL = ("XNP-VP", "Lê Thị Hồng Đào")


def load_live(on: dt.date) -> Campaign:
    """The plan of this year, once."""
    found = Campaign.objects.filter(issuer__code="XNP", kind=CampaignKind.THEMATIC).first()
    if found is not None:
        return found
    live = Live(launch_live(on), on)
    register(live)
    sent = send_lists(live)
    keep_at_units(live)
    office_work(live, sent)
    council_work(live, sent)
    signing_work(live, sent)
    send_up(live, sent[UPWARD[0]])
    return live.campaign


def register(live: Live) -> None:
    """Two registrations: one waits for the office, one is accepted."""
    for code, name, username in (
        ("XNP-KT", "Nguyễn Đức Thịnh", "thinh"),
        ("XNP-HCC", "Mai Thanh Tùng", "tung"),
    ):
        registration = registrations.create_registration(
            live.campaign,
            award_type=AwardType.objects.get(code="GK"),
            unit=Unit.objects.get(code=code),
            person=Person.objects.get(full_name=name),
            commitment="Phấn đấu 100% hồ sơ được giao giải quyết đúng hạn.",
            by=account(username),
            at=live.at(-50),
        )
        registrations.move_registration(registration, "submit", by=account(username), at=live.at(-50, 10))
    registrations.move_registration(registration, "accept", by=account("bao"), at=live.at(-48))


def send_lists(live: Live) -> dict[str, Dossier]:
    """The lists of all units, by the name of the person or the code of the unit."""
    sent = {}
    for code, names in SENT.items():
        found = {name or code: live.hand_in(code, name, award_of(name)) for name in names}
        live.send(code, list(found.values()))
        sent |= found
    return sent


def award_of(name: str | None) -> str:
    return "BKT" if name in UPWARD else "GK"


def keep_at_units(live: Live) -> None:
    """What the units still have before them."""
    live.write(live.nominate("XNP-KT", "Nguyễn Đức Thịnh", by="thinh"), "thinh", sections=2)
    live.hand_in("XNP-KT", "Báo Văn Thuận")
    quoc, van = account("quoc"), account("van")
    move_dossier(live.hand_in("XNP-KT", "Phan Quốc Đạt"), "unit_propose", by=quoc, at=live.at(-3))
    note = "Mức xếp loại cả năm chưa đạt tiêu chí của kế hoạch."
    declined = live.hand_in("XNP-KT", "Lý Thị Thanh Xuân")
    move_dossier(declined, "unit_decline", by=quoc, note=note, at=live.at(-3))
    live.write(live.nominate("XNP-THPD", None), "gam")
    live.hand_in("XNP-THPD", "Đạo Thị Kim Chi")
    note = "Báo cáo chưa nêu số hồ sơ đã số hóa trong năm, đề nghị ghi rõ ở tiêu chí 2."
    back = live.hand_in("XNP-THPD", "Huỳnh Văn Lợi")
    move_dossier(
        back, "unit_return", by=van, note=note, at=live.at(-2), due_on=live.on + dt.timedelta(days=5)
    )


def office_work(live: Live, sent: dict[str, Dossier]) -> None:
    """Received, asked back, appraised, put on hold, withdrawn: the rest has just arrived."""
    bao, later = account("bao"), live.on + dt.timedelta(days=7)
    note = "Tiêu chí 2: ghi rõ nhiệm vụ đã tham mưu, kèm số văn bản."
    move_dossier(sent["Hồ Thị Ngọc Giàu"], "request_changes", by=bao, note=note, due_on=later, at=live.at(-4))
    note = "Bản tóm tắt chưa nêu kết quả cả năm."
    again = sent["Ngô Thị Lan Anh"]
    move_dossier(again, "request_changes", by=bao, note=note, due_on=later, at=live.at(-4))
    live.write(again, CLERKS["XNP-THPD"])
    move_dossier(again, "resubmit", by=account(CLERKS["XNP-THPD"]), at=live.at(-1))
    live.receive(sent["Trần Thị Ngọc Bích"], "bao")
    live.receive(sent["Hồ Thị Ánh Nguyệt"], "bao")
    live.make_eligible(sent["Quảng Thị Thu Hương"], "linh")
    live.receive(sent["Dương Thị Thùy Linh"])
    note = "Có 01 lần vi phạm giờ giấc và xếp loại thấp hơn mức của Mục II.2.b, gạch đầu dòng 1."
    move_dossier(sent["Dương Thị Thùy Linh"], "mark_ineligible", by=bao, note=note, at=live.at(-3))
    note = "Đang xác minh phản ánh của người dân về giờ trực."
    move_dossier(sent["XNP-TYT"], "hold", by=bao, note=note, at=live.at(-4))
    note = "Cá nhân xin rút vì chuyển công tác."
    clerk = account(CLERKS["XNP-TYT"])
    move_dossier(sent["Lưu Thị Phương Uyên"], "withdraw", by=clerk, note=note, at=live.at(-3))


def council_work(live: Live, sent: dict[str, Dossier]) -> None:
    """One session over, voted on paper; in another the ballot on screen is open."""
    for name in (*FIRST_COUNCIL, *SECOND_COUNCIL):
        live.make_eligible(sent[name])
    secretary = account("vy")
    session = plan_session(live, live.on, [sent[name] for name in FIRST_COUNCIL])
    live.count_on_paper(session, secretary, against=("Trượng Thị Mỹ Lệ",))
    agenda.close_with_results(session, by=secretary)
    second = plan_session(live, live.on, [sent[name] for name in SECOND_COUNCIL])
    live.vote_on_screen(second, secretary, "hanh", "quoc")


def plan_session(live: Live, day: dt.date, found: list[Dossier]) -> CouncilSession:
    officer = account("linh")
    session = councils.plan_session(
        Council.objects.get(unit__code="XNP", kind=CouncilKind.EMULATION),
        held_on=day,
        subject=f"Xét khen thưởng: {live.campaign.title}",
        place="Phòng họp số 1, Ủy ban nhân dân xã",
        by=officer,
    )
    agenda.put_on_agenda([dossier.pk for dossier in found], session, by=account("phuoc"))
    return session


def signing_work(live: Live, sent: dict[str, Dossier]) -> None:
    """One decision issued, one before its signer, one proposal without a decision."""
    issuer, officer = live.campaign.issuer, account("linh")
    propose(sent, "XNP-HCC", "Mai Thanh Tùng")
    signer = account("tuan")
    document = decisions.prepare_decision(live.campaign, unit=issuer, signer=signer.person, by=officer)
    decisions.issue_decision(papers.approve_document(document, by=signer), by=account("nhung"))
    propose(sent, "XNP-THCSPT", "Võ Thị Ngọc Trâm")
    deputy = account("anh").person
    decisions.prepare_decision(live.campaign, unit=issuer, signer=deputy, by=officer)
    propose(sent, "Lê Hoàng Nam")


def send_up(live: Live, dossier: Dossier) -> None:
    """One of those whom only the province may honour: it has the xã's list before it."""
    signer = account("tuan")
    submission = forwarding.draft_forwarding(live.campaign, live.campaign.issuer, by=account("linh"))
    submission = forwarding.prepare_forwarding(
        submission, [dossier.pk], signer=signer.person, by=account("phuoc")
    )
    papers.approve_document(submission.paper, by=signer)
    forwarding.forward_submission(submission, by=account("nhung"))


def propose(sent: dict[str, Dossier], *names: str) -> None:
    for name in names:
        move_dossier(sent[name], "propose", by=account("phuoc"))
