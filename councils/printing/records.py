"""Biên bản kiểm phiếu of one secret ballot, as a plain dict for minutes.html (no form of law)."""

from councils.enums import RoundMode
from councils.models import VotingRound
from thiduakt.clock import VIETNAM
from thiduakt.vietnamese.days import long_date
from units.facts import letterhead

from .meeting import lists


def round_record(round_: VotingRound) -> dict:
    """Tellers, the four numbers and the counts of each proposal; how anybody voted is nowhere."""
    session = round_.session
    council, counts = session.council, {row.item_id: row for row in round_.counts.all()}
    items, total = list(round_.items.order_by("group", "order", "pk")), session.attendances.count()
    return {
        "issuer": letterhead(council.unit, session.held_on),
        "number": None,
        "symbol": None,
        "place": None,
        "day": None,
        "month": None,
        "year": session.held_on.year,
        "created": session.held_on.isoformat(),
        "type_line": "BIÊN BẢN KIỂM PHIẾU",
        "title": f"{council.name}, lượt bỏ phiếu thứ {round_.number}",
        "recipients": ["Lưu: VT, Hồ sơ"],
        "fields": fields(round_),
        "content": sums(round_),
        "groups": [],
        "tables": lists(
            items,
            ["Đồng ý", "Không đồng ý", "Không hợp lệ", "Tỷ lệ"],
            [16, 18, 17, 17],
            lambda item: cells(counts.get(item.pk), total),
        ),
        "conclusion": [
            f"Tỷ lệ tính trên tổng số {total:02d} thành viên Hội đồng, kể cả người vắng mặt.",
        ],
        "closing": f"Kiểm phiếu xong {moment(round_.ended_at)}",
        "secretary": {"lines": ["THÀNH VIÊN BAN KIỂM PHIẾU"], "name": lone(round_.tellers)},
        "signature": {"lines": ["TRƯỞNG BAN KIỂM PHIẾU"], "name": round_.head_teller},
    }


def fields(round_: VotingRound) -> list[dict]:
    how = "phiếu kín trên màn hình" if round_.mode == RoundMode.SCREEN else "phiếu kín bằng giấy"
    return [
        {"label": "Thời gian bắt đầu", "value": moment(round_.opened_at)},
        {"label": "Địa điểm", "value": round_.session.place or None},
        {"label": "Trưởng ban kiểm phiếu", "value": round_.head_teller},
        {"label": "Thành viên ban kiểm phiếu", "value": round_.tellers or "không"},
        {"label": "Cách bỏ phiếu", "value": how},
    ]


def lone(tellers: str) -> str | None:
    """The name under the place to sign; where several sign they write theirs."""
    return tellers if tellers and "," not in tellers else None


def sums(round_: VotingRound) -> list[str]:
    return [
        f"Số phiếu phát ra: {round_.issued:02d}; số phiếu thu vào: {round_.returned:02d}; "
        f"số phiếu hợp lệ: {round_.valid:02d}; số phiếu không hợp lệ: {round_.invalid:02d}.",
        "Kết quả từng đề nghị (không hợp lệ gồm cả phiếu để trống, không nộp):",
    ]


def cells(count, total: int) -> list[str]:
    share = f"{count.yes * 100 / total:.1f}".removesuffix(".0").replace(".", ",")
    return [f"{count.yes:02d}", f"{count.no:02d}", f"{count.blank:02d}", f"{share} %"]


def moment(at) -> str:
    here = at.astimezone(VIETNAM)
    return f"{here:%H} giờ {here:%M}, {long_date(here.date())}"
