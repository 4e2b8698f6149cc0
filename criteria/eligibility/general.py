"""What holds for every award: registration, holds, one award each achievement, a body that exists."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from .known import Evidence, Finding, confirm, met, unmet

NONE, WARN, BLOCK = "none", "warn", "block"


@dataclass(frozen=True)
class Held:
    """A hold: discipline, inspection or complaint (`words`), both days counted in."""

    words: str
    since: dt.date
    until: dt.date | None = None
    discipline: bool = False
    source: str = ""
    url: str = ""

    def on(self, day: dt.date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)

    @property
    def evidence(self) -> Evidence:
        until = f" đến hết {self.until:%d/%m/%Y}" if self.until else ""
        return Evidence(
            "Tạm dừng xét", f"từ {self.since:%d/%m/%Y}{until}", self.source or self.words, self.url
        )


def free_of_holds(holds: Iterable[Held], on: dt.date, year: int) -> Finding:
    """An open hold blocks; after discipline achievements count from its end (NĐ 152/2025/NĐ-CP, Điều 4)."""
    holds = sorted(holds, key=lambda hold: hold.since)
    if open_ := [hold for hold in holds if hold.on(on)]:
        first = open_[0]
        return unmet(f"{first.words} từ {first.since:%d/%m/%Y}, chưa được xét.", "", first.evidence)
    over = [hold for hold in holds if hold.discipline and hold.until and hold.until.year == year]
    if over:
        last = max(over, key=lambda hold: hold.until)
        say = f"Hết thời hạn kỷ luật ngày {last.until:%d/%m/%Y}; thành tích tính từ sau ngày đó."
        return confirm(say, "Người thẩm định chỉ tính thành tích sau thời hạn kỷ luật.", last.evidence)
    return met("Không bị tạm dừng xét.")


def registered(mode: str, accepted: bool, say: str) -> Finding | None:
    """`mode` of the plan: none asks nothing, warn reminds, block refuses; `say`: what is missing, cited."""
    if mode == NONE:
        return None
    if accepted:
        return met("Đăng ký thi đua đã được tiếp nhận.")
    if mode == BLOCK:
        return unmet(say, "Gửi đăng ký thi đua trong hạn của kế hoạch.")
    return confirm(say, "Hồ sơ vẫn nộp được; người thẩm định xem xét.")


def one_award(forms: Collection[str]) -> Finding:
    """One achievement gets one award; `forms`: those already given for the same one."""
    if forms:
        return unmet(f"Thành tích này đã được khen thưởng: {', '.join(forms)}.")
    return met("Thành tích này chưa được khen thưởng bằng hình thức khác.")


def exists(name: str, first: dt.date, last: dt.date | None, on: dt.date) -> Finding:
    """A body that has ended, or does not exist yet, is not nominated (TT 15/2025/TT-BNV)."""
    if on < first:
        return unmet(f"{name} đến ngày {first:%d/%m/%Y} mới thành lập, chưa được đề nghị.")
    if last is not None and last < on:
        return unmet(
            f"{name} đã kết thúc hoạt động, ngày cuối là {last:%d/%m/%Y}, "
            "không được đề nghị khen thưởng (Thông tư 15/2025/TT-BNV)."
        )
    return met(f"{name} đang hoạt động.")
